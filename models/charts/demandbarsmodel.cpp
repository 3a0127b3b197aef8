#include "models/charts/demandcharts.h"
#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return DemandBarsModel::tr(text); };
    return {{tr("SKU"), tr("The number you know the product by."), false},
            {tr("Name"), tr("The product's name."), false},
            {tr("Pre-order"), tr("Units of lines placed while the product was not released."), true},
            {tr("Backorder"), tr("Units of other lines that had to wait."), true},
            {tr("Together"), tr("Pre-order and backorder units."), true},
            {tr("Value"), tr("The value of these units at the orders' prices."), true}};
}

} // namespace

DemandBarsModel::DemandBarsModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void DemandBarsModel::setBars(const DemandBars &bars)
{
    beginResetModel();
    m_bars = bars;
    endResetModel();
}

int DemandBarsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_bars.bars.size()) + (m_bars.restProducts > 0 ? 1 : 0);
}

int DemandBarsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant DemandBarsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

const DemandBar &DemandBarsModel::bar(int row) const { return size_t(row) < m_bars.bars.size() ? m_bars.bars[size_t(row)] : m_bars.rest; }

QVariant DemandBarsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DemandBar &found = bar(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(found, Column(index.column()));
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(found, Column(index.column()));
    case ExportRole: return index.column() == Value ? QVariant(m_bars.currency.toDecimal(found.value)) : QVariant();
    case IdRole:
    case ProductIdRole: return found.product.isValid() ? QVariant(found.product.value) : QVariant();
    default: return {};
    }
}

QString DemandBarsModel::text(const DemandBar &bar, Column column) const
{
    switch (column) {
    case Sku: return bar.sku;
    case Name: return bar.product.isValid() ? bar.name : tr("%1 other products").arg(numberText(m_bars.restProducts));
    case Value: return moneyText(bar.value, m_bars.currency);
    case Preorder:
    case Backorder:
    case Total: return numberText(number(bar, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant DemandBarsModel::number(const DemandBar &bar, Column column)
{
    switch (column) {
    case Sku:
    case Name: return {};
    case Preorder: return bar.preorder;
    case Backorder: return bar.backorder;
    case Total: return bar.units();
    case Value: return bar.value;
    }
    Q_UNREACHABLE();
}

} // namespace waitline
