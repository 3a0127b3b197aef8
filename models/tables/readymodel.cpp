#include "models/tables/readymodel.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ReadyModel", text); }

/// All of them, or "A-01 +4" where they are many.
QString locationsText(const QStringList &locations)
{
    constexpr qsizetype mostNamed = 3;
    if (locations.size() <= mostNamed)
        return locations.join(QStringLiteral(", "));
    return sentence("%1 +%2").arg(locations.front()).arg(locations.size() - 1);
}

} // namespace

class ReadyModel::Orders final : public WindowedModel::Listing {
public:
    Orders(ReadyListing found, QDate day) : listing(std::move(found)), today(day) {}

    qint64 rows() const override { return std::ssize(listing.orders); }
    qint64 idAt(qint64 row) const override { return listing.orders[size_t(row)].first.value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        std::vector<OrderId> ids;
        for (qint64 i = first; i < first + count; ++i)
            ids.push_back(listing.orders[size_t(i)].first);
        auto read = readyRows(connection, ids, today);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<ReadyRow>>(std::move(read).value()));
    }

    const ReadyListing listing;
    const QDate today;
};

ReadyModel::ReadyModel(Session &session, QObject *parent)
    : WindowedModel(session,
                    {{sentence("Order"), sentence("The order's number."), true},
                     {sentence("Customer"), sentence("Who it goes to."), false},
                     {sentence("State"), sentence("Whether it may leave now."), false},
                     {sentence("Units"), sentence("Units set aside that would leave now."), true},
                     {sentence("Value"), sentence("Of the units set aside."), true},
                     {sentence("Location"), sentence("Where its units stand, as pickers walk."), false},
                     {sentence("Placed"), sentence("When it was placed."), true},
                     {sentence("What keeps it"), sentence("Why it may not leave yet."), false}},
                    parent)
{}

void ReadyModel::setFilter(const ReadyFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    questionChanged();
}

const ReadyModel::Orders *ReadyModel::orders() const { return static_cast<const Orders *>(listing()); }

qint64 ReadyModel::ready() const { return orders() ? orders()->listing.ready : 0; }

qint64 ReadyModel::blocked() const { return orders() ? orders()->listing.blocked : 0; }

bool ReadyModel::isReady(int row) const { return orders() && row < orders()->rows() && orders()->listing.orders[size_t(row)].second; }

std::vector<OrderId> ReadyModel::orders(const QList<int> &rows) const
{
    std::vector<OrderId> ids;
    for (int row : rows) {
        if (orders() && row < orders()->rows())
            ids.push_back(orders()->listing.orders[size_t(row)].first);
    }
    return ids;
}

WindowedModel::Opening ReadyModel::opening() const
{
    return [filter = m_filter, today = session().today()](Connection &connection) -> Result<ListingPointer> {
        auto listing = listReady(connection, filter, today);
        if (!listing)
            return listing.error();
        return ListingPointer(std::make_shared<Orders>(std::move(listing).value(), today));
    };
}

bool ReadyModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || !changes.products.empty() || !changes.orders.empty();
}

QVariant ReadyModel::cell(int row, int column, int role) const
{
    const auto *found = rowAt<ReadyRow>(row);
    if (!found)
        return {};
    const AllocatedOrder &order = found->order;
    const bool isReady = !found->blocker;
    switch (role) {
    case IdRole:
    case OrderIdRole: return order.order.value;
    case StatusRole: return int(isReady ? ReadyState::Ready : ReadyState::Blocked);
    case NumberRole: return column == Units_ ? QVariant(found->units) : column == Value ? QVariant(order.value) : QVariant();
    case ExportRole: return column == Value ? QVariant(session().currency().toDecimal(order.value)) : QVariant();
    case Qt::ToolTipRole: return column == Blocker ? found->blocker.value_or(QString()) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case Order: return QString::number(order.order.value);
    case Customer: return order.customer;
    case State: return isReady ? sentence("Ready") : sentence("Kept back");
    case Units_: return numberText(isReady ? found->units : order.allocated);
    case Value: return moneyText(order.value, session().currency());
    case Location: return locationsText(order.locations);
    case Placed: return dayText(dayOf(order.placedAt));
    case Blocker: return found->blocker.value_or(QString());
    }
    Q_UNREACHABLE();
}

class ShipmentModel::Shipments final : public WindowedModel::Listing {
public:
    explicit Shipments(std::vector<ShipmentId> found) : shipments(std::move(found)) {}

    qint64 rows() const override { return std::ssize(shipments); }
    qint64 idAt(qint64 row) const override { return shipments[size_t(row)].value; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = shipmentRows(connection, {shipments.begin() + first, shipments.begin() + first + count});
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<StoredShipment>>(std::move(read).value()));
    }

    const std::vector<ShipmentId> shipments;
};

ShipmentModel::ShipmentModel(Session &session, QObject *parent)
    : WindowedModel(session,
                    {{sentence("Shipment"), sentence("The shipment's number."), true},
                     {sentence("Shipped"), sentence("When it left."), true},
                     {sentence("Order"), sentence("The order it belongs to."), true},
                     {sentence("Customer"), sentence("Who it went to."), false},
                     {sentence("Units"), sentence("Units that left with it."), true},
                     {sentence("Carrier"), sentence("Who carries it."), false},
                     {sentence("Tracking"), sentence("The carrier's reference."), false},
                     {sentence("State"), sentence("Whether it stands, was taken back, or came back in part."), false}},
                    parent)
{}

void ShipmentModel::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    questionChanged();
}

WindowedModel::Opening ShipmentModel::opening() const
{
    return [text = m_filter](Connection &connection) -> Result<ListingPointer> {
        auto shipments = listShipments(connection, text);
        if (!shipments)
            return shipments.error();
        return ListingPointer(std::make_shared<Shipments>(std::move(shipments).value()));
    };
}

bool ShipmentModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.orders.empty(); }

QVariant ShipmentModel::cell(int row, int column, int role) const
{
    const auto *shipment = rowAt<StoredShipment>(row);
    if (!shipment)
        return {};
    switch (role) {
    case IdRole: return shipment->id.value;
    case OrderIdRole: return shipment->order.value;
    case StatusRole: return int(shipment->isVoid);
    case ExportRole: return column == Shipped ? QVariant(toIso(shipment->shippedAt)) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    Units units = 0;
    Units returned = 0;
    for (const StoredShipmentLine &line : shipment->lines) {
        units += line.units;
        returned += line.returned;
    }
    switch (Column(column)) {
    case Shipment: return QString::number(shipment->id.value);
    case Shipped: return instantText(shipment->shippedAt);
    case Order: return QString::number(shipment->order.value);
    case Customer: return shipment->customer;
    case Units_: return numberText(units);
    case Carrier: return shipment->parcel.carrier;
    case Tracking: return shipment->parcel.tracking;
    case State:
        if (shipment->isVoid)
            return sentence("Void");
        return returned == 0 ? sentence("Shipped") : sentence("%1 returned").arg(numberText(returned));
    }
    Q_UNREACHABLE();
}

} // namespace waitline
