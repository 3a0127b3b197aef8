#include "models/store/connection.h"

#include "models/store/migrator.h"
#include "models/store/openfiles.h"
#include "models/store/openingstop.h"
#include "models/store/serverwords.h"
#include "models/store/sqlitestatement.h"
#include "models/store/storeerror.h"

#include <QAtomicInteger>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>

#include <sqlite3.h>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Connection", text); }

Error storage(QString message) { return {Error::Kind::Storage, QStringLiteral("database"), std::move(message)}; }

/// What stops a file from being opened, seen from outside: SQLite alone opens it (see openfiles.h).
std::optional<Error> whyNotADatabase(const QString &path, Connection::Mode mode)
{
    const QFileInfo file(path);
    if (mode == Connection::Mode::Create) {
        if (file.exists())
            return Error{Error::Kind::Conflict, "database", sentence("%1 exists already: choose another name or open it.").arg(path)};
        if (!file.dir().exists())
            return storage(sentence("The folder of %1 does not exist: create it first.").arg(path));
        return std::nullopt;
    }
    if (!file.exists())
        return storage(sentence("%1 does not exist: create it with “init”.").arg(path));
    if (file.isDir())
        return storage(sentence("%1 is a folder: name a file in it.").arg(path));
    if (!file.isReadable())
        return storage(sentence("%1 cannot be read: check its permissions.").arg(path));
    return std::nullopt;
}

QString freshName()
{
    static QAtomicInteger<int> count = 0;
    return QStringLiteral("waitline-%1").arg(++count);
}

} // namespace

Connection::Connection(Location location, QString name, Mode mode, int patienceMs)
    : m_location(std::move(location))
    , m_name(std::move(name))
    , m_dialect(SqlDialect::of(m_location.kind))
{
    QSqlDatabase database = QSqlDatabase::addDatabase(isSqlite() ? "QSQLITE" : "QPSQL", m_name);
    if (isSqlite()) {
        openfiles::add(m_location.text);
        const QString reading = mode == Mode::Look ? QStringLiteral(";QSQLITE_OPEN_READONLY") : QString();
        database.setDatabaseName(m_location.text);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(patienceMs) + reading);
    } else {
        database.setDatabaseName(m_location.database);
        database.setHostName(m_location.host);
        database.setPort(m_location.port);
        database.setUserName(m_location.user);
        database.setPassword(m_location.password);
        // A server that says nothing any more is noticed within seconds.
        database.setConnectOptions(QStringLiteral("connect_timeout=5;keepalives_idle=5;keepalives_interval=2;keepalives_count=3;"
                                                  "tcp_user_timeout=10000"));
    }
}

Connection::~Connection()
{
    m_byLiteral.clear();
    m_byText.clear();
    m_extra.clear();
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    if (isSqlite())
        openfiles::remove(m_location.text);
}

Result<std::unique_ptr<Connection>> Connection::open(const Location &location, Mode mode, int patienceMs)
{
    const bool isFile = location.kind == Location::Kind::SqliteFile;
    if (!isFile || mode == Mode::Look)
        return openOnce(location, mode, patienceMs);
    if (auto reason = whyNotADatabase(location.text, mode))
        return *reason;
    if (mode == Mode::Beside)
        return openOnce(location, mode, patienceMs);
    if (mode == Mode::OpenExisting) {
        const QFileInfo file(location.text);
        if (!file.isWritable() || !QFileInfo(file.absolutePath()).isWritable())
            return storage(sentence("%1 or its folder may not be written: check its permissions.").arg(location.text));
        // Looked at first: a file that is refused keeps every byte.
        if (auto looked = openOnce(location, Mode::Look, patienceMs); !looked)
            return looked;
        return openOnce(location, mode, patienceMs);
    }
    if (const auto made = create(location, patienceMs); !made)
        return made.error();
    auto opened = openOnce(location, Mode::OpenExisting, patienceMs);
    if (!opened)
        QFile::remove(location.text); // made and of no use
    return opened;
}

