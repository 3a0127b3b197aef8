#include "models/services/session.h"

#include "models/store/openingstop.h"
#include "models/store/settingstore.h"
#include "models/store/storeerror.h"

#include <QFutureWatcher>
#include <QSqlDriver>
#include <QTimer>

namespace waitline {

namespace {

void attemptCancel(Connection &connection, qint64 process)
{
    try {
        connection.cancelOnServer(process);
    } catch (const StoreError &error) {
        qWarning("Cancelling a report on the server: %s", error.what());
    }
}

} // namespace

Session::Session(Location location, Identity identity, QObject *parent)
    : QObject(parent)
    , m_location(std::move(location))
    , m_identity(std::move(identity))
    , m_reads(std::make_unique<DatabaseLane>())
    , m_reports(std::make_unique<DatabaseLane>())
    , m_writes(std::make_unique<DatabaseLane>())
    , m_long(std::make_unique<DatabaseLane>())
{
    qRegisterMetaType<ChangeSet>();
    for (DatabaseLane *lane : {m_reads.get(), m_reports.get(), m_writes.get(), m_long.get()}) {
        lane->onLink([this](bool isLive) {
            QMetaObject::invokeMethod(
                this, [this, isLive] { noticeLink(isLive); }, Qt::QueuedConnection);
        });
    }
}

Session::~Session() { m_reports->stopRunning(); }

QFuture<Result<Done>> Session::open(Connection::Mode mode)
{
    // The writing lane makes or migrates the database; the others open it when that is done. A future that is cancelled stops
    // it there, and leaves an older database as it was.
    const auto stop = std::make_shared<OpeningStop>();
    QMetaObject::invokeMethod(
        m_writes->context(), [stop] { OpeningStop::heedHere(stop); }, Qt::QueuedConnection);
    m_writes->open(m_location, mode, [this](Connection &connection) {
        watch(connection);
        if (m_location.kind == Location::Kind::SqliteFile)
            watchFile(connection);
        else
            watchServer(connection);
    });
    auto promise = std::make_shared<QPromise<Result<Done>>>();
    promise->start();
    m_writes->post([this, promise](Result<Connection *> connection) {
        OpeningStop::heedHere({});
        if (connection) {
            m_currency = SettingStore(**connection).currency();
            m_reads->open(m_location, Connection::Mode::Beside);
            m_reports->openWhenNeeded(m_location);
            m_long->openWhenNeeded(m_location, [this](Connection &opened) { watch(opened); });
        }
        promise->addResult(connection ? Result<Done>(Done{}) : Result<Done>(connection.error()));
        promise->finish();
    });
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::canceled, this, [this, stop] {
        if (const qint64 process = stop->stop(); process != 0) {
            m_reads->open(m_location, Connection::Mode::Beside);
            m_reads->post([process](Result<Connection *> connection) {
                if (connection)
                    attemptCancel(*connection.value(), process);
            });
        }
    });
    connect(watcher, &QFutureWatcher<void>::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(QFuture<void>(promise->future()));
    return promise->future();
}

/// What one lane finds out, the others look into at once.
void Session::noticeLink(bool isLive)
{
    const bool wasLive = this->isLive();
    m_lost += isLive ? -1 : 1;
    if (wasLive) {
        for (const auto *lane : {&m_reads, &m_reports, &m_writes, &m_long})
            (*lane)->probe();
    }
    if (wasLive == this->isLive())
        return;
    Q_EMIT linkChanged(this->isLive());
    if (this->isLive())
        Q_EMIT changed(ChangeSet{{}, {}, {}, true});
}

void Session::stopWhenCancelled(const QFuture<void> &job, DatabaseLane::Ticket ticket)
{
    auto *watcher = new QFutureWatcher<void>(this);
    connect(watcher, &QFutureWatcher<void>::canceled, this, [this, ticket] {
        if (const qint64 process = m_reports->stop(ticket); process != 0) {
            m_reads->post([process](Result<Connection *> connection) {
                if (connection)
                    attemptCancel(*connection.value(), process);
            });
        }
    });
    connect(watcher, &QFutureWatcher<void>::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(job);
}

/// Called on a lane's thread: the signal is delivered on this object's.
void Session::watch(Connection &connection)
{
    connection.onCommitted([this](const ChangeSet &changes) {
        QMetaObject::invokeMethod(
            this, [this, changes] { Q_EMIT changed(changes); }, Qt::QueuedConnection);
    });
}

void Session::watchFile(Connection &connection)
{
    constexpr int pollEveryMs = 1000;
    auto *timer = new QTimer(m_writes->context());
    QObject::connect(timer, &QTimer::timeout, timer, [this, &connection, last = connection.dataVersion()]() mutable {
        try {
            const qint64 version = connection.dataVersion();
            if (std::exchange(last, version) != version)
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        Q_EMIT changed(ChangeSet{{}, {}, {}, true});
                    },
                    Qt::QueuedConnection);
        } catch (const StoreError &error) {
            qWarning("Looking for other programs' changes: %s", error.what());
        }
    });
    timer->start(pollEveryMs);
}

void Session::watchServer(Connection &connection)
{
    constexpr int probeEveryMs = 2000;
    QSqlDriver *driver = connection.database().driver();
    auto *timer = new QTimer(driver); // goes with the connection
    QObject::connect(timer, &QTimer::timeout, driver, [this] { m_writes->probe(); });
    timer->start(probeEveryMs);
    if (!driver->subscribeToNotification(QString::fromLatin1(Connection::channel)))
        qWarning("The server does not tell of other desks' changes: %s", qPrintable(driver->lastError().text()));
    QObject::connect(driver, &QSqlDriver::notification, m_writes->context(),
                     [this](const QString &, QSqlDriver::NotificationSource source, const QVariant &) {
                         if (source != QSqlDriver::SelfSource)
                             QMetaObject::invokeMethod(
                                 this,
                                 [this] {
                                     Q_EMIT changed(ChangeSet{{}, {}, {}, true});
                                 },
                                 Qt::QueuedConnection);
                     });
}

} // namespace waitline
