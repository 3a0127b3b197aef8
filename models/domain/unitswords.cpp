#include "models/domain/unitswords.h"

#include <QCoreApplication>

namespace waitline {

QString unitsWords(Units units)
{
    return units == 1 ? QCoreApplication::translate("Units", "1 unit") : QCoreApplication::translate("Units", "%1 units").arg(units);
}

} // namespace waitline
