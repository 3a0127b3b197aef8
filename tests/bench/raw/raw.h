#pragma once

/* The rivals: what a plain C program over sqlite3 does for the same durable work on the same rows. Prepared
   statements, its own simple schema, no rules. Every function ends the program with a sentence when sqlite3 refuses. */

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Opens a database as ours is opened: WAL, durable commits, 64 MB of cache. */
sqlite3 *raw_open(const char *path);
void raw_close(sqlite3 *db);
void raw_exec(sqlite3 *db, const char *sql);
sqlite3_stmt *raw_prepare(sqlite3 *db, const char *sql);
/* Steps a statement that gives no row, and resets it. */
void raw_step(sqlite3 *db, sqlite3_stmt *statement);

/* Receiving as a loop that rewrites rows: one wide table of order lines with its units waiting and allocated. */
void raw_receive_create(const char *path, const char *waitline);
typedef struct raw_receiving raw_receiving;
raw_receiving *raw_receiving_open(const char *path);
/* Receives units of a product and gives them to its lines in order, in one transaction. Returns the lines served. */
long long raw_receive(raw_receiving *receiving, long long product, long long units);
void raw_receiving_close(raw_receiving *receiving);

/* Placing, on a copy of our own database: the same rows, written straight away. */
typedef struct {
    const char *customer; /* folded name */
    const char *served_sku; /* in stock: its line is allocated */
    const char *waiting_sku; /* sold out: its line waits */
    long long placed_at;
} raw_order;
typedef struct raw_placing raw_placing;
raw_placing *raw_placing_open(const char *path);
/* Each order in a transaction of its own. */
void raw_place_each(raw_placing *placing, const raw_order *orders, int count);
/* All of them in one transaction and one operation. */
void raw_place_batch(raw_placing *placing, const raw_order *orders, int count);
void raw_placing_close(raw_placing *placing);

#ifdef __cplusplus
}
#endif
