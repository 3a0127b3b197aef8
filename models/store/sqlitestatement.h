#pragma once

#include "models/store/statement.h"

struct sqlite3;
struct sqlite3_stmt;

namespace waitline {

/// A statement of SQLite's own, on the connection that Qt opened: binding and reading through QSqlQuery cost more
/// than SQLite's work itself (a receipt that serves 1,000 lines took twice the time).
class SqliteStatement final : public PreparedStatement {
public:
    SqliteStatement(sqlite3 *database, const QString &sql);
    ~SqliteStatement() override;

    /// SQLite's handle of an open database; none where its driver is another one, or holds an SQLite of its own.
    [[nodiscard]] static sqlite3 *handleOf(const QSqlDatabase &database);

    void bindInteger(int position, qint64 value) override;
    void bindText(int position, const QString &value) override;
    void bindNull(int position) override;
    void execute() override;
    bool next() override;
    void finish() override;

    qint64 integer(int column) const override;
    QString text(int column) const override;
    bool isNull(int column) const override;
    QVariant value(int column) const override;
    qint64 affected() const override { return m_affected; }

private:
    enum class State { Idle, FirstRow, OtherRow };
    [[nodiscard]] bool step();
    [[nodiscard]] QVariant stepped(int column) const;

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
    State m_state = State::Idle;
    qint64 m_affected = 0;
    const bool m_returns; ///< has a RETURNING clause
    std::vector<QVariantList> m_returned; ///< its rows: it is run to its end at once
    size_t m_row = 0; ///< 1 + the row of them that is read
};

} // namespace waitline
