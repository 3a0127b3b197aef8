#pragma once

#include "models/domain/result.h"
#include "models/store/connection.h"

#include <QThread>

#include <functional>
#include <memory>

namespace waitline {

/// A thread with a connection of its own, on which jobs run one after another.
class DatabaseLane final {
public:
    DatabaseLane();
    ~DatabaseLane(); ///< finishes the job that runs; those still waiting are dropped
    DatabaseLane(const DatabaseLane &) = delete;
    DatabaseLane &operator=(const DatabaseLane &) = delete;

    /// Queues a job; it is given the connection, or the reason why there is none.
    using Job = std::function<void(Result<Connection *>)>;
    void post(Job job);
    /// Opens the lane's connection; `prepare` runs on the lane's thread right after.
    void open(const Location &location, Connection::Mode mode, std::function<void(Connection &)> prepare = {});
    /// The object that lives on the lane's thread: context for timers and signals there.
    [[nodiscard]] QObject *context() const { return m_context; }

private:
    QThread m_thread;
    QObject *m_context;
    std::unique_ptr<Connection> m_connection; // touched on the lane's thread only
    Error m_whyNot{Error::Kind::Storage, {}, {}};
    std::atomic_bool m_stopping = false;
};

} // namespace waitline
