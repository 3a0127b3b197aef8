#include "models/domain/daytext.h"

#include <QLocale>

namespace waitline {

QString dayText(QDate day) { return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : QString(); }

} // namespace waitline
