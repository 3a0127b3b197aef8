#include "models/tables/ordermodel.h"

#include "models/tables/celltext.h"

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return OrderModel::tr(text); };
    return {{tr("Order"), tr("Order number."), true},
            {tr("Placed"), tr("When the order was placed."), false},
            {tr("Customer"), tr("Who ordered."), false},
            {tr("Reference"), tr("The number the shop or the customer knows the order by."), false},
            {tr("State"), tr("Waiting, part ready or ready to ship, shipped, cancelled."), false},
            {tr("Ordered"), tr("Units ordered, over all lines."), true},
            {tr("Waiting"), tr("Ordered − cancelled − shipped − allocated."), true},
            {tr("Allocated"), tr("Units on hand tied to the order and not shipped yet."), true},
            {tr("Shipped"), tr("Units that left the building."), true},
            {tr("Total"), tr("Value of what is not cancelled."), true},
            {tr("Paid"), tr("Paid − refunded."), true},
            {tr("Balance due"), tr("Total − paid."), true},
            {tr("Promise"), tr("The earliest date promised for what is still to ship."), false},
            {tr("Priority"), tr("Higher priorities are served first."), true},
            {tr("Campaign"), tr("The campaign the order came with."), false}};
}

} // namespace

class OrderModel::Orders final : public WindowedModel::Listing {
public:
    Orders(std::vector<OrderId> found, QDate day) : ids(std::move(found)), today(day) {}

    qint64 rows() const override { return std::ssize(ids); }
    qint64 idAt(qint64 row) const override { return ids[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = orderRows(connection, {ids.begin() + first, ids.begin() + first + count}, today);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<OrderRow>>(std::move(read).value()));
    }

    const std::vector<OrderId> ids;
    const QDate today;
};

OrderModel::OrderModel(Session &session, QObject *parent) : ListModel(session, heads(), OrderSort::Number, parent) {}

WindowedModel::Opening OrderModel::opening() const
{
    return [question = OrderQuestion{filter(), sortedBy(), isDescending()},
            today = session().today()](Connection &connection) -> Result<ListingPointer> {
        auto ids = listOrders(connection, question, today);
        if (!ids)
            return ids.error();
        return ListingPointer(std::make_shared<Orders>(std::move(ids).value(), today));
    };
}

bool OrderModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || !changes.orders.empty() || !changes.products.empty();
}

QVariant OrderModel::cell(int row, int column, int role) const
{
    const auto *found = rowAt<OrderRow>(row);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, Column(column));
    case NumberRole: return number(*found, Column(column));
    case IdRole:
    case OrderIdRole: return found->order.id.value;
    case StatusRole: return int(found->state);
    case ExportRole:
        if (column == Total || column == Paid || column == Balance)
            return session().currency().toDecimal(number(*found, Column(column)).toLongLong());
        return column == Placed ? QVariant(toIso(found->order.placedAt)) : QVariant();
    default: return {};
    }
}

QString OrderModel::text(const OrderRow &row, Column column) const
{
    switch (column) {
    case Number: return QString::number(row.order.id.value);
    case Placed: return instantText(row.order.placedAt);
    case Customer: return row.order.customerName;
    case Reference: return row.order.reference;
    case State: return orderStateText(row.state);
    case Promise: return dayText(row.promise.value_or(QDate()));
    case Campaign: return row.order.campaign;
    case Total:
    case Paid:
    case Balance: return moneyText(number(row, column).toLongLong(), session().currency());
    case Ordered:
    case Waiting:
    case Allocated:
    case Shipped:
    case Priority: return numberText(number(row, column).toLongLong());
    }
    Q_UNREACHABLE();
}

QVariant OrderModel::number(const OrderRow &row, Column column)
{
    switch (column) {
    case Number: return row.order.id.value;
    case Placed: return row.order.placedAt;
    case Ordered: return row.ordered;
    case Waiting: return row.waiting;
    case Allocated: return row.allocated;
    case Shipped: return row.shipped;
    case Total: return row.total;
    case Paid: return row.order.held();
    case Balance: return row.balanceDue();
    case Promise: return row.promise ? QVariant(*row.promise) : QVariant();
    case Priority: return row.order.priority;
    case Customer:
    case Reference:
    case State:
    case Campaign: return {};
    }
    Q_UNREACHABLE();
}

QString orderStateText(OrderState state)
{
    switch (state) {
    case OrderState::Waiting: return OrderModel::tr("Waiting");
    case OrderState::PartReady: return OrderModel::tr("Part ready");
    case OrderState::Ready: return OrderModel::tr("Ready");
    case OrderState::KeptBack: return OrderModel::tr("Kept back");
    case OrderState::Shipped: return OrderModel::tr("Shipped");
    case OrderState::Cancelled: return OrderModel::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

} // namespace waitline
