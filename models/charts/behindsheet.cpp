#include "models/charts/behindsheet.h"

#include "models/charts/sheetwords.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("BehindSheet", text); }

} // namespace

ChartSheet behindSheet(const OrdersBehind &orders)
{
    ChartSheet sheet;
    sheet.currency = orders.currency;
    sheet.title = orders.question.title;
    const bool isRefused = orders.question.lines == BehindQuestion::Lines::Refused;
    sheet.filter = tr("%1 · %2 · %3 %4")
                       .arg(isRefused ? countedWishes(orders.all.lines) : countedLines(orders.all.lines), countedUnits(orders.all.units),
                            moneyText(orders.all.value, orders.currency), orders.currency.code);
    if (orders.all.lines > qint64(orders.rows.size()))
        sheet.filter += tr(" · the newest %1 are shown").arg(numberText(qint64(orders.rows.size())));
    sheet.columns = {{tr("Order"), tr("The order's number."), ChartUnit::Number},
                     {tr("Placed"), tr("The day it was placed."), ChartUnit::Day},
                     {tr("SKU"), tr("The product."), ChartUnit::Text},
                     {tr("Customer"), tr("Who ordered."), ChartUnit::Text},
                     {tr("Units"), tr("Units the figure counts."), ChartUnit::Count},
                     {tr("Value"), tr("Their value at the order's price."), ChartUnit::Amount}};
    for (const BehindRow &row : orders.rows)
        sheet.rows.push_back(
            {row.order.isValid() ? QVariant(row.order.value) : QVariant(), row.placed, row.sku, row.customer, row.units, row.value});
    return sheet;
}

} // namespace waitline
