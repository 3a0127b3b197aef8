#pragma once

#include "models/store/connection.h"

#include <variant>

namespace waitline {

/// Inserts many rows with few executions, for each has a cost of its own: an SQLite file takes some tens of rows at a
/// time, a server a hundred. Call finish() before the rows are read; throws StoreError.
class BulkInsert final {
public:
    /// `head` is "INSERT INTO t (a, b)", `tail` what follows the values ("ON CONFLICT …"), or empty.
    BulkInsert(Connection &connection, QString head, int columns, QString tail = {});
    BulkInsert(const BulkInsert &) = delete;
    BulkInsert &operator=(const BulkInsert &) = delete;

    template <typename... Values>
    void add(const Values &...values)
    {
        Q_ASSERT(sizeof...(values) == size_t(m_columns));
        (m_cells.push_back(cell(values)), ...);
        if (m_cells.size() == size_t(m_columns) * size_t(m_rowsAtOnce))
            writeAll();
    }
    void finish();
    /// Rows the database took so far: fewer than were added where `tail` leaves some out.
    [[nodiscard]] qint64 written() const { return m_written; }

private:
    using Cell = std::variant<std::monostate, qint64, QString>;

    [[nodiscard]] static Cell cell(qint64 value) { return value; }
    [[nodiscard]] static Cell cell(int value) { return qint64(value); }
    [[nodiscard]] static Cell cell(bool value) { return qint64(value); }
    [[nodiscard]] static Cell cell(const QString &value) { return value; }
    [[nodiscard]] static Cell cell(QDate day) { return toDayNumber(day); }
    [[nodiscard]] static Cell cell(const QVariant &value);
    template <typename Tag>
    [[nodiscard]] static Cell cell(Id<Tag> id)
    {
        return id.isValid() ? Cell(id.value) : Cell();
    }
    template <typename T>
    [[nodiscard]] static Cell cell(const std::optional<T> &value)
    {
        return value ? cell(*value) : Cell();
    }
    [[nodiscard]] QString textFor(size_t rows) const;
    void writeAll();
    void write(const QString &text, size_t firstCell, size_t rows);

    Connection &m_connection;
    QString m_head;
    int m_columns;
    QString m_tail;
    int m_rowsAtOnce;
    QString m_whole; ///< the text for m_rowsAtOnce rows
    std::vector<Cell> m_cells;
    qint64 m_written = 0;
};

} // namespace waitline
