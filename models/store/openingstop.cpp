#include "models/store/openingstop.h"

#include "models/store/connection.h"

namespace waitline {

namespace {
thread_local std::shared_ptr<OpeningStop> heeded;
}

void OpeningStop::heedHere(std::shared_ptr<OpeningStop> stop) { heeded = std::move(stop); }

qint64 OpeningStop::stop()
{
    const std::lock_guard lock(m_guard);
    m_isStopped = true;
    if (!m_connection)
        return 0;
    m_connection->stop();
    return m_connection->serverProcess();
}

OpeningStop::Scope::Scope(Connection &connection) : m_stop(heeded)
{
    if (!m_stop)
        return;
    const std::lock_guard lock(m_stop->m_guard);
    m_stop->m_connection = &connection;
    if (m_stop->m_isStopped)
        connection.stop();
}

OpeningStop::Scope::~Scope()
{
    if (!m_stop)
        return;
    const std::lock_guard lock(m_stop->m_guard);
    m_stop->m_connection = nullptr;
}

} // namespace waitline
