/* The plain program that keeps a line's units on the line: one wide row with all that was agreed, its units waiting and
   allocated among the columns, and the queue an index over the rows that wait. For each line it serves it rewrites that
   row, and with it the index, and writes a ledger row and an allocation row; then the product's counters. One durable
   transaction for a receipt, foreign keys kept, statements prepared once, the same journal and cache as ours. It plans
   nothing but first come, first served, keeps no moves, and answers nothing. */
#include "raw.h"

#include <stdio.h>
#include <stdlib.h>

struct raw_receiving {
    sqlite3 *db;
    sqlite3_stmt *operation;
    sqlite3_stmt *receipt;
    sqlite3_stmt *receipt_line;
    sqlite3_stmt *next;
    sqlite3_stmt *give;
    sqlite3_stmt *allocation;
    sqlite3_stmt *ledger;
    sqlite3_stmt *counters;
};

void raw_receive_create(const char *path, const char *waitline)
{
    sqlite3 *db = raw_open(path);
    sqlite3_stmt *attach = raw_prepare(db, "ATTACH ? AS ours");
    sqlite3_bind_text(attach, 1, waitline, -1, SQLITE_STATIC);
    raw_step(db, attach);
    sqlite3_finalize(attach);
    raw_exec(db, "CREATE TABLE operation (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, kind TEXT, at INTEGER, actor TEXT)");
    raw_exec(db, "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT NOT NULL UNIQUE, name TEXT, price INTEGER, on_hand INTEGER, "
                 "allocated INTEGER, waiting INTEGER)");
    raw_exec(db, "CREATE TABLE order_line (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, product_id INTEGER NOT NULL "
                 "REFERENCES product (id), customer_id INTEGER NOT NULL, reference TEXT, ordered INTEGER NOT NULL, "
                 "cancelled INTEGER NOT NULL, shipped INTEGER NOT NULL, allocated INTEGER NOT NULL, waiting INTEGER NOT NULL, "
                 "unit_price INTEGER NOT NULL, preorder INTEGER NOT NULL, priority INTEGER NOT NULL, placed_at INTEGER NOT NULL, "
                 "placed_day INTEGER NOT NULL, deposit_kind INTEGER NOT NULL, deposit_value INTEGER NOT NULL, promise_first INTEGER, "
                 "promise_current INTEGER, ship_complete INTEGER NOT NULL, campaign_id INTEGER, note TEXT)");
    raw_exec(db, "CREATE TABLE receipt (id INTEGER PRIMARY KEY, operation_id INTEGER REFERENCES operation (id), at INTEGER)");
    raw_exec(db, "CREATE TABLE receipt_line (id INTEGER PRIMARY KEY, receipt_id INTEGER REFERENCES receipt (id), "
                 "product_id INTEGER REFERENCES product (id), units INTEGER)");
    raw_exec(db, "CREATE TABLE ledger (id INTEGER PRIMARY KEY, operation_id INTEGER NOT NULL REFERENCES operation (id), "
                 "product_id INTEGER NOT NULL REFERENCES product (id), cause TEXT NOT NULL, on_hand_delta INTEGER NOT NULL, "
                 "allocated_delta INTEGER NOT NULL)");
    raw_exec(db, "CREATE TABLE allocation (id INTEGER PRIMARY KEY, ledger_id INTEGER, order_line_id INTEGER, units INTEGER, "
                 "place INTEGER, units_ahead INTEGER)");
    raw_exec(db, "BEGIN");
    raw_exec(db, "INSERT INTO product SELECT p.id, p.sku, p.name, p.price, s.on_hand, s.allocated, s.waiting_preorder + s.waiting_backorder "
                 "FROM ours.product p JOIN ours.product_stock s ON s.product_id = p.id");
    raw_exec(db, "INSERT INTO order_line SELECT l.id, l.order_id, l.product_id, o.customer_id, o.reference, l.ordered, l.cancelled, "
                 "l.shipped, 0, 0, l.unit_price, l.preorder, o.priority, o.placed_at, o.placed_day, l.deposit_kind, l.deposit_value, "
                 "l.promise_first, l.promise_current, o.ship_complete, o.campaign_id, o.note "
                 "FROM ours.order_line l JOIN ours.sales_order o ON o.id = l.order_id");
    raw_exec(db, "UPDATE order_line SET waiting = w.units FROM ours.waiting_line w WHERE w.order_line_id = order_line.id");
    raw_exec(db, "UPDATE order_line SET allocated = a.units FROM ours.allocated_line a WHERE a.order_line_id = order_line.id");
    raw_exec(db, "INSERT INTO operation SELECT id, uuid, kind, at, actor FROM ours.operation");
    raw_exec(db, "INSERT INTO ledger SELECT id, operation_id, product_id, cause, on_hand_delta, allocated_delta FROM ours.stock_ledger");
    raw_exec(db, "INSERT INTO allocation (ledger_id, order_line_id, units, place, units_ahead) "
                 "SELECT ledger_id, order_line_id, units, place, units_ahead FROM ours.allocation");
    raw_exec(db, "CREATE INDEX order_line_by_order ON order_line (order_id)");
    raw_exec(db, "CREATE INDEX order_line_waiting ON order_line (product_id, priority DESC, placed_at, id) WHERE waiting > 0");
    raw_exec(db, "CREATE INDEX allocation_by_line ON allocation (order_line_id)");
    raw_exec(db, "CREATE INDEX ledger_by_operation ON ledger (operation_id)");
    raw_exec(db, "CREATE INDEX ledger_by_product ON ledger (product_id)");
    raw_exec(db, "COMMIT");
    raw_close(db);
}

