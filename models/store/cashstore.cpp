#include "models/store/cashstore.h"

#include "models/store/connection.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace waitline {

std::vector<CashStore::Waiting> CashStore::waitingLines()
{
    std::unordered_map<qint64, Units> supply;
    {
        Rows rows = m_connection.run("SELECT product_id, on_hand - allocated + on_order FROM product_stock");
        while (rows.next())
            supply.emplace(rows.integer(0), rows.integer(1));
    }
    // Supply is walked along the queue: a line is covered when all up to it fit what is free and what is on order.
    std::vector<Waiting> waiting;
    Rows rows = m_connection.run("SELECT product_id, order_line_id, units FROM waiting_line "
                                 "ORDER BY product_id, urgency, placed_at, rank_line, sequence");
    qint64 product = 0;
    Units *left = nullptr; // of the product
    while (rows.next()) {
        if (!left || rows.integer(0) != product) {
            product = rows.integer(0);
            left = &supply[product];
        }
        const Units units = rows.integer(2);
        *left -= units;
        const auto line = size_t(rows.integer(1));
        if (line >= waiting.size())
            waiting.resize(std::max(line + 1, 2 * waiting.size()));
        waiting[line] = {units, *left >= 0};
    }
    return waiting;
}

std::vector<CashLine> CashStore::linesWithMoney()
{
    const std::vector<Waiting> waiting = waitingLines();
    std::vector<CashLine> lines;
    Rows rows = m_connection.run(
        "SELECT l.order_id, l.id, o.paid - o.refunded, l.ordered - l.cancelled - l.shipped, l.unit_price, l.shipped * l.unit_price, "
        "l.promise_current FROM sales_order o CROSS JOIN order_line l WHERE l.order_id = o.id "
        "AND o.paid - o.refunded > o.shipped_value ORDER BY o.id, l.id");
    while (rows.next()) {
        const auto line = size_t(rows.integer(1));
        const Waiting waits = line < waiting.size() ? waiting[line] : Waiting{};
        const qint64 price = rows.integer(4);
        lines.push_back({rows.id<OrderId>(0), rows.id<OrderLineId>(1), rows.integer(2), rows.integer(3), rows.integer(3) * price,
                         rows.integer(5), waits.units * price, waits.isCovered, rows.optionalDay(6)});
    }
    return lines;
}

// The UTC day of an operation's instant; a counter-entry counts against the side of the entry it takes back.
#define WAITLINE_DAY "n.at / 86400000"
#define WAITLINE_IN "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN p.amount ELSE 0 END"
#define WAITLINE_OUT "CASE WHEN (p.amount > 0) = (p.reverses IS NULL) THEN 0 ELSE -p.amount END"

// The value that left, day by day: shipments that stand, less what customers returned.
#define WAITLINE_LEFT                                                                                                                        \
    "SELECT h.order_id, h.shipped_day AS day, d.units * x.unit_price AS value FROM shipment_line d JOIN shipment h ON h.id = d.shipment_id " \
    "JOIN order_line x ON x.id = d.order_line_id WHERE h.voided_by IS NULL UNION ALL "                                                       \
    "SELECT x.order_id, " WAITLINE_DAY ", -(r.to_stock + r.scrapped) * x.unit_price FROM customer_return r "                                 \
    "JOIN operation n ON n.id = r.operation_id JOIN order_line x ON x.id = r.order_line_id"

std::vector<OrderDeposit> CashStore::deposits(QDate from, QDate to)
{
    std::vector<OrderDeposit> orders;
    Rows rows = m_connection.run(
        "SELECT m.order_id, c.name, CAST(m.before AS BIGINT), CAST(COALESCE(s.before, 0) AS BIGINT), CAST(m.paid AS BIGINT), "
        "CAST(m.refunded AS BIGINT), CAST(COALESCE(s.value, 0) AS BIGINT) FROM (SELECT p.order_id, "
        "SUM(CASE WHEN " WAITLINE_DAY " < ? THEN p.amount ELSE 0 END) AS before, "
        "SUM(CASE WHEN " WAITLINE_DAY " >= ? THEN " WAITLINE_IN " ELSE 0 END) AS paid, "
        "SUM(CASE WHEN " WAITLINE_DAY " >= ? THEN " WAITLINE_OUT " ELSE 0 END) AS refunded "
        "FROM payment p JOIN operation n ON n.id = p.operation_id WHERE " WAITLINE_DAY " <= ? GROUP BY p.order_id) m "
        "JOIN sales_order o ON o.id = m.order_id JOIN customer c ON c.id = o.customer_id LEFT JOIN (SELECT h.order_id, "
        "SUM(CASE WHEN h.day < ? THEN h.value ELSE 0 END) AS before, SUM(CASE WHEN h.day >= ? THEN h.value ELSE 0 END) AS value "
        "FROM (" WAITLINE_LEFT ") AS h WHERE h.day <= ? GROUP BY h.order_id) s ON s.order_id = m.order_id ORDER BY m.order_id",
        from, from, from, to, from, from, to);
    while (rows.next())
        orders.push_back(
            {rows.id<OrderId>(0), rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.integer(6)});
    return orders;
}

