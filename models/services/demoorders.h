#pragma once

#include "models/services/demosales.h"

#include <functional>
#include <map>
#include <set>

namespace waitline {

class DemoPurchases;

/// The orders of the last weeks, through the same services as any: those who wait, those just served, what became
/// of them.
class DemoOrders final {
public:
    DemoOrders(Connection &connection, DemoDesk &desk, const DemoCatalogue &catalogue, const DemoCustomers &customers,
               const DemoSize &size);

    /// Places the orders day by day, with a delivery and shipments in between; `placed` is told the lines of each day.
    void place(DemoPurchases &purchases, const std::function<void(qint64 lines)> &placed);
    /// Cancellations, refunds, a move in line, counts and refused demand.
    void changeSome();

private:
    void placeDay(QDate day, size_t from, size_t to);
    OrderDraft nextOrder(QDate day, size_t &next, size_t to);
    size_t buyerOf(const std::vector<size_t> &products);
    void placeBatch(const std::vector<OrderDraft> &drafts);
    void pay(const std::vector<OrderDraft> &drafts, const std::vector<OrderId> &orders, Instant at);
    void shipSome(QDate day);
    void cancelSome();
    void moveOne();
    void countSome();
    void refuseSome();

    Connection &m_connection;
    DemoDesk &m_desk;
    const DemoCatalogue &m_catalogue;
    const DemoCustomers &m_customers;
    DemoSize m_size;
    Chance m_chance;
    std::vector<size_t> m_deck; ///< a product for each line to come, shuffled
    std::map<QString, size_t> m_productOfSku;
    std::set<std::pair<size_t, size_t>> m_limited; ///< products and customers where one may have but one
    std::vector<OrderId> m_orders;
};

} // namespace waitline
