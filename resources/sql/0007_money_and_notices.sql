-- Counter-entries of payments, what a shipment consumes of the money paid, and the notices customers are to get.

-- A counter-entry takes one entry back whole: the same order, the opposite amount.
ALTER TABLE payment ADD COLUMN reverses BIGINT REFERENCES payment (id)

CREATE UNIQUE INDEX payment_by_reversed ON payment (reverses) WHERE reverses IS NOT NULL

-- Money paid before that was credited to the shipment when it left.
ALTER TABLE shipment ADD COLUMN consumed BIGINT NOT NULL DEFAULT 0 CHECK (consumed >= 0)

ALTER TABLE notice RENAME TO notice_of_release

-- What the customer of an order is to be told, prepared by the operation that is told of. Open ones of the same order
-- and kind are told together. kind: 0 order received, 1 date moved, 2 goods allocated, 3 shipped, 4 refund due, 5 delay
-- consent. state: 0 open, 1 told, 2 withdrawn. answer: 1 the delay is accepted, 0 it is refused.
CREATE TABLE notice (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    kind BIGINT NOT NULL CHECK (kind BETWEEN 0 AND 5),
    order_id BIGINT NOT NULL REFERENCES sales_order (id),
    product_id BIGINT REFERENCES product (id),
    day_before BIGINT,
    day_after BIGINT,
    deadline BIGINT,
    state BIGINT NOT NULL DEFAULT 0 CHECK (state BETWEEN 0 AND 2),
    closed_by BIGINT REFERENCES operation (id),
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    answer BIGINT CHECK (answer IN (0, 1)),
    answered_by BIGINT REFERENCES operation (id),
    CHECK ((state = 0) = (closed_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_by IS NULL))
) @strict

INSERT INTO notice (operation_id, kind, order_id, product_id, day_before, day_after, state, closed_by)
SELECT n.operation_id, 1, l.order_id, n.product_id, MIN(n.day_before), MAX(n.day_after),
    CASE WHEN MAX(n.told_by) IS NULL THEN 0 ELSE 1 END, MAX(n.told_by)
FROM notice_of_release n
JOIN sales_order o ON o.customer_id = n.customer_id AND o.operation_id <= n.operation_id
JOIN order_line l ON l.order_id = o.id AND l.product_id = n.product_id AND l.preorder = 1 AND l.ordered > l.cancelled
GROUP BY n.operation_id, l.order_id, n.product_id
ORDER BY n.operation_id, l.order_id

DROP TABLE notice_of_release

CREATE INDEX notice_open ON notice (order_id, kind) WHERE state = 0

CREATE INDEX notice_by_order ON notice (order_id)

-- Operations whose notices are written when notices are next looked at, so that placing an order or receiving goods
-- costs one row, however many lines it serves: of an order that was placed, or (without one) of all that got goods.
CREATE TABLE notice_due (
    operation_id BIGINT NOT NULL PRIMARY KEY REFERENCES operation (id),
    order_id BIGINT REFERENCES sales_order (id)
) @strict

-- The business's own words for a kind of notice; without a row the program's own are used.
CREATE TABLE notice_template (
    kind BIGINT NOT NULL PRIMARY KEY CHECK (kind BETWEEN 0 AND 5),
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) @strict

-- Taking back a move of promises finds them by their operation.
CREATE INDEX promise_change_by_operation ON promise_change (operation_id)
