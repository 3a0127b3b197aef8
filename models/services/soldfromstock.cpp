#include "models/services/soldfromstock.h"

#include "models/store/connection.h"
#include "models/store/ledgerstore.h"
#include "models/store/operationstore.h"
#include "models/store/paymentstore.h"
#include "models/store/shipmentstore.h"
#include "models/store/stockstore.h"

#include <iterator>

namespace waitline {

void SoldFromStock::addOrder(CustomerId customer, const OrderDraft &draft, Instant placedAt, Instant shippedAt)
{
    m_orders.push_back({{}, customer, draft, placedAt, 0, 0});
    m_shippedAt.push_back(shippedAt);
    m_values.push_back(0);
}

void SoldFromStock::addLine(ProductId product, const ProductTerms &terms, Units units)
{
    NewOrder &order = m_orders.back();
    m_linesOfProduct[product].push_back(m_lines.size());
    m_policies[product] = terms.policy;
    m_orderOfLine.push_back(m_orders.size() - 1);
    m_lines.push_back({{}, product, units, 0, false, terms.price, terms.deposit, {}, 0, units});
    order.depositRequired += terms.deposit.required(units, terms.price);
    order.shippedValue += units * terms.price;
    m_values.back() += units * terms.price;
    m_demand.push_back({product, dayOf(order.placedAt), DemandFigures::of(units, false, 0, terms.price)});
}

qint64 SoldFromStock::write(DemoDesk &desk)
{
    if (m_orders.empty())
        return 0;
    OperationStore operations(m_connection);
    const OperationId placing = operations.insert(desk.caller(m_orders.back().placedAt).stamp("place"));
    writeOrders(placing);
    writePayments(desk);
    const OperationId shipping = operations.insert(desk.caller(m_shippedAt.back()).stamp("ship"));
    writeShipments(shipping);
    writeLedger(placing, shipping);
    writeDemand();
    return qint64(m_lines.size());
}

void SoldFromStock::writeOrders(OperationId placing)
{
    for (NewOrder &order : m_orders)
        order.operation = placing;
    const std::vector<OrderId> ids = OrderStore(m_connection).insert(m_orders);
    for (size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i].order = ids[m_orderOfLine[i]];
    m_lineIds = OrderStore(m_connection).insertLines(m_lines);
}

void SoldFromStock::writePayments(DemoDesk &desk)
{
    constexpr const char *methods[] = {"card", "transfer", "card", "wallet"};
    std::vector<NewPayment> payments;
    size_t orderOfLine = m_orders.size();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const size_t order = m_orderOfLine[i];
        if (order != orderOfLine)
            payments.push_back({m_lines[i].order, m_values[order], QString::fromLatin1(methods[order % std::size(methods)])});
        orderOfLine = order;
    }
    const OperationId paying = OperationStore(m_connection).insert(desk.caller(m_orders.back().placedAt).stamp("pay"));
    PaymentStore(m_connection).insertAll(paying, payments);
}

void SoldFromStock::writeShipments(OperationId shipping)
{
    std::vector<NewShipment> shipments;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (shipments.empty() || shipments.back().order != m_lines[i].order)
            shipments.push_back({m_lines[i].order, m_shippedAt[m_orderOfLine[i]], {}});
        shipments.back().lines.push_back({m_lineIds[i], m_lines[i].product, m_lines[i].units});
    }
    ShipmentStore(m_connection).insertAll(shipping, shipments);
}

/// For each product one entry that served the lines and one by which they left.
void SoldFromStock::writeLedger(OperationId placing, OperationId shipping)
{
    LedgerStore ledger(m_connection);
    for (const auto &[product, lines] : m_linesOfProduct) {
        std::vector<AllocationEntry> served;
        std::vector<AllocationEntry> left;
        Units units = 0;
        for (size_t line : lines) {
            served.push_back({m_lineIds[line], m_lines[line].units, qint64(served.size()) + 1, units});
            left.push_back({m_lineIds[line], -m_lines[line].units, {}, {}});
            units += m_lines[line].units;
        }
        ledger.post({placing, product, QStringLiteral("serve"), 0, units, m_policies[product], units}, served);
        ledger.post({shipping, product, QStringLiteral("ship"), -units, -units, {}, {}}, left);
        StockFigures delta;
        delta.onHand = -units;
        delta.shipped = units;
        StockStore(m_connection).add(product, delta);
    }
}

void SoldFromStock::writeDemand()
{
    DemandStore demand(m_connection);
    std::map<QDate, DemandFigures> totals;
    for (const DemandDelta &delta : m_demand)
        totals[delta.day] += delta.figures;
    demand.addAll(std::move(m_demand));
    for (const auto &[day, figures] : totals)
        demand.addTotal(day, figures);
}

} // namespace waitline
