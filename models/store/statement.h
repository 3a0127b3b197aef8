#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace waitline {

/// What stands for a value in SQL: integers, text, identities, days and nothing.
[[nodiscard]] inline QVariant toSql(qint64 value) { return QVariant(value); }
[[nodiscard]] inline QVariant toSql(int value) { return QVariant(qint64(value)); }
[[nodiscard]] inline QVariant toSql(bool value) { return QVariant(qint64(value)); }
[[nodiscard]] inline QVariant toSql(const QString &value) { return QVariant(value.isNull() ? QStringLiteral("") : value); }
[[nodiscard]] inline QVariant toSql(QDate day) { return QVariant(toDayNumber(day)); }
[[nodiscard]] inline QVariant toSql(QVariant value) { return value; }
template <typename Tag>
[[nodiscard]] QVariant toSql(Id<Tag> id)
{
    return id.isValid() ? QVariant(id.value) : QVariant(QMetaType::fromType<qint64>());
}
template <typename T>
[[nodiscard]] QVariant toSql(const std::optional<T> &value)
{
    return value ? toSql(*value) : QVariant(QMetaType::fromType<qint64>());
}
/// Text, or NULL where it is empty: for columns unique where given.
[[nodiscard]] inline QVariant textOrNull(const QString &value)
{
    return value.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(value);
}

/// One prepared statement of a connection, kept for its next use.
class PreparedStatement final {
public:
    PreparedStatement(const QSqlDatabase &database, const QString &sql);
    QSqlQuery query;
    QString sql;
    bool inUse = false;
};

/// The rows of one execution; hands the statement back when it goes out of scope.
class Rows final {
public:
    explicit Rows(PreparedStatement &statement) : m_statement(&statement) { statement.inUse = true; }
    Rows(Rows &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Binds in order and executes; throws StoreError.
    void execute(const QVariantList &values);
    [[nodiscard]] bool next();
    [[nodiscard]] qint64 integer(int column) const { return m_statement->query.value(column).toLongLong(); }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_statement->query.value(column).toString(); }
    [[nodiscard]] bool isNull(int column) const { return m_statement->query.isNull(column); }
    [[nodiscard]] QVariant value(int column) const { return m_statement->query.value(column); }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const
    {
        const QVariant value = m_statement->query.value(column);
        return value.isNull() ? std::nullopt : std::optional(value.toLongLong());
    }
    [[nodiscard]] QDate day(int column) const { return fromDayNumber(integer(column)); }
    [[nodiscard]] std::optional<QDate> optionalDay(int column) const
    {
        const auto number = optionalInteger(column);
        return number ? std::optional(fromDayNumber(*number)) : std::nullopt;
    }
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const { return IdType{integer(column)}; }
    [[nodiscard]] qint64 affected() const { return m_statement->query.numRowsAffected(); }

private:
    PreparedStatement *m_statement;
};

} // namespace waitline
