#include "models/services/ordertakeover.h"

#include "models/store/connection.h"
#include "models/store/paymentstore.h"
#include "models/store/receiptstore.h"
#include "models/store/shipmentstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

void OrderTakeover::record(const std::vector<NewOrder> &orders, const std::vector<OrderId> &ids, const std::vector<NewOrderLine> &lines,
                           const std::vector<OrderLineId> &lineIds)
{
    std::map<OrderId, const NewOrder *> past;
    for (size_t i = 0; i < orders.size(); ++i) {
        if (orders[i].draft.past)
            past.emplace(ids[i], &orders[i]);
    }
    if (past.empty())
        return;
    recordCancelled(lines, lineIds);
    recordShipped(past, lines, lineIds);
    recordMoney(past);
}

void OrderTakeover::recordCancelled(const std::vector<NewOrderLine> &lines, const std::vector<OrderLineId> &lineIds)
{
    std::vector<std::pair<OrderLineId, Units>> cancelled;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].cancelled > 0)
            cancelled.emplace_back(lineIds[i], lines[i].cancelled);
    }
    OrderStore(m_connection).recordCancellations(m_book.operation(), cancelled);
}

/// What has shipped came in first: a receipt of its own brings it, so that stock counted today stays as it is.
void OrderTakeover::recordShipped(const std::map<OrderId, const NewOrder *> &past, const std::vector<NewOrderLine> &lines,
                                  const std::vector<OrderLineId> &lineIds)
{
    std::map<ProductId, std::vector<AllocationEntry>> byProduct;
    std::vector<NewShipment> shipments;
    for (size_t i = 0; i < lines.size(); ++i) {
        const NewOrderLine &line = lines[i];
        if (line.shipped == 0)
            continue;
        byProduct[line.product].push_back({lineIds[i], line.shipped, {}, {}});
        if (shipments.empty() || shipments.back().order != line.order)
            shipments.push_back({line.order, 0, {}});
        shipments.back().at = std::max(shipments.back().at, shippedAt(*past.at(line.order), line.product));
        shipments.back().lines.push_back({lineIds[i], line.product, line.shipped});
    }
    if (byProduct.empty())
        return;
    ReceiptStore receipts(m_connection);
    const QString reference = QCoreApplication::translate("Orders", "Shipped before the orders were taken over");
    const ReceiptId receipt = receipts.insert({{}, m_book.operation(), {}, m_caller.now, reference, {}, false, {}}, {});
    for (const auto &[product, entries] : byProduct) {
        Units units = 0;
        for (const AllocationEntry &entry : entries)
            units += entry.units;
        receipts.insertLine(receipt, {product, {}, {}, units, 0});
        m_book.passThrough(product, entries);
        m_book.fitCustomerLimit(product);
    }
    ShipmentStore(m_connection).insertAll(m_book.operation(), shipments);
}

Instant OrderTakeover::shippedAt(const NewOrder &order, ProductId product)
{
    if (order.draft.past->shippedAt)
        return *order.draft.past->shippedAt;
    const auto release = m_book.product(product).terms.release;
    return release && dayOf(order.placedAt) < *release ? release->startOfDay(Qt::UTC).toMSecsSinceEpoch() : order.placedAt;
}

void OrderTakeover::recordMoney(const std::map<OrderId, const NewOrder *> &past)
{
    PaymentStore payments(m_connection);
    const QString method = QCoreApplication::translate("Orders", "taken over");
    for (const auto &[id, order] : past) {
        const OrderPast &money = *order->draft.past;
        if (money.paid > 0)
            payments.insert(m_book.operation(), {id, money.paid, method});
        if (money.refunded > 0)
            payments.insert(m_book.operation(), {id, -money.refunded, method});
    }
}

} // namespace waitline
