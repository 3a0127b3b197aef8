#pragma once

#include "models/services/caller.h"
#include "models/store/connection.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace waitline::test {

/// A fresh, empty Waitline database for one test, gone after it.
class TestDatabase final {
public:
    explicit TestDatabase(Location::Kind kind);
    ~TestDatabase();

    [[nodiscard]] const Location &location() const { return m_location; }
    /// The connection that made the database.
    [[nodiscard]] Connection &connection() { return *m_connection; }
    /// One more connection, as another desk has it.
    [[nodiscard]] std::unique_ptr<Connection> another() const;
    /// Closes the first connection: for tests that work from outside.
    void close() { m_connection.reset(); }

    /// Whether the test run has a server of its own; see tests/support/postgres-cluster.
    [[nodiscard]] static bool hasPostgres();

private:
    QTemporaryDir m_folder;
    Location m_location;
    std::unique_ptr<Connection> m_connection;
};

/// 2026-03-02T09:00Z plus so many minutes, by "tester".
[[nodiscard]] Caller callerAt(qint64 minutes = 0);

/// For `void …_data()`: a row for each database, in a column "kind".
void eachDatabase();
/// First line of a test over eachDatabase(): makes `name`, or skips visibly where there is no server.
#define TEST_DATABASE(name)                                                                                                                \
    QFETCH(waitline::Location::Kind, kind);                                                                                                \
    if (kind == waitline::Location::Kind::Postgres && !waitline::test::TestDatabase::hasPostgres())                                        \
        QSKIP("No PostgreSQL here: run the tests with ctest, which starts one where it is installed.");                                    \
    waitline::test::TestDatabase name(kind)

/// Fails the test with the error's own sentence; gives the value otherwise.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

} // namespace waitline::test

Q_DECLARE_METATYPE(waitline::Location::Kind)
