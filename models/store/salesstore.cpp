#include "models/store/salesstore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <unordered_map>

namespace waitline {

namespace {

// Not by the index of days: what else is read of these rows would be looked up one by one.
const QString scannedDay = QStringLiteral("+sold_day");
constexpr qint64 firstDay = -200'000;
constexpr qint64 lastDay = 3'000'000;

QVariantList daysOf(const DemandScope &scope)
{
    return {scope.from.isValid() ? toSql(scope.from) : toSql(firstDay), scope.to.isValid() ? toSql(scope.to) : toSql(lastDay)};
}

SqlPart ofCampaign(const DemandScope &scope)
{
    if (scope.campaign.isEmpty())
        return {};
    return {QStringLiteral(" AND o.campaign_id = (SELECT id FROM campaign WHERE code = ?)"), {toSql(scope.campaign)}};
}

/// " AND COLUMN IN (the scope's products)", or nothing.
SqlPart ofProducts(const SqlDialect &dialect, const DemandScope &scope, const QString &column)
{
    if (!scope.isNarrow())
        return {};
    SqlPart condition{QStringLiteral(" AND %1 IN (SELECT p.id FROM product p WHERE 1 = 1").arg(column), {}};
    condition += productCondition(dialect, scope);
    condition.text += u')';
    return condition;
}

/// Orders o with their lines l, those within the scope's campaign. Of all days line by line: an order's row is the one before
/// or the next then, where looking up the lines of each order would find them one by one.
SqlPart linesOf(const DemandScope &scope)
{
    if (scope.campaign.isEmpty() && !scope.from.isValid())
        return {QStringLiteral("order_line l CROSS JOIN sales_order o WHERE o.id = l.order_id"), {}};
    SqlPart lines{QStringLiteral("sales_order o CROSS JOIN order_line l WHERE l.order_id = o.id"), {}};
    lines += ofCampaign(scope);
    return lines;
}

} // namespace

/// Adds up lines of documents by what their buyers have in common.
class BuyerTallies final {
public:
    struct Tally {
        std::vector<qint64> customers; ///< of each order, again and again
        QSet<std::pair<QString, qint64>> documents; ///< of before: a document counts once for each customer
        qint64 orders = 0;
        Units units = 0;
        Money value = 0;
    };
    /// It stays where it is.
    [[nodiscard]] Tally &of(const QString &name) { return m_tallies[name]; }
    /// Most value first.
    [[nodiscard]] std::vector<BuyerGroup> sorted()
    {
        std::vector<BuyerGroup> groups;
        for (auto &[name, tally] : m_tallies) {
            const qint64 orders = tally.orders + tally.documents.size();
            if (orders == 0)
                continue; // nobody bought
            std::sort(tally.customers.begin(), tally.customers.end());
            const auto all = std::unique(tally.customers.begin(), tally.customers.end()) - tally.customers.begin();
            groups.push_back({name, all, orders, tally.units, tally.value});
        }
        std::sort(groups.begin(), groups.end(),
                  [](const BuyerGroup &a, const BuyerGroup &b) { return a.value != b.value ? a.value > b.value : a.name < b.name; });
        return groups;
    }

private:
    std::unordered_map<QString, Tally> m_tallies;
};

namespace {

/// Where a customer's or a campaign's orders are added up, by its id; none where it has no country.
std::vector<BuyerTallies::Tally *> talliesOf(Connection &connection, BuyersBy by, BuyerTallies &tallies)
{
    std::vector<BuyerTallies::Tally *> known;
    Rows rows = by == BuyersBy::Country ? connection.run("SELECT id, country FROM customer WHERE country <> ''")
                                        : connection.run("SELECT id, code FROM campaign");
    while (rows.next()) {
        const auto id = size_t(rows.integer(0));
        if (id >= known.size())
            known.resize(std::max(id + 1, 2 * known.size()), nullptr);
        known[id] = &tallies.of(rows.text(1));
    }
    return known;
}

} // namespace

std::vector<SalesDay> SalesStore::before(const DemandScope &scope)
{
    if (!scope.campaign.isEmpty())
        return {};
    SqlPart sql{QStringLiteral("SELECT sold_day, CAST(SUM(units) AS BIGINT), CAST(SUM(units * unit_price) AS BIGINT) FROM sales_history "
                               "WHERE sold_day BETWEEN ? AND ?"),
                daysOf(scope)};
    sql += ofProducts(m_connection.dialect(), scope, QStringLiteral("product_id"));
    sql.text += QStringLiteral(" GROUP BY sold_day ORDER BY sold_day");
    std::vector<SalesDay> days;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    return days;
}

void SalesStore::productDays(const DemandScope &scope, const std::function<void(const ProductDay &)> &tell)
{
    const auto tellAll = [&](const SqlPart &sql) {
        Rows rows = m_connection.run(sql.text, sql.values);
        while (rows.next())
            tell({rows.id<ProductId>(0), rows.integer(1), rows.integer(2), rows.integer(3)});
    };
    // Product by product: each one's days are neighbours.
    SqlPart own{QStringLiteral("SELECT d.product_id, d.day, d.ordered_units, d.ordered_value FROM "), {}};
    if (scope.campaign.isEmpty())
        own += {QStringLiteral("product p JOIN demand_day d ON d.product_id = p.id AND d.day BETWEEN ? AND ? WHERE 1 = 1"), daysOf(scope)};
    else {
        own += demandDays(scope);
        own.text += QStringLiteral(" d JOIN product p ON p.id = d.product_id WHERE 1 = 1");
    }
    own += productCondition(m_connection.dialect(), scope);
    tellAll(own);
    if (!scope.campaign.isEmpty())
        return; // sales from before know no campaign
    // In the order of the products' index, which holds all of it; that of days would look up each row.
    SqlPart past{QStringLiteral("SELECT h.product_id, h.sold_day, h.units, h.units * h.unit_price FROM sales_history h "
                                "WHERE +h.sold_day BETWEEN ? AND ?"),
                 daysOf(scope)};
    past += ofProducts(m_connection.dialect(), scope, QStringLiteral("h.product_id"));
    tellAll(past);
}

std::vector<SalesDay> SalesStore::byDay(const DemandScope &scope)
{
    SqlPart own;
    if (!scope.isNarrow() && scope.campaign.isEmpty())
        own = {QStringLiteral("SELECT day, ordered_units, ordered_value FROM demand_total WHERE day BETWEEN ? AND ? ORDER BY day"),
               daysOf(scope)};
    else {
        own = {QStringLiteral("SELECT d.day, CAST(SUM(d.ordered_units) AS BIGINT), CAST(SUM(d.ordered_value) AS BIGINT) FROM "), {}};
        own += demandDays(scope);
        own.text += QStringLiteral(" d JOIN product p ON p.id = d.product_id WHERE 1 = 1");
        own += productCondition(m_connection.dialect(), scope);
        own.text += QStringLiteral(" GROUP BY d.day ORDER BY d.day");
    }
    std::vector<SalesDay> days = before(scope);
    Rows rows = m_connection.run(own.text, own.values);
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1), rows.integer(2)});
    std::stable_sort(days.begin(), days.end(), [](const SalesDay &a, const SalesDay &b) { return a.day < b.day; });
    return days;
}

