#include "models/store/campaignstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"
#include "models/store/ids.h"

#include <algorithm>
#include <map>

namespace waitline {

namespace {

StoredCampaign campaignAt(const Rows &rows)
{
    StoredCampaign campaign;
    campaign.id = rows.id<CampaignId>(0);
    campaign.terms.code = rows.text(1);
    campaign.terms.name = rows.text(2);
    campaign.terms.first = rows.optionalDay(3);
    campaign.terms.last = rows.optionalDay(4);
    campaign.terms.budget = rows.integer(5);
    campaign.terms.edition = rows.optionalInteger(6);
    campaign.isPlanned = !rows.isNull(7);
    return campaign;
}

#define WAITLINE_CAMPAIGN "SELECT id, code, name, first_day, last_day, budget, edition, operation_id FROM campaign "

const QString ownLines = QStringLiteral(" FROM sales_order o JOIN order_line l ON l.order_id = o.id WHERE o.campaign_id = ?");

} // namespace

/// " AND COLUMN IN (its products)"; nothing where it is about all of them.
QString CampaignStore::ofProducts(CampaignId campaign, const QString &column)
{
    if (products(campaign).empty())
        return {};
    return QStringLiteral(" AND %1 IN (SELECT c.product_id FROM campaign_product c WHERE c.campaign_id = %2)")
        .arg(column)
        .arg(campaign.value);
}

std::vector<StoredCampaign> CampaignStore::all()
{
    std::vector<StoredCampaign> campaigns;
    std::map<CampaignId, size_t> places;
    {
        Rows rows = m_connection.run(WAITLINE_CAMPAIGN "ORDER BY code");
        while (rows.next()) {
            places[rows.id<CampaignId>(0)] = campaigns.size();
            campaigns.push_back(campaignAt(rows));
        }
    }
    Rows rows =
        m_connection.run("SELECT c.campaign_id, p.sku FROM campaign_product c JOIN product p ON p.id = c.product_id ORDER BY p.sku");
    while (rows.next())
        campaigns[places.at(rows.id<CampaignId>(0))].terms.skus += rows.text(1);
    return campaigns;
}

std::optional<StoredCampaign> CampaignStore::find(const QString &code)
{
    std::optional<StoredCampaign> campaign;
    {
        Rows rows = m_connection.run(WAITLINE_CAMPAIGN "WHERE code = ?", code);
        if (!rows.next())
            return std::nullopt;
        campaign = campaignAt(rows);
    }
    Rows rows = m_connection.run("SELECT p.sku FROM campaign_product c JOIN product p ON p.id = c.product_id WHERE c.campaign_id = ? "
                                 "ORDER BY p.sku",
                                 campaign->id);
    while (rows.next())
        campaign->terms.skus += rows.text(0);
    return campaign;
}

void CampaignStore::save(OperationId operation, const CampaignTerms &terms, const std::vector<ProductId> &products)
{
    CampaignId id;
    {
        Rows rows = m_connection.run("INSERT INTO campaign (code, operation_id, name, first_day, last_day, budget, edition) "
                                     "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET operation_id = excluded.operation_id, "
                                     "name = excluded.name, first_day = excluded.first_day, last_day = excluded.last_day, "
                                     "budget = excluded.budget, edition = excluded.edition RETURNING id",
                                     terms.code, operation, terms.name, terms.first, terms.last, terms.budget, terms.edition);
        if (rows.next())
            id = rows.id<CampaignId>(0);
    }
    m_connection.run("DELETE FROM campaign_product WHERE campaign_id = ?", id);
    BulkInsert insert(m_connection, QStringLiteral("INSERT INTO campaign_product (campaign_id, product_id)"), 2);
    for (ProductId product : products)
        insert.add(id, product);
    insert.finish();
    m_connection.changes().everything = true;
}

std::vector<ProductId> CampaignStore::products(CampaignId campaign)
{
    return idsOf<ProductId>(
        m_connection.run("SELECT product_id FROM campaign_product WHERE campaign_id = ? ORDER BY product_id", campaign));
}

std::optional<CampaignOffer> CampaignStore::offer(const QString &code)
{
    return offerIn(m_connection.run("SELECT id, code, edition FROM campaign WHERE code = ? AND edition IS NOT NULL", code));
}

std::optional<CampaignOffer> CampaignStore::lockOffer(const QString &code)
{
    return offerIn(m_connection.run("SELECT id, code, edition FROM campaign WHERE code = ? AND edition IS NOT NULL @forUpdate", code));
}

std::optional<CampaignOffer> CampaignStore::offerIn(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    const CampaignId id = rows.id<CampaignId>(0);
    return CampaignOffer{id, rows.text(1), rows.integer(2), products(id)};
}

Units CampaignStore::sold(CampaignId campaign)
{
    Rows rows = m_connection.run(QStringLiteral("SELECT CAST(COALESCE(SUM(l.ordered - l.cancelled), 0) AS BIGINT)%1%2")
                                     .arg(ownLines, ofProducts(campaign, QStringLiteral("l.product_id"))),
                                 {toSql(campaign)});
    return rows.next() ? rows.integer(0) : 0;
}

void CampaignStore::forgiveExcess(const QString &code)
{
    const auto capped = code.isEmpty() ? std::nullopt : lockOffer(code);
    if (!capped)
        return;
    const Units excess = std::max<Units>(0, sold(capped->id) - capped->edition);
    m_connection.run("UPDATE campaign SET edition_excess = ? WHERE id = ?", excess, capped->id);
}

CampaignOrders CampaignStore::orders(CampaignId campaign)
{
    CampaignOrders found;
    {
        Rows rows = m_connection.run("SELECT COUNT(*), COUNT(DISTINCT customer_id) FROM sales_order WHERE campaign_id = ?", campaign);
        if (rows.next()) {
            found.orders = rows.integer(0);
            found.customers = rows.integer(1);
        }
    }
    found.byHand = m_connection.integer("SELECT COUNT(*) FROM sales_order o WHERE o.campaign_id = ? AND EXISTS (SELECT 1 FROM order_edit e "
                                        "WHERE e.order_id = o.id AND e.field = 'campaign')",
                                        campaign);
    Rows rows = m_connection.run(QStringLiteral(
                                     "SELECT CAST(COALESCE(SUM(l.ordered), 0) AS BIGINT), CAST(COALESCE(SUM(l.cancelled), 0) AS BIGINT), "
                                     "CAST(COALESCE(SUM((l.ordered - l.cancelled) * l.unit_price), 0) AS BIGINT)%1%2")
                                     .arg(ownLines, ofProducts(campaign, QStringLiteral("l.product_id"))),
                                 {toSql(campaign)});
    if (rows.next()) {
        found.ordered = rows.integer(0);
        found.cancelled = rows.integer(1);
        found.value = rows.integer(2);
    }
    return found;
}

qint64 CampaignStore::newCustomers(CampaignId campaign)
{
    return m_connection.integer(
        "SELECT COUNT(*) FROM (SELECT customer_id, MIN(placed_at) AS first FROM sales_order WHERE campaign_id = ? GROUP BY customer_id) b "
        "WHERE NOT EXISTS (SELECT 1 FROM sales_order o WHERE o.customer_id = b.customer_id AND o.placed_at < b.first) "
        "AND NOT EXISTS (SELECT 1 FROM sales_history h WHERE h.customer_id = b.customer_id AND h.sold_day < b.first / 86400000)",
        campaign);
}

CampaignMoney CampaignStore::money(CampaignId campaign)
{
    // Of each order with money: all its lines and those of the campaign's products, and what of both has not shipped.
    const QString isOwn =
        products(campaign).empty()
            ? QStringLiteral("1")
            : QStringLiteral("CASE WHEN 1 = 1%1 THEN 1 ELSE 0 END").arg(ofProducts(campaign, QStringLiteral("l.product_id")));
    Rows rows = m_connection.run(
        QStringLiteral("SELECT paid, shipped, CAST(SUM(value) AS BIGINT), CAST(SUM(value * own) AS BIGINT), CAST(SUM(open) AS BIGINT), "
                       "CAST(SUM(open * own) AS BIGINT) FROM (SELECT o.id, o.paid - o.refunded AS paid, o.shipped_value AS shipped, "
                       "(l.ordered - l.cancelled) * l.unit_price AS value, (l.ordered - l.cancelled - l.shipped) * l.unit_price AS open, "
                       "%2 AS own%1 AND o.paid > o.refunded) each GROUP BY id, paid, shipped")
            .arg(ownLines, isOwn),
        {toSql(campaign)});
    CampaignMoney money;
    while (rows.next()) {
        const Money paid = rows.integer(0);
        if (const Money value = rows.integer(2); value > 0)
            money.collected += proportion(std::min(paid, value), rows.integer(3), value);
        if (const Money open = rows.integer(4); open > 0)
            money.held += proportion(std::clamp<Money>(paid - rows.integer(1), 0, open), rows.integer(5), open);
    }
    return money;
}

KeepRate CampaignStore::kept(CampaignId campaign)
{
    KeepRate kept;
    {
        Rows rows = m_connection.run(QStringLiteral("SELECT CAST(COALESCE(SUM(l.ordered * l.preorder + l.backordered), 0) AS BIGINT)%1%2")
                                         .arg(ownLines, ofProducts(campaign, QStringLiteral("l.product_id"))),
                                     {toSql(campaign)});
        kept.placed = rows.next() ? rows.integer(0) : 0;
    }
    Rows rows = m_connection.run(
        QStringLiteral(
            "SELECT CAST(COALESCE(SUM(CASE WHEN units > queued THEN queued ELSE units END), 0) AS BIGINT) FROM (SELECT l.id, "
            "l.ordered * l.preorder + l.backordered AS queued, SUM(%1) AS units FROM sales_order o JOIN order_line l ON l.order_id = "
            "o.id JOIN cancellation x ON x.order_line_id = l.id WHERE o.campaign_id = ? AND x.taken_back_by IS NULL%2 "
            "GROUP BY l.id, l.ordered, l.preorder, l.backordered) found")
            .arg(withdrawnWhileWaiting(), ofProducts(campaign, QStringLiteral("l.product_id"))),
        {toSql(campaign)});
    kept.withdrawn = rows.next() ? rows.integer(0) : 0;
    return kept;
}

std::vector<UnitsOnDay> CampaignStore::ownDays(CampaignId campaign, QDate from, QDate to)
{
    std::vector<UnitsOnDay> days;
    Rows rows = m_connection.run(QStringLiteral("SELECT o.placed_day, CAST(SUM(l.ordered) AS BIGINT)%1 AND o.placed_day BETWEEN ? AND ?%2 "
                                                "GROUP BY o.placed_day ORDER BY o.placed_day")
                                     .arg(ownLines, ofProducts(campaign, QStringLiteral("l.product_id"))),
                                 {toSql(campaign), toSql(from), toSql(to)});
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1)});
    return days;
}

