-- What a customer holds beyond the limit of a product, because the limit was lowered, customers were merged or units were
-- shipped elsewhere before: told of each customer, where the product told only the most of all. Orders are found by day.
CREATE TABLE customer_excess (
    product_id BIGINT NOT NULL REFERENCES product (id),
    customer_id BIGINT NOT NULL REFERENCES customer (id),
    units BIGINT NOT NULL CHECK (units > 0),
    PRIMARY KEY (product_id, customer_id)
) @clustered

INSERT INTO customer_excess (product_id, customer_id, units)
SELECT p.id, o.customer_id, CAST(SUM(l.ordered - l.cancelled) AS BIGINT) - p.customer_limit
FROM product p JOIN order_line l ON l.product_id = p.id JOIN sales_order o ON o.id = l.order_id
WHERE p.customer_limit IS NOT NULL AND p.customer_excess > 0
GROUP BY p.id, p.customer_limit, o.customer_id HAVING SUM(l.ordered - l.cancelled) > p.customer_limit

ALTER TABLE product DROP COLUMN customer_excess

CREATE INDEX sales_order_by_day ON sales_order (placed_day)
