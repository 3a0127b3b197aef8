#include "ui/orderdrafts.h"

#include "models/domain/wholefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

namespace waitline {

namespace {

constexpr int daysDiscardedIsKept = 30;

QDir folderOf(const Location &location, const QString &actor)
{
    const QByteArray name = QCryptographicHash::hash((location.text + u'\n' + actor).toUtf8(), QCryptographicHash::Sha1).toHex();
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drafts/" + QString::fromLatin1(name));
}

} // namespace

OrderDrafts::OrderDrafts(const Location &location, const QString &actor) : m_folder(folderOf(location, actor))
{
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-daysDiscardedIsKept);
    const auto discarded = m_folder.entryInfoList({QStringLiteral("*.discarded")}, QDir::Files);
    for (const QFileInfo &file : discarded) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
}

QString OrderDrafts::freshId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

QString OrderDrafts::path(const QString &id, const char *suffix) const { return m_folder.filePath(id + QLatin1String(suffix)); }

std::vector<OrderDrafts::Draft> OrderDrafts::leftOver() const
{
    std::vector<Draft> drafts;
    const auto files = m_folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : files) {
        const QString id = info.completeBaseName();
        if (!claim(id))
            continue;
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const auto entry = orderEntryFrom(QJsonDocument::fromJson(file.readAll()).object()))
            drafts.push_back({id, info.lastModified(), *entry});
    }
    return drafts;
}

std::unique_ptr<QLockFile> OrderDrafts::claim(const QString &id) const
{
    m_folder.mkpath(QStringLiteral("."));
    auto lock = std::make_unique<QLockFile>(path(id, ".lock"));
    lock->setStaleLockTime(0); // it is stale when its process is gone, however long it worked
    return lock->tryLock() ? std::move(lock) : nullptr;
}

Result<Done> OrderDrafts::keep(const QString &id, const OrderEntry &entry) const
{
    m_folder.mkpath(QStringLiteral("."));
    QSaveFile file(path(id));
    const QByteArray text = QJsonDocument(toJson(entry)).toJson(QJsonDocument::Compact);
    const bool isKept = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                        file.write(text) == text.size() && commitWhole(file);
    if (!isKept)
        return Error{Error::Kind::Storage,
                     {},
                     QCoreApplication::translate("OrderDrafts", "The draft of this order cannot be kept in %1: %2. Save the order soon.")
                         .arg(QDir::toNativeSeparators(m_folder.path()), file.errorString())};
    return Done{};
}

void OrderDrafts::remove(const QString &id) const { QFile::remove(path(id)); }

void OrderDrafts::discard(const QString &id) const { QFile::rename(path(id), path(id, ".discarded")); }

void OrderDrafts::bringBack(const QString &id) const { QFile::rename(path(id, ".discarded"), path(id)); }

} // namespace waitline
