#include "models/store/backup.h"

#include "models/store/connection.h"
#include "models/store/storeerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Backup", text); }

Error alreadyThere(const QString &path)
{
    return {Error::Kind::Conflict, "file", sentence("%1 exists already: choose another name.").arg(path)};
}

/// Puts `from` in the place of `to`, which may exist.
Result<Done> replaceFile(const QString &from, const QString &to)
{
    if (QFile::exists(to) && !QFile::remove(to))
        return Error{Error::Kind::Storage, "file", sentence("%1 cannot be replaced: check its permissions.").arg(to)};
    if (!QFile::rename(from, to))
        return Error{Error::Kind::Storage, "file", sentence("%1 cannot be written: check the folder's permissions.").arg(to)};
    return Done{};
}

} // namespace

Result<Done> backUp(Connection &connection, const QString &path, Overwrite overwrite)
{
    if (!connection.isSqlite())
        return invalid("file", sentence("A PostgreSQL database is backed up with pg_dump, not from here."));
    if (path.trimmed().isEmpty())
        return invalid("file", sentence("The backup has no file name: give one."));
    if (overwrite == Overwrite::No && QFileInfo::exists(path))
        return alreadyThere(path);
    const QString partial = path + QStringLiteral(".partial");
    QFile::remove(partial);
    try {
        connection.run("VACUUM INTO ?", partial);
    } catch (const StoreError &error) {
        QFile::remove(partial);
        return Error{Error::Kind::Storage, "file", sentence("%1 cannot be written: %2.").arg(path, error.databaseText())};
    }
    QFile::setPermissions(partial, QFile::ReadOwner | QFile::WriteOwner);
    return replaceFile(partial, path);
}

Result<Done> restoreBackup(const QString &backupPath, const QString &path, Overwrite overwrite)
{
    if (QFileInfo::exists(path) && overwrite == Overwrite::No)
        return alreadyThere(path);
    const auto location = Location::parse(backupPath);
    if (!location)
        return location.error();
    const QString partial = path + QStringLiteral(".partial");
    QFile::remove(partial);
    {
        // A copy taken through SQLite is whole even while the backup is open somewhere.
        auto backup = Connection::open(*location, Connection::Mode::OpenExisting);
        if (!backup)
            return backup.error();
        if (auto copied = backUp(**backup, partial, Overwrite::Yes); !copied)
            return copied;
    }
    if (QFileInfo::exists(path)) {
        const QString kept = path + QStringLiteral(".before-restore");
        if (auto moved = replaceFile(path, kept); !moved)
            return moved;
        // The write-ahead log belongs to the old file: it must not be replayed into the new one.
        for (const char *suffix : {"-wal", "-shm"}) {
            if (QFile::exists(path + QLatin1String(suffix)))
                if (auto moved = replaceFile(path + QLatin1String(suffix), kept + QLatin1String(suffix)); !moved)
                    return moved;
        }
    }
    return replaceFile(partial, path);
}

} // namespace waitline
