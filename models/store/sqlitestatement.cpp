#include "models/store/sqlitestatement.h"

#include "models/store/storeerror.h"

#include <QSqlDriver>
#include <QSqlQuery>

#include <sqlite3.h>

namespace waitline {

namespace {

StoreError lastError(sqlite3 *database, const QString &sql)
{
    return StoreError(QSqlError(QString(), QString::fromUtf8(sqlite3_errmsg(database)), QSqlError::StatementError,
                                QString::number(sqlite3_extended_errcode(database))),
                      sql);
}

/// Whether the driver uses the same SQLite as this program: only then may its handle be used.
bool isSameLibrary(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next() &&
           query.value(0).toString() == QLatin1String(sqlite3_sourceid());
}

} // namespace

sqlite3 *SqliteStatement::handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    static const bool usable = isSameLibrary(database);
    return usable ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

SqliteStatement::SqliteStatement(sqlite3 *database, const QString &text)
    : PreparedStatement(text)
    , m_database(database)
    , m_returns(text.contains(u"RETURNING"))
{
    const QByteArray bytes = sql.toUtf8();
    if (sqlite3_prepare_v3(database, bytes.constData(), int(bytes.size()), SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        throw lastError(database, sql);
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(m_statement); }

void SqliteStatement::bindInteger(int position, qint64 value) { sqlite3_bind_int64(m_statement, position + 1, value); }

void SqliteStatement::bindText(int position, const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    sqlite3_bind_text(m_statement, position + 1, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

void SqliteStatement::bindNull(int position) { sqlite3_bind_null(m_statement, position + 1); }

/// True at a row. At the end the statement is ready for its next use at once.
bool SqliteStatement::step()
{
    const int outcome = sqlite3_step(m_statement);
    if (outcome == SQLITE_ROW)
        return true;
    m_affected = sqlite3_changes64(m_database);
    m_state = State::Idle;
    if (outcome == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    const StoreError error = lastError(m_database, sql);
    sqlite3_reset(m_statement);
    throw error;
}

/// SQLite tells of a full disk only when a statement with RETURNING ends, and has then rolled everything back: such a
/// statement is run to its end here, so that nobody goes on as if it had been done.
void SqliteStatement::execute()
{
    m_row = 0;
    m_returned.clear();
    if (!m_returns) {
        if (step())
            m_state = State::FirstRow;
        return;
    }
    m_state = State::OtherRow;
    while (step()) {
        QVariantList row;
        for (int column = 0; column < sqlite3_column_count(m_statement); ++column)
            row.append(stepped(column));
        m_returned.push_back(std::move(row));
    }
}

bool SqliteStatement::next()
{
    if (m_returns)
        return ++m_row <= m_returned.size();
    switch (m_state) {
    case State::Idle: return false;
    case State::FirstRow: m_state = State::OtherRow; return true;
    case State::OtherRow: return step();
    }
    Q_UNREACHABLE();
}

void SqliteStatement::finish()
{
    if (m_state != State::Idle)
        sqlite3_reset(m_statement);
    m_state = State::Idle;
}

qint64 SqliteStatement::integer(int column) const
{
    return m_returns ? m_returned[m_row - 1].value(column).toLongLong() : sqlite3_column_int64(m_statement, column);
}

QString SqliteStatement::text(int column) const
{
    if (m_returns)
        return m_returned[m_row - 1].value(column).toString();
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

bool SqliteStatement::isNull(int column) const
{
    return m_returns ? m_returned[m_row - 1].value(column).isNull() : sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QVariant SqliteStatement::value(int column) const { return m_returns ? m_returned[m_row - 1].value(column) : stepped(column); }

/// A cell of the row that SQLite stands on.
QVariant SqliteStatement::stepped(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER: return qint64(sqlite3_column_int64(m_statement, column));
    case SQLITE_FLOAT: return sqlite3_column_double(m_statement, column);
    case SQLITE_NULL: return {};
    default: break;
    }
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

} // namespace waitline
