-- What to buy: the results of the last plan, kept so that the page opens with them at once.

-- The last plan: one row.
CREATE TABLE plan (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    made_at BIGINT NOT NULL,
    by_month BIGINT NOT NULL CHECK (by_month IN (0, 1)),
    service_permille BIGINT NOT NULL CHECK (service_permille BETWEEN 1 AND 999)
) @strict

-- What the plan says of a product that needs something. Rates are thousandths of a unit a day, times thousandths of a day.
CREATE TABLE suggestion (
    product_id BIGINT NOT NULL PRIMARY KEY REFERENCES product (id),
    units BIGINT NOT NULL CHECK (units > 0),
    unit_cost BIGINT NOT NULL CHECK (unit_cost >= 0),
    worth BIGINT NOT NULL CHECK (worth >= 0),
    reorder_point BIGINT NOT NULL CHECK (reorder_point >= 0),
    order_up_to BIGINT NOT NULL CHECK (order_up_to >= 0),
    safety_stock BIGINT NOT NULL CHECK (safety_stock >= 0),
    on_hand BIGINT NOT NULL,
    on_order BIGINT NOT NULL,
    committed BIGINT NOT NULL,
    waiting BIGINT NOT NULL,
    demand_milli BIGINT NOT NULL CHECK (demand_milli >= 0),
    lead_milli BIGINT NOT NULL CHECK (lead_milli >= 0),
    lead_spread_milli BIGINT NOT NULL CHECK (lead_spread_milli >= 0),
    order_by BIGINT NOT NULL,
    method TEXT NOT NULL
) @strict
