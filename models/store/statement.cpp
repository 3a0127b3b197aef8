#include "models/store/statement.h"

#include "models/store/querystatement.h"
#include "models/store/sqlitestatement.h"

namespace waitline {

std::unique_ptr<PreparedStatement> PreparedStatement::prepare(const QSqlDatabase &database, const QString &sql)
{
    if (sqlite3 *handle = SqliteStatement::handleOf(database))
        return std::make_unique<SqliteStatement>(handle, sql);
    return std::make_unique<QueryStatement>(database, sql);
}

void PreparedStatement::bind(int position, const QVariant &value)
{
    if (value.isNull())
        bindNull(position);
    else if (value.typeId() == QMetaType::QString)
        bindText(position, value.toString());
    else
        bindInteger(position, value.toLongLong());
}

void Rows::execute(const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        m_statement->bind(int(i), values[i]);
    m_statement->execute();
}

} // namespace waitline
