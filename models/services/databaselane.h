#pragma once

#include "models/domain/result.h"
#include "models/store/connection.h"

#include <QThread>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace waitline {

/// A thread with a connection of its own, on which jobs run one after another. A connection that a server lost is made
/// anew, as soon as the server is back; until then jobs are told so.
class DatabaseLane final {
public:
    DatabaseLane();
    ~DatabaseLane(); ///< finishes the job that runs; those still waiting are dropped
    DatabaseLane(const DatabaseLane &) = delete;
    DatabaseLane &operator=(const DatabaseLane &) = delete;

    /// Queues a job; it is given the connection, or the reason why there is none.
    using Job = std::function<void(Result<Connection *>)>;
    using Ticket = quint64;
    Ticket post(Job job);
    /// From any thread: stops the job of this ticket if it runs now. On a server it answers the process to cancel; 0: none.
    [[nodiscard]] qint64 stop(Ticket ticket);
    /// The same for whatever runs, when nobody waits for it any more.
    void stopRunning();
    /// Opens the lane's connection; `prepare` runs on the lane's thread right after, and again whenever it is made anew.
    void open(const Location &location, Connection::Mode mode, std::function<void(Connection &)> prepare = {});
    /// The same with the lane's first job, for a database that another lane has open.
    void openWhenNeeded(const Location &location, std::function<void(Connection &)> prepare = {});
    /// Called on the lane's thread when the connection is lost (false) and when it is back (true); set before open().
    void onLink(std::function<void(bool isLive)> told) { m_told = std::move(told); }
    /// Asks the server for a sign of life, and notices when there is none.
    void probe();
    /// The object that lives on the lane's thread: context for timers and signals there.
    [[nodiscard]] QObject *context() const { return m_context; }

private:
    void setRunning(Ticket ticket);
    void connectOnce(Connection::Mode mode);
    void noticeLoss();
    void connectAgain();

    QThread m_thread;
    QObject *m_context;
    // Touched on the lane's thread only.
    std::unique_ptr<Connection> m_connection;
    Error m_whyNot{Error::Kind::Storage, {}, {}};
    Location m_location;
    std::function<void(Connection &)> m_prepare;
    bool m_isDue = false; ///< to be opened with the first job
    std::function<void(bool)> m_told;
    std::atomic_bool m_stopping = false;
    std::atomic<Ticket> m_lastTicket = 0;
    std::mutex m_guard; ///< over what runs, and the connection while it does
    Ticket m_running = 0;
};

} // namespace waitline
