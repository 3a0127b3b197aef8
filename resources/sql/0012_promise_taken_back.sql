-- A promise can be taken back: what was promised then is no day.

-- postgresql
ALTER TABLE promise_change ALTER COLUMN day_after DROP NOT NULL

-- sqlite
CREATE TABLE promise_change_as_it_was AS SELECT id, operation_id, order_line_id, day_before, day_after FROM promise_change

-- sqlite
DROP TABLE promise_change

-- sqlite
CREATE TABLE promise_change (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    day_before BIGINT,
    day_after BIGINT
) @strict

-- sqlite
INSERT INTO promise_change (id, operation_id, order_line_id, day_before, day_after)
SELECT id, operation_id, order_line_id, day_before, day_after FROM promise_change_as_it_was ORDER BY id

-- sqlite
DROP TABLE promise_change_as_it_was

-- sqlite
CREATE INDEX promise_change_by_order_line ON promise_change (order_line_id)

-- sqlite
CREATE INDEX promise_change_by_operation ON promise_change (operation_id)
