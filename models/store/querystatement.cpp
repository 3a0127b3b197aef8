#include "models/store/querystatement.h"

#include "models/store/storeerror.h"

namespace waitline {

QueryStatement::QueryStatement(const QSqlDatabase &database, const QString &text) : PreparedStatement(text), m_query(database)
{
    m_query.setForwardOnly(true);
    if (!m_query.prepare(sql))
        throw StoreError(m_query.lastError(), sql);
}

void QueryStatement::bindText(int position, const QString &value)
{
    m_query.bindValue(position, value.isNull() ? QStringLiteral("") : value);
}

void QueryStatement::execute()
{
    if (!m_query.exec())
        throw StoreError(m_query.lastError(), sql);
}

bool QueryStatement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        throw StoreError(m_query.lastError(), sql);
    return false;
}

} // namespace waitline
