#include "models/services/session.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "models/services/unitofwork.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QSignalSpy>

#include <atomic>

using namespace waitline;
using namespace waitline::test;

namespace {

Session::Identity tester()
{
    return {QStringLiteral("tester"), [] { return callerAt(0).now; }};
}

Result<StoredProduct> addLamp(Connection &connection)
{
    ProductTerms terms;
    terms.sku = QStringLiteral("LAMP");
    terms.name = QStringLiteral("Lamp");
    return ProductService(connection).add(terms, callerAt());
}

template <typename T>
T awaited(QFuture<Result<T>> future)
{
    return must(future.result());
}

} // namespace

class SessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownWorkIsToldByName_data() { eachDatabase(); }
    void ownWorkIsToldByName()
    {
        TEST_DATABASE(database);
        Session session(database.location(), tester());
        awaited(session.open(Connection::Mode::OpenExisting));
        QSignalSpy changed(&session, &Session::changed);
        const StoredProduct lamp = awaited(session.write(&addLamp));
        QVERIFY(changed.wait());
        const auto changes = changed.front().front().value<ChangeSet>();
        QVERIFY(changes.touches(lamp.id) && !changes.everything);
    }
    void othersWorkIsToldWithinTwoSeconds_data() { eachDatabase(); }
    void othersWorkIsToldWithinTwoSeconds()
    {
        TEST_DATABASE(database);
        Session session(database.location(), tester());
        awaited(session.open(Connection::Mode::OpenExisting));
        // Asked once so that the lanes are open and the watch has begun.
        awaited(session.write([](Connection &) { return Result<Done>(Done{}); }));
        QSignalSpy changed(&session, &Session::changed);
        must(addLamp(database.connection()));
        QVERIFY(changed.wait(2000));
        QVERIFY(changed.front().front().value<ChangeSet>().everything);
    }
    void aRefusalTellsNothing_data() { eachDatabase(); }
    void aRefusalTellsNothing()
    {
        TEST_DATABASE(database);
        Session session(database.location(), tester());
        awaited(session.open(Connection::Mode::OpenExisting));
        QSignalSpy changed(&session, &Session::changed);
        const auto result = session
                                .write([](Connection &connection) {
                                    OrderDraft draft;
                                    draft.customer = QStringLiteral("Acme");
                                    draft.lines.push_back({QStringLiteral("GHOST"), 1, {}});
                                    return OrderService(connection).place(draft, callerAt());
                                })
                                .result();
        QVERIFY(!result);
        QVERIFY(!changed.wait(50));
    }
    void aLongJobTellsItsProgressAndStops_data() { eachDatabase(); }
    void aLongJobTellsItsProgressAndStops()
    {
        TEST_DATABASE(database);
        Session session(database.location(), tester());
        awaited(session.open(Connection::Mode::OpenExisting));
        QFuture<Result<Done>> future = session.runLong([](Connection &, const Progress &progress) -> Result<Done> {
            for (qint64 step = 0;; step = std::min<qint64>(step + 1, 99)) {
                if (!progress(step, 100))
                    return Error{Error::Kind::Cancelled, {}, QStringLiteral("stopped")};
            }
        });
        QTRY_VERIFY(future.progressValue() > 0);
        future.cancel();
        future.waitForFinished();
        QVERIFY(future.isCanceled());
        awaited(session.read([](Connection &) { return Result<Done>(Done{}); }));
    }
    void aFileThatIsNoneIsRefusedInWords()
    {
        const auto location = must(Location::parse(QStringLiteral("/nowhere/at/all.waitline")));
        Session session(location, tester());
        const auto opened = session.open(Connection::Mode::OpenExisting).result();
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(QStringLiteral("does not exist")));
    }
    void aCancelledReportStopsInsideTheDatabase_data() { eachDatabase(); }
    void aCancelledReportStopsInsideTheDatabase()
    {
        TEST_DATABASE(database);
        Session session(database.location(), tester());
        awaited(session.open(Connection::Mode::OpenExisting));
        std::atomic_bool hasBegun = false;
        auto endless = session.report([&hasBegun](Connection &connection) {
            return readIn(connection, [&] {
                hasBegun = true;
                return connection.integer("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000000) "
                                          "SELECT COUNT(*) FROM n");
            });
        });
        QTRY_VERIFY(hasBegun);
        QTest::qWait(50); // inside the statement
        QElapsedTimer waited;
        waited.start();
        endless.cancel();
        auto next =
            session.report([](Connection &connection) { return readIn(connection, [&] { return connection.integer("SELECT 42"); }); });
        QTRY_VERIFY_WITH_TIMEOUT(next.isFinished(), 20'000); // it would not end by itself
        QCOMPARE(must(next.result()), qint64(42));
        QVERIFY(endless.isCanceled() && endless.isFinished());
        QVERIFY2(waited.elapsed() < 10'000, "the statement ran on");
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "sessiontest.moc"