/// Makes the file beside its place and puts it there whole: what is stopped halfway is in nobody's way.
Result<Done> Connection::create(const Location &location, int patienceMs)
{
    Location beside = location;
    beside.text += QStringLiteral(".creating");
    const auto removeAll = [&beside] {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(beside.text + QLatin1String(suffix));
    };
    const Error cannot = storage(sentence("%1 cannot be created: check the folder's permissions.").arg(location.text));
    removeAll();
    {
        // Created here so that it is private from its first byte on.
        QFile file(beside.text);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return cannot;
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    {
        const auto made = openOnce(beside, Mode::Create, patienceMs);
        if (!made) {
            removeAll();
            return made.error();
        }
    } // closed, all of it is in the one file
    if (!QFile::rename(beside.text, location.text)) { // which replaces nothing
        removeAll();
        return cannot;
    }
    return Done{};
}

Result<std::unique_ptr<Connection>> Connection::openOnce(const Location &location, Mode mode, int patienceMs)
{
    if (location.kind == Location::Kind::SqliteFile && mode == Mode::Look) {
        if (auto reason = whyNotADatabase(location.text, mode))
            return *reason;
    }
    std::unique_ptr<Connection> connection(new Connection(location, freshName(), mode, patienceMs));
    QSqlDatabase database = connection->database();
    if (!database.open() && !connection->isSqlite())
        return storage(whyServerRefuses(location, database.lastError().databaseText()));
    if (!database.isOpen())
        return storage(sentence("%1 cannot be opened: %2.").arg(location.text, database.lastError().databaseText().simplified()));
    try {
        connection->setUp(mode, patienceMs);
        const OpeningStop::Scope scope(*connection);
        if (const auto accepted = connection->accept(mode); !accepted)
            return accepted.error();
    } catch (const StoreError &error) {
        if (error.cause() == StoreError::Cause::NotADatabase)
            return storage(sentence("%1 is not a Waitline database.").arg(location.text));
        return error.toError();
    }
    return connection;
}

Result<Done> Connection::accept(Mode mode)
{
    switch (mode) {
    case Mode::Create: return Migrator(*this).create();
    case Mode::Look: return Migrator(*this).inspect();
    case Mode::OpenExisting: return Migrator(*this).bringUpToDate();
    case Mode::Beside: return Done{};
    }
    Q_UNREACHABLE();
}

void Connection::setUp(Mode mode, int patienceMs)
{
    if (!isSqlite()) {
        runOnce(QStringLiteral("SET client_min_messages = warning"));
        runOnce(QStringLiteral("SET lock_timeout = %1").arg(patienceMs));
        m_serverProcess = integer("SELECT pg_backend_pid()");
        return;
    }
    m_handle = SqliteStatement::handleOf(database()); // only this thread may ask the driver for it
    if (mode == Mode::Look)
        return;
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
                               "PRAGMA cache_size = -65536", "PRAGMA temp_store = MEMORY"})
        runOnce(QLatin1String(pragma));
}

QSqlDatabase Connection::database() const { return QSqlDatabase::database(m_name, false); }

PreparedStatement &Connection::statement(const char *sql)
{
    refuseAfterLoss();
    auto &kept = m_byLiteral[sql];
    if (!kept)
        kept = PreparedStatement::prepare(database(), m_dialect->translate(QString::fromUtf8(sql)));
    if (!kept->inUse)
        return *kept;
    std::erase_if(m_extra, [](const auto &extra) { return !extra->inUse; });
    m_extra.push_back(PreparedStatement::prepare(database(), kept->sql));
    return *m_extra.back();
}

PreparedStatement &Connection::prepared(const QString &sql)
{
    refuseAfterLoss();
    auto &kept = m_byText[sql];
    if (!kept)
        kept = PreparedStatement::prepare(database(), m_dialect->translate(sql));
    if (!kept->inUse)
        return *kept;
    std::erase_if(m_extra, [](const auto &extra) { return !extra->inUse; });
    m_extra.push_back(PreparedStatement::prepare(database(), kept->sql));
    return *m_extra.back();
}

Rows Connection::run(const QString &sql, const QVariantList &values)
{
    refuseWhenStopped();
    Rows rows(prepared(sql));
    rows.execute(values);
    return rows;
}

std::vector<qint64> Connection::freshIds(const char *table, qint64 count)
{
    std::vector<qint64> ids;
    ids.reserve(size_t(count));
    Rows rows = run(m_dialect->freshIds(QString::fromLatin1(table)), {QVariant(count)});
    while (rows.next())
        ids.push_back(rows.integer(0));
    return ids;
}

/// Outside the transaction it believes to be in, each statement would be committed by itself.
void Connection::refuseAfterLoss() const
{
    if (m_isTransactionLost)
        throw StoreError(QSqlError(QString(), QStringLiteral("the transaction was rolled back")), QString());
}

void Connection::runOnce(const QString &sql)
{
    refuseAfterLoss();
    QSqlQuery query(database());
    if (!query.exec(m_dialect->translate(sql)))
        throw StoreError(query.lastError(), sql);
}

void Connection::command(const QString &sql)
{
    if (!isSqlite())
        return runOnce(sql);
    Rows rows(prepared(sql)); // a transaction ends, stopped or not
    rows.execute({});
}

void Connection::stop()
{
    m_isStopped = true;
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

void Connection::cancelOnServer(qint64 process)
{
    static_cast<void>(integer("SELECT CASE WHEN pg_cancel_backend(CAST(? AS INTEGER)) THEN 1 ELSE 0 END", process));
}

void Connection::refuseWhenStopped() const
{
    if (m_isStopped)
        throw StoreError(QSqlError(QString(), QStringLiteral("stopped"), QSqlError::StatementError, QStringLiteral("57014")), QString());
}

void Connection::tellCommitted()
{
    const ChangeSet committed = std::exchange(m_changes, {});
    if (m_onCommitted && !committed.isEmpty())
        m_onCommitted(committed);
}

void Connection::probe() { static_cast<void>(integer("SELECT 1")); }

qint64 Connection::dataVersion()
{
    if (!isSqlite())
        return 0;
    return integer("PRAGMA data_version");
}

} // namespace waitline
