-- The spine: operations, products with their counters, customers, orders, the waiting line, purchases,
-- receipts, shipments, payments, the ledger and the demand summaries.
--
-- A blank line ends a statement. A first line "-- sqlite" or "-- postgresql" keeps it for that database.
-- BIGINT, @identity, @clustered and @strict are put into each database's words by its SqlDialect.
-- Instants are UTC milliseconds, days count from 1970-01-01, money is minor units.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) @strict

-- One user action. Every movement, allocation, payment and promise change belongs to one.
CREATE TABLE operation (
    id @identity,
    uuid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    result TEXT
) @strict

CREATE TABLE supplier (
    id @identity,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    reference TEXT UNIQUE,
    details TEXT NOT NULL DEFAULT ''
) @strict

CREATE TABLE customer (
    id @identity,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    reference TEXT UNIQUE,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    search TEXT NOT NULL
) @strict

CREATE INDEX customer_by_name ON customer (name_folded)

CREATE TABLE product (
    id @identity,
    sku TEXT NOT NULL UNIQUE,
    sku_folded TEXT NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    cost BIGINT NOT NULL CHECK (cost >= 0),
    category TEXT NOT NULL DEFAULT '',
    supplier_id BIGINT REFERENCES supplier (id),
    release_day BIGINT,
    edition_size BIGINT CHECK (edition_size > 0),
    customer_limit BIGINT CHECK (customer_limit > 0),
    backorder_limit BIGINT CHECK (backorder_limit >= 0),
    deposit_kind BIGINT NOT NULL DEFAULT 0 CHECK (deposit_kind IN (0, 1, 2)),
    deposit_value BIGINT NOT NULL DEFAULT 0 CHECK (deposit_value >= 0),
    policy BIGINT NOT NULL DEFAULT 0 CHECK (policy BETWEEN 0 AND 4),
    lead_days BIGINT NOT NULL DEFAULT 0 CHECK (lead_days >= 0),
    pack BIGINT NOT NULL DEFAULT 1 CHECK (pack > 0),
    minimum_order BIGINT NOT NULL DEFAULT 0 CHECK (minimum_order >= 0),
    low_stock BIGINT NOT NULL DEFAULT 0,
    discontinued BIGINT NOT NULL DEFAULT 0 CHECK (discontinued IN (0, 1)),
    -- Units by which a cap may be exceeded because it was lowered, or stock was taken back, after the sale.
    edition_excess BIGINT NOT NULL DEFAULT 0 CHECK (edition_excess >= 0),
    customer_excess BIGINT NOT NULL DEFAULT 0 CHECK (customer_excess >= 0),
    backorder_excess BIGINT NOT NULL DEFAULT 0 CHECK (backorder_excess >= 0),
    search TEXT NOT NULL
) @strict

CREATE INDEX product_by_name ON product (name_folded)

CREATE INDEX product_by_folded_sku ON product (sku_folded)

CREATE TABLE barcode (
    code TEXT NOT NULL PRIMARY KEY,
    product_id BIGINT NOT NULL REFERENCES product (id),
    units BIGINT NOT NULL DEFAULT 1 CHECK (units > 0)
) @strict

CREATE INDEX barcode_by_product ON barcode (product_id)

-- A product's counters, apart from its wide row: a receipt rewrites only these.
CREATE TABLE product_stock (
    product_id BIGINT NOT NULL PRIMARY KEY REFERENCES product (id),
    on_hand BIGINT NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    allocated BIGINT NOT NULL DEFAULT 0 CHECK (allocated >= 0),
    waiting_preorder BIGINT NOT NULL DEFAULT 0 CHECK (waiting_preorder >= 0),
    waiting_backorder BIGINT NOT NULL DEFAULT 0 CHECK (waiting_backorder >= 0),
    waiting_lines BIGINT NOT NULL DEFAULT 0 CHECK (waiting_lines >= 0),
    waiting_value BIGINT NOT NULL DEFAULT 0,
    on_order BIGINT NOT NULL DEFAULT 0 CHECK (on_order >= 0),
    shipped BIGINT NOT NULL DEFAULT 0 CHECK (shipped >= 0),
    CHECK (allocated <= on_hand)
) @strict

CREATE INDEX product_stock_by_waiting ON product_stock ((waiting_preorder + waiting_backorder))

CREATE TABLE campaign (
    id @identity,
    code TEXT NOT NULL UNIQUE
) @strict

