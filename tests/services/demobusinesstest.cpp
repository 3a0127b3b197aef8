#include "models/services/demobusiness.h"
#include "models/domain/availability.h"
#include "models/services/checkservice.h"
#include "models/services/democustomers.h"
#include "models/services/reports.h"
#include "models/services/suppliers.h"
#include "models/store/productstore.h"
#include "models/store/statement.h"
#include "tests/support/testdatabase.h"

#include <QSet>
#include <QSqlRecord>

#include <map>
#include <set>

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr DemoSize small{1, 40, 120, 600};
const Instant now = callerAt().now;

void makeIn(Connection &connection, const DemoSize &size = small) { must(makeDemoBusiness(connection, size, now, {})); }

constexpr const char *tables[] = {
    "operation",    "supplier",       "customer",      "product",        "barcode",        "product_stock", "campaign",
    "sales_order",  "order_line",     "waiting_line",  "allocated_line", "purchase_order", "purchase_line", "receipt",
    "receipt_line", "shipment",       "shipment_line", "cancellation",   "payment",        "stock_count",   "stock_ledger",
    "allocation",   "refused_demand", "sales_history", "demand_day",     "demand_total",
};

/// Every row of every table of the business, as text.
std::map<QString, QStringList> rowsOf(Connection &connection)
{
    std::map<QString, QStringList> all;
    for (const char *table : tables) {
        QSqlQuery query(connection.database());
        if (!query.exec(QStringLiteral("SELECT * FROM ") + QLatin1String(table)))
            qFatal("%s", table);
        QStringList &rows = all[QString::fromLatin1(table)];
        while (query.next()) {
            QStringList cells;
            for (int column = 0; column < query.record().count(); ++column)
                cells += query.isNull(column) ? QStringLiteral("NULL") : query.value(column).toString();
            rows += cells.join(u'|');
        }
        rows.sort();
    }
    return all;
}

void compareTables(const std::map<QString, QStringList> &left, const std::map<QString, QStringList> &right)
{
    for (const auto &[table, rows] : left) {
        const QStringList &others = right.at(table);
        for (qsizetype i = 0; i < std::min(rows.size(), others.size()); ++i)
            QVERIFY2(rows[i] == others[i], qPrintable(QStringLiteral("%1: %2 against %3").arg(table, rows[i], others[i])));
        QCOMPARE(rows.size(), others.size());
    }
}

qint64 count(Connection &connection, const char *sql) { return connection.integer(sql); }

} // namespace

class DemoBusinessTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHolds_data() { eachDatabase(); }
    void everyRuleHolds()
    {
        TEST_DATABASE(database);
        makeIn(database.connection());
        for (const CheckedRule &rule : must(checkDatabase(database.connection())).rules)
            QVERIFY2(rule.broken.isEmpty(), qPrintable(rule.rule + u": " + rule.broken.join(u"; ")));
    }
    void theSameSeedMakesTheSameRows_data() { eachDatabase(); }
    void theSameSeedMakesTheSameRows()
    {
        TEST_DATABASE(database);
        TestDatabase reference(Location::Kind::SqliteFile);
        makeIn(database.connection());
        makeIn(reference.connection());
        compareTables(rowsOf(reference.connection()), rowsOf(database.connection()));
    }
    void anotherSeedMakesAnotherBusiness()
    {
        TestDatabase one(Location::Kind::SqliteFile);
        TestDatabase other(Location::Kind::SqliteFile);
        makeIn(one.connection());
        DemoSize size = small;
        size.seed = 2;
        makeIn(other.connection(), size);
        QVERIFY(rowsOf(one.connection())["order_line"] != rowsOf(other.connection())["order_line"]);
    }
    void everyAvailabilityAndPolicyIsThere()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        QSet<QString> states;
        QSet<QString> policies;
        ProductStore products(database.connection());
        for (ProductId id : products.all()) {
            const StoredProduct product = *products.find(id);
            states += availabilityWord(availability(product.terms, product.stock, dayOf(now)));
            policies += policyWord(product.terms.policy);
        }
        for (const char *state : {"in_stock", "low", "backorder", "not_sold", "preorder", "preorder_full", "discontinued"})
            QVERIFY2(states.contains(QLatin1String(state)), state);
        QCOMPARE(policies.size(), qsizetype(std::size(allPolicies)));
    }
    void whatTheWindowShowsIsThere_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QByteArray(sql); };
        row("pre-orders", "SELECT COUNT(*) FROM waiting_line WHERE preorder = 1");
        row("backorders", "SELECT COUNT(*) FROM waiting_line WHERE preorder = 0");
        row("orders ready to ship", "SELECT COUNT(*) FROM allocated_line");
        row("orders part shipped", "SELECT COUNT(*) FROM order_line l JOIN waiting_line w ON w.order_id = l.order_id WHERE l.shipped > 0");
        row("orders cancelled", "SELECT COUNT(*) FROM cancellation");
        row("deposits unpaid", "SELECT COUNT(*) FROM sales_order WHERE deposit_required > paid - refunded");
        row("deposits paid", "SELECT COUNT(*) FROM sales_order o JOIN waiting_line w ON w.order_id = o.id WHERE o.paid > 0");
        row("refunds", "SELECT COUNT(*) FROM payment WHERE amount < 0");
        row("priorities", "SELECT COUNT(*) FROM waiting_line WHERE urgency <> 0");
        row("a moved line", "SELECT COUNT(*) FROM order_line WHERE moved_sequence <> 0");
        row("campaigns", "SELECT COUNT(*) FROM sales_order WHERE campaign_id IS NOT NULL");
        row("complete orders", "SELECT COUNT(*) FROM sales_order WHERE ship_complete = 1");
        row("purchases part received", "SELECT COUNT(*) FROM purchase_line WHERE received > 0 AND received < ordered");
        row("damaged goods", "SELECT COUNT(*) FROM receipt_line WHERE damaged > 0");
        row("counts", "SELECT COUNT(*) FROM stock_count");
        row("refused demand", "SELECT COUNT(*) FROM refused_demand");
        row("history", "SELECT COUNT(*) FROM sales_history");
    }
    void whatTheWindowShowsIsThere()
    {
        QFETCH(QByteArray, sql);
        static TestDatabase database(Location::Kind::SqliteFile);
        if (count(database.connection(), "SELECT COUNT(*) FROM product") == 0)
            makeIn(database.connection());
        Rows rows = database.connection().run(QString::fromLatin1(sql), {});
        QVERIFY(rows.next());
        QVERIFY(rows.integer(0) > 0);
    }
    void somePromisesAreLateAndSomeAreNot()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        const size_t late = must(lateLines(database.connection(), dayOf(now))).size();
        const qint64 promised = count(database.connection(), "SELECT COUNT(*) FROM waiting_line w JOIN order_line l "
                                                             "ON l.id = w.order_line_id WHERE l.promise_current IS NOT NULL");
        QVERIFY(late > 0);
        QVERIFY(qint64(late) < promised);
    }
    void suppliersKeepToTheirDaysMoreOrLess()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        std::set<qint64> means;
        bool isAnyUneven = false;
        for (const SupplierRow &row : must(listSuppliers(database.connection(), dayOf(now)))) {
            if (row.times.deliveries == 0)
                continue;
            means.insert(qRound64(row.times.mean));
            isAnyUneven = isAnyUneven || row.times.spread > 0.5;
        }
        QVERIFY(means.size() > 3);
        QVERIFY(isAnyUneven);
    }
    void theSizeIsWhatWasAskedFor()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        QCOMPARE(count(database.connection(), "SELECT COUNT(*) FROM product"), small.products);
        QCOMPARE(count(database.connection(), "SELECT COUNT(*) FROM customer"), small.customers);
        QCOMPARE(count(database.connection(), "SELECT COUNT(*) FROM order_line"), small.lines);
        const qint64 hit = count(database.connection(), "SELECT waiting_lines FROM product_stock ORDER BY waiting_lines DESC LIMIT 1");
        QVERIFY(hit >= small.lines / 10);
    }
    void someChangedTheirMindsInEveryPartOfThePast()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        Rows rows = database.connection().run(QStringLiteral("SELECT MIN(o.at), MAX(o.at) FROM cancellation c JOIN operation o "
                                                             "ON o.id = c.operation_id"),
                                              {});
        QVERIFY(rows.next());
        QVERIFY(dayOf(rows.integer(0)).daysTo(dayOf(rows.integer(1))) > 14);
    }
    void namesReadAsNamesDo()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection(), {1, 2000, 10, 10});
        Rows rows = database.connection().run(QStringLiteral("SELECT name FROM product"), {});
        while (rows.next()) {
            const QString name = rows.text(0);
            QVERIFY2(name.front().isUpper() && !name.contains(QStringLiteral("ss of")) && !name.contains(QStringLiteral("ys of")),
                     qPrintable(name));
        }
    }
    void namesComeOnce()
    {
        QSet<QString> names;
        for (const CustomerDetails &customer : demoCustomers(20'000))
            names += customer.name;
        QCOMPARE(names.size(), 20'000);
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection(), {1, 2000, 10, 10});
        QCOMPARE(count(database.connection(), "SELECT COUNT(DISTINCT name) FROM product"), 2000);
    }
    void barcodesHaveTheirCheckDigit()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        Rows rows = database.connection().run("SELECT code FROM barcode");
        qint64 seen = 0;
        for (; rows.next(); ++seen) {
            int sum = 0;
            for (qsizetype i = 0; i < 13; ++i)
                sum += rows.text(0).at(i).digitValue() * (i % 2 == 0 ? 1 : 3);
            QCOMPARE(rows.text(0).size(), 13);
            QCOMPARE(sum % 10, 0);
        }
        QCOMPARE(seen, small.products);
    }
    void theSmallestSizesWork_data()
    {
        QTest::addColumn<qint64>("products");
        QTest::addColumn<qint64>("lines");
        for (qint64 products : {1, 2, 5, 13}) {
            for (qint64 lines : {0, 1, 50})
                QTest::addRow("%lld products, %lld lines", products, lines) << products << lines;
        }
    }
    void theSmallestSizesWork()
    {
        QFETCH(qint64, products);
        QFETCH(qint64, lines);
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection(), {1, products, 1, lines});
        QVERIFY(must(checkDatabase(database.connection())).isOk());
    }
    void aStoppedDemoLeavesNothing()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        const auto stopped =
            makeDemoBusiness(database.connection(), small, now, [](qint64 done, qint64 total) { return done < total / 2; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QCOMPARE(count(database.connection(), "SELECT COUNT(*) FROM operation"), 0);
    }
    void aBusinessThatExistsIsNotMixedWithADemo()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        makeIn(database.connection());
        const auto again = makeDemoBusiness(database.connection(), small, now, {});
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Conflict);
    }
};

QTEST_GUILESS_MAIN(DemoBusinessTest)
#include "demobusinesstest.moc"
