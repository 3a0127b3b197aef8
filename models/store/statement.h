#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QSqlDatabase>
#include <QVariant>

#include <memory>
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

/// One prepared statement of a connection, kept for its next use. Throws StoreError.
class PreparedStatement {
public:
    explicit PreparedStatement(QString text) : sql(std::move(text)) {}
    virtual ~PreparedStatement() = default;
    PreparedStatement(const PreparedStatement &) = delete;
    PreparedStatement &operator=(const PreparedStatement &) = delete;

    [[nodiscard]] static std::unique_ptr<PreparedStatement> prepare(const QSqlDatabase &database, const QString &sql);

    // Positions and columns count from 0.
    virtual void bindInteger(int position, qint64 value) = 0;
    virtual void bindText(int position, const QString &value) = 0;
    virtual void bindNull(int position) = 0;
    virtual void execute() = 0;
    [[nodiscard]] virtual bool next() = 0;
    /// Ends the execution; what was bound may be forgotten.
    virtual void finish() = 0;

    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual QVariant value(int column) const = 0;
    [[nodiscard]] virtual qint64 affected() const = 0;

    // The values of toSql(), without the detour over a QVariant.
    void bind(int position, qint64 value) { bindInteger(position, value); }
    void bind(int position, int value) { bindInteger(position, value); }
    void bind(int position, bool value) { bindInteger(position, value); }
    void bind(int position, const QString &value) { bindText(position, value); }
    void bind(int position, QDate day) { bindInteger(position, toDayNumber(day)); }
    void bind(int position, const QVariant &value);
    template <typename Tag>
    void bind(int position, Id<Tag> id)
    {
        if (id.isValid())
            bindInteger(position, id.value);
        else
            bindNull(position);
    }
    template <typename T>
    void bind(int position, const std::optional<T> &value)
    {
        if (value)
            bind(position, *value);
        else
            bindNull(position);
    }
    template <typename... Values>
    void bindAll(const Values &...values)
    {
        int position = 0;
        (bind(position++, values), ...);
    }

    const QString sql;
    bool inUse = false;
};

/// The rows of one execution; hands the statement back when it goes out of scope.
class Rows final {
public:
    explicit Rows(PreparedStatement &statement) : m_statement(&statement) { statement.inUse = true; }
    Rows(Rows &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Rows &operator=(Rows &&) = delete;
    ~Rows()
    {
        if (!m_statement)
            return;
        m_statement->finish();
        m_statement->inUse = false;
    }

    /// Binds in order and executes; throws StoreError.
    template <typename... Values>
    void executeWith(const Values &...values)
    {
        m_statement->bindAll(values...);
        m_statement->execute();
    }
    void execute(const QVariantList &values);
    [[nodiscard]] bool next() { return m_statement->next(); }
    [[nodiscard]] qint64 integer(int column) const { return m_statement->integer(column); }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_statement->text(column); }
    [[nodiscard]] bool isNull(int column) const { return m_statement->isNull(column); }
    [[nodiscard]] QVariant value(int column) const { return m_statement->value(column); }
    [[nodiscard]] std::optional<qint64> optionalInteger(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }
    [[nodiscard]] QDate day(int column) const { return fromDayNumber(integer(column)); }
    [[nodiscard]] std::optional<QDate> optionalDay(int column) const
    {
        const auto number = optionalInteger(column);
        return number ? std::optional(fromDayNumber(*number)) : std::nullopt;
    }
    template <typename IdType>
    [[nodiscard]] IdType id(int column) const
    {
        return IdType{integer(column)};
    }
    [[nodiscard]] qint64 affected() const { return m_statement->affected(); }

private:
    PreparedStatement *m_statement;
};

} // namespace waitline
