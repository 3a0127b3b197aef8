#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace waitline {

/// Calls `take` with the job's result on the thread of `context`, unless that is gone by then or the job was cancelled.
/// Not QFuture::then(context, …): it looks on the job's thread whether the context is there, which may go meanwhile.
template <typename T, typename Take>
void whenDone(const QFuture<T> &job, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            take(watcher->result());
    });
    watcher->setFuture(job);
}

} // namespace waitline