std::vector<UnitsOnDay> CampaignStore::allDays(CampaignId campaign, QDate from, QDate to)
{
    const bool isAboutAll = products(campaign).empty();
    const QString table = isAboutAll ? QStringLiteral("demand_total") : QStringLiteral("demand_day");
    Rows rows = m_connection.run(QStringLiteral("SELECT day, CAST(SUM(ordered_units) AS BIGINT) FROM %1 WHERE day BETWEEN ? AND ?%2 "
                                                "GROUP BY day ORDER BY day")
                                     .arg(table, ofProducts(campaign, QStringLiteral("product_id"))),
                                 {toSql(from), toSql(to)});
    std::vector<UnitsOnDay> days;
    while (rows.next())
        days.push_back({rows.integer(0), rows.integer(1)});
    return days;
}

std::optional<QDate> CampaignStore::firstOrdered(CampaignId campaign)
{
    const bool isAboutAll = products(campaign).empty();
    Rows rows = m_connection.run(QStringLiteral("SELECT MIN(day) FROM %1 WHERE ordered_units > 0%2")
                                     .arg(isAboutAll ? QStringLiteral("demand_total") : QStringLiteral("demand_day"),
                                          ofProducts(campaign, QStringLiteral("product_id"))),
                                 {});
    return rows.next() ? rows.optionalDay(0) : std::nullopt;
}

Units CampaignStore::refused(CampaignId campaign, QDate from, QDate to)
{
    Rows rows =
        m_connection.run(QStringLiteral("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM refused_demand WHERE day BETWEEN ? AND ?%1")
                             .arg(ofProducts(campaign, QStringLiteral("product_id"))),
                         {toSql(from), toSql(to)});
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace waitline
