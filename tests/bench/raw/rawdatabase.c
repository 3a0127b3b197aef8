#include "raw.h"

#include <stdio.h>
#include <stdlib.h>

static void refuse(sqlite3 *db, const char *what)
{
    fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

sqlite3 *raw_open(const char *path)
{
    sqlite3 *db = NULL;
    if (sqlite3_open(path, &db) != SQLITE_OK)
        refuse(db, path);
    raw_exec(db, "PRAGMA journal_mode = WAL");
    raw_exec(db, "PRAGMA synchronous = FULL");
    raw_exec(db, "PRAGMA foreign_keys = ON");
    raw_exec(db, "PRAGMA cache_size = -65536");
    return db;
}

void raw_close(sqlite3 *db) { sqlite3_close(db); }

void raw_exec(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        refuse(db, sql);
}

sqlite3_stmt *raw_prepare(sqlite3 *db, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
        refuse(db, sql);
    return statement;
}

void raw_step(sqlite3 *db, sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        refuse(db, sqlite3_sql(statement));
    sqlite3_reset(statement);
}
