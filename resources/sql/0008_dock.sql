-- The dock: where products stand, whom to ask at a supplier, shipments with their parcel that can be taken back, what
-- customers sent back, damage, and purchases that are not placed yet.

ALTER TABLE product ADD COLUMN location TEXT NOT NULL DEFAULT ''

ALTER TABLE supplier ADD COLUMN email TEXT NOT NULL DEFAULT ''

ALTER TABLE supplier ADD COLUMN phone TEXT NOT NULL DEFAULT ''

ALTER TABLE shipment ADD COLUMN carrier TEXT NOT NULL DEFAULT ''

ALTER TABLE shipment ADD COLUMN tracking TEXT NOT NULL DEFAULT ''

ALTER TABLE shipment ADD COLUMN voided_by BIGINT REFERENCES operation (id)

CREATE UNIQUE INDEX shipment_by_void ON shipment (voided_by) WHERE voided_by IS NOT NULL

CREATE INDEX shipment_by_day ON shipment (shipped_at)

-- Units that came back from a customer, to stock or to the scrap. They count as cancelled, no longer as shipped.
CREATE TABLE customer_return (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    shipment_id BIGINT NOT NULL REFERENCES shipment (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    to_stock BIGINT NOT NULL CHECK (to_stock >= 0),
    scrapped BIGINT NOT NULL CHECK (scrapped >= 0),
    CHECK (to_stock + scrapped > 0)
) @strict

CREATE INDEX customer_return_by_shipment ON customer_return (shipment_id)

CREATE INDEX customer_return_by_order_line ON customer_return (order_line_id)

-- Units written off: broken, or not found where they should be.
CREATE TABLE stock_damage (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    units BIGINT NOT NULL CHECK (units > 0)
) @strict

-- A purchase as far as it is written: nothing of it is on order. It ends when it is placed or thrown away.
CREATE TABLE purchase_draft (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    supplier TEXT NOT NULL DEFAULT '',
    expected BIGINT,
    reference TEXT NOT NULL DEFAULT '',
    saved_at BIGINT NOT NULL,
    ended_by BIGINT REFERENCES operation (id)
) @strict

CREATE TABLE purchase_draft_line (
    id @identity,
    draft_id BIGINT NOT NULL REFERENCES purchase_draft (id),
    sku TEXT NOT NULL,
    units BIGINT NOT NULL,
    unit_cost BIGINT
) @strict

CREATE INDEX purchase_draft_line_by_draft ON purchase_draft_line (draft_id)
