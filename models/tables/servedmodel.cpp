#include "models/tables/servedmodel.h"

#include "models/tables/celltext.h"

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
            {tr("Still waiting"), tr("Units of the line that wait on."), true}};
}

} // namespace

ServedModel::ServedModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void ServedModel::setOutcome(const ReceiptOutcome &outcome, const OrderCustomers &customers)
{
    beginResetModel();
    m_outcome = outcome;
    m_customers = customers;
    endResetModel();
}

int ServedModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_outcome.served.size()); }

int ServedModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant ServedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant ServedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReceiptOutcome::Served &served = m_outcome.served[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(served, Column(index.column()));
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(served.units, Column(index.column()));
    case IdRole: return served.units.line.value;
    case ProductIdRole: return served.units.product.value;
    case OrderIdRole: return served.units.order.value;
    case StatusRole: return int(served.units.remaining == 0 ? ServedStatus::Completed : ServedStatus::StillWaits);
    default: return {};
    }
}

QString ServedModel::text(const ReceiptOutcome::Served &served, Column column) const
{
    switch (column) {
    case Product: return served.sku;
    case Customer: {
        const auto customer = m_customers.find(served.units.order);
        return customer == m_customers.end() ? QString() : customer->second;
    }
    case Order: return QString::number(served.units.order.value);
    case Place:
    case Units:
    case Remaining: return numberText(number(served.units, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant ServedModel::number(const LineUnits &served, Column column)
{
    switch (column) {
    case Place: return served.place;
    case Order: return served.order.value;
    case Units: return served.units;
    case Remaining: return served.remaining;
    case Product:
    case Customer: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
