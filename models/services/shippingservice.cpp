#include "models/services/shippingservice.h"

#include "models/domain/apportionment.h"
#include "models/domain/order.h"
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

bool isReleased(StockBook &book, const StoredOrderLine &line, QDate today)
{
    const auto release = book.product(line.product).terms.release;
    return !release || *release <= today;
}

/// What keeps the whole order back, or nothing.
std::optional<QString> blocker(StockBook &book, const StoredOrder &order, const std::vector<StoredOrderLine> &lines, QDate today,
                               bool fullBalance, const Currency &currency)
{
    Money total = 0;
    for (const StoredOrderLine &line : lines) {
        total += line.active() * line.unitPrice;
        if (order.shipComplete && line.waiting > 0)
            return sentence("it asks to be shipped complete and %1 units of %2 still wait").arg(line.waiting).arg(line.sku);
        if (order.shipComplete && line.allocated > 0 && !isReleased(book, line, today))
            return sentence("it asks to be shipped complete and %1 is not released yet").arg(line.sku);
    }
    if (order.held() < order.depositRequired)
        return sentence("its deposit of %1 is not paid in full: %2 is missing")
            .arg(currency.toDecimal(order.depositRequired), currency.toDecimal(order.depositRequired - order.held()));
    if (fullBalance && order.held() < total)
        return sentence("its balance of %1 is not paid").arg(currency.toDecimal(total - order.held()));
    return std::nullopt;
}

/// The units of each line that leave now; throws Refusal where a line named may not.
std::vector<QueueLine> chosenLines(StockBook &book, const std::vector<StoredOrderLine> &lines, const std::map<OrderLineId, Units> &units,
                                   QDate today)
{
    std::vector<QueueLine> chosen;
    for (const StoredOrderLine &line : lines) {
        const auto named = units.find(line.id);
        if (!units.empty() && named == units.end())
            continue;
        Units wanted = line.allocated;
        if (named != units.end()) {
            orRefuse(validateUnits(named->second, "line", sentence("The units to ship")));
            wanted = named->second;
            if (!isReleased(book, line, today))
                throw Refusal{refused("line", sentence("%1 cannot ship before its release on %2.")
                                                  .arg(line.sku, book.product(line.product).terms.release->toString(Qt::ISODate)))};
            if (wanted > line.allocated)
                throw Refusal{refused("line", sentence("Only %1 units of line %2 are allocated and can ship, not %3.")
                                                  .arg(line.allocated)
                                                  .arg(line.id.value)
                                                  .arg(wanted))};
        }
        if (wanted > 0 && isReleased(book, line, today))
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

} // namespace

Result<ShipmentView> ShippingService::ship(OrderId id, const std::map<OrderLineId, Units> &units, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        StockBook book(m_connection);
        book.lock(OrderStore(m_connection).products(id));
        const auto order = OrderStore(m_connection).lock(id);
        if (!order)
            throw Refusal{notFound("order", sentence("There is no order %1.").arg(id.value))};
        const std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(id);
        for (const auto &[line, wanted] : units) {
            if (std::none_of(lines.begin(), lines.end(), [&](const auto &known) { return known.id == line; }))
                throw Refusal{notFound("line", sentence("Order %1 has no line %2.").arg(id.value).arg(line.value))};
        }
        SettingStore settings(m_connection);
        if (const auto reason = blocker(book, *order, lines, caller.today(), settings.asksForFullBalance(), settings.currency()))
            throw Refusal{refused("order", sentence("Order %1 cannot ship: %2.").arg(id.value).arg(*reason))};
        const std::vector<QueueLine> chosen = chosenLines(book, lines, units, caller.today());
        if (chosen.empty())
            throw Refusal{refused("order", sentence("Order %1 has no allocated units that may ship yet.").arg(id.value))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("ship")));
        ShipmentStore shipments(m_connection);
        ShipmentMoney money = moneyOf(*order, lines, chosen);
        money.paidLeft = std::max<Money>(0, order->held() - shipments.consumedSoFar(id));
        ShipmentView view{{}, id, {}, money.value, consumedBy(money)};
        view.shipment = shipments.insert(book.operation(), id, caller.now, view.consumed);
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

Result<std::vector<ShipmentView>> ShippingService::shipReady(const Caller &caller)
{
    const auto candidates = readIn(m_connection, [&] { return OrderStore(m_connection).withAllocatedUnits(); });
    if (!candidates)
        return candidates.error();
    std::vector<ShipmentView> shipped;
    for (OrderId order : *candidates) {
        Caller each = caller;
        each.uuid.clear(); // one operation for each order
        auto view = ship(order, {}, each);
        if (view)
            shipped.push_back(*view);
        else if (view.error().kind == Error::Kind::Storage)
            return view.error();
    }
    return shipped;
}

} // namespace waitline
