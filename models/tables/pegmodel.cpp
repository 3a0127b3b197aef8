#include "models/tables/pegmodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

namespace waitline {

PegModel::PegModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads({{tr("Goods and orders"), tr("What comes, and the waiting orders it covers."), false},
               {tr("For"), tr("Who waits for it."), false},
               {tr("Units"), tr("To come of the goods; or what an order would get of it."), true},
               {tr("Promised"), tr("The day told to the customer."), true}})
{}

void PegModel::setView(const PurchaseView &view)
{
    beginResetModel();
    m_rows.clear();
    for (const PeggedPurchaseLine &pegged : view.lines) {
        const StoredPurchaseLine &line = pegged.line;
        const QString came = tr("%1 of %2 came").arg(numberText(line.received), numberText(line.ordered));
        const QString gone = line.closedShort > 0 ? tr(", %1 are not coming").arg(numberText(line.closedShort)) : QString();
        m_rows.push_back({Goods, tr("%1 · %2").arg(line.sku, line.productName), came + gone, line.onOrder(), {}, {}});
        for (const PeggedLine &peg : pegged.pegs) {
            const QString order =
                peg.completes ? tr("    Order %1, in full").arg(peg.order.value) : tr("    Order %1").arg(peg.order.value);
            m_rows.push_back({Covered, order, peg.customer, peg.units, peg.promise, peg.order});
        }
        if (pegged.morePegs > 0)
            m_rows.push_back({More, tr("    and %1 more orders").arg(numberText(pegged.morePegs)), {}, 0, {}, {}});
        if (pegged.leftOver > 0)
            m_rows.push_back({LeftOver, tr("    Left over"), tr("nobody waits for these"), pegged.leftOver, {}, {}});
    }
    endResetModel();
}

int PegModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int PegModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_heads.count(); }

QVariant PegModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case KindRole: return int(row.kind);
    case OrderIdRole: return row.order.isValid() ? QVariant(row.order.value) : QVariant();
    case NumberRole: return index.column() == Units_ ? QVariant(row.units) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(index.column())) {
    case What: return row.what;
    case Who: return row.who;
    case Units_: return row.kind == More ? QString() : numberText(row.units);
    case Promised: return dayText(row.promised.value_or(QDate()));
    }
    Q_UNREACHABLE();
}

QVariant PegModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

} // namespace waitline
