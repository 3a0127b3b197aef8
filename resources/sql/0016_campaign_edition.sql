-- A campaign sells no more units than it offers. Those that were sold beyond it before it was said, or were given to it by
-- hand, are kept beside it.
ALTER TABLE campaign ADD COLUMN edition_excess BIGINT NOT NULL DEFAULT 0 CHECK (edition_excess >= 0)

UPDATE campaign SET edition_excess = sold.units - edition FROM (
    SELECT o.campaign_id, SUM(l.ordered - l.cancelled) AS units FROM sales_order o JOIN order_line l ON l.order_id = o.id
    WHERE NOT EXISTS (SELECT 1 FROM campaign_product c WHERE c.campaign_id = o.campaign_id)
    OR EXISTS (SELECT 1 FROM campaign_product c WHERE c.campaign_id = o.campaign_id AND c.product_id = l.product_id)
    GROUP BY o.campaign_id
) AS sold WHERE sold.campaign_id = campaign.id AND sold.units > edition
