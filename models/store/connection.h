#pragma once

#include "models/domain/changeset.h"
#include "models/domain/result.h"
#include "models/store/location.h"
#include "models/store/sqldialect.h"
#include "models/store/statement.h"

#include <QHash>
#include <QSqlDatabase>

#include <atomic>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

struct sqlite3;

namespace waitline {

/// One open database, used by one thread. Statements are prepared once and kept.
class Connection final {
public:
    enum class Mode {
        OpenExisting, ///< the file must be a Waitline database
        Create, ///< the file must not exist, or the server database must be empty
        Look, ///< as OpenExisting, for reading only: the file is not altered, an older one stays as it is
        Beside ///< one more connection to a database this program has open: it has been looked at already
    };
    /// How long a writer waits for others, in milliseconds.
    static constexpr int patience = 30'000;

    /// Opens, checks that it is a Waitline database of a known version and migrates an older one. What is refused
    /// is not altered.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const Location &location, Mode mode, int patienceMs = patience);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Executes a statement with the values for its ? in order. Literals are cached by address.
    template <typename... Values>
    Rows run(const char *sql, const Values &...values)
    {
        refuseWhenStopped();
        Rows rows(statement(sql));
        rows.executeWith(values...);
        return rows;
    }
    /// The same for text put together at run time; kept by its content.
    Rows run(const QString &sql, const QVariantList &values);
    /// The first column of the first row, or `otherwise` where there is none or it is NULL.
    template <typename... Values>
    qint64 integer(const char *sql, const Values &...values)
    {
        Rows rows = run(sql, values...);
        return rows.next() ? rows.integer(0) : 0;
    }
    /// `count` fresh ids of a table with an identity column, ascending.
    [[nodiscard]] std::vector<qint64> freshIds(const char *table, qint64 count);
    /// Executes one statement that is not worth keeping; throws StoreError.
    void runOnce(const QString &sql);
    /// Begins, ends or marks a transaction: kept as a prepared statement where the database can.
    void command(const QString &sql);

    [[nodiscard]] const SqlDialect &dialect() const { return *m_dialect; }
    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] bool isSqlite() const { return m_location.kind == Location::Kind::SqliteFile; }
    [[nodiscard]] QSqlDatabase database() const;
    /// From another thread: what runs ends with an error (SQLite), and no further statement begins until goOn().
    void stop();
    void goOn() { m_isStopped = false; }
    /// The process that serves the connection, by which another one can have it cancelled; 0 on SQLite.
    [[nodiscard]] qint64 serverProcess() const { return m_serverProcess; }
    void cancelOnServer(qint64 process);
    /// Asks for a sign of life; throws StoreError where there is none.
    void probe();
    /// Whether the server is gone: a statement has found that out, and no further one will work.
    [[nodiscard]] bool isLost() const { return !isSqlite() && !database().isOpen(); }
    /// Changes whenever another connection committed (SQLite); see PRAGMA data_version.
    [[nodiscard]] qint64 dataVersion();

    /// Whether the database has rolled back the open transaction by itself: nothing more may be done inside it.
    [[nodiscard]] bool isTransactionLost() const { return m_isTransactionLost; }
    /// What the open transaction touches; counts when it is committed and is forgotten when it is not.
    [[nodiscard]] ChangeSet &changes() { return m_changes; }
    /// Called after each commit that touched something, on this connection's thread.
    void onCommitted(std::function<void(const ChangeSet &)> told) { m_onCommitted = std::move(told); }
    /// The channel on which a PostgreSQL server tells other connections of a commit.
    static constexpr const char *channel = "waitline_changed";

private:
    friend class Transaction;
    friend class BulkInsert;
    Connection(Location location, QString name, Mode mode, int patienceMs);
    PreparedStatement &statement(const char *sql);
    PreparedStatement &prepared(const QString &sql);
    [[nodiscard]] static Result<Done> create(const Location &location, int patienceMs);
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openOnce(const Location &location, Mode mode, int patienceMs);
    void setUp(Mode mode, int patienceMs);
    [[nodiscard]] Result<Done> accept(Mode mode);
    void tellCommitted();
    void refuseAfterLoss() const;
    void refuseWhenStopped() const;

    Location m_location;
    QString m_name;
    std::unique_ptr<SqlDialect> m_dialect;
    std::unordered_map<const char *, std::unique_ptr<PreparedStatement>> m_byLiteral;
    QHash<QString, std::shared_ptr<PreparedStatement>> m_byText;
    std::vector<std::unique_ptr<PreparedStatement>> m_extra; // while the kept one is in use further up
    int m_depth = 0; // of nested transactions
    bool m_isTransactionLost = false; // the database rolled all of it back while transactions were still nested
    std::atomic_bool m_isStopped = false;
    sqlite3 *m_handle = nullptr; ///< to be interrupted by; none on a server, or where the driver has an SQLite of its own
    qint64 m_serverProcess = 0;
    ChangeSet m_changes;
    std::function<void(const ChangeSet &)> m_onCommitted;
};

} // namespace waitline
