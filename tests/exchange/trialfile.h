#pragma once

#include "models/exchange/recordfeed.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace waitline::test {

/// Files made for one test, gone after it.
class TrialFolder final {
public:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// A real file's path; empty where the collection is absent.
inline QString realFile(const QString &name)
{
    const QString folder = qEnvironmentVariable("WAITLINE_DATA", QStringLiteral(WAITLINE_DATA));
    const QString path = QDir(folder).filePath(name);
    return QFileInfo::exists(path) ? path : QString();
}

#define REAL_FILE(variable, name)                                                                                                          \
    const QString variable = waitline::test::realFile(QStringLiteral(name));                                                               \
    if (variable.isEmpty())                                                                                                                \
    QSKIP("The real file " name " is not here; set WAITLINE_DATA.")

/// Everything a file says, in small batches so that documents span them.
struct Reading {
    Harvest all;
    FileFormat format = FileFormat::Products;
    qint64 rows = 0;
    QString error;

    template <typename Record>
    [[nodiscard]] std::vector<Record> of() const
    {
        std::vector<Record> found;
        for (const NeutralRecord &record : all.records) {
            if (const auto *one = std::get_if<Record>(&record))
                found.push_back(*one);
        }
        return found;
    }
};

inline Reading readFile(const QString &path, const SourceOptions &options = {}, size_t batch = 3)
{
    Reading reading;
    const auto feed = RecordFeed::open(path, options);
    if (!feed) {
        reading.error = feed.error().message;
        return reading;
    }
    reading.format = feed.value()->format();
    Harvest part;
    while (feed.value()->next(part, batch)) {
        for (NeutralRecord &record : part.records)
            reading.all.records.push_back(std::move(record));
        for (Rejection &rejection : part.rejections)
            reading.all.rejections.push_back(std::move(rejection));
        for (Omission &omission : part.omissions)
            reading.all.omissions.push_back(std::move(omission));
    }
    reading.rows = feed.value()->rows();
    return reading;
}

inline SourceOptions mapped(std::vector<std::pair<QString, QString>> map)
{
    SourceOptions options;
    options.map = std::move(map);
    return options;
}

} // namespace waitline::test
