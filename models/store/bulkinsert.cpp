#include "models/store/bulkinsert.h"

namespace waitline {

BulkInsert::BulkInsert(Connection &connection, QString head, int columns, QString tail)
    : m_connection(connection), m_head(std::move(head)), m_columns(columns), m_tail(std::move(tail))
{
    m_values.reserve(qsizetype(columns) * rowsAtOnce);
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

void BulkInsert::write(int rows)
{
    if (rows == rowsAtOnce && m_whole.isEmpty())
        m_whole = textFor(rows);
    m_written += m_connection.run(rows == rowsAtOnce ? m_whole : textFor(rows), m_values).affected();
    m_values.clear();
}

} // namespace waitline
