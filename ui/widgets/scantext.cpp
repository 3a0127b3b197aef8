#include "ui/widgets/scantext.h"

#include "models/domain/order.h"

namespace waitline {

ScanText readScan(const QString &typed)
{
    const QString text = typed.trimmed();
    const qsizetype star = text.indexOf(u'*');
    bool isNumber = false;
    const Units times = star > 0 ? text.left(star).trimmed().toLongLong(&isNumber) : 0;
    if (!isNumber || times <= 0 || times > mostUnitsOfALine)
        return {1, text, false};
    return {times, text.mid(star + 1).trimmed(), true};
}

} // namespace waitline
