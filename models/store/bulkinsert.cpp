#include "models/store/bulkinsert.h"

namespace waitline {

BulkInsert::BulkInsert(Connection &connection, QString head, int columns, QString tail)
    : m_connection(connection)
    , m_head(std::move(head))
    , m_columns(columns)
    , m_tail(std::move(tail))
    // Within a savepoint SQLite keeps the pages each statement of several rows changes, and walks along all it has kept
    // after every one: a long unit of work would cost by its square.
    , m_rowsAtOnce(!connection.isSqlite()   ? 100
                   : connection.m_depth > 1 ? 1
                                            : 32)
{}

BulkInsert::Cell BulkInsert::cell(const QVariant &value)
{
    if (value.isNull())
        return {};
    return value.typeId() == QMetaType::QString ? Cell(value.toString()) : Cell(value.toLongLong());
}

void BulkInsert::finish()
{
    const size_t rows = m_cells.size() / size_t(m_columns);
    if (rows == 0)
        return;
    if (m_connection.isSqlite()) {
        // One by one: a statement for each number of rows would be prepared more often than it is used.
        const QString one = textFor(1);
        for (size_t row = 0; row < rows; ++row)
            write(one, row * size_t(m_columns), 1);
    } else {
        write(textFor(rows), 0, rows);
    }
    m_cells.clear();
}

QString BulkInsert::textFor(size_t rows) const
{
    const QString row = u"(?"_qs + u",?"_qs.repeated(m_columns - 1) + u')';
    return m_head + u" VALUES " + row + QString(u',' + row).repeated(qsizetype(rows) - 1) + u' ' + m_tail;
}

void BulkInsert::writeAll()
{
    if (m_whole.isEmpty())
        m_whole = textFor(size_t(m_rowsAtOnce));
    write(m_whole, 0, size_t(m_rowsAtOnce));
    m_cells.clear();
}

void BulkInsert::write(const QString &text, size_t firstCell, size_t rows)
{
    PreparedStatement &statement = m_connection.prepared(text);
    Rows execution(statement);
    for (size_t i = 0; i < rows * size_t(m_columns); ++i) {
        const Cell &cell = m_cells[firstCell + i];
        if (const auto *integer = std::get_if<qint64>(&cell))
            statement.bindInteger(int(i), *integer);
        else if (const auto *words = std::get_if<QString>(&cell))
            statement.bindText(int(i), *words);
        else
            statement.bindNull(int(i));
    }
    statement.execute();
    m_written += execution.affected();
}

} // namespace waitline
