#include "models/tables/pegmodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

namespace waitline {

using enum PegRow::Kind;

PegModel::PegModel(QObject *parent)
    : RowsModel({{tr("What"), tr("What comes, and the waiting orders it covers."), false},
                 {tr("For"), tr("The product, and who waits for it."), false},
                 {tr("Units"), tr("To come of the goods; or what an order would get of it."), true},
                 {tr("Promised"), tr("The day told to the customer."), true}},
                parent)
{}

void PegModel::setView(const PurchaseView &view)
{
    std::vector<PegRow> rows;
    for (const PeggedPurchaseLine &pegged : view.lines) {
        const StoredPurchaseLine &line = pegged.line;
        const QString came = tr("%1, %2 of %3 came").arg(line.sku, numberText(line.received), numberText(line.ordered));
        const QString gone = line.closedShort > 0 ? tr(", %1 are not coming").arg(numberText(line.closedShort)) : QString();
        rows.push_back({Goods, came + gone, line.productName, line.onOrder(), {}, {}});
        for (const PeggedLine &peg : pegged.pegs) {
            const QString order =
                peg.completes ? tr("    Order %1, in full").arg(peg.order.value) : tr("    Order %1").arg(peg.order.value);
            rows.push_back({Covered, order, peg.customer, peg.units, peg.promise, peg.order});
        }
        if (pegged.morePegs > 0)
            rows.push_back({More, tr("    and %1 more orders").arg(numberText(pegged.morePegs)), {}, 0, {}, {}});
        if (pegged.leftOver > 0)
            rows.push_back({LeftOver, tr("    Left over"), tr("nobody waits for these"), pegged.leftOver, {}, {}});
    }
    setRows(std::move(rows));
}

QVariant PegModel::cell(const PegRow &row, int column, int role) const
{
    switch (role) {
    case KindRole: return int(row.kind);
    case OrderIdRole: return row.order.isValid() ? QVariant(row.order.value) : QVariant();
    case NumberRole: return column == Units_ ? QVariant(row.units) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case What: return row.what;
    case Who: return row.who;
    case Units_: return row.kind == More ? QString() : numberText(row.units);
    case Promised: return dayText(row.promised.value_or(QDate()));
    }
    Q_UNREACHABLE();
}

} // namespace waitline