std::map<ProductId, RunFigures> CashStore::runsOf(const SqlPart &condition)
{
    std::map<ProductId, RunFigures> runs;
    Rows rows =
        m_connection.run(u"SELECT p.id, p.sku, p.name, p.price, p.cost FROM product p WHERE 1 = 1" + condition.text + u" ORDER BY p.id",
                         condition.values);
    while (rows.next())
        runs.emplace_hint(runs.end(), rows.id<ProductId>(0),
                          RunFigures{rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4)});
    return runs;
}

std::vector<RunFigures> CashStore::preorderRuns(const DemandScope &scope)
{
    const SqlPart condition = productCondition(m_connection.dialect(), scope);
    std::map<ProductId, RunFigures> runs = runsOf(condition);
    std::set<ProductId> preordered;
    {
        const QString ofProducts =
            condition.text.isEmpty() ? QString() : u" AND l.product_id IN (SELECT p.id FROM product p WHERE 1 = 1" + condition.text + u')';
        // With the value of the whole order, by which its money lies on its lines. A million lines carry no product's name.
        Rows rows = m_connection.run(
            u"SELECT l.product_id, l.ordered - l.cancelled, (l.ordered - l.cancelled) * l.unit_price, o.paid - o.refunded, "
            u"CASE WHEN o.paid > o.refunded THEN (SELECT CAST(SUM((x.ordered - x.cancelled) * x.unit_price) AS BIGINT) "
            u"FROM order_line x WHERE x.order_id = o.id) ELSE 0 END FROM order_line l JOIN sales_order o ON o.id = l.order_id "
            u"WHERE l.preorder = 1" +
                ofProducts,
            condition.values);
        while (rows.next()) {
            RunFigures &run = runs.at(rows.id<ProductId>(0));
            preordered.insert(run.product);
            run.ordered += rows.integer(1);
            run.value += rows.integer(2);
            if (const Money whole = rows.integer(4); whole > 0)
                run.collected += proportion(std::min(rows.integer(3), whole), rows.integer(2), whole);
        }
    }
    std::erase_if(runs, [&](const auto &run) { return !preordered.contains(run.first); });
    Rows bought = m_connection.run("SELECT product_id, CAST(SUM(ordered + over_received - closed_short) AS BIGINT), "
                                   "CAST(SUM((ordered + over_received - closed_short) * unit_cost) AS BIGINT) FROM purchase_line "
                                   "GROUP BY product_id");
    while (bought.next()) {
        if (const auto run = runs.find(bought.id<ProductId>(0)); run != runs.end()) {
            run->second.bought = bought.integer(1);
            run->second.boughtCost = bought.integer(2);
        }
    }
    std::vector<RunFigures> all;
    for (auto &[product, run] : runs)
        all.push_back(std::move(run));
    return all;
}

namespace {

/// What happened to an order's money on a day.
struct CashEvent {
    OrderId order;
    DayNumber day = 0;
    Money in = 0;
    Money out = 0;
    Money left = 0; ///< value of goods
    bool isMoney = false;
};

/// Adds what the order's deposit changed by, event after event: it is what the order holds beyond the value shipped.
void addDeposits(std::map<DayNumber, CashDay> &days, std::vector<CashEvent>::const_iterator event,
                 std::vector<CashEvent>::const_iterator end)
{
    const bool hasMoney = std::any_of(event, end, [](const CashEvent &each) { return each.isMoney; });
    Money held = 0;
    for (; hasMoney && event != end; ++event) {
        const Money before = std::exchange(held, held + event->in - event->out - event->left);
        days[event->day].depositsDelta += std::max<Money>(held, 0) - std::max<Money>(before, 0);
    }
}

} // namespace

std::vector<CashDay> CashStore::byDay()
{
    std::vector<CashEvent> events;
    // As the rows stand in their tables, and put in order here: the database would do both sorts on disk pages.
    {
        Rows paid = m_connection.run("SELECT p.order_id, " WAITLINE_DAY ", " WAITLINE_IN ", " WAITLINE_OUT
                                     " FROM payment p CROSS JOIN operation n WHERE n.id = p.operation_id");
        while (paid.next())
            events.push_back({paid.id<OrderId>(0), paid.integer(1), paid.integer(2), paid.integer(3), 0, true});
    }
    {
        Rows left = m_connection.run("SELECT order_id, day, value FROM (" WAITLINE_LEFT ") AS moved");
        while (left.next())
            events.push_back({left.id<OrderId>(0), left.integer(1), 0, 0, left.integer(2), false});
    }
    std::sort(events.begin(), events.end(),
              [](const CashEvent &a, const CashEvent &b) { return std::tie(a.order, a.day) < std::tie(b.order, b.day); });
    std::map<DayNumber, CashDay> days;
    for (auto event = events.cbegin(); event != events.cend();) {
        const auto end = std::find_if(event, events.cend(), [&](const CashEvent &each) { return each.order != event->order; });
        addDeposits(days, event, end);
        for (; event != end; ++event) {
            CashDay &day = days[event->day];
            day.in += event->in;
            day.refunded += event->out;
            day.shipped += event->left;
        }
    }
    std::vector<CashDay> all;
    for (auto &[number, day] : days) {
        day.day = number;
        all.push_back(day);
    }
    return all;
}

} // namespace waitline
