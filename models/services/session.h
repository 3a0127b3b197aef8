#pragma once

#include "models/domain/changeset.h"
#include "models/domain/money.h"
#include "models/services/caller.h"
#include "models/services/databaselane.h"
#include "models/services/progress.h"
#include "models/services/whendone.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <memory>
#include <type_traits>

namespace waitline {

/// An open database as the window works with it: every job runs off the ui thread, and what others or it itself
/// changed is told in one signal. Reads, reports, writes and long jobs have a thread and a connection each, so that a list
/// never waits for an import.
class Session final : public QObject {
    Q_OBJECT

public:
    struct Identity {
        QString actor;
        std::function<Instant()> clock; ///< passed in, so that tests and demos can set it
    };

    Session(Location location, Identity identity, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the database, or makes it; to be awaited before anything else. Migrates an older one.
    QFuture<Result<Done>> open(Connection::Mode mode);

    [[nodiscard]] const Location &location() const { return m_location; }
    [[nodiscard]] const QString &actor() const { return m_identity.actor; }
    [[nodiscard]] Caller caller() const { return {m_identity.actor, m_identity.clock(), {}}; }
    [[nodiscard]] QDate today() const { return caller().today(); }
    /// The store's currency, once the database is open.
    [[nodiscard]] const Currency &currency() const { return m_currency; }

    // Lanes for jobs: see the headers ending in jobs.h for what the window asks.

    /// Runs `work(Connection &)`, which returns a Result. A future cancelled before its turn is stepped over.
    template <typename Work>
    auto read(Work work)
    {
        return run(*m_reads, std::move(work));
    }
    /// The same for what reads a great deal, an overview or a chart of everything: lists do not wait for it.
    template <typename Work>
    auto report(Work work)
    {
        return run(*m_reports, std::move(work));
    }
    template <typename Work>
    auto write(Work work)
    {
        return run(*m_writes, std::move(work));
    }
    /// Runs a long `work(Connection &, const Progress &)`; the future tells its progress (of 1000) and can cancel it.
    template <typename Work>
    auto runLong(Work work) -> QFuture<std::invoke_result_t<Work, Connection &, const Progress &>>
    {
        using Outcome = std::invoke_result_t<Work, Connection &, const Progress &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->setProgressRange(0, 1000);
        promise->start();
        m_long->post([promise, work = std::move(work)](Result<Connection *> connection) {
            const Progress progress = [&](qint64 done, qint64 total) {
                promise->setProgressValue(total > 0 ? int(std::clamp<qint64>(done * 1000 / total, 0, 1000)) : 0);
                return !promise->isCanceled();
            };
            promise->addResult(connection ? work(**connection, progress) : Outcome(connection.error()));
            promise->finish();
        });
        return promise->future();
    }

    /// Whether the database can be reached. A server that is lost is called again until it is back.
    [[nodiscard]] bool isLive() const { return m_lost == 0; }

Q_SIGNALS:
    /// isLive() is another now. When it is live again, all that is shown may be out of date, and changed() says so too.
    void linkChanged(bool isLive);
    /// Something was committed: by this session, or (everything) by another program.
    void changed(const waitline::ChangeSet &changes);

private:
    template <typename Work>
    auto run(DatabaseLane &lane, Work work) -> QFuture<std::invoke_result_t<Work, Connection &>>
    {
        using Outcome = std::invoke_result_t<Work, Connection &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        lane.post([promise, work = std::move(work)](Result<Connection *> connection) {
            if (!promise->isCanceled())
                promise->addResult(connection ? work(**connection) : Outcome(connection.error()));
            promise->finish();
        });
        return promise->future();
    }
    void watch(Connection &connection);
    void watchFile(Connection &connection);
    void watchServer(Connection &connection);
    void noticeLink(bool isLive);

    Location m_location;
    Identity m_identity;
    Currency m_currency;
    std::unique_ptr<DatabaseLane> m_reads;
    std::unique_ptr<DatabaseLane> m_reports;
    std::unique_ptr<DatabaseLane> m_writes;
    std::unique_ptr<DatabaseLane> m_long;
    int m_lost = 0; ///< lanes without a connection since they had one
};

} // namespace waitline
