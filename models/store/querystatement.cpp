#include "models/store/querystatement.h"

#include "models/store/storeerror.h"

namespace waitline {

QueryStatement::QueryStatement(const QSqlDatabase &database, const QString &text) : PreparedStatement(text), m_query(database)
{
    // SQLite tells of a full disk only when a statement with RETURNING ends, and has then rolled everything back: such
    // a statement is run to its end at once. PostgreSQL drops the rows still to come when another statement runs.
    m_query.setForwardOnly(database.driverName() == u"QSQLITE" && !sql.contains(u"RETURNING"));
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
    if (m_query.isForwardOnly())
        return;
    m_query.last();
    if (m_query.lastError().isValid())
        throw StoreError(m_query.lastError(), sql);
    m_query.seek(QSql::BeforeFirstRow);
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
