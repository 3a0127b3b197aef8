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

void BulkInsert::write(int rows)
{
    QString row(u'(');
    for (int i = 0; i < m_columns; ++i)
        row += i == 0 ? u"?" : u",?";
    row += u')';
    QString sql = m_head + u" VALUES " + row;
    for (int i = 1; i < rows; ++i)
        sql += u',' + row;
    m_written += m_connection.run(sql + u' ' + m_tail, m_values).affected();
    m_values.clear();
}

} // namespace waitline
