#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/receivingservice.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace waitline;
using namespace waitline::test;

/// Writes that fail at any step leave one clear sentence and nothing half done.
class FailureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskChangesNothingAtAnyStep();
    void aFullDiskInsideAnOuterTransactionLosesAllOfIt();
    void aFileThatMayNotGrowChangesNothingAtAnyStep();
    void aLockHeldTooLongSaysSo_data() { eachDatabase(); }
    void aLockHeldTooLongSaysSo();
    void theLedgerRefusesChanges_data();
    void theLedgerRefusesChanges();
    void theDatabaseRefusesWhatTheRulesForbid_data();
    void theDatabaseRefusesWhatTheRulesForbid();
    void aStatementMayRunInsideItself_data() { eachDatabase(); }
    void aStatementMayRunInsideItself();
    void aNestedRollbackUndoesItsOwnPartOnly_data() { eachDatabase(); }
    void aNestedRollbackUndoesItsOwnPartOnly();
    void textIsStoredAsText_data() { eachDatabase(); }
    void textIsStoredAsText();
};

namespace {

Result<std::vector<OrderId>> placeMany(Connection &connection)
{
    std::vector<OrderDraft> drafts;
    for (int i = 0; i < 60; ++i) {
        OrderDraft draft;
        draft.customer = QStringLiteral("Customer of a rather long name, number %1").arg(i);
        draft.lines = {{RandomDesk::sku(1), 3, {}}, {RandomDesk::sku(5), 2, {}}};
        drafts.push_back(draft);
    }
    return OrderService(connection).placeAll(drafts, callerAt());
}

bool isClean(Connection &connection) { return must(checkDatabase(connection)).isOk(); }

qint64 operations(Connection &connection) { return connection.integer("SELECT COUNT(*) FROM operation"); }

} // namespace

void FailureTest::aFullDiskChangesNothingAtAnyStep()
{
    TestDatabase database(Location::Kind::SqliteFile);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    const qint64 before = operations(connection);
    int failures = 0;
    for (int room = 0; operations(connection) == before; ++room) {
        connection.runOnce(QStringLiteral("PRAGMA max_page_count = %1").arg(connection.integer("PRAGMA page_count") + room));
        const auto placed = placeMany(connection);
        if (!placed) {
            ++failures;
            QVERIFY2(placed.error().message.contains(QStringLiteral("The disk is full")), qPrintable(placed.error().message));
            QCOMPARE(operations(connection), before);
            QVERIFY(isClean(connection));
        }
    }
    QVERIFY(failures > 5);
    QVERIFY(isClean(connection));
}

void FailureTest::aFullDiskInsideAnOuterTransactionLosesAllOfIt()
{
    TestDatabase database(Location::Kind::SqliteFile);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    const qint64 before = operations(connection);
    int failures = 0;
    for (int room = 0; operations(connection) == before; ++room) {
        connection.runOnce(QStringLiteral("PRAGMA max_page_count = %1").arg(connection.integer("PRAGMA page_count") + room));
        const auto both = writeIn(connection, [&] {
            CustomerStore(connection).insert({QStringLiteral("Outer"), {}, {}, {}, {}, {}});
            orRefuse(placeMany(connection));
            CustomerStore(connection).insert({QStringLiteral("Later"), {}, {}, {}, {}, {}});
            return Done{};
        });
        if (!both) {
            ++failures;
            QCOMPARE(operations(connection), before);
            QCOMPARE(connection.integer("SELECT COUNT(*) FROM customer"), qint64(0));
        }
    }
    QVERIFY(failures > 5);
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM customer"), qint64(62));
    QVERIFY(isClean(connection));
}

void FailureTest::aFileThatMayNotGrowChangesNothingAtAnyStep()
{
    TestDatabase database(Location::Kind::SqliteFile);
    RandomDesk::open(database.connection());
    const qint64 before = operations(database.connection());
    const auto log = QFileInfo(database.location().text + u"-wal").size();
    int failures = 0;
    for (int step = 0; step < 12; ++step) {
        const pid_t child = fork(); // a limit of its own
        if (child == 0) {
            std::signal(SIGXFSZ, SIG_IGN);
            auto connection = Connection::open(database.location(), Connection::Mode::OpenExisting);
            const rlimit limit{rlim_t(log + step * 6000), rlim_t(RLIM_INFINITY)};
            setrlimit(RLIMIT_FSIZE, &limit);
            const auto placed = connection ? placeMany(**connection) : Result<std::vector<OrderId>>(connection.error());
            const bool isClear = placed || placed.error().message.contains(QStringLiteral("The disk is full or failed"));
            _exit(placed ? 0 : isClear ? 1 : 2);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) < 2);
        failures += WEXITSTATUS(status);
        const auto reopened = database.another();
        QCOMPARE(operations(*reopened), before + step + 1 - failures);
        QVERIFY(isClean(*reopened));
    }
    QVERIFY(failures > 0);
}

