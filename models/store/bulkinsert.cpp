#include "models/store/bulkinsert.h"

namespace waitline {

BulkInsert::BulkInsert(Connection &connection, QString head, int columns, QString tail)
    : m_connection(connection)
    , m_head(std::move(head))
    , m_columns(columns)
    , m_tail(std::move(tail))
    , m_rowsAtOnce(connection.isSqlite() ? 1 : 100)
{}

BulkInsert::~BulkInsert()
{
    if (m_statement)
        m_statement->inUse = false;
}

PreparedStatement &BulkInsert::statement()
{
    if (!m_statement) {
        m_statement = &m_connection.prepared(textFor(1));
        m_statement->inUse = true;
    }
    return *m_statement;
}

void BulkInsert::finish()
{
    if (!m_values.isEmpty())
        write(int(m_values.size() / m_columns));
}

QString BulkInsert::textFor(int rows) const
{
    const QString row = u"(?"_qs + u",?"_qs.repeated(m_columns - 1) + u')';
    return m_head + u" VALUES " + row + QString(u',' + row).repeated(rows - 1) + u' ' + m_tail;
}

void BulkInsert::writeRow()
{
    m_statement->execute();
    m_written += m_statement->affected();
    m_statement->finish();
}

void BulkInsert::write(int rows)
{
    if (rows == m_rowsAtOnce && m_whole.isEmpty())
        m_whole = textFor(rows);
    m_written += m_connection.run(rows == m_rowsAtOnce ? m_whole : textFor(rows), m_values).affected();
    m_values.clear();
}

} // namespace waitline
