#include "models/tables/orderlinesmodel.h"

#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return OrderLinesModel::tr(text); };
    return {{tr("SKU"), tr("The number you know the product by."), false},
            {tr("Name"), tr("The product's name."), false},
            {tr("Ordered"), tr("Units the customer ordered."), true},
            {tr("Cancelled"), tr("Units withdrawn from the order."), true},
            {tr("Shipped"), tr("Units that left the building."), true},
            {tr("Allocated"), tr("Units on hand tied to this line and not shipped yet."), true},
            {tr("Waiting"), tr("Ordered − cancelled − shipped − allocated."), true},
            {tr("Place"), tr("Place in the product's waiting line."), true},
            {tr("ETA"), tr("First day on which supply covers the units ahead and these."), false},
            {tr("Promise"), tr("The date last told to the customer."), false},
            {tr("Price"), tr("Price of one unit on this order."), true},
            {tr("Value"), tr("Units not cancelled at that price."), true}};
}

OrderLineStatus statusOf(const StoredOrderLine &line)
{
    if (line.waiting > 0)
        return OrderLineStatus::Waiting;
    if (line.allocated > 0)
        return OrderLineStatus::Allocated;
    return line.shipped > 0 ? OrderLineStatus::Shipped : OrderLineStatus::Cancelled;
}

} // namespace

OrderLinesModel::OrderLinesModel(QObject *parent) : QAbstractTableModel(parent), m_heads(heads()) {}

void OrderLinesModel::setOrder(const OrderView &order, const Currency &currency)
{
    beginResetModel();
    m_order = order;
    m_currency = currency;
    endResetModel();
}

int OrderLinesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_order.lines.size()); }

int OrderLinesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

QVariant OrderLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant OrderLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OrderLineView &view = m_order.lines[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(view, Column(index.column()));
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return number(view, Column(index.column()));
    case IdRole: return view.line.id.value;
    case ProductIdRole: return view.line.product.value;
    case OrderIdRole: return view.line.order.value;
    case StatusRole: return int(statusOf(view.line));
    default: return {};
    }
}

QString OrderLinesModel::text(const OrderLineView &view, Column column) const
{
    switch (column) {
    case Sku: return view.line.sku;
    case Name: return view.line.productName;
    case Place: return view.place ? numberText(*view.place) : QString();
    case Eta:
        if (view.line.waiting == 0)
            return {};
        return view.coverage.isCovered() ? dayText(view.coverage.eta) : tr("not covered");
    case Promise: return dayText(view.line.promise.value_or(QDate()));
    case Price:
    case Value: return moneyText(number(view, column).toLongLong(), m_currency);
    case Ordered:
    case Cancelled:
    case Shipped:
    case Allocated:
    case Waiting: return numberText(number(view, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant OrderLinesModel::number(const OrderLineView &view, Column column)
{
    const StoredOrderLine &line = view.line;
    switch (column) {
    case Ordered: return line.ordered;
    case Cancelled: return line.cancelled;
    case Shipped: return line.shipped;
    case Allocated: return line.allocated;
    case Waiting: return line.waiting;
    case Place: return view.place ? QVariant(*view.place) : QVariant();
    case Eta: return line.waiting > 0 && view.coverage.isCovered() ? QVariant(view.coverage.eta) : QVariant();
    case Promise: return line.promise ? QVariant(*line.promise) : QVariant();
    case Price: return line.unitPrice;
    case Value: return line.active() * line.unitPrice;
    case Sku:
    case Name: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
