#include "models/domain/daytext.h"

#include <QLocale>

namespace waitline {

QString dayFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    return format.contains(u"yyyy") ? format : format.replace(QStringLiteral("yy"), QStringLiteral("yyyy"));
}

QString dayText(QDate day) { return day.isValid() ? QLocale().toString(day, dayFormat()) : QString(); }

} // namespace waitline
