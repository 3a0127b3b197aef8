#pragma once

#include "models/store/connection.h"

#include <vector>

namespace waitline {

/// Inserts many rows with few statements: rows are gathered and written a hundred at a time.
/// Call finish() before the rows are read; throws StoreError.
class BulkInsert final {
public:
    /// `head` is "INSERT INTO t (a, b)", `tail` what follows the values ("ON CONFLICT …"), or empty.
    BulkInsert(Connection &connection, QString head, int columns, QString tail = {});

    template <typename... Values>
    void add(const Values &...values)
    {
        (m_values.push_back(toSql(values)), ...);
        if (m_values.size() == qsizetype(m_columns) * rowsAtOnce)
            write(rowsAtOnce);
    }
    void finish();
    /// Rows the database took so far: fewer than were added where `tail` leaves some out.
    [[nodiscard]] qint64 written() const { return m_written; }

private:
    static constexpr int rowsAtOnce = 100;
    void write(int rows);
    [[nodiscard]] QString textFor(int rows) const;

    Connection &m_connection;
    QString m_head;
    int m_columns;
    QString m_tail;
    QString m_whole; ///< the statement for rowsAtOnce
    QVariantList m_values;
    qint64 m_written = 0;
};

} // namespace waitline
