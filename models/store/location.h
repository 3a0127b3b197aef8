#pragma once

#include "models/domain/result.h"

#include <QString>

namespace waitline {

/// Where a database is: a SQLite file's path, or `postgresql://user@host:port/name`, where host may be a
/// percent-encoded socket directory.
struct Location {
    enum class Kind { SqliteFile, Postgres };
    Kind kind = Kind::SqliteFile;
    QString text; ///< as given; for a file its path

    QString host;
    int port = 5432;
    QString user;
    QString database;

    [[nodiscard]] static Result<Location> parse(const QString &text);
    /// A short name for title and status bar.
    [[nodiscard]] QString displayName() const;
};

} // namespace waitline
