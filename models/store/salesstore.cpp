#include "models/store/salesstore.h"

#include "models/store/connection.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <unordered_set>

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

/// Adds up documents by what their buyers have in common.
class BuyerTallies final {
public:
    void add(const QString &name, std::optional<qint64> customer, Units units, Money value)
    {
        Tally &tally = m_tallies[name];
        if (customer)
            tally.customers.insert(*customer);
        ++tally.orders;
        tally.units += units;
        tally.value += value;
    }
    /// A line of a document; the document counts once for each customer.
    void addPart(const QString &name, std::optional<qint64> customer, Units units, Money value, const QString &reference)
    {
        Tally &tally = m_tallies[name];
        if (customer)
            tally.customers.insert(*customer);
        tally.documents.insert({reference, customer.value_or(0)});
        tally.units += units;
        tally.value += value;
    }
    /// Most value first.
    [[nodiscard]] std::vector<BuyerGroup> sorted() const
    {
        std::vector<BuyerGroup> groups;
        for (auto tally = m_tallies.begin(); tally != m_tallies.end(); ++tally)
            groups.push_back({tally.key(), qint64(tally->customers.size()), tally->orders + tally->documents.size(), tally->units, tally->value});
        std::sort(groups.begin(), groups.end(), [](const BuyerGroup &a, const BuyerGroup &b) {
            return a.value != b.value ? a.value > b.value : a.name < b.name;
        });
        return groups;
    }

private:
    struct Tally {
        std::unordered_set<qint64> customers;
        QSet<std::pair<QString, qint64>> documents;
        qint64 orders = 0;
        Units units = 0;
        Money value = 0;
    };
    QHash<QString, Tally> m_tallies;
};

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
    SqlPart past{QStringLiteral("SELECT h.product_id, h.sold_day, h.units, h.units * h.unit_price FROM sales_history h "
                                "WHERE h.sold_day BETWEEN ? AND ?"),
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
                               "SELECT product_id, SUM(ordered_units) AS units FROM demand_day GROUP BY product_id UNION ALL "
                               "SELECT product_id, SUM(units) FROM sales_history GROUP BY product_id) each GROUP BY product_id) t "
                               "ON t.product_id = p.id WHERE t.units > 0"),
                {}};
    sql += productCondition(m_connection.dialect(), scope);
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
    SqlPart own{QStringLiteral("SELECT o.customer_id, o.placed_day FROM sales_order o WHERE o.placed_day <= ?"), {last}};
    own += ofCampaign(scope);
    if (scope.isNarrow()) {
        own.text += QStringLiteral(" AND EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = o.id");
        own += ofProducts(m_connection.dialect(), scope, QStringLiteral("l.product_id"));
        own.text += u')';
    }
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

std::vector<BuyerGroup> SalesStore::buyers(const DemandScope &scope, BuyersBy by)
{
    // Order by order, and added up here: grouping by customer would sort every line.
    BuyerTallies tallies;
    const std::unordered_map<qint64, QString> names = by == BuyersBy::Channel ? std::unordered_map<qint64, QString>() : namesOf(by);
    const QString key = by == BuyersBy::Channel    ? QStringLiteral("o.channel")
                        : by == BuyersBy::Campaign ? QStringLiteral("COALESCE(o.campaign_id, 0)")
                                                   : QStringLiteral("o.customer_id");
    SqlPart own{QStringLiteral("SELECT o.customer_id, %1, CAST(SUM(l.ordered) AS BIGINT), CAST(SUM(l.ordered * l.unit_price) AS BIGINT) "
                               "FROM sales_order o CROSS JOIN order_line l WHERE l.order_id = o.id AND o.placed_day BETWEEN ? AND ?")
                    .arg(key),
                daysOf(scope)};
    own += ofCampaign(scope);
    own += ofProducts(m_connection.dialect(), scope, QStringLiteral("l.product_id"));
    own.text += QStringLiteral(" GROUP BY o.id, o.customer_id, %1").arg(key);
    {
        Rows rows = m_connection.run(own.text, own.values);
        while (rows.next()) {
            const auto name = by == BuyersBy::Channel ? names.end() : names.find(rows.integer(1));
            const QString text = by == BuyersBy::Channel ? rows.text(1) : name == names.end() ? QString() : name->second;
            tallies.add(text, rows.optionalInteger(0), rows.integer(2), rows.integer(3));
        }
    }
    if (!scope.campaign.isEmpty())
        return tallies.sorted();
    const QString pastKey = by == BuyersBy::Channel ? QStringLiteral("source") : QStringLiteral("country");
    SqlPart past{QStringLiteral("SELECT customer_id, %1, units, units * unit_price, reference FROM sales_history WHERE %2 BETWEEN ? AND ?")
                     .arg(pastKey, scannedDay),
                 daysOf(scope)};
    past += ofProducts(m_connection.dialect(), scope, QStringLiteral("product_id"));
    Rows rows = m_connection.run(past.text, past.values);
    while (rows.next())
        tallies.addPart(by == BuyersBy::Campaign ? QString() : rows.text(1), rows.optionalInteger(0), rows.integer(2), rows.integer(3),
                        rows.text(4));
    return tallies.sorted();
}

/// Countries of customers, or codes of campaigns, by their id.
std::unordered_map<qint64, QString> SalesStore::namesOf(BuyersBy by)
{
    std::unordered_map<qint64, QString> names;
    Rows rows = by == BuyersBy::Country ? m_connection.run("SELECT id, country FROM customer") : m_connection.run("SELECT id, code FROM campaign");
    while (rows.next())
        names.emplace(rows.integer(0), rows.text(1));
    return names;
}

void SalesStore::baskets(const DemandScope &scope, const std::function<void(qint64, ProductId)> &tell)
{
    SqlPart own{QStringLiteral("SELECT o.id, l.product_id FROM sales_order o CROSS JOIN order_line l WHERE l.order_id = o.id "
                               "AND o.placed_day BETWEEN ? AND ?"),
                daysOf(scope)};
    own += ofCampaign(scope);
    own.text += QStringLiteral(" ORDER BY o.id");
    {
        Rows rows = m_connection.run(own.text, own.values);
        while (rows.next())
            tell(rows.integer(0), rows.id<ProductId>(1));
    }
    if (!scope.campaign.isEmpty())
        return;
    std::vector<std::pair<qint64, ProductId>> sold;
    QHash<QString, qint64> basketOf;
    {
        Rows rows = m_connection.run(QStringLiteral("SELECT reference, product_id FROM sales_history WHERE units > 0 AND %1 BETWEEN ? AND ?")
                                         .arg(scannedDay),
                                     daysOf(scope));
        while (rows.next()) {
            auto basket = basketOf.constFind(rows.text(0));
            if (basket == basketOf.constEnd())
                basket = basketOf.insert(rows.text(0), -1 - qint64(basketOf.size()));
            sold.emplace_back(*basket, rows.id<ProductId>(1));
        }
    }
    std::sort(sold.begin(), sold.end());
    for (const auto &[basket, product] : sold)
        tell(basket, product);
}

} // namespace waitline
