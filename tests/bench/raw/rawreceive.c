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
    raw_exec(db, "CREATE TABLE product (id INTEGER PRIMARY KEY, sku TEXT, on_hand INTEGER, allocated INTEGER, waiting INTEGER)");
    raw_exec(db, "CREATE TABLE order_line (id INTEGER PRIMARY KEY, order_id INTEGER, product_id INTEGER, customer TEXT, reference TEXT, "
                 "ordered INTEGER, cancelled INTEGER, shipped INTEGER, allocated INTEGER, waiting INTEGER, unit_price INTEGER, "
                 "preorder INTEGER, priority INTEGER, placed_at INTEGER, promise_first INTEGER, promise_current INTEGER, note TEXT)");
    raw_exec(db, "CREATE TABLE receipt (id INTEGER PRIMARY KEY, operation_id INTEGER, at INTEGER)");
    raw_exec(db, "CREATE TABLE receipt_line (id INTEGER PRIMARY KEY, receipt_id INTEGER, product_id INTEGER, units INTEGER)");
    raw_exec(db, "CREATE TABLE ledger (id INTEGER PRIMARY KEY, operation_id INTEGER, product_id INTEGER, on_hand_delta INTEGER, "
                 "allocated_delta INTEGER)");
    raw_exec(db, "CREATE TABLE allocation (id INTEGER PRIMARY KEY, ledger_id INTEGER, order_line_id INTEGER, units INTEGER, "
                 "place INTEGER, units_ahead INTEGER)");
    raw_exec(db, "BEGIN");
    raw_exec(db, "INSERT INTO product SELECT p.id, p.sku, s.on_hand, s.allocated, s.waiting_preorder + s.waiting_backorder "
                 "FROM ours.product p JOIN ours.product_stock s ON s.product_id = p.id");
    raw_exec(db, "INSERT INTO order_line SELECT l.id, l.order_id, l.product_id, c.name, c.reference, l.ordered, l.cancelled, l.shipped, "
                 "0, 0, l.unit_price, l.preorder, o.priority, o.placed_at, l.promise_first, l.promise_current, o.note "
                 "FROM ours.order_line l JOIN ours.sales_order o ON o.id = l.order_id JOIN ours.customer c ON c.id = o.customer_id");
    raw_exec(db, "UPDATE order_line SET waiting = w.units FROM ours.waiting_line w WHERE w.order_line_id = order_line.id");
    raw_exec(db, "CREATE INDEX order_line_by_order ON order_line (order_id)");
    raw_exec(db, "CREATE INDEX order_line_waiting ON order_line (product_id, priority DESC, placed_at, id) WHERE waiting > 0");
    raw_exec(db, "CREATE INDEX allocation_by_line ON allocation (order_line_id)");
    raw_exec(db, "CREATE INDEX ledger_by_operation ON ledger (operation_id)");
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
    self->ledger = raw_prepare(db, "INSERT INTO ledger (operation_id, product_id, on_hand_delta, allocated_delta) VALUES (?, ?, ?, ?)");
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

static long long write_ledger(raw_receiving *self, long long operation, long long product, long long on_hand, long long allocated)
{
    sqlite3_bind_int64(self->ledger, 1, operation);
    sqlite3_bind_int64(self->ledger, 2, product);
    sqlite3_bind_int64(self->ledger, 3, on_hand);
    sqlite3_bind_int64(self->ledger, 4, allocated);
    raw_step(self->db, self->ledger);
    return sqlite3_last_insert_rowid(self->db);
}

static long long give(raw_receiving *self, long long ledger, const waiting_line *lines, long long count, long long units)
{
    long long given = 0;
    for (long long i = 0; i < count; ++i) {
        const long long now = lines[i].units < units - given ? lines[i].units : units - given;
        sqlite3_bind_int64(self->give, 1, now);
        sqlite3_bind_int64(self->give, 2, now);
        sqlite3_bind_int64(self->give, 3, lines[i].line);
        raw_step(self->db, self->give);
        sqlite3_bind_int64(self->allocation, 1, ledger);
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
    long long wanted = 0;
    for (long long i = 0; i < count; ++i)
        wanted += lines[i].units;
    write_ledger(self, operation, product, units, 0);
    const long long ledger = write_ledger(self, operation, product, 0, wanted < units ? wanted : units);
    const long long given = give(self, ledger, lines, count, units);
    sqlite3_bind_int64(self->counters, 1, units);
    sqlite3_bind_int64(self->counters, 2, given);
    sqlite3_bind_int64(self->counters, 3, given);
    sqlite3_bind_int64(self->counters, 4, product);
    raw_step(db, self->counters);
    raw_exec(db, "COMMIT");
    free(lines);
    return count;
}
