#pragma once

#include "models/services/caller.h"
#include "models/services/demobusiness.h"
#include "models/store/connection.h"

#include <QTemporaryDir>

#include <memory>

namespace waitline::bench {

/// A demo business on disk, made once, and copies of it to work on. Gone when this goes.
class Business final {
public:
    explicit Business(const DemoSize &size);

    [[nodiscard]] const DemoSize &size() const { return m_size; }
    /// What the making of it took.
    [[nodiscard]] double secondsToMake() const { return m_seconds; }
    /// A fresh copy under a name; one of that name made before is replaced.
    [[nodiscard]] QString copy(const QString &name) const;
    /// A path beside the copies.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void remove(const QString &name) const;

private:
    QTemporaryDir m_folder;
    DemoSize m_size;
    double m_seconds = 0;
};

[[nodiscard]] std::unique_ptr<Connection> opened(const QString &path);
/// The moment the demo is made for, and one caller more at each call.
[[nodiscard]] Caller caller();

/// The value; ends the benchmark with the sentence where there is none.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(result).value();
}

} // namespace waitline::bench
