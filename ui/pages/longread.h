#pragma once

#include <QFuture>
#include <QTimer>

namespace waitline {

class Page;

/// What a page reads and waits for. Once it takes longer than a moment the window shows its progress, with a way to cancel it.
class LongRead final {
public:
    /// `name` is what the progress is called.
    LongRead(Page *page, const QString &name);
    /// Takes the place of what was followed before.
    void follow(const QFuture<void> &job);

private:
    QTimer m_moment;
    QFuture<void> m_job;
};

} // namespace waitline
