#include "raw.h"

#include <stdlib.h>

enum { most_products = 64 };

/* What a batch has done to a product so far. */
typedef struct {
    long long product;
    long long allocated;
    long long waiting;
    long long waiting_lines;
    long long value;
    long long available;
    long long ledger;
    long long places;
} touched;

typedef struct {
    long long line;
    touched *product;
} served_line;

struct raw_placing {
    sqlite3 *db;
    sqlite3_stmt *customer;
    sqlite3_stmt *product;
    sqlite3_stmt *operation;
    sqlite3_stmt *order;
    sqlite3_stmt *line;
    sqlite3_stmt *waiting;
    sqlite3_stmt *allocated;
    sqlite3_stmt *ledger;
    sqlite3_stmt *allocation;
    sqlite3_stmt *counters;
    sqlite3_stmt *demand_day;
    sqlite3_stmt *demand_total;
    sqlite3_stmt *demand_span;
    touched products[most_products];
    int product_count;
};

raw_placing *raw_placing_open(const char *path)
{
    raw_placing *self = calloc(1, sizeof *self);
    sqlite3 *db = self->db = raw_open(path);
    self->customer = raw_prepare(db, "SELECT id FROM customer WHERE name_folded = ? ORDER BY id LIMIT 1");
    self->product = raw_prepare(db, "SELECT p.id, p.price, p.deposit_kind, p.deposit_value, s.on_hand - s.allocated FROM product p "
                                    "JOIN product_stock s ON s.product_id = p.id WHERE p.sku = ?");
    self->operation = raw_prepare(db, "INSERT INTO operation (uuid, kind, at, actor) VALUES (lower(hex(randomblob(16))), 'place', ?, 'raw')");
    self->order = raw_prepare(db, "INSERT INTO sales_order (operation_id, customer_id, placed_at, placed_day, deposit_required) "
                                  "VALUES (?, ?, ?, ?, ?)");
    self->line = raw_prepare(db, "INSERT INTO order_line (order_id, product_id, ordered, backordered, preorder, unit_price, deposit_kind, "
                                 "deposit_value) VALUES (?, ?, 1, ?, 0, ?, ?, ?)");
    self->waiting = raw_prepare(db, "INSERT INTO waiting_line (product_id, urgency, placed_at, rank_line, sequence, order_line_id, order_id, "
                                    "units, unit_price, preorder) VALUES (?, 0, ?, ?, 0, ?, ?, 1, ?, 0)");
    self->allocated = raw_prepare(db, "INSERT INTO allocated_line (product_id, urgency, placed_at, rank_line, sequence, order_line_id, "
                                      "order_id, units) VALUES (?, 0, ?, ?, 0, ?, ?, 1)");
    self->ledger = raw_prepare(db, "INSERT INTO stock_ledger (operation_id, product_id, cause, on_hand_delta, allocated_delta, policy, "
                                   "units_seen) VALUES (?, ?, 'serve', 0, ?, 0, ?)");
    self->allocation = raw_prepare(db, "INSERT INTO allocation (ledger_id, product_id, order_line_id, units, place, units_ahead) "
                                       "VALUES (?, ?, ?, 1, ?, ?)");
    self->counters = raw_prepare(db, "UPDATE product_stock SET allocated = allocated + ?, waiting_backorder = waiting_backorder + ?, "
                                     "waiting_lines = waiting_lines + ?, waiting_value = waiting_value + ? WHERE product_id = ?");
    self->demand_day = raw_prepare(db, "INSERT INTO demand_day (product_id, day, ordered_units, preorder_units, backorder_units, ordered_value, "
                                       "preorder_value, backorder_value) VALUES (?, ?, ?, 0, ?, ?, 0, ?) ON CONFLICT (product_id, day) "
                                       "DO UPDATE SET ordered_units = ordered_units + excluded.ordered_units, backorder_units = "
                                       "backorder_units + excluded.backorder_units, ordered_value = ordered_value + excluded.ordered_value, "
                                       "backorder_value = backorder_value + excluded.backorder_value");
    self->demand_total = raw_prepare(db, "INSERT INTO demand_total (day, ordered_units, preorder_units, backorder_units, ordered_value, "
                                         "preorder_value, backorder_value) VALUES (?, ?, 0, ?, ?, 0, ?) ON CONFLICT (day) DO UPDATE SET "
                                         "ordered_units = ordered_units + excluded.ordered_units, backorder_units = backorder_units + "
                                         "excluded.backorder_units, ordered_value = ordered_value + excluded.ordered_value, "
                                         "backorder_value = backorder_value + excluded.backorder_value");
    self->demand_span = raw_prepare(db, "INSERT INTO demand_span (days, first_day, product_id, preorder_units, backorder_units, "
                                        "preorder_value, backorder_value) VALUES (?, ?, ?, 0, ?, 0, ?) ON CONFLICT (days, first_day, "
                                        "product_id) DO UPDATE SET backorder_units = backorder_units + excluded.backorder_units, "
                                        "backorder_value = backorder_value + excluded.backorder_value");
    return self;
}

