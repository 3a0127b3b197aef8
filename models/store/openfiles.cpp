#include "models/store/openfiles.h"

#include <QFileInfo>
#include <QMutex>

#include <algorithm>
#include <vector>

namespace waitline::openfiles {

namespace {

QMutex mutex;
std::vector<QString> files;

/// By any of its names; as it was said while it does not exist.
QString realPath(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

} // namespace

void add(const QString &path)
{
    const QMutexLocker locker(&mutex);
    files.push_back(path);
}

void remove(const QString &path)
{
    const QMutexLocker locker(&mutex);
    if (const auto one = std::find(files.begin(), files.end(), path); one != files.end())
        files.erase(one);
}

bool contains(const QString &path)
{
    const QString real = realPath(path);
    const QMutexLocker locker(&mutex);
    return std::any_of(files.begin(), files.end(), [&](const QString &file) {
        const QString open = realPath(file);
        return real == open || real == open + u"-wal" || real == open + u"-shm";
    });
}

} // namespace waitline::openfiles
