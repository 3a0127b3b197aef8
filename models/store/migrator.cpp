#include "models/store/migrator.h"

#include "models/store/backup.h"
#include "models/store/connection.h"
#include "models/store/storeerror.h"
#include "models/store/transaction.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Migrator", text); }

/// The statements of one migration for one database: paragraphs, less those of the other database.
QStringList statementsOf(const QByteArray &text, const QString &dialect)
{
    static const QRegularExpression blankLine(QStringLiteral("\\n[ \\t]*\\n"));
    static const QRegularExpression onlyComments(QStringLiteral("^(\\s*--[^\\n]*(\\n|$))*\\s*$"));
    QStringList statements;
    const QStringList paragraphs = QString::fromUtf8(text).split(blankLine, Qt::SkipEmptyParts);
    for (const QString &paragraph : paragraphs) {
        const QString trimmed = paragraph.trimmed();
        const QString firstLine = trimmed.section(u'\n', 0, 0);
        const bool isOthers = (firstLine == u"-- sqlite" || firstLine == u"-- postgresql") && firstLine != u"-- " + dialect;
        if (!isOthers && !onlyComments.match(trimmed).hasMatch())
            statements += trimmed;
    }
    return statements;
}

} // namespace

QString Migrator::Migration::checksum() const
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Migrator::Migrator(Connection &connection, const QString &folder) : m_connection(connection)
{
    const QDir files(folder);
    for (const QString &name : files.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_known.push_back({name.left(4).toInt(), name, file.readAll()});
    }
    Q_ASSERT_X(!m_known.empty(), "Migrator", "the SQL resources are not linked");
}

bool Migrator::isWaitline()
{
    if (m_connection.isSqlite())
        return m_connection.integer("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'") == 1;
    return m_connection.integer(
               "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_migration'") ==
           1;
}

bool Migrator::isEmpty()
{
    if (m_connection.isSqlite())
        return m_connection.integer("SELECT COUNT(*) FROM sqlite_master") == 0;
    return m_connection.integer("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()") == 0;
}

Result<Done> Migrator::create()
{
    if (!isEmpty())
        return Error{Error::Kind::Conflict, "database",
                     sentence("%1 holds tables already: choose an empty database.").arg(m_connection.location().text)};
    Transaction transaction(m_connection);
    for (const Migration &migration : m_known)
        apply(migration);
    transaction.commit();
    return Done{};
}

Result<Done> Migrator::inspect()
{
    const QString where = m_connection.location().text;
    const auto refusal = [](const QString &message) { return Error{Error::Kind::Storage, "database", message}; };
    if (!isWaitline())
        return refusal(sentence("%1 is not a Waitline database.").arg(where));
    Rows rows = m_connection.run("SELECT version, checksum FROM schema_migration ORDER BY version");
    while (rows.next()) {
        const int version = int(rows.integer(0));
        if (version > newestVersion())
            return refusal(sentence("%1 was written by a newer Waitline: update this program to open it.").arg(where));
        for (const Migration &migration : m_known) {
            if (migration.version == version && migration.checksum() != rows.text(1))
                return refusal(sentence("%1 was written by another build of Waitline (step %2 differs): open it with that build.")
                                   .arg(where)
                                   .arg(version));
        }
    }
    return Done{};
}

bool Migrator::isApplied(const Migration &migration)
{
    return m_connection.integer("SELECT COUNT(*) FROM schema_migration WHERE version = ?", migration.version) == 1;
}

Result<Done> Migrator::bringUpToDate()
{
    if (auto accepted = inspect(); !accepted)
        return accepted;
    if (m_connection.integer("SELECT COUNT(*) FROM schema_migration") == qint64(m_known.size())) // inspected: all are known
        return Done{};
    if (m_connection.isSqlite()) {
        const QString copy = QStringLiteral("%1.before-version-%2").arg(m_connection.location().text).arg(newestVersion());
        if (auto saved = backUp(m_connection, copy, Overwrite::Yes); !saved)
            return saved;
        auto withoutCopy = qScopeGuard([&copy] { QFile::remove(copy); }); // what was not altered needs none
        applyMissing();
        withoutCopy.dismiss();
        return Done{};
    }
    applyMissing();
    return Done{};
}

/// All or none: an upgrade that fails or is stopped leaves the older version as it was.
void Migrator::applyMissing()
{
    Transaction transaction(m_connection);
    if (!m_connection.isSqlite())
        m_connection.runOnce(QStringLiteral("LOCK TABLE schema_migration IN EXCLUSIVE MODE"));
    for (const Migration &migration : m_known) {
        if (!isApplied(migration)) // by another program, which was faster
            apply(migration);
    }
    transaction.commit();
}

void Migrator::apply(const Migration &migration)
{
    for (const QString &statement : statementsOf(migration.text, m_connection.dialect().name())) {
        m_connection.probe(); // which throws where it was stopped
        m_connection.runOnce(statement);
    }
    if (migration.version == m_known.front().version) {
        m_connection.runOnce(QStringLiteral("CREATE TABLE schema_migration (version BIGINT NOT NULL PRIMARY KEY, "
                                            "name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL) @strict"));
    }
    m_connection.run("INSERT INTO schema_migration (version, name, checksum, at) VALUES (?, ?, ?, ?)", migration.version, migration.name,
                     migration.checksum(), QDateTime::currentMSecsSinceEpoch());
}

} // namespace waitline