CREATE TABLE sales_order (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    customer_id BIGINT NOT NULL REFERENCES customer (id),
    reference TEXT UNIQUE,
    placed_at BIGINT NOT NULL,
    placed_day BIGINT NOT NULL,
    priority BIGINT NOT NULL DEFAULT 0,
    ship_complete BIGINT NOT NULL DEFAULT 0 CHECK (ship_complete IN (0, 1)),
    campaign_id BIGINT REFERENCES campaign (id),
    note TEXT NOT NULL DEFAULT '',
    paid BIGINT NOT NULL DEFAULT 0 CHECK (paid >= 0),
    refunded BIGINT NOT NULL DEFAULT 0 CHECK (refunded >= 0),
    deposit_required BIGINT NOT NULL DEFAULT 0 CHECK (deposit_required >= 0),
    CHECK (paid >= refunded)
) @strict

CREATE INDEX sales_order_by_customer ON sales_order (customer_id)

CREATE TABLE order_line (
    id @identity,
    order_id BIGINT NOT NULL REFERENCES sales_order (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    ordered BIGINT NOT NULL CHECK (ordered > 0),
    cancelled BIGINT NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
    shipped BIGINT NOT NULL DEFAULT 0 CHECK (shipped >= 0),
    -- Units that could not be served when they were ordered.
    backordered BIGINT NOT NULL DEFAULT 0 CHECK (backordered >= 0),
    preorder BIGINT NOT NULL CHECK (preorder IN (0, 1)),
    unit_price BIGINT NOT NULL CHECK (unit_price >= 0),
    -- The product's deposit terms when the line was placed.
    deposit_kind BIGINT NOT NULL DEFAULT 0,
    deposit_value BIGINT NOT NULL DEFAULT 0,
    promise_first BIGINT,
    promise_current BIGINT,
    -- The rank key of a line that was moved; otherwise (−priority, placed_at, id, 0) of its order and itself.
    moved_urgency BIGINT,
    moved_at BIGINT,
    moved_line BIGINT,
    moved_sequence BIGINT,
    CHECK (ordered >= cancelled + shipped)
) @strict

CREATE INDEX order_line_by_order ON order_line (order_id)

-- Moves in line, each with the rank key it gave. A key is never given twice, so that every move can be undone:
-- the line then has the key of its last standing move again, or that of its order and itself.
CREATE TABLE line_move (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    urgency BIGINT NOT NULL,
    placed_at BIGINT NOT NULL,
    rank_line BIGINT NOT NULL,
    sequence BIGINT NOT NULL CHECK (sequence <> 0),
    place_before BIGINT NOT NULL,
    place_after BIGINT NOT NULL,
    undone_by BIGINT REFERENCES operation (id),
    UNIQUE (product_id, urgency, placed_at, rank_line, sequence)
) @strict

CREATE INDEX line_move_by_order_line ON line_move (order_line_id)

-- Promises changed after the order was placed.
CREATE TABLE promise_change (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    day_before BIGINT,
    day_after BIGINT NOT NULL
) @strict

CREATE INDEX promise_change_by_order_line ON promise_change (order_line_id)

-- What customers are to be told: a release moved from one day to another.
CREATE TABLE notice (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    customer_id BIGINT NOT NULL REFERENCES customer (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    day_before BIGINT NOT NULL,
    day_after BIGINT NOT NULL,
    told_by BIGINT REFERENCES operation (id),
    UNIQUE (operation_id, customer_id, product_id)
) @strict

CREATE INDEX notice_open ON notice (id) WHERE told_by IS NULL

-- The waiting line itself: narrow, clustered by product and rank, one row for each line with waiting units.
CREATE TABLE waiting_line (
    product_id BIGINT NOT NULL,
    urgency BIGINT NOT NULL,
    placed_at BIGINT NOT NULL,
    rank_line BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    order_line_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    units BIGINT NOT NULL CHECK (units > 0),
    unit_price BIGINT NOT NULL,
    preorder BIGINT NOT NULL,
    PRIMARY KEY (product_id, urgency, placed_at, rank_line, sequence)
) @clustered

-- The units tied to lines and not shipped yet, in the same order.
CREATE TABLE allocated_line (
    product_id BIGINT NOT NULL,
    urgency BIGINT NOT NULL,
    placed_at BIGINT NOT NULL,
    rank_line BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    order_line_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    units BIGINT NOT NULL CHECK (units > 0),
    PRIMARY KEY (product_id, urgency, placed_at, rank_line, sequence)
) @clustered

CREATE TABLE purchase_order (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    supplier_id BIGINT NOT NULL REFERENCES supplier (id),
    reference TEXT UNIQUE,
    placed_at BIGINT NOT NULL,
    expected_first BIGINT NOT NULL,
    expected BIGINT NOT NULL,
    closed BIGINT NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) @strict

CREATE TABLE purchase_line (
    id @identity,
    purchase_id BIGINT NOT NULL REFERENCES purchase_order (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    ordered BIGINT NOT NULL CHECK (ordered > 0),
    received BIGINT NOT NULL DEFAULT 0 CHECK (received >= 0),
    over_received BIGINT NOT NULL DEFAULT 0 CHECK (over_received >= 0),
    closed_short BIGINT NOT NULL DEFAULT 0 CHECK (closed_short >= 0),
    unit_cost BIGINT NOT NULL DEFAULT 0 CHECK (unit_cost >= 0),
    CHECK (received <= ordered + over_received)
) @strict

CREATE INDEX purchase_line_by_purchase ON purchase_line (purchase_id)

CREATE INDEX purchase_line_open ON purchase_line (product_id) WHERE ordered > received + closed_short

CREATE TABLE receipt (
    id @identity,
    operation_id BIGINT NOT NULL UNIQUE REFERENCES operation (id),
    purchase_id BIGINT REFERENCES purchase_order (id),
    reference TEXT NOT NULL DEFAULT '',
    received_at BIGINT NOT NULL,
    policy BIGINT,
    voided_by BIGINT REFERENCES operation (id)
) @strict

CREATE INDEX receipt_by_purchase ON receipt (purchase_id)

CREATE UNIQUE INDEX receipt_by_void ON receipt (voided_by) WHERE voided_by IS NOT NULL

CREATE TABLE receipt_line (
    id @identity,
    receipt_id BIGINT NOT NULL REFERENCES receipt (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    purchase_line_id BIGINT REFERENCES purchase_line (id),
    accepted BIGINT NOT NULL CHECK (accepted >= 0),
    damaged BIGINT NOT NULL DEFAULT 0 CHECK (damaged >= 0)
) @strict

CREATE INDEX receipt_line_by_receipt ON receipt_line (receipt_id)

CREATE TABLE shipment (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_id BIGINT NOT NULL REFERENCES sales_order (id),
    shipped_at BIGINT NOT NULL,
    shipped_day BIGINT NOT NULL
) @strict

CREATE INDEX shipment_by_order ON shipment (order_id)

CREATE TABLE shipment_line (
    id @identity,
    shipment_id BIGINT NOT NULL REFERENCES shipment (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    units BIGINT NOT NULL CHECK (units > 0)
) @strict

CREATE INDEX shipment_line_by_shipment ON shipment_line (shipment_id)

CREATE INDEX shipment_line_by_product ON shipment_line (product_id)

CREATE INDEX shipment_line_by_order_line ON shipment_line (order_line_id)

-- Units a customer withdrew; order_line.cancelled is their sum.
CREATE TABLE cancellation (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_line_id BIGINT NOT NULL REFERENCES order_line (id),
    units BIGINT NOT NULL CHECK (units > 0)
) @strict

CREATE INDEX cancellation_by_order_line ON cancellation (order_line_id)

-- Money in (> 0) and back out (< 0).
CREATE TABLE payment (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    order_id BIGINT NOT NULL REFERENCES sales_order (id),
    amount BIGINT NOT NULL CHECK (amount <> 0),
    method TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT ''
) @strict

CREATE INDEX payment_by_order ON payment (order_id)

CREATE TABLE stock_count (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    before BIGINT NOT NULL,
    counted BIGINT NOT NULL CHECK (counted >= 0)
) @strict

-- What moved, and by which operation: one row for each product and cause. Append-only.
-- For cause "serve", policy and units_seen are what the allocation plan was given.
CREATE TABLE stock_ledger (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    cause TEXT NOT NULL,
    on_hand_delta BIGINT NOT NULL,
    allocated_delta BIGINT NOT NULL,
    policy BIGINT,
    units_seen BIGINT
) @strict

CREATE INDEX stock_ledger_by_operation ON stock_ledger (operation_id)

CREATE INDEX stock_ledger_by_product ON stock_ledger (product_id)

-- The lines behind a ledger row's allocated_delta, each with its place in line at that moment. Append-only.
-- The product is that of the line: neighbours in line are neighbours in the index too, so that a receipt writes few pages.
CREATE TABLE allocation (
    ledger_id BIGINT NOT NULL,
    product_id BIGINT NOT NULL,
    order_line_id BIGINT NOT NULL,
    units BIGINT NOT NULL CHECK (units <> 0),
    place BIGINT,
    units_ahead BIGINT,
    PRIMARY KEY (ledger_id, order_line_id)
) @clustered

CREATE INDEX allocation_by_order_line ON allocation (product_id, order_line_id)

CREATE TABLE refused_demand (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    product_id BIGINT NOT NULL REFERENCES product (id),
    customer TEXT NOT NULL DEFAULT '',
    day BIGINT NOT NULL,
    units BIGINT NOT NULL CHECK (units > 0)
) @strict

CREATE INDEX refused_demand_by_product ON refused_demand (product_id, day)

-- Sales from before Waitline, as imported. (source, reference, position) makes an import repeatable.
CREATE TABLE sales_history (
    id @identity,
    source TEXT NOT NULL,
    reference TEXT NOT NULL,
    position BIGINT NOT NULL,
    product_id BIGINT NOT NULL REFERENCES product (id),
    customer_id BIGINT REFERENCES customer (id),
    sold_day BIGINT NOT NULL,
    units BIGINT NOT NULL,
    unit_price BIGINT NOT NULL,
    country TEXT NOT NULL DEFAULT '',
    UNIQUE (source, reference, position)
) @strict

CREATE INDEX sales_history_by_product ON sales_history (product_id, sold_day)

-- Units and value ordered by product and day: Σ over order lines by the day of their order.
CREATE TABLE demand_day (
    product_id BIGINT NOT NULL,
    day BIGINT NOT NULL,
    ordered_units BIGINT NOT NULL,
    preorder_units BIGINT NOT NULL,
    backorder_units BIGINT NOT NULL,
    ordered_value BIGINT NOT NULL,
    PRIMARY KEY (product_id, day)
) @clustered

-- The same over all products.
CREATE TABLE demand_total (
    day BIGINT NOT NULL PRIMARY KEY,
    ordered_units BIGINT NOT NULL,
    preorder_units BIGINT NOT NULL,
    backorder_units BIGINT NOT NULL,
    ordered_value BIGINT NOT NULL
) @strict

-- sqlite
CREATE VIRTUAL TABLE product_search USING fts5 (search, content = 'product', content_rowid = 'id', tokenize = 'trigram')

-- sqlite
CREATE VIRTUAL TABLE customer_search USING fts5 (search, content = 'customer', content_rowid = 'id', tokenize = 'trigram')

-- sqlite
CREATE TRIGGER product_search_insert AFTER INSERT ON product BEGIN
    INSERT INTO product_search (rowid, search) VALUES (new.id, new.search);
END

-- sqlite
CREATE TRIGGER product_search_update AFTER UPDATE OF search ON product BEGIN
    INSERT INTO product_search (product_search, rowid, search) VALUES ('delete', old.id, old.search);
    INSERT INTO product_search (rowid, search) VALUES (new.id, new.search);
END

-- sqlite
CREATE TRIGGER customer_search_insert AFTER INSERT ON customer BEGIN
    INSERT INTO customer_search (rowid, search) VALUES (new.id, new.search);
END

-- sqlite
CREATE TRIGGER customer_search_update AFTER UPDATE OF search ON customer BEGIN
    INSERT INTO customer_search (customer_search, rowid, search) VALUES ('delete', old.id, old.search);
    INSERT INTO customer_search (rowid, search) VALUES (new.id, new.search);
END

-- sqlite
CREATE TRIGGER stock_ledger_keeps_rows BEFORE DELETE ON stock_ledger BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END

-- sqlite
CREATE TRIGGER stock_ledger_keeps_values BEFORE UPDATE ON stock_ledger BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END

-- sqlite
CREATE TRIGGER allocation_keeps_rows BEFORE DELETE ON allocation BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END

-- sqlite
CREATE TRIGGER allocation_keeps_values BEFORE UPDATE ON allocation BEGIN
    SELECT RAISE(ABORT, 'the ledger is append-only');
END

-- postgresql
CREATE EXTENSION IF NOT EXISTS pg_trgm

-- postgresql
CREATE INDEX product_search ON product USING gin (search gin_trgm_ops)

-- postgresql
CREATE INDEX customer_search ON customer USING gin (search gin_trgm_ops)

-- postgresql
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
END $$

-- postgresql
CREATE TRIGGER stock_ledger_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_ledger
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()

-- postgresql
CREATE TRIGGER allocation_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON allocation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()
