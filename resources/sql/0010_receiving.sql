-- Deliveries that are being counted. Each scan is written at once, so that what was counted up to the last beep outlives
-- a power cut.

ALTER TABLE receipt ADD COLUMN note TEXT NOT NULL DEFAULT ''

CREATE INDEX receipt_by_reference ON receipt (reference) WHERE reference <> ''

-- A count goes on until it is posted as a receipt or thrown away. A purchase has one at a time.
CREATE TABLE receiving_count (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    purchase_id BIGINT REFERENCES purchase_order (id),
    actor TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    reference TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    policy BIGINT CHECK (policy BETWEEN 0 AND 4),
    ended_by BIGINT REFERENCES operation (id),
    receipt_id BIGINT REFERENCES receipt (id),
    CHECK (receipt_id IS NULL OR ended_by IS NOT NULL)
) @strict

CREATE UNIQUE INDEX receiving_count_of_purchase ON receiving_count (purchase_id) WHERE ended_by IS NULL

CREATE INDEX receiving_count_by_receipt ON receiving_count (receipt_id) WHERE receipt_id IS NOT NULL

-- What one scan or key counted; what one key counted together has one step. Without a product the code was unknown, and
-- accepted is how often it was scanned. Corrections count below zero.
CREATE TABLE receiving_scan (
    id @identity,
    count_id BIGINT NOT NULL REFERENCES receiving_count (id),
    step BIGINT NOT NULL,
    scanned_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    product_id BIGINT REFERENCES product (id),
    accepted BIGINT NOT NULL,
    damaged BIGINT NOT NULL,
    taken_back BIGINT NOT NULL DEFAULT 0 CHECK (taken_back IN (0, 1))
) @strict

CREATE INDEX receiving_scan_by_count ON receiving_scan (count_id, step)
