#pragma once

#include "models/services/demosales.h"

#include <map>
#include <set>
#include <span>

namespace waitline {

class DemoPurchases;

/// The orders of the last weeks, through the same services as any: those who wait, those just served, what became
/// of them.
class DemoOrders final {
public:
    DemoOrders(Connection &connection, DemoDesk &desk, const DemoCatalogue &catalogue, const DemoCustomers &customers,
               const DemoSize &size);

    /// How many days back the first of these orders lie.
    static constexpr int days = 140;
    /// Places the orders of a day, `daysAgo`; returns their lines. Some days there is a delivery or shipments too.
    qint64 placeDay(int daysAgo, DemoPurchases &purchases);
    /// Cancellations, refunds, a move in line, counts and refused demand.
    void changeSome();

private:
    using Deck = std::vector<size_t>; ///< a product for each line to come, shuffled
    void drawFrom(const Deck &deck, int day, int days, std::vector<size_t> &lines) const;
    void placeLines(QDate day, const std::vector<size_t> &lines);
    OrderDraft nextOrder(QDate day, std::span<const size_t> &lines);
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
    Deck m_preorders; ///< collected over all the days
    Deck m_backorders; ///< and what is short or served at once, over the last ones
    std::map<QString, size_t> m_productOfSku;
    std::set<std::pair<size_t, size_t>> m_limited; ///< products and customers where one may have but one
    std::vector<OrderId> m_orders;
};

} // namespace waitline
