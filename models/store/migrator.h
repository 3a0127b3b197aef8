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
    /// `folder` holds the numbered files.
    explicit Migrator(Connection &connection, const QString &folder = QStringLiteral(":/sql"));

    [[nodiscard]] bool isWaitline();
    /// Makes the schema in an empty database; refuses one that holds tables.
    Result<Done> create();
    /// Refuses foreign, newer or tampered schemas; writes nothing.
    Result<Done> inspect();
    /// Applies what is missing to what inspect() accepts, in the order of the numbers: a step that a later one overtook,
    /// because two were written at the same time, is not passed over.
    Result<Done> bringUpToDate();

    /// The latest version this program knows.
    [[nodiscard]] int newestVersion() const { return m_known.back().version; }

private:
    struct Migration {
        int version = 0;
        QString name;
        QByteArray text;
        [[nodiscard]] QString checksum() const;
    };
    [[nodiscard]] bool isEmpty();
    [[nodiscard]] bool isApplied(const Migration &migration);
    void apply(const Migration &migration);
    void applyMissing();

    Connection &m_connection;
    std::vector<Migration> m_known;
};

} // namespace waitline
