#include "models/store/campaignrules.h"

namespace waitline {

const std::vector<CheckRule> &campaignRules()
{
    static const std::vector<CheckRule> rules{
        {"an order's shipped value is the sum over its lines", "sales_order",
         "SELECT 'order ' || o.id || ': shipped value ' || o.shipped_value || ', lines ' || COALESCE(l.value, 0) FROM sales_order o "
         "LEFT JOIN (SELECT order_id, SUM(shipped * unit_price) AS value FROM order_line WHERE shipped <> 0 GROUP BY order_id) l "
         "ON l.order_id = o.id WHERE o.shipped_value <> COALESCE(l.value, 0)"},
        {"a campaign has both its days in order, or none", "campaign",
         "SELECT 'campaign ' || code || ': days ' || COALESCE(first_day, 0) || ' to ' || COALESCE(last_day, 0) FROM campaign "
         "WHERE (first_day IS NULL) <> (last_day IS NULL) OR first_day > last_day"},
        {"a campaign sells no more than it offers", "campaign",
         "SELECT 'campaign ' || k.code || ': ' || s.units || ' units sold, ' || k.edition || ' offered' FROM campaign k JOIN ("
         "SELECT o.campaign_id, SUM(l.ordered - l.cancelled) AS units FROM sales_order o JOIN order_line l ON l.order_id = o.id "
         "WHERE o.campaign_id IS NOT NULL AND (NOT EXISTS (SELECT 1 FROM campaign_product c WHERE c.campaign_id = o.campaign_id) OR "
         "EXISTS (SELECT 1 FROM campaign_product c WHERE c.campaign_id = o.campaign_id AND c.product_id = l.product_id)) "
         "GROUP BY o.campaign_id) s ON s.campaign_id = k.id WHERE s.units > k.edition + k.edition_excess"},
        {"a campaign names what exists", "campaign",
         "SELECT 'campaign ' || k.code || ' names operation ' || k.operation_id FROM campaign k WHERE k.operation_id IS NOT NULL "
         "AND NOT EXISTS (SELECT 1 FROM operation p WHERE p.id = k.operation_id) UNION ALL "
         "SELECT 'campaign ' || c.campaign_id || ' is about product ' || c.product_id FROM campaign_product c "
         "WHERE NOT EXISTS (SELECT 1 FROM product p WHERE p.id = c.product_id) "
         "OR NOT EXISTS (SELECT 1 FROM campaign k WHERE k.id = c.campaign_id) UNION ALL "
         "SELECT 'order ' || o.id || ' belongs to campaign ' || o.campaign_id FROM sales_order o WHERE o.campaign_id IS NOT NULL "
         "AND NOT EXISTS (SELECT 1 FROM campaign k WHERE k.id = o.campaign_id)"},
    };
    return rules;
}

} // namespace waitline
