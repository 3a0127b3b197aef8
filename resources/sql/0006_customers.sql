-- What the desk knows of its customers and does with their orders: priority tiers, notes, merged duplicates, lines taken
-- apart, cancellations taken back.

-- The tier that gives new orders their priority.
ALTER TABLE customer ADD COLUMN priority BIGINT NOT NULL DEFAULT 0

ALTER TABLE customer ADD COLUMN note TEXT NOT NULL DEFAULT ''

-- A duplicate names the customer it became: whoever looks for its name or number finds that one.
ALTER TABLE customer ADD COLUMN merged_into BIGINT REFERENCES customer (id)

CREATE INDEX customer_by_merged_into ON customer (merged_into) WHERE merged_into IS NOT NULL

-- Duplicates are found by name, e-mail and phone.
CREATE INDEX customer_by_email ON customer (lower(email)) WHERE email <> ''

CREATE INDEX customer_by_phone ON customer (replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''))
    WHERE phone <> ''

CREATE TABLE customer_merge (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    merged_id BIGINT NOT NULL REFERENCES customer (id),
    survivor_id BIGINT NOT NULL REFERENCES customer (id),
    undone_by BIGINT REFERENCES operation (id),
    CHECK (merged_id <> survivor_id)
) @strict

CREATE INDEX customer_merge_by_merged ON customer_merge (merged_id)

-- The rows that went from the duplicate to the survivor, by their table, so that a merge can be taken back.
CREATE TABLE customer_merge_moved (
    merge_id BIGINT NOT NULL REFERENCES customer_merge (id),
    subject TEXT NOT NULL,
    row_id BIGINT NOT NULL,
    PRIMARY KEY (merge_id, subject, row_id)
) @clustered

-- A cancellation that was taken back counts no more.
ALTER TABLE cancellation ADD COLUMN taken_back_by BIGINT REFERENCES operation (id)

-- Waiting units that became a line of their own.
CREATE TABLE line_split (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    from_line BIGINT NOT NULL REFERENCES order_line (id),
    to_line BIGINT NOT NULL UNIQUE REFERENCES order_line (id),
    units BIGINT NOT NULL CHECK (units > 0),
    CHECK (from_line <> to_line)
) @strict

CREATE INDEX line_split_by_from_line ON line_split (from_line)

