-- Campaigns with what they are about, where orders come from, and what the charts of customers, sales from before and
-- money held read at once.

-- A campaign that only orders name has a code and nothing else.
ALTER TABLE campaign ADD COLUMN operation_id BIGINT REFERENCES operation (id)

ALTER TABLE campaign ADD COLUMN name TEXT NOT NULL DEFAULT ''

ALTER TABLE campaign ADD COLUMN first_day BIGINT

ALTER TABLE campaign ADD COLUMN last_day BIGINT

ALTER TABLE campaign ADD COLUMN budget BIGINT NOT NULL DEFAULT 0 CHECK (budget >= 0)

-- Units that are on offer in it.
ALTER TABLE campaign ADD COLUMN edition BIGINT CHECK (edition > 0)

-- The products it is about; without any it is about all.
CREATE TABLE campaign_product (
    campaign_id BIGINT NOT NULL REFERENCES campaign (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    PRIMARY KEY (campaign_id, product_id)
) @clustered

CREATE INDEX sales_order_by_campaign ON sales_order (campaign_id, id) WHERE campaign_id IS NOT NULL

-- The shop, market or desk an order came from; empty where nobody said.
ALTER TABLE sales_order ADD COLUMN channel TEXT NOT NULL DEFAULT ''

-- The value of what has shipped: what an order holds beyond it is a deposit.
ALTER TABLE sales_order ADD COLUMN shipped_value BIGINT NOT NULL DEFAULT 0 CHECK (shipped_value >= 0)

UPDATE sales_order SET shipped_value = lines.value FROM (
    SELECT order_id, SUM(shipped * unit_price) AS value FROM order_line WHERE shipped > 0 GROUP BY order_id
) AS lines WHERE lines.order_id = sales_order.id

CREATE INDEX sales_order_with_deposit ON sales_order (id) WHERE paid - refunded > shipped_value

-- A customer's orders by day, and sales from before by day, product and customer, without looking at their rows.
DROP INDEX sales_order_by_customer

CREATE INDEX sales_order_by_customer ON sales_order (customer_id, placed_day)

DROP INDEX sales_history_by_product

CREATE INDEX sales_history_by_product ON sales_history (product_id, sold_day, units, unit_price)

CREATE INDEX sales_history_by_day ON sales_history (sold_day, units, unit_price)

CREATE INDEX sales_history_by_customer ON sales_history (customer_id, sold_day, units) WHERE customer_id IS NOT NULL
