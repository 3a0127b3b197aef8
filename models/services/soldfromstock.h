#pragma once

#include "models/domain/product.h"
#include "models/services/demodesk.h"
#include "models/store/demandstore.h"
#include "models/store/orderstore.h"

#include <map>
#include <vector>

namespace waitline {

class Connection;

/// Orders served from stock the moment they were placed, paid and shipped, written in bulk: for whole weeks of a
/// past business. The caller sees to it that the goods are in stock and nobody waits for them.
class SoldFromStock final {
public:
    explicit SoldFromStock(Connection &connection) : m_connection(connection) {}

    void addOrder(CustomerId customer, const OrderDraft &draft, Instant placedAt, Instant shippedAt);
    /// A line of the order added last.
    void addLine(ProductId product, const ProductTerms &terms, Units units);
    /// Writes all of them, as one placing, one bank statement and one shipping. Returns the number of lines.
    qint64 write(DemoDesk &desk);

private:
    void writeOrders(OperationId placing);
    void writePayments(DemoDesk &desk);
    void writeShipments(OperationId shipping);
    void writeLedger(OperationId placing, OperationId shipping);
    void writeDemand();

    Connection &m_connection;
    std::vector<NewOrder> m_orders;
    std::vector<Instant> m_shippedAt;
    std::vector<Money> m_values;
    std::vector<NewOrderLine> m_lines;
    std::vector<size_t> m_orderOfLine;
    std::vector<OrderLineId> m_lineIds;
    std::map<ProductId, std::vector<size_t>> m_linesOfProduct;
    std::map<ProductId, AllocationPolicy> m_policies;
    std::vector<DemandDelta> m_demand;
};

} // namespace waitline
