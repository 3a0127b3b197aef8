#include "models/store/importstore.h"

#include "models/store/connection.h"

namespace waitline {

namespace {

// The notes are settings, for they last only until the file is imported: "import/FILE/BATCH".
QString prefixOf(const QString &file) { return QStringLiteral("import/%1/").arg(file); }

} // namespace

std::map<int, QString> ImportStore::doneBatches(const QString &file)
{
    std::map<int, QString> batches;
    const QString prefix = prefixOf(file);
    Rows rows = m_connection.run("SELECT name, value FROM setting WHERE name LIKE ?", QString(prefix + u'%'));
    while (rows.next())
        batches.emplace(rows.text(0).mid(prefix.size()).toInt(), rows.text(1));
    return batches;
}

void ImportStore::remember(const QString &file, int batch, const QString &note)
{
    m_connection.run("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                     QString(prefixOf(file) + QString::number(batch)), note);
}

void ImportStore::forget(const QString &file) { m_connection.run("DELETE FROM setting WHERE name LIKE ?", QString(prefixOf(file) + u'%')); }

} // namespace waitline
