-- What people know better than the method, what the plan holds suggestions against, and bookings that leave their band.

-- Units that somebody expects of a product in these days, beside what the method said then (in thousandths). One that is
-- ended, or whose days are over, counts no more; its accuracy is told from those whose days are over.
CREATE TABLE forecast_override (
    id @identity,
    operation_id BIGINT NOT NULL UNIQUE REFERENCES operation (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL CHECK (last_day >= first_day),
    units BIGINT NOT NULL CHECK (units >= 0),
    said_milli BIGINT NOT NULL CHECK (said_milli >= 0),
    ended_by BIGINT REFERENCES operation (id)
) @strict

CREATE INDEX forecast_override_by_product ON forecast_override (product_id, first_day)

CREATE INDEX purchase_order_by_supplier ON purchase_order (supplier_id)

-- Thousandths of a unit: the demand a suggestion is held against, and its deviation.
ALTER TABLE suggestion ADD COLUMN need_milli BIGINT NOT NULL DEFAULT 0

ALTER TABLE suggestion ADD COLUMN need_spread_milli BIGINT NOT NULL DEFAULT 0

ALTER TABLE suggestion ADD COLUMN economic_units BIGINT NOT NULL DEFAULT 0

-- Pre-orders that stand outside of what campaigns like it have had by now.
CREATE TABLE booking_alert (
    product_id BIGINT NOT NULL PRIMARY KEY REFERENCES product (id),
    booked BIGINT NOT NULL CHECK (booked >= 0),
    low BIGINT NOT NULL CHECK (low >= 0),
    high BIGINT NOT NULL CHECK (high >= low)
) @strict
