-- What editing changed of an order after it was placed, value by value: who, when and why stand with the operation.
-- Cancelled units and promises have documents of their own (cancellation, promise_change).
CREATE TABLE order_edit (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_id BIGINT NOT NULL REFERENCES sales_order (id),
    order_line_id BIGINT REFERENCES order_line (id),
    -- priority, campaign, complete, reference, note, units or added
    field TEXT NOT NULL,
    value_before TEXT NOT NULL DEFAULT '',
    value_after TEXT NOT NULL DEFAULT ''
) @strict

CREATE INDEX order_edit_by_order ON order_edit (order_id)
