#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <utility>

namespace waitline {

/// Calls `take` with the job's result on the thread of `context`, or `cancelled` where it was cancelled before it had one;
/// neither when `context` is gone by then. Not QFuture::then(context, …): it looks on the job's thread whether the context
/// is there, which may go meanwhile.
template <typename T, typename Take>
void whenDone(const QFuture<T> &job, QObject *context, Take take, std::function<void()> cancelled = {})
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, take = std::move(take), cancelled = std::move(cancelled)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             take(watcher->result());
                         else if (cancelled)
                             cancelled();
                     });
    watcher->setFuture(job);
}

} // namespace waitline