void FailureTest::aLockHeldTooLongSaysSo()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    const auto impatient = must(Connection::open(database.location(), Connection::Mode::OpenExisting, 100));
    const qint64 before = operations(*impatient);
    Transaction held(database.connection());
    database.connection().run("UPDATE product_stock SET on_order = on_order");
    const auto placed = placeMany(*impatient);
    QVERIFY(!placed);
    QVERIFY2(placed.error().message.contains(QStringLiteral("in use by another program: nothing was changed, try again")),
             qPrintable(placed.error().message));
    QCOMPARE(operations(*impatient), before);
}

void FailureTest::theLedgerRefusesChanges_data()
{
    QTest::addColumn<Location::Kind>("kind");
    QTest::addColumn<QString>("sql");
    for (Location::Kind kind : {Location::Kind::SqliteFile, Location::Kind::Postgres}) {
        for (const char *sql : {"UPDATE stock_ledger SET on_hand_delta = 0", "DELETE FROM stock_ledger", "UPDATE allocation SET units = 1",
                                "DELETE FROM allocation"})
            QTest::newRow(QByteArray(kind == Location::Kind::Postgres ? "postgresql: " : "sqlite: ").append(sql).constData())
                << kind << QString::fromLatin1(sql);
    }
    QTest::newRow("postgresql: TRUNCATE") << Location::Kind::Postgres << QStringLiteral("TRUNCATE allocation, stock_ledger");
}

void FailureTest::theLedgerRefusesChanges()
{
    TEST_DATABASE(database);
    QFETCH(QString, sql);
    RandomDesk::open(database.connection());
    ReceiptDraft draft;
    draft.lines.push_back({RandomDesk::sku(1), 5, 0});
    must(placeMany(database.connection()));
    must(ReceivingService(database.connection()).post(draft, callerAt()));
    QVERIFY_THROWS_EXCEPTION(StoreError, database.connection().runOnce(sql));
    QVERIFY(isClean(database.connection()));
}

void FailureTest::theDatabaseRefusesWhatTheRulesForbid_data()
{
    QTest::addColumn<Location::Kind>("kind");
    QTest::addColumn<QString>("sql");
    for (Location::Kind kind : {Location::Kind::SqliteFile, Location::Kind::Postgres}) {
        for (const char *sql :
             {"UPDATE product_stock SET on_hand = -1", "UPDATE product_stock SET allocated = on_hand + 1",
              "UPDATE product_stock SET waiting_backorder = -1", "UPDATE order_line SET shipped = ordered + 1",
              "UPDATE order_line SET cancelled = -1", "UPDATE waiting_line SET units = 0", "UPDATE sales_order SET refunded = paid + 1",
              "UPDATE sales_order SET customer_id = 999999", "UPDATE order_line SET product_id = 999999", "UPDATE product SET price = -1",
              "UPDATE product SET sku = 'same'",
              "INSERT INTO operation (uuid, kind, at, actor) SELECT uuid, kind, at, actor FROM operation"})
            QTest::newRow(QByteArray(kind == Location::Kind::Postgres ? "postgresql: " : "sqlite: ").append(sql).constData())
                << kind << QString::fromLatin1(sql);
    }
}

void FailureTest::theDatabaseRefusesWhatTheRulesForbid()
{
    TEST_DATABASE(database);
    QFETCH(QString, sql);
    RandomDesk::open(database.connection());
    must(placeMany(database.connection()));
    QVERIFY_THROWS_EXCEPTION(StoreError, database.connection().runOnce(sql));
    QVERIFY(isClean(database.connection()));
}

void FailureTest::aStatementMayRunInsideItself()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    constexpr auto sql = "SELECT id FROM product WHERE id > ? ORDER BY id";
    qint64 pairs = 0;
    Rows outer = database.connection().run(sql, 0);
    while (outer.next()) {
        Rows inner = database.connection().run(sql, outer.integer(0));
        while (inner.next())
            ++pairs;
    }
    QCOMPARE(pairs, qint64(10));
}

void FailureTest::aNestedRollbackUndoesItsOwnPartOnly()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    const auto names = [&] { return database.connection().integer("SELECT COUNT(*) FROM setting"); };
    {
        Transaction outer(database.connection());
        database.connection().run("INSERT INTO setting (name, value) VALUES ('outer', '')");
        {
            Transaction inner(database.connection());
            database.connection().run("INSERT INTO setting (name, value) VALUES ('inner', '')");
        }
        QCOMPARE(names(), qint64(1));
        outer.commit();
    }
    QCOMPARE(names(), qint64(1));
}

void FailureTest::textIsStoredAsText()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    for (const QString &name :
         {QStringLiteral("Robert'); DROP TABLE customer; --"), QStringLiteral("=1+1"), QStringLiteral("Zoë 😀 \\ % _ \" ?")}) {
        OrderDraft draft;
        draft.customer = name;
        draft.note = name;
        draft.lines.push_back({RandomDesk::sku(1), 1, {}});
        QCOMPARE(must(OrderService(database.connection()).place(draft, callerAt())).order.customerName, name);
    }
}

QTEST_GUILESS_MAIN(FailureTest)
#include "failuretest.moc"
