#include "models/store/backup.h"

#include "models/store/connection.h"
#include "models/store/storeerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace waitline {

namespace {

constexpr int patienceBeforeRestore = 500;

QString sentence(const char *text) { return QCoreApplication::translate("Backup", text); }

Error alreadyThere(const QString &path)
{
    return {Error::Kind::Conflict, "file", sentence("%1 exists already: choose another name.").arg(path)};
}

/// Puts `from` in the place of `to`, which may exist: at every moment one of them is there.
Result<Done> replaceFile(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), failure);
    if (failure)
        return Error{Error::Kind::Storage, "file",
                     sentence("%1 cannot be written: %2.").arg(to, QString::fromStdString(failure.message()))};
    return Done{};
}

/// An empty file that only its owner reads, for SQLite to fill.
bool makePrivate(const QString &path)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

/// Makes the database one file that nobody has open. A damaged one is left as it is: it is replaced because it is.
Result<Done> closeForAll(const QString &path)
{
    Location location;
    location.text = path;
    const auto current = Connection::open(location, Connection::Mode::OpenExisting, patienceBeforeRestore);
    if (!current)
        return Done{};
    try {
        Rows mode = (*current)->run("PRAGMA journal_mode = DELETE");
        if (mode.next() && mode.text(0) == u"delete")
            return Done{};
    } catch (const StoreError &error) {
        if (error.cause() != StoreError::Cause::Busy)
            return Done{};
    }
    return Error{Error::Kind::Storage, "database", sentence("%1 is open in another program: close it there, then restore.").arg(path)};
}

/// Moves the database at `path` aside, with its write-ahead log, which must not be replayed into another file.
Result<Done> keepAside(const QString &path, const QString &kept)
{
    for (const char *suffix : {"-wal", "-shm"}) {
        QFile::remove(kept + QLatin1String(suffix));
        if (QFile::exists(path + QLatin1String(suffix)))
            if (auto moved = replaceFile(path + QLatin1String(suffix), kept + QLatin1String(suffix)); !moved)
                return moved;
    }
    return replaceFile(path, kept);
}

} // namespace

Result<Done> backUp(Connection &connection, const QString &path, Overwrite overwrite)
{
    if (!connection.isSqlite())
        return invalid("file", sentence("A PostgreSQL database is backed up with pg_dump, not from here."));
    if (path.trimmed().isEmpty())
        return invalid("file", sentence("The backup has no file name: give one."));
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(connection.location().text).canonicalFilePath())
        return invalid("file", sentence("%1 is the database itself: choose another name.").arg(path));
    if (QFileInfo(path) == QFileInfo(connection.location().text))
        return invalid("file", sentence("%1 is the database itself: choose another name.").arg(path));
    if (overwrite == Overwrite::No && QFileInfo::exists(path))
        return alreadyThere(path);
    const QString partial = path + QStringLiteral(".partial");
    if (!makePrivate(partial))
        return Error{Error::Kind::Storage, "file", sentence("%1 cannot be written: check the folder's permissions.").arg(path)};
    try {
        connection.run("VACUUM INTO ?", partial);
    } catch (const StoreError &error) {
        QFile::remove(partial);
        if (error.cause() == StoreError::Cause::Stopped)
            return error.toError();
        return Error{Error::Kind::Storage, "file", sentence("%1 cannot be written: %2.").arg(path, error.databaseText())};
    }
    return replaceFile(partial, path);
}

Result<Done> restoreBackup(const QString &backupPath, const QString &path, Overwrite overwrite)
{
    if (!QFileInfo::exists(backupPath))
        return Error{Error::Kind::Storage, "database", sentence("There is no backup %1: check its path.").arg(backupPath)};
    if (QFileInfo::exists(path) && overwrite == Overwrite::No)
        return Error{
            Error::Kind::Conflict, "file",
            sentence("%1 exists already: restore under another name, or let it be replaced (--force); it is kept beside.").arg(path)};
    const auto location = Location::parse(backupPath);
    if (!location)
        return location.error();
    const QString partial = path + QStringLiteral(".restoring");
    {
        // A copy taken through SQLite is whole even while the backup is open somewhere; the backup is only looked at.
        auto backup = Connection::open(*location, Connection::Mode::Look);
        if (!backup)
            return backup.error();
        if (auto copied = backUp(**backup, partial, Overwrite::Yes); !copied)
            return copied;
    }
    if (QFileInfo::exists(path)) {
        auto moved = closeForAll(path);
        if (moved)
            moved = keepAside(path, path + QStringLiteral(".before-restore"));
        if (!moved) {
            QFile::remove(partial);
            return moved;
        }
    }
    return replaceFile(partial, path);
}

} // namespace waitline
