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

std::vector<Migrator::Migration> Migrator::migrations()
{
    std::vector<Migration> found;
    const QStringList names = QDir(QStringLiteral(":/sql")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(QStringLiteral(":/sql/") + name);
        if (file.open(QIODevice::ReadOnly))
            found.push_back({name.left(4).toInt(), name, file.readAll()});
    }
    Q_ASSERT_X(!found.empty(), "Migrator", "the SQL resources are not linked");
    return found;
}

int Migrator::newestVersion() { return migrations().back().version; }

bool Migrator::isWaitline()
{
    if (m_connection.isSqlite())
        return m_connection.integer("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'") == 1;
    return m_connection.integer("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_migration'") == 1;
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
        return Error{Error::Kind::Conflict, "database", sentence("%1 holds tables already: choose an empty database.").arg(m_connection.location().text)};
    return applyAll(0);
}

Result<Done> Migrator::bringUpToDate()
{
    const QString where = m_connection.location().text;
    if (!isWaitline())
        return Error{Error::Kind::Storage, "database", sentence("%1 is not a Waitline database.").arg(where)};
    const std::vector<Migration> known = migrations();
    int version = 0;
    Rows rows = m_connection.run("SELECT version, checksum FROM schema_migration ORDER BY version");
    while (rows.next()) {
        version = int(rows.integer(0));
        if (version > known.back().version)
            return Error{Error::Kind::Storage, "database", sentence("%1 was written by a newer Waitline: update this program to open it.").arg(where)};
        for (const Migration &migration : known) {
            if (migration.version == version && migration.checksum() != rows.text(1))
                return Error{Error::Kind::Storage, "database",
                             sentence("%1 was written by another build of Waitline (step %2 differs): open it with that build.").arg(where).arg(version)};
        }
    }
    if (version == known.back().version)
        return Done{};
    if (m_connection.isSqlite()) {
        const QString copy = QStringLiteral("%1.before-version-%2").arg(where).arg(known.back().version);
        if (auto saved = backUp(m_connection, copy, Overwrite::Yes); !saved)
            return saved;
    }
    return applyAll(version);
}

Result<Done> Migrator::applyAll(int above)
{
    for (const Migration &migration : migrations()) {
        if (migration.version > above)
            apply(migration);
    }
    return Done{};
}

void Migrator::apply(const Migration &migration)
{
    Transaction transaction(m_connection);
    for (const QString &statement : statementsOf(migration.text, m_connection.dialect().name()))
        m_connection.runOnce(statement);
    if (migration.version == 1) {
        m_connection.runOnce(QStringLiteral("CREATE TABLE schema_migration (version BIGINT NOT NULL PRIMARY KEY, "
                                            "name TEXT NOT NULL, checksum TEXT NOT NULL, at BIGINT NOT NULL) @strict"));
    }
    m_connection.run("INSERT INTO schema_migration (version, name, checksum, at) VALUES (?, ?, ?, ?)", migration.version,
                     migration.name, migration.checksum(), QDateTime::currentMSecsSinceEpoch());
    transaction.commit();
}

} // namespace waitline
