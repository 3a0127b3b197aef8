#pragma once

#include "models/domain/result.h"

#include <QStringList>

#include <vector>

namespace waitline {

class Connection;

/// Brings a database to this program's schema: numbered files under :/sql, one transaction each, their
/// checksums recorded. A SQLite file is copied before its first change.
class Migrator final {
public:
    explicit Migrator(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] bool isWaitline();
    /// Makes the schema in an empty database; refuses one that holds tables.
    Result<Done> create();
    /// Applies what is missing; refuses foreign, newer or tampered schemas without altering them.
    Result<Done> bringUpToDate();

    /// The latest version this program knows.
    [[nodiscard]] static int newestVersion();

private:
    struct Migration {
        int version = 0;
        QString name;
        QByteArray text;
        [[nodiscard]] QString checksum() const;
    };
    [[nodiscard]] static std::vector<Migration> migrations();
    [[nodiscard]] bool isEmpty();
    void apply(const Migration &migration);
    Result<Done> applyAll(int above);

    Connection &m_connection;
};

} // namespace waitline
