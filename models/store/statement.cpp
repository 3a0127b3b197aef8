#include "models/store/statement.h"

#include "models/store/storeerror.h"

namespace waitline {

PreparedStatement::PreparedStatement(const QSqlDatabase &database, const QString &text) : query(database), sql(text)
{
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw StoreError(query.lastError(), sql);
}

Rows::~Rows()
{
    if (!m_statement)
        return;
    m_statement->query.finish();
    m_statement->inUse = false;
}

void Rows::execute(const QVariantList &values)
{
    QSqlQuery &query = m_statement->query;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!query.exec())
        throw StoreError(query.lastError(), m_statement->sql);
}

bool Rows::next()
{
    if (m_statement->query.next())
        return true;
    // SQLite reports an error met while stepping only here.
    if (m_statement->query.lastError().isValid())
        throw StoreError(m_statement->query.lastError(), m_statement->sql);
    return false;
}

} // namespace waitline
