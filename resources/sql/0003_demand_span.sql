-- Demand that could not be served at once, in value too, and summed up over stretches of days: what charts of any
-- period read. The daily summaries learn how much of their value was pre-ordered and backordered.

ALTER TABLE demand_day ADD COLUMN preorder_value BIGINT NOT NULL DEFAULT 0

ALTER TABLE demand_day ADD COLUMN backorder_value BIGINT NOT NULL DEFAULT 0

ALTER TABLE demand_total ADD COLUMN preorder_value BIGINT NOT NULL DEFAULT 0

ALTER TABLE demand_total ADD COLUMN backorder_value BIGINT NOT NULL DEFAULT 0

UPDATE demand_day SET preorder_value = lines.preorder, backorder_value = lines.backorder FROM (
    SELECT l.product_id, o.placed_day, SUM(CASE WHEN l.preorder = 1 THEN l.ordered * l.unit_price ELSE 0 END) AS preorder,
        SUM(l.backordered * l.unit_price) AS backorder
    FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE l.preorder = 1 OR l.backordered > 0
    GROUP BY l.product_id, o.placed_day
) AS lines WHERE demand_day.product_id = lines.product_id AND demand_day.day = lines.placed_day

UPDATE demand_total SET preorder_value = products.preorder, backorder_value = products.backorder FROM (
    SELECT day, SUM(preorder_value) AS preorder, SUM(backorder_value) AS backorder FROM demand_day GROUP BY day
) AS products WHERE demand_total.day = products.day

-- Pre-orders and backorders by product over spans of 1, 7 and 28 days, which all begin on Mondays but the first. A row
-- for each span with any: what was served at once is not in it. Clustered by span, so that a period of all products is
-- a few stretches of neighbours.
CREATE TABLE demand_span (
    days BIGINT NOT NULL CHECK (days IN (1, 7, 28)),
    first_day BIGINT NOT NULL,
    product_id BIGINT NOT NULL,
    preorder_units BIGINT NOT NULL,
    backorder_units BIGINT NOT NULL,
    preorder_value BIGINT NOT NULL,
    backorder_value BIGINT NOT NULL,
    PRIMARY KEY (days, first_day, product_id)
) @clustered

-- Day 0 was a Thursday: Mondays are 3 days before the multiples of 7.
INSERT INTO demand_span (days, first_day, product_id, preorder_units, backorder_units, preorder_value, backorder_value)
SELECT s.days, d.day - ((d.day + 3) % s.days + s.days) % s.days AS first_day, d.product_id, SUM(d.preorder_units),
    SUM(d.backorder_units), SUM(d.preorder_value), SUM(d.backorder_value)
FROM demand_day d CROSS JOIN (SELECT 1 AS days UNION ALL SELECT 7 UNION ALL SELECT 28) AS s
WHERE d.preorder_units <> 0 OR d.backorder_units <> 0
GROUP BY s.days, d.day - ((d.day + 3) % s.days + s.days) % s.days, d.product_id ORDER BY 1, 2, 3
