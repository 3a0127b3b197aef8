#include "models/services/databaselane.h"

#include "models/store/serverwords.h"
#include "models/store/storeerror.h"

#include <QTimer>

namespace waitline {

namespace {
constexpr int againEveryMs = 1000;
}

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

DatabaseLane::Ticket DatabaseLane::post(Job job)
{
    const Ticket ticket = ++m_lastTicket;
    QMetaObject::invokeMethod(
        m_context,
        [this, ticket, job = std::move(job)] {
            if (m_stopping)
                return;
            if (m_isDue) {
                connectOnce(Connection::Mode::Beside);
                m_isDue = !m_connection; // a server out of reach may be back for the next job
            }
            if (!m_connection)
                return job(m_whyNot);
            setRunning(ticket);
            job(m_connection.get());
            setRunning(0);
            if (m_connection->isLost())
                noticeLoss();
        },
        Qt::QueuedConnection);
    return ticket;
}

void DatabaseLane::setRunning(Ticket ticket)
{
    const std::lock_guard lock(m_guard);
    m_running = ticket;
    m_connection->goOn();
}

qint64 DatabaseLane::stop(Ticket ticket)
{
    const std::lock_guard lock(m_guard);
    if (ticket == 0 || m_running != ticket)
        return 0;
    m_connection->stop();
    return m_connection->serverProcess();
}

void DatabaseLane::stopRunning()
{
    const std::lock_guard lock(m_guard);
    if (m_running != 0)
        m_connection->stop();
}

void DatabaseLane::open(const Location &location, Connection::Mode mode, std::function<void(Connection &)> prepare)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, location, mode, prepare = std::move(prepare)] {
            m_location = location;
            m_prepare = prepare;
            connectOnce(mode);
        },
        Qt::QueuedConnection);
}

void DatabaseLane::openWhenNeeded(const Location &location, std::function<void(Connection &)> prepare)
{
    QMetaObject::invokeMethod(
        m_context,
        [this, location, prepare = std::move(prepare)] {
            m_location = location;
            m_prepare = prepare;
            m_isDue = true;
        },
        Qt::QueuedConnection);
}

void DatabaseLane::connectOnce(Connection::Mode mode)
{
    auto opened = Connection::open(m_location, mode);
    if (!opened) {
        m_whyNot = opened.error();
        return;
    }
    m_connection = std::move(opened).value();
    if (m_prepare)
        m_prepare(*m_connection);
}

void DatabaseLane::probe()
{
    post([](Result<Connection *> connection) {
        if (!connection)
            return;
        try {
            connection.value()->probe();
        } catch (const StoreError &error) {
            if (error.cause() != StoreError::Cause::Lost)
                qWarning("Asking the database for a sign of life: %s", error.what());
        }
    });
}

void DatabaseLane::noticeLoss()
{
    m_whyNot = lostServer(m_location);
    m_connection.reset();
    if (m_told)
        m_told(false);
    QTimer::singleShot(againEveryMs, m_context, [this] { connectAgain(); });
}

void DatabaseLane::connectAgain()
{
    if (m_stopping)
        return;
    const Error whyNot = m_whyNot; // that it was lost says more than why it is not back yet
    connectOnce(Connection::Mode::OpenExisting);
    if (m_connection) {
        if (m_told)
            m_told(true);
        return;
    }
    m_whyNot = whyNot;
    QTimer::singleShot(againEveryMs, m_context, [this] { connectAgain(); });
}

} // namespace waitline
