#include "models/store/statement.h"

#include "models/store/storeerror.h"

namespace waitline {

PreparedStatement::PreparedStatement(const QSqlDatabase &database, const QString &text) : query(database), sql(text)
{
    // SQLite tells of a full disk only when a statement with RETURNING ends, and has then rolled everything back: such
    // a statement is run to its end at once. PostgreSQL drops the rows still to come when another statement runs.
    const bool givesRowsOneByOne = database.driverName() == u"QSQLITE" && !sql.contains(u"RETURNING");
    query.setForwardOnly(givesRowsOneByOne);
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
    if (query.isForwardOnly())
        return;
    query.last();
    if (query.lastError().isValid())
        throw StoreError(query.lastError(), m_statement->sql);
    query.seek(QSql::BeforeFirstRow);
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
