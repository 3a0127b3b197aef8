#include "models/domain/unitstext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

QString unitsText(Units units)
{
    return QCoreApplication::translate("Words", units == 1 ? "%1 unit" : "%1 units").arg(QLocale().toString(units));
}

} // namespace waitline
