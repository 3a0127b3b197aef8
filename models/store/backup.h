#pragma once

#include "models/domain/result.h"

#include <QString>

namespace waitline {

class Connection;

enum class Overwrite { No, Yes };

/// Writes a consistent copy of an SQLite database to `path` while others work (SQLite's VACUUM INTO, then
/// renamed into place). Refuses an existing file unless told. PostgreSQL is backed up with pg_dump.
Result<Done> backUp(Connection &connection, const QString &path, Overwrite overwrite);

/// Puts the backup at `backupPath` in place of the database file at `path`. An existing database is kept
/// as "<path>.before-restore" and needs Overwrite::Yes. Refuses what is not a Waitline database.
Result<Done> restoreBackup(const QString &backupPath, const QString &path, Overwrite overwrite);

} // namespace waitline
