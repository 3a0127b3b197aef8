#pragma once

#include "models/domain/result.h"

#include <QString>

namespace waitline {

/// Where a database is: a SQLite file's path, or `postgresql://user@host:port/name`, where host may be a
/// percent-encoded socket directory.
struct Location {
    enum class Kind { SqliteFile, Postgres };
    Kind kind = Kind::SqliteFile;
    QString text; ///< as given, without a password; for a file its path

    QString host;
    int port = 5432;
    QString user;
    QString database;
    QString password; ///< never shown and never stored; empty: libpq's own means, such as ~/.pgpass

    [[nodiscard]] static Result<Location> parse(const QString &text);
    /// A server's database; an empty host is this computer's own server, one that begins with / the folder of its socket.
    [[nodiscard]] static Location server(const QString &host, int port, const QString &user, const QString &database);
    /// A short name for title and status bar.
    [[nodiscard]] QString displayName() const;
};

} // namespace waitline
