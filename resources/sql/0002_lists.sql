-- What the lists of the window need beside the spine's own indexes.

-- The late list, its sum on the overview, and the earliest promise of each product: only lines with a promise are in it.
CREATE INDEX order_line_promised ON order_line (product_id, promise_current)
    WHERE promise_current IS NOT NULL AND ordered > cancelled + shipped

-- postgresql
-- Customers whose name begins with one or two typed letters; on SQLite the spine's index by name serves that.
CREATE INDEX customer_by_name_beginning ON customer (name_folded text_pattern_ops)
