#include "models/exchange/records.h"

namespace waitline {

QString Rejection::sentence(const QString &file) const
{
    QString place = file + u':' + QString::number(row);
    if (!column.isEmpty())
        place += u':' + column;
    return place + QStringLiteral(": ") + message;
}

void Harvest::clear()
{
    records.clear();
    rejections.clear();
    omissions.clear();
}

} // namespace waitline
