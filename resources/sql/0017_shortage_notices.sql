-- Notices of a seventh kind: 6 fewer units, of those who lose units when an edition becomes smaller.

-- postgresql
ALTER TABLE notice DROP CONSTRAINT notice_kind_check

-- postgresql
ALTER TABLE notice ADD CONSTRAINT notice_kind_check CHECK (kind BETWEEN 0 AND 6)

-- postgresql
ALTER TABLE notice_template DROP CONSTRAINT notice_template_kind_check

-- postgresql
ALTER TABLE notice_template ADD CONSTRAINT notice_template_kind_check CHECK (kind BETWEEN 0 AND 6)

-- sqlite
CREATE TABLE notice_as_it_was AS SELECT * FROM notice

-- sqlite
DROP TABLE notice

-- sqlite
CREATE TABLE notice (
    id @identity,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    kind BIGINT NOT NULL CHECK (kind BETWEEN 0 AND 6),
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

-- sqlite
INSERT INTO notice (id, operation_id, kind, order_id, product_id, day_before, day_after, deadline, state, closed_by, subject, body,
    answer, answered_by)
SELECT id, operation_id, kind, order_id, product_id, day_before, day_after, deadline, state, closed_by, subject, body, answer,
    answered_by FROM notice_as_it_was ORDER BY id

-- sqlite
DROP TABLE notice_as_it_was

-- sqlite
CREATE INDEX notice_open ON notice (order_id, kind) WHERE state = 0

-- sqlite
CREATE INDEX notice_by_order ON notice (order_id)

-- sqlite
CREATE TABLE template_as_it_was AS SELECT kind, subject, body FROM notice_template

-- sqlite
DROP TABLE notice_template

-- sqlite
CREATE TABLE notice_template (
    kind BIGINT NOT NULL PRIMARY KEY CHECK (kind BETWEEN 0 AND 6),
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) @strict

-- sqlite
INSERT INTO notice_template (kind, subject, body) SELECT kind, subject, body FROM template_as_it_was

-- sqlite
DROP TABLE template_as_it_was
