#include "models/tables/servedmodel.h"

#include "models/domain/unitstext.h"
#include "models/tables/celltext.h"

#include <map>
#include <utility>

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return ServedModel::tr(text); };
    return {{tr("Product"), tr("The product's SKU."), false},
            {tr("Place"), tr("Place in line when it was served."), true},
            {tr("Customer"), tr("Who gets the units."), false},
            {tr("Order"), tr("Order number."), true},
            {tr("Units"), tr("Units this receipt gives to the line."), true},
            {tr("Still waiting"), tr("Units of the line that wait on."), true},
            {tr("By own policy"), tr("Units it would get by its product's own policy."), true},
            {tr("Why"), tr("Why it gets nothing, or not all of it."), false},
            {tr("Order and place"), tr("Order number, and the place in line when it was served."), false}};
}

QString whyPassed(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::PaidFirst: return ServedModel::tr("passed over: its deposit is not paid");
    case AllocationPolicy::FairShare: return ServedModel::tr("passed over: its share is less than a unit");
    case AllocationPolicy::WholeLines: return ServedModel::tr("passed over: not enough was left for all of it");
    case AllocationPolicy::FirstCome:
    case AllocationPolicy::OneEach: break; // nobody ahead goes without
    }
    return ServedModel::tr("passed over");
}

QString whyNothing(const ReceiptOutcome::Unserved &line)
{
    using Why = ReceiptOutcome::Unserved::Why;
    switch (line.why) {
    case Why::PassedOver: return whyPassed(line.policy);
    case Why::TooLarge: return whyPassed(AllocationPolicy::WholeLines);
    case Why::NothingLeft: break;
    }
    return ServedModel::tr("%1 ahead, and nothing is left").arg(unitsText(line.units.unitsAhead));
}

} // namespace

ServedModel::ServedModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void ServedModel::setOutcome(const ReceiptOutcome &outcome, OrderCustomers customers, const ReceiptOutcome *asUsual)
{
    beginResetModel();
    m_rows.clear();
    for (const ReceiptOutcome::Served &served : outcome.served)
        m_rows.push_back({served.units, served.sku, served.units.remaining > 0 ? tr("served in part") : QString()});
    for (const ReceiptOutcome::Unserved &line : outcome.unserved)
        m_rows.push_back({line.units, line.sku, whyNothing(line)});
    m_customers = std::move(customers);
    if (asUsual)
        addUsual(*asUsual);
    endResetModel();
}

/// Also the lines that get something by their product's own policy only.
void ServedModel::addUsual(const ReceiptOutcome &asUsual)
{
    std::map<OrderLineId, size_t> rows;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        rows.emplace(m_rows[row].units.line, row);
        m_rows[row].usual = 0;
    }
    for (const ReceiptOutcome::Served &served : asUsual.served) {
        const auto [found, isNew] = rows.try_emplace(served.units.line, m_rows.size());
        if (isNew) {
            m_rows.push_back({served.units, served.sku, tr("nothing is left")});
            m_rows.back().units.remaining += std::exchange(m_rows.back().units.units, 0);
        }
        m_rows[found->second].usual = served.units.units;
    }
}

int ServedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int ServedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ServedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant ServedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, Column(index.column()));
    case Qt::ToolTipRole: return row.why.isEmpty() ? QVariant() : row.why;
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(row, Column(index.column()));
    case IdRole: return row.units.line.value;
    case ProductIdRole: return row.units.product.value;
    case OrderIdRole: return row.units.order.value;
    case StatusRole:
        return int(row.units.units == 0       ? ServedStatus::GetsNothing
                   : row.units.remaining == 0 ? ServedStatus::Completed
                                              : ServedStatus::StillWaits);
    default: return {};
    }
}

QString ServedModel::text(const Row &row, Column column) const
{
    switch (column) {
    case Product: return row.sku;
    case Why: return row.why;
    case Customer: {
        const auto customer = m_customers.find(row.units.order);
        return customer == m_customers.end() ? QString() : customer->second;
    }
    case Order: return QString::number(row.units.order.value);
    case Usual: return row.usual ? numberText(*row.usual) : QString();
    case OrderAndPlace: return tr("Order %1 · place %2").arg(text(row, Order), text(row, Place));
    case Place:
    case Units:
    case Remaining: return numberText(number(row, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant ServedModel::number(const Row &row, Column column)
{
    switch (column) {
    case Place: return row.units.place;
    case Order: return row.units.order.value;
    case Units: return row.units.units;
    case Remaining: return row.units.remaining;
    case Usual: return row.usual ? QVariant(*row.usual) : QVariant();
    case Product:
    case Customer:
    case Why:
    case OrderAndPlace: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