raw_receiving *raw_receiving_open(const char *path)
{
    raw_receiving *self = calloc(1, sizeof *self);
    sqlite3 *db = self->db = raw_open(path);
    self->operation = raw_prepare(db, "INSERT INTO operation (uuid, kind, at, actor) VALUES (lower(hex(randomblob(16))), 'receive', 0, 'raw')");
    self->receipt = raw_prepare(db, "INSERT INTO receipt (operation_id, at) VALUES (?, 0)");
    self->receipt_line = raw_prepare(db, "INSERT INTO receipt_line (receipt_id, product_id, units) VALUES (?, ?, ?)");
    self->next = raw_prepare(db, "SELECT id, waiting FROM order_line WHERE product_id = ? AND waiting > 0 "
                                 "ORDER BY priority DESC, placed_at, id LIMIT ?");
    self->give = raw_prepare(db, "UPDATE order_line SET allocated = allocated + ?, waiting = waiting - ? WHERE id = ?");
    self->allocation = raw_prepare(db, "INSERT INTO allocation (ledger_id, order_line_id, units, place, units_ahead) VALUES (?, ?, ?, ?, ?)");
    self->ledger = raw_prepare(db, "INSERT INTO ledger (operation_id, product_id, cause, on_hand_delta, allocated_delta) VALUES (?, ?, ?, ?, ?)");
    self->counters = raw_prepare(db, "UPDATE product SET on_hand = on_hand + ?, allocated = allocated + ?, waiting = waiting - ? WHERE id = ?");
    return self;
}

void raw_receiving_close(raw_receiving *self)
{
    sqlite3_stmt *statements[] = {self->operation, self->receipt, self->receipt_line, self->next, self->give, self->allocation, self->ledger, self->counters};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; ++i)
        sqlite3_finalize(statements[i]);
    raw_close(self->db);
    free(self);
}

typedef struct {
    long long line;
    long long units;
} waiting_line;

/* Reads the lines that can be served; as the rows are rewritten, not while the index is walked. */
static long long first_lines(raw_receiving *self, long long product, long long units, waiting_line **lines)
{
    long long count = 0;
    long long room = 0;
    sqlite3_bind_int64(self->next, 1, product);
    sqlite3_bind_int64(self->next, 2, units);
    for (long long left = units; left > 0 && sqlite3_step(self->next) == SQLITE_ROW; ++count) {
        if (count == room) {
            room = room ? room * 2 : 64;
            *lines = realloc(*lines, (size_t)room * sizeof **lines);
        }
        (*lines)[count].line = sqlite3_column_int64(self->next, 0);
        (*lines)[count].units = sqlite3_column_int64(self->next, 1);
        left -= (*lines)[count].units;
    }
    sqlite3_reset(self->next);
    return count;
}

static long long write_ledger(raw_receiving *self, long long operation, long long product, const char *cause, long long on_hand, long long allocated)
{
    sqlite3_bind_int64(self->ledger, 1, operation);
    sqlite3_bind_int64(self->ledger, 2, product);
    sqlite3_bind_text(self->ledger, 3, cause, -1, SQLITE_STATIC);
    sqlite3_bind_int64(self->ledger, 4, on_hand);
    sqlite3_bind_int64(self->ledger, 5, allocated);
    raw_step(self->db, self->ledger);
    return sqlite3_last_insert_rowid(self->db);
}

static long long give(raw_receiving *self, long long operation, long long product, const waiting_line *lines, long long count, long long units)
{
    long long given = 0;
    for (long long i = 0; i < count; ++i) {
        const long long now = lines[i].units < units - given ? lines[i].units : units - given;
        sqlite3_bind_int64(self->give, 1, now);
        sqlite3_bind_int64(self->give, 2, now);
        sqlite3_bind_int64(self->give, 3, lines[i].line);
        raw_step(self->db, self->give);
        sqlite3_bind_int64(self->allocation, 1, write_ledger(self, operation, product, "serve", 0, now));
        sqlite3_bind_int64(self->allocation, 2, lines[i].line);
        sqlite3_bind_int64(self->allocation, 3, now);
        sqlite3_bind_int64(self->allocation, 4, i + 1);
        sqlite3_bind_int64(self->allocation, 5, given);
        raw_step(self->db, self->allocation);
        given += now;
    }
    return given;
}

long long raw_receive(raw_receiving *self, long long product, long long units)
{
    sqlite3 *db = self->db;
    waiting_line *lines = NULL;
    raw_exec(db, "BEGIN IMMEDIATE");
    raw_step(db, self->operation);
    const long long operation = sqlite3_last_insert_rowid(db);
    sqlite3_bind_int64(self->receipt, 1, operation);
    raw_step(db, self->receipt);
    sqlite3_bind_int64(self->receipt_line, 1, sqlite3_last_insert_rowid(db));
    sqlite3_bind_int64(self->receipt_line, 2, product);
    sqlite3_bind_int64(self->receipt_line, 3, units);
    raw_step(db, self->receipt_line);
    const long long count = first_lines(self, product, units, &lines);
    write_ledger(self, operation, product, "receive", units, 0);
    const long long given = give(self, operation, product, lines, count, units);
    sqlite3_bind_int64(self->counters, 1, units);
    sqlite3_bind_int64(self->counters, 2, given);
    sqlite3_bind_int64(self->counters, 3, given);
    sqlite3_bind_int64(self->counters, 4, product);
    raw_step(db, self->counters);
    raw_exec(db, "COMMIT");
    free(lines);
    return count;
}
