#include "tests/support/testdatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

namespace waitline::test {

namespace {

QString socketFolder() { return qEnvironmentVariable("WAITLINE_TEST_POSTGRES_SOCKET"); }

QString socketPath()
{
    QFile note(socketFolder());
    return note.open(QIODevice::ReadOnly) ? QString::fromUtf8(note.readAll()).trimmed() : QString();
}

Location serverDatabase(const QString &name)
{
    Location location;
    location.kind = Location::Kind::Postgres;
    location.host = socketPath();
    location.user = QStringLiteral("waitline");
    location.database = name;
    location.text = QStringLiteral("postgresql://waitline@%1/%2").arg(QString::fromUtf8(QUrl::toPercentEncoding(location.host)), name);
    return location;
}

/// Runs one statement in the server's own database.
void onServer(const QString &sql)
{
    const QString name = QUuid::createUuid().toString();
    {
        QSqlDatabase server = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
        server.setHostName(socketPath());
        server.setUserName(QStringLiteral("waitline"));
        server.setDatabaseName(QStringLiteral("postgres"));
        if (!server.open())
            qFatal("%s", qPrintable(server.lastError().text()));
        QSqlQuery query(server);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace

TestDatabase::TestDatabase(Location::Kind kind)
{
    if (kind == Location::Kind::Postgres) {
        const QString name = u"test_" + QUuid::createUuid().toString(QUuid::Id128);
        onServer(QStringLiteral("CREATE DATABASE ") + name);
        m_location = serverDatabase(name);
    } else {
        m_location = must(Location::parse(m_folder.filePath(QStringLiteral("test.waitline"))));
    }
    m_connection = must(Connection::open(m_location, Connection::Mode::Create));
}

TestDatabase::~TestDatabase()
{
    m_connection.reset();
    if (m_location.kind == Location::Kind::Postgres)
        onServer(QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_location.database));
}

std::unique_ptr<Connection> TestDatabase::another() const { return must(Connection::open(m_location, Connection::Mode::OpenExisting)); }

bool TestDatabase::hasPostgres() { return !socketPath().isEmpty(); }

Caller callerAt(qint64 minutes)
{
    const Instant start = *instantFromIso(QStringLiteral("2026-03-02T09:00:00Z"));
    return {QStringLiteral("tester"), start + minutes * 60'000, {}};
}

void eachDatabase()
{
    QTest::addColumn<Location::Kind>("kind");
    QTest::newRow("sqlite") << Location::Kind::SqliteFile;
    QTest::newRow("postgresql") << Location::Kind::Postgres;
}

} // namespace waitline::test