std::vector<ProductName> SalesStore::mostSold(const DemandScope &scope, int top)
{
    SqlPart sql{QStringLiteral("SELECT p.id, p.sku, p.name FROM product p JOIN (SELECT product_id, SUM(units) AS units FROM ("
                               "SELECT product_id, SUM(ordered_units) AS units FROM demand_day WHERE 1 = 1"),
                {}};
    const SqlPart condition = ofProducts(m_connection.dialect(), scope, QStringLiteral("product_id"));
    sql += condition;
    sql.text += QStringLiteral(" GROUP BY product_id UNION ALL SELECT product_id, SUM(units) FROM sales_history WHERE 1 = 1");
    sql += condition;
    sql += {QStringLiteral(" GROUP BY product_id) each GROUP BY product_id) t ON t.product_id = p.id WHERE t.units > 0"), {}};
    sql += {QStringLiteral(" ORDER BY t.units DESC, p.id LIMIT ?"), {toSql(top)}};
    std::vector<ProductName> products;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        products.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2)});
    return products;
}

std::vector<StockedProduct> SalesStore::stocked(const DemandScope &scope)
{
    SqlPart sql{QStringLiteral("SELECT p.id, p.sku, p.name, p.price, p.cost, p.lead_days, p.discontinued, p.release_day, "
                               "s.on_hand - s.allocated, s.on_order, s.waiting_preorder + s.waiting_backorder "
                               "FROM product p JOIN product_stock s ON s.product_id = p.id WHERE 1 = 1"),
                {}};
    sql += productCondition(m_connection.dialect(), scope);
    sql.text += QStringLiteral(" ORDER BY p.id");
    std::vector<StockedProduct> products;
    Rows rows = m_connection.run(sql.text, sql.values);
    while (rows.next())
        products.push_back({{rows.id<ProductId>(0), rows.text(1), rows.text(2)},
                            rows.integer(3),
                            rows.integer(4),
                            int(rows.integer(5)),
                            rows.boolean(6),
                            rows.optionalDay(7),
                            rows.integer(8),
                            rows.integer(9),
                            rows.integer(10)});
    return products;
}

