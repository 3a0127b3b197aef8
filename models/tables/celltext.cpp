#include "models/tables/celltext.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace waitline {

QString numberText(qint64 number) { return QLocale().toString(number); }

QString countText(qint64 number, const QString &one, const QString &many) { return number == 1 ? one : many.arg(numberText(number)); }

QString instantText(Instant instant)
{
    // Some locales' short format has seconds, which nobody asks for.
    const QLocale locale;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(instant);
    static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
    return dayText(at.date()) + u' ' + locale.toString(at.time(), locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}

QString fileText(const QVariant &forFiles, const QVariant &raw, const QVariant &shown)
{
    if (forFiles.isValid())
        return forFiles.toString();
    if (raw.userType() == QMetaType::QDate)
        return raw.toDate().toString(Qt::ISODate);
    return (raw.isValid() ? raw : shown).toString();
}

} // namespace waitline