void raw_placing_close(raw_placing *self)
{
    sqlite3_stmt *statements[] = {self->customer, self->product, self->operation, self->order, self->line, self->waiting, self->allocated,
                                  self->ledger, self->allocation, self->counters, self->demand_day, self->demand_total, self->demand_span};
    for (size_t i = 0; i < sizeof statements / sizeof *statements; ++i)
        sqlite3_finalize(statements[i]);
    raw_close(self->db);
    free(self);
}

static long long day_of(long long at) { return at / 86400000; }

static void bind_all(sqlite3_stmt *statement, const long long *values, int count)
{
    for (int i = 0; i < count; ++i)
        sqlite3_bind_int64(statement, i + 1, values[i]);
}

static long long write_row(raw_placing *self, sqlite3_stmt *statement, const long long *values, int count)
{
    bind_all(statement, values, count);
    raw_step(self->db, statement);
    return sqlite3_last_insert_rowid(self->db);
}

static touched *touch(raw_placing *self, long long product, long long available)
{
    for (int i = 0; i < self->product_count; ++i) {
        if (self->products[i].product == product)
            return &self->products[i];
    }
    if (self->product_count == most_products)
        abort();
    touched *fresh = &self->products[self->product_count++];
    *fresh = (touched){product, 0, 0, 0, 0, available, 0, 0};
    return fresh;
}

typedef struct {
    long long id;
    long long price;
    long long deposit_kind;
    long long deposit_value;
    long long deposit;
    long long available;
} found_product;

static found_product find_product(raw_placing *self, const char *sku)
{
    found_product found = {0};
    sqlite3_bind_text(self->product, 1, sku, -1, SQLITE_STATIC);
    if (sqlite3_step(self->product) != SQLITE_ROW)
        abort();
    found.id = sqlite3_column_int64(self->product, 0);
    found.price = sqlite3_column_int64(self->product, 1);
    found.deposit_kind = sqlite3_column_int64(self->product, 2);
    found.deposit_value = sqlite3_column_int64(self->product, 3);
    found.available = sqlite3_column_int64(self->product, 4);
    found.deposit = found.deposit_kind == 1 ? (found.price * found.deposit_value + 5000) / 10000 : 0;
    sqlite3_reset(self->product);
    return found;
}

static void write_demand(raw_placing *self, long long product, long long day, long long units, long long waiting, long long value)
{
    static const long long spans[] = {1, 7, 28};
    write_row(self, self->demand_day, (long long[]){product, day, units, waiting, value, waiting > 0 ? value : 0}, 6);
    for (size_t i = 0; waiting > 0 && i < sizeof spans / sizeof *spans; ++i)
        write_row(self, self->demand_span, (long long[]){spans[i], day - (day + 3) % spans[i], product, waiting, value}, 5);
}

