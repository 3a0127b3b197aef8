#pragma once

#include "models/store/connection.h"

namespace waitline {

/// Inserts many rows with few round trips: an SQLite file takes them one by one as they come, a server a hundred
/// at a time. Call finish() before the rows are read; throws StoreError.
class BulkInsert final {
public:
    /// `head` is "INSERT INTO t (a, b)", `tail` what follows the values ("ON CONFLICT …"), or empty.
    BulkInsert(Connection &connection, QString head, int columns, QString tail = {});
    ~BulkInsert();
    BulkInsert(const BulkInsert &) = delete;
    BulkInsert &operator=(const BulkInsert &) = delete;

    template <typename... Values>
    void add(const Values &...values)
    {
        Q_ASSERT(sizeof...(values) == size_t(m_columns));
        if (m_rowsAtOnce == 1) {
            statement().bindAll(values...);
            writeRow();
            return;
        }
        (m_values.push_back(toSql(values)), ...);
        if (m_values.size() == qsizetype(m_columns) * m_rowsAtOnce)
            write(m_rowsAtOnce);
    }
    void finish();
    /// Rows the database took so far: fewer than were added where `tail` leaves some out.
    [[nodiscard]] qint64 written() const { return m_written; }

private:
    PreparedStatement &statement();
    [[nodiscard]] QString textFor(int rows) const;
    void writeRow();
    void write(int rows);

    Connection &m_connection;
    QString m_head;
    int m_columns;
    QString m_tail;
    int m_rowsAtOnce;
    PreparedStatement *m_statement = nullptr; ///< for one row; held while this lives
    QString m_whole; ///< the text for m_rowsAtOnce rows
    QVariantList m_values;
    qint64 m_written = 0;
};

} // namespace waitline