std::vector<BuyerDay> SalesStore::buyerDays(const DemandScope &scope)
{
    std::vector<BuyerDay> days;
    const auto read = [&](const SqlPart &sql) {
        Rows rows = m_connection.run(sql.text, sql.values);
        while (rows.next())
            days.push_back({rows.id<CustomerId>(0), rows.integer(1)});
    };
    const QVariant last = daysOf(scope).back();
    SqlPart own{QStringLiteral("SELECT o.customer_id, o.placed_day FROM "), {}};
    if (scope.isNarrow()) {
        DemandScope fromTheBeginning = scope; // who bought before is no new customer
        fromTheBeginning.from = {};
        own += linesOf(fromTheBeginning);
        own += ofProducts(m_connection.dialect(), scope, QStringLiteral("l.product_id"));
    } else {
        own.text += QStringLiteral("sales_order o WHERE 1 = 1");
        own += ofCampaign(scope);
    }
    own += {QStringLiteral(" AND o.placed_day <= ?"), {last}};
    read(own);
    if (scope.campaign.isEmpty()) {
        SqlPart past{QStringLiteral("SELECT h.customer_id, h.sold_day FROM sales_history h WHERE h.customer_id IS NOT NULL AND h.units > 0 "
                                    "AND h.sold_day <= ?"),
                     {last}};
        past += ofProducts(m_connection.dialect(), scope, QStringLiteral("h.product_id"));
        read(past);
    }
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

namespace {

/// The orders of a scope's days and campaign, and where each is added up: by its number, which grows without gaps.
class OrdersOfScope final {
public:
    struct Order {
        BuyerTallies::Tally *tally = nullptr; ///< none: it is not in the scope
        qint64 customer = 0;
        bool isMet = false;
    };
    void add(qint64 order, BuyerTallies::Tally *tally, qint64 customer)
    {
        if (size_t(order) >= m_orders.size())
            m_orders.resize(std::max(size_t(order) + 1, 2 * m_orders.size()));
        m_orders[size_t(order)] = {tally, customer, false};
        m_first = m_count == 0 ? order : std::min(m_first, order);
        m_last = std::max(m_last, order);
        ++m_count;
    }
    [[nodiscard]] bool has(qint64 order) const { return size_t(order) < m_orders.size() && m_orders[size_t(order)].tally; }
    void addLine(qint64 order, Units units, Money value)
    {
        if (!has(order))
            return;
        Order &found = m_orders[size_t(order)];
        if (!std::exchange(found.isMet, true)) {
            found.tally->customers.push_back(found.customer);
            ++found.tally->orders;
        }
        found.tally->units += units;
        found.tally->value += value;
    }
    [[nodiscard]] qint64 first() const { return m_first; }
    [[nodiscard]] qint64 last() const { return m_last; }
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    std::vector<Order> m_orders;
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_count = 0;
};

/// Whether the orders are so many that their lines are better read one after another than looked up.
bool areMany(const OrdersOfScope &orders)
{
    constexpr qint64 many = 8; // one in so many
    return orders.count() * many > orders.last();
}

} // namespace

std::vector<BuyerGroup> SalesStore::buyers(const DemandScope &scope, BuyersBy by)
{
    BuyerTallies tallies;
    std::vector<BuyerTallies::Tally *> known;
    if (by != BuyersBy::Channel)
        known = talliesOf(m_connection, by, tallies);
    const QString key = by == BuyersBy::Channel    ? QStringLiteral("o.channel")
                        : by == BuyersBy::Campaign ? QStringLiteral("COALESCE(o.campaign_id, 0)")
                                                   : QStringLiteral("o.customer_id");
    const auto tallyAt = [&](const Rows &rows, int column) {
        if (by == BuyersBy::Channel)
            return &tallies.of(rows.text(column));
        const auto id = size_t(rows.integer(column));
        return id < known.size() && known[id] ? known[id] : &tallies.of(QString());
    };
    OrdersOfScope orders;
    SqlPart lines{QStringLiteral("SELECT l.order_id, l.ordered, l.ordered * l.unit_price, o.customer_id, %1 FROM ").arg(key), {}};
    lines += linesOf(scope);
    lines += {QStringLiteral(" AND o.placed_day BETWEEN ? AND ?"), daysOf(scope)};
    lines += ofProducts(m_connection.dialect(), scope, QStringLiteral("l.product_id"));
    const bool isOfDays = scope.campaign.isEmpty();
    if (isOfDays) { // what an order says is read once, and apart from its lines
        Rows rows = m_connection.run(
            QStringLiteral("SELECT o.id, o.customer_id, %1 FROM sales_order o WHERE o.placed_day BETWEEN ? AND ?").arg(key), daysOf(scope));
        while (rows.next())
            orders.add(rows.integer(0), tallyAt(rows, 2), rows.integer(1));
        if (areMany(orders)) { // the plus keeps SQLite from looking up each line through an index
            lines = {QStringLiteral("SELECT l.order_id, l.ordered, l.ordered * l.unit_price FROM order_line l "
                                    "WHERE +l.order_id BETWEEN ? AND ?"),
                     {orders.first(), orders.last()}};
            lines += ofProducts(m_connection.dialect(), scope, QStringLiteral("l.product_id"));
        }
    }
    Rows rows = m_connection.run(lines.text, lines.values);
    while (rows.next()) {
        if (!isOfDays && !orders.has(rows.integer(0)))
            orders.add(rows.integer(0), tallyAt(rows, 4), rows.integer(3));
        orders.addLine(rows.integer(0), rows.integer(1), rows.integer(2));
    }
    if (scope.campaign.isEmpty()) // sales from before know no campaign
        addPast(scope, by, tallies);
    return tallies.sorted();
}

void SalesStore::addPast(const DemandScope &scope, BuyersBy by, BuyerTallies &tallies)
{
    const QString key = by == BuyersBy::Channel ? QStringLiteral("source") : QStringLiteral("country");
    SqlPart past{QStringLiteral("SELECT customer_id, %1, units, units * unit_price, reference FROM sales_history WHERE %2 BETWEEN ? AND ?")
                     .arg(key, scannedDay),
                 daysOf(scope)};
    past += ofProducts(m_connection.dialect(), scope, QStringLiteral("product_id"));
    Rows rows = m_connection.run(past.text, past.values);
    while (rows.next()) {
        BuyerTallies::Tally &tally = tallies.of(by == BuyersBy::Campaign ? QString() : rows.text(1));
        const auto customer = rows.optionalInteger(0);
        if (customer)
            tally.customers.push_back(*customer);
        tally.documents.insert({rows.text(4), customer.value_or(0)});
        tally.units += rows.integer(2);
        tally.value += rows.integer(3);
    }
}

std::vector<SoldTogether> SalesStore::baskets(const DemandScope &scope)
{
    std::vector<SoldTogether> sold;
    SqlPart own{QStringLiteral("SELECT l.order_id, l.product_id FROM "), {}};
    own += linesOf(scope);
    own += {QStringLiteral(" AND o.placed_day BETWEEN ? AND ?"), daysOf(scope)};
    {
        Rows rows = m_connection.run(own.text, own.values);
        while (rows.next())
            sold.push_back({rows.integer(0), rows.id<ProductId>(1)});
    }
    if (scope.campaign.isEmpty()) {
        QHash<QString, qint64> basketOf;
        Rows rows = m_connection.run(
            QStringLiteral("SELECT reference, product_id FROM sales_history WHERE units > 0 AND %1 BETWEEN ? AND ?").arg(scannedDay),
            daysOf(scope));
        while (rows.next()) {
            const QString reference = rows.text(0);
            auto basket = basketOf.constFind(reference);
            if (basket == basketOf.constEnd())
                basket = basketOf.insert(reference, -1 - qint64(basketOf.size()));
            sold.push_back({*basket, rows.id<ProductId>(1)});
        }
    }
    std::sort(sold.begin(), sold.end());
    sold.erase(std::unique(sold.begin(), sold.end()), sold.end());
    return sold;
}

std::vector<ProductId> SalesStore::products(const DemandScope &scope)
{
    SqlPart sql{QStringLiteral("SELECT p.id FROM product p WHERE 1 = 1"), {}};
    sql += productCondition(m_connection.dialect(), scope);
    return idsOf<ProductId>(m_connection.run(sql.text, sql.values));
}

} // namespace waitline