/* The rows of one order; what it does to its products is noted. */
static served_line write_order(raw_placing *self, long long operation, const raw_order *wanted)
{
    sqlite3_bind_text(self->customer, 1, wanted->customer, -1, SQLITE_STATIC);
    if (sqlite3_step(self->customer) != SQLITE_ROW)
        abort();
    const long long customer = sqlite3_column_int64(self->customer, 0);
    sqlite3_reset(self->customer);
    const long long day = day_of(wanted->placed_at);
    const found_product served = find_product(self, wanted->served_sku);
    const found_product waiting = find_product(self, wanted->waiting_sku);
    const long long order = write_row(self, self->order, (long long[]){operation, customer, wanted->placed_at, day, served.deposit + waiting.deposit}, 5);
    const long long first = write_row(self, self->line, (long long[]){order, served.id, 0, served.price, served.deposit_kind, served.deposit_value}, 6);
    const long long second = write_row(self, self->line, (long long[]){order, waiting.id, 1, waiting.price, waiting.deposit_kind, waiting.deposit_value}, 6);
    write_row(self, self->allocated, (long long[]){served.id, wanted->placed_at, first, first, order}, 5);
    write_row(self, self->waiting, (long long[]){waiting.id, wanted->placed_at, second, second, order, waiting.price}, 6);
    touched *given = touch(self, served.id, served.available);
    given->allocated += 1;
    given->value += served.price;
    touched *missing = touch(self, waiting.id, 0);
    missing->waiting += 1;
    missing->waiting_lines += 1;
    missing->value += waiting.price;
    return (served_line){first, given};
}

/* Ledger, counters and demand of all that was touched. `lines` are the served lines of the orders. */
static void settle(raw_placing *self, long long operation, long long day, const served_line *lines, int count)
{
    long long units = 0;
    long long missing = 0;
    long long value = 0;
    long long missing_value = 0;
    for (int i = 0; i < self->product_count; ++i) {
        touched *product = &self->products[i];
        if (product->allocated > 0)
            product->ledger = write_row(self, self->ledger, (long long[]){operation, product->product, product->allocated, product->available}, 4);
        write_row(self, self->counters, (long long[]){product->allocated, product->waiting, product->waiting_lines,
                                                      product->waiting > 0 ? product->value : 0, product->product}, 5);
        write_demand(self, product->product, day, product->allocated + product->waiting, product->waiting, product->value);
        units += product->allocated + product->waiting;
        missing += product->waiting;
        value += product->value;
        missing_value += product->waiting > 0 ? product->value : 0;
    }
    for (int i = 0; i < count; ++i) {
        touched *product = lines[i].product;
        write_row(self, self->allocation, (long long[]){product->ledger, product->product, lines[i].line, product->places + 1, product->places}, 5);
        ++product->places;
    }
    write_row(self, self->demand_total, (long long[]){day, units, missing, value, missing_value}, 5);
    self->product_count = 0;
}

static long long begin(raw_placing *self, long long at)
{
    raw_exec(self->db, "BEGIN IMMEDIATE");
    return write_row(self, self->operation, &at, 1);
}

void raw_place_each(raw_placing *self, const raw_order *orders, int count)
{
    for (int i = 0; i < count; ++i) {
        const long long operation = begin(self, orders[i].placed_at);
        const served_line line = write_order(self, operation, &orders[i]);
        settle(self, operation, day_of(orders[i].placed_at), &line, 1);
        raw_exec(self->db, "COMMIT");
    }
}

void raw_place_batch(raw_placing *self, const raw_order *orders, int count)
{
    served_line *lines = calloc((size_t)count, sizeof *lines);
    const long long operation = begin(self, orders[0].placed_at);
    for (int i = 0; i < count; ++i)
        lines[i] = write_order(self, operation, &orders[i]);
    settle(self, operation, day_of(orders[0].placed_at), lines, count);
    raw_exec(self->db, "COMMIT");
    free(lines);
}
