#include "models/services/databaselane.h"

namespace waitline {

DatabaseLane::DatabaseLane() : m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseLane::~DatabaseLane()
{
    m_stopping = true;
    // The connection belongs to the thread, and so does its end; what waits before this is stepped over.
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            m_connection.reset();
            delete m_context;
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void DatabaseLane::post(Job job)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, job = std::move(job)] {
            if (m_stopping)
                return;
            if (m_connection)
                job(m_connection.get());
            else
                job(m_whyNot);
        },
        Qt::QueuedConnection);
}

void DatabaseLane::open(const Location &location, Connection::Mode mode, std::function<void(Connection &)> prepare)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, location, mode, prepare = std::move(prepare)] {
            auto opened = Connection::open(location, mode);
            if (!opened) {
                m_whyNot = opened.error();
                return;
            }
            m_connection = std::move(opened).value();
            if (prepare)
                prepare(*m_connection);
        },
        Qt::QueuedConnection);
}

} // namespace waitline
