#pragma once

#include <QtGlobal>

#include <memory>
#include <mutex>

namespace waitline {

class Connection;

/// Lets another thread stop a database from being opened while it is brought up to date, which may take long. What was
/// begun is taken back.
class OpeningStop final {
public:
    /// What is opened on this thread from now on can be stopped by it; null: by nothing.
    static void heedHere(std::shared_ptr<OpeningStop> stop);
    /// From any thread. On a server it answers the process to cancel; 0: none.
    [[nodiscard]] qint64 stop();

    /// While it lives, the connection is the one that is stopped by what this thread heeds.
    class Scope final {
    public:
        explicit Scope(Connection &connection);
        ~Scope();
        Q_DISABLE_COPY_MOVE(Scope)

    private:
        std::shared_ptr<OpeningStop> m_stop;
    };

private:
    std::mutex m_guard;
    Connection *m_connection = nullptr;
    bool m_isStopped = false;
};

} // namespace waitline
