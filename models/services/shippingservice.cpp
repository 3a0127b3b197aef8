#include "models/services/shippingservice.h"

#include "models/domain/apportionment.h"
#include "models/domain/daytext.h"
#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/services/stockbook.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"
#include "models/store/settingstore.h"
#include "models/store/shipmentstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Shipping", text); }

/// The units of each line that leave now; throws Refusal where a line named may not.
std::vector<QueueLine> chosenLines(StockBook &book, const std::vector<StoredOrderLine> &lines, const std::map<OrderLineId, Units> &units,
                                   QDate today)
{
    const auto isReleased = [&](const StoredOrderLine &line) {
        const auto release = book.product(line.product).terms.release;
        return !release || *release <= today;
    };
    std::vector<QueueLine> chosen;
    for (const StoredOrderLine &line : lines) {
        const auto named = units.find(line.id);
        if (!units.empty() && named == units.end())
            continue;
        Units wanted = line.allocated;
        if (named != units.end()) {
            orRefuse(validateUnits(named->second, "line", sentence("The units to ship")));
            wanted = named->second;
            if (!isReleased(line))
                throw Refusal{refused("line", sentence("%1 cannot ship before its release on %2.")
                                                  .arg(line.sku, dayText(*book.product(line.product).terms.release)))};
            if (wanted > line.allocated)
                throw Refusal{refused("line", sentence("Of line %2 only %1 can ship, because no more is allocated to it; not %3.")
                                                  .arg(line.allocated)
                                                  .arg(line.id.value)
                                                  .arg(wanted))};
        }
        if (wanted > 0 && isReleased(line))
            chosen.push_back({line.product, line.rank, line.id, line.order, wanted, line.unitPrice, line.preorder, true});
    }
    return chosen;
}

ShipmentMoney moneyOf(const StoredOrder &order, const std::vector<StoredOrderLine> &lines, const std::vector<QueueLine> &chosen)
{
    ShipmentMoney money;
    for (const StoredOrderLine &line : lines) {
        money.total += line.active() * line.unitPrice;
        money.stillToShip += (line.active() - line.shipped) * line.unitPrice;
    }
    for (const QueueLine &line : chosen)
        money.value += line.units * line.unitPrice;
    money.stillToShip -= money.value;
    money.deposit = order.depositRequired;
    return money;
}

/// Goods that were set aside and have left are past telling: that they have shipped says it all.
void tellShipped(Connection &connection, OrderId order, OperationId operation, const std::vector<StoredOrderLine> &before,
                 const std::vector<QueueLine> &chosen)
{
    Units left = 0;
    for (const StoredOrderLine &line : before)
        left += line.allocated;
    for (const QueueLine &line : chosen)
        left -= line.units;
    if (left == 0)
        NoticeStore(connection).withdrawOf(order, NoticeKind::Allocated, operation);
    NoticeStore(connection).prepare(operation, {NoticeKind::Shipped, order});
}

void validate(const Parcel &parcel)
{
    constexpr qsizetype longest = 100;
    if (parcel.carrier.size() > longest || parcel.tracking.size() > longest)
        throw Refusal{invalid("tracking", sentence("The carrier or its reference is too long: use at most %1 characters.").arg(longest))};
}

} // namespace

ShippingOrder shippingOrder(const StoredOrder &order, const std::vector<StoredOrderLine> &lines,
                            const std::function<std::optional<QDate>(ProductId)> &releaseOf)
{
    ShippingOrder view{order.shipComplete, order.held(), order.depositRequired, {}};
    for (const StoredOrderLine &line : lines)
        view.lines.push_back({line.sku, line.active(), line.waiting, line.allocated, line.unitPrice, releaseOf(line.product)});
    return view;
}

ShippingTerms shippingTerms(Connection &connection, QDate today)
{
    SettingStore settings(connection);
    return {today, settings.asksForFullBalance(), settings.currency()};
}

Result<ShipmentView> ShippingService::ship(OrderId id, const std::map<OrderLineId, Units> &units, const Caller &caller,
                                           const Parcel &parcel)
{
    return writeIn(m_connection, [&] {
        validate(parcel);
        StockBook book(m_connection);
        book.lock(OrderStore(m_connection).products(id));
        const auto order = OrderStore(m_connection).lock(id);
        if (!order)
            throw Refusal{notFound("order", sentence("There is no order %1.").arg(id.value))};
        const std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(id);
        for (const auto &[line, wanted] : units) {
            if (std::none_of(lines.begin(), lines.end(), [lineId = line](const auto &known) { return known.id == lineId; }))
                throw Refusal{notFound("line", sentence("Order %1 has no line %2.").arg(id.value).arg(line.value))};
        }
        const auto releaseOf = [&](ProductId product) { return book.product(product).terms.release; };
        if (const auto reason = orderBlocker(shippingOrder(*order, lines, releaseOf), shippingTerms(m_connection, caller.today())))
            throw Refusal{refused("order", sentence("Order %1 cannot ship: %2.").arg(id.value).arg(*reason))};
        const std::vector<QueueLine> chosen = chosenLines(book, lines, units, caller.today());
        if (chosen.empty())
            throw Refusal{refused("order", sentence("Order %1 has no allocated units that may ship yet.").arg(id.value))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("ship")));
        ShipmentStore shipments(m_connection);
        ShipmentMoney money = moneyOf(*order, lines, chosen);
        money.paidLeft = std::max<Money>(0, order->held() - shipments.consumedSoFar(id));
        ShipmentView view{{}, id, {}, parcel, money.value, consumedBy(money)};
        view.shipment = shipments.insert(book.operation(), id, caller.now, parcel, view.consumed);
        for (const QueueLine &line : chosen) {
            shipments.insertLine(view.shipment, line.line, line.product, line.units);
            OrderStore(m_connection).addShipped(line.line, line.units);
            view.lines.push_back({line.line, book.product(line.product).terms.sku, line.units});
        }
        book.ship(chosen);
        book.finish();
        tellShipped(m_connection, id, book.operation(), lines, chosen);
        return view;
    });
}

Result<ShippingService::ManyShipped> ShippingService::shipAll(const std::vector<OrderId> &orders, const Caller &caller,
                                                              const Parcel &parcel)
{
    ManyShipped many;
    for (OrderId order : orders) {
        Caller each = caller;
        each.uuid.clear(); // one operation for each order
        auto view = ship(order, {}, each, parcel);
        if (view)
            many.shipments.push_back(*view);
        else if (view.error().kind == Error::Kind::Storage)
            return view.error();
        else
            many.kept.emplace_back(order, view.error());
    }
    return many;
}

Result<std::vector<ShipmentView>> ShippingService::shipReady(const Caller &caller, const Parcel &parcel)
{
    const auto candidates = readIn(m_connection, [&] { return OrderStore(m_connection).withAllocatedUnits(); });
    if (!candidates)
        return candidates.error();
    auto many = shipAll(*candidates, caller, parcel);
    if (!many)
        return many.error();
    return std::move(many->shipments);
}

} // namespace waitline
