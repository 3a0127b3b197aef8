#pragma once

#include "models/domain/result.h"

#include <QSqlError>

#include <exception>

namespace waitline {

/// A statement the database did not carry out. Thrown inside models/store and models/services, and turned
/// into an Error in one place (services/unitofwork).
class StoreError final : public std::exception {
public:
    enum class Cause {
        Busy, ///< another program holds the write lock
        Retry, ///< deadlock or serialization failure: running again may work
        UniqueViolation, ///< SQLite 2067 and 1555, PostgreSQL 23505
        RuleViolation, ///< a CHECK, NOT NULL or foreign key constraint
        ReadOnly,
        DiskFull,
        Damaged,
        NotADatabase, ///< the file was never one
        Lost, ///< no connection to the server any more
        Stopped, ///< somebody did not want to wait for it: see Connection::stop()
        Other
    };

    StoreError(const QSqlError &error, const QString &sql);

    [[nodiscard]] Cause cause() const { return m_cause; }
    /// A deadlock, or a row that another desk made at the same time: the next attempt sees it.
    [[nodiscard]] bool isWorthRetrying() const { return m_cause == Cause::Retry || m_cause == Cause::UniqueViolation; }
    /// One sentence for a person.
    [[nodiscard]] Error toError() const;
    [[nodiscard]] const char *what() const noexcept override { return m_what.constData(); }
    [[nodiscard]] QString databaseText() const { return m_databaseText; }

private:
    Cause m_cause;
    QString m_databaseText;
    QByteArray m_what;
};

/// Thrown inside a unit of work to leave it: what a user caused, and a rule or the input forbids.
struct Refusal {
    Error error;
};

} // namespace waitline
