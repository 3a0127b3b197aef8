#include "models/services/overview.h"
#include "models/services/cashreport.h"
#include "models/services/reports.h"
#include "tests/support/busyshop.h"

#include <algorithm>

using namespace waitline;
using namespace waitline::test;

class OverviewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyDatabaseHasNothingToDecide_data() { eachDatabase(); }
    void anEmptyDatabaseHasNothingToDecide()
    {
        TEST_DATABASE(database);
        const Overview overview = must(overviewOf(database.connection(), callerAt().today()));
        QCOMPARE(overview.preorders.lines + overview.backorders.lines, 0);
        QVERIFY(!overview.preorders.oldest && !overview.backorders.oldest && overview.decisions.empty() && overview.arriving.empty());
        QVERIFY(overview.isEmpty);
    }
    void itAgreesWithTheQueuesAndTheLateList_data() { eachDatabase(); }
    void itAgreesWithTheQueuesAndTheLateList()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const QDate today = callerAt().today();
        const Overview overview = must(overviewOf(connection, today));
        Overview::Kind preorders;
        Overview::Kind backorders;
        for (int number = 0; number < busyProducts; ++number) {
            for (const QueueEntry &entry : must(queueOf(connection, busySku(number), today))) {
                Overview::Kind &counted = entry.row.preorder ? preorders : backorders;
                counted.units += entry.row.waiting;
                counted.value += entry.row.waiting * entry.row.unitPrice;
                ++counted.lines;
            }
        }
        for (const auto &[told, counted] : {std::pair(overview.preorders, preorders), std::pair(overview.backorders, backorders)}) {
            QVERIFY(counted.lines > 0);
            QCOMPARE(told.units, counted.units);
            QCOMPARE(told.value, counted.value);
            QCOMPARE(told.lines, counted.lines);
            QCOMPARE(told.oldest, std::optional(today));
        }
        Units late = 0;
        const auto lateList = must(lateLines(connection, today));
        for (const QueueEntry &entry : lateList)
            late += entry.row.waiting;
        QVERIFY(!lateList.empty());
        QCOMPARE(overview.late.lines, qint64(lateList.size()));
        QCOMPARE(overview.late.units, late);
    }
    void anArrivalSaysWhomItServes_data() { eachDatabase(); }
    void anArrivalSaysWhomItServes()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const QDate today = callerAt().today();
        const Overview overview = must(overviewOf(connection, today));
        QCOMPARE(int(overview.arriving.size()), 2); // the overdue one and the one in five days, not that in forty
        for (const Arrival &arrival : overview.arriving) {
            QCOMPARE(arrival.customers.isEmpty(), arrival.unitsServed == 0);
            qint64 completed = 0;
            for (int number = 0; number < busyProducts; ++number) {
                for (const QueueEntry &entry : must(queueOf(connection, busySku(number), today)))
                    completed += entry.coverage.coveredBy == arrival.purchase;
            }
            QCOMPARE(arrival.linesServed, completed);
            QVERIFY(arrival.linesServed > 0 && arrival.unitsServed > 0 && arrival.unitsServed <= arrival.units);
            QCOMPARE(arrival.units, 60);
        }
        QVERIFY(overview.decisions.front().target == Decision::Target::Purchase);
        QCOMPARE(overview.decisions.front().id, overview.arriving.front().purchase.value);
        QVERIFY(std::any_of(overview.decisions.begin(), overview.decisions.end(),
                            [](const Decision &decision) { return decision.target == Decision::Target::LateList; }));
    }
    void anArrivalNamesThoseWhoGetItsUnits_data() { eachDatabase(); }
    void anArrivalNamesThoseWhoGetItsUnits()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        struct Case {
            const char *sku;
            AllocationPolicy policy;
        };
        const Case cases[] = {{"FIRST", AllocationPolicy::FirstCome},
                              {"FAIR", AllocationPolicy::FairShare},
                              {"WHOLE", AllocationPolicy::WholeLines}};
        int minute = 0;
        for (const Case &each : cases) {
            ProductTerms terms;
            terms.sku = QString::fromLatin1(each.sku);
            terms.name = terms.sku;
            terms.policy = each.policy;
            must(ProductService(connection).add(terms, callerAt(++minute)));
            for (const auto &[customer, units] : {std::pair("Q1", 6), std::pair("Q2", 4), std::pair("Q3", 9)}) {
                OrderDraft draft;
                draft.customer = QString::fromLatin1(customer);
                draft.lines = {{terms.sku, Units(units), {}}};
                must(OrderService(connection).place(draft, callerAt(++minute)));
            }
            must(PurchaseService(connection)
                     .place({QStringLiteral("Maker"), {{terms.sku, 5, {}}}, callerAt().today().addDays(1 + minute / 4), {}},
                            callerAt(++minute)));
        }
        const Overview overview = must(overviewOf(connection, callerAt().today()));
        QCOMPARE(overview.arriving.size(), size_t(3));
        QCOMPARE(overview.arriving[0].customers, QStringList({QStringLiteral("Q1")}));
        QCOMPARE(overview.arriving[0].linesServed, 0);
        QCOMPARE(overview.arriving[0].unitsServed, 5);
        QCOMPARE(overview.arriving[1].customers, QStringList({QStringLiteral("Q1"), QStringLiteral("Q2"), QStringLiteral("Q3")}));
        QCOMPARE(overview.arriving[1].unitsServed, 5);
        QCOMPARE(overview.arriving[2].customers, QStringList({QStringLiteral("Q2")}));
        QCOMPARE(overview.arriving[2].linesServed, 1);
        QCOMPARE(overview.arriving[2].unitsServed, 4);
    }
    void depositsAreWhatOrdersHoldBeyondWhatShipped_data() { eachDatabase(); }
    void depositsAreWhatOrdersHoldBeyondWhatShipped()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const Overview overview = must(overviewOf(connection, callerAt().today()));
        Money held = 0; // nothing has shipped
        Money atRisk = 0;
        for (qint64 id = 1; id <= 135; ++id) {
            const OrderView order = must(OrderService(connection).show(OrderId{id}, callerAt(400)));
            held += order.order.held();
            Money uncovered = 0;
            for (const OrderLineView &line : order.lines)
                uncovered += line.line.waiting > 0 && !line.coverage.isCovered() ? line.line.active() * line.line.unitPrice : 0;
            atRisk += order.total == 0 ? 0 : proportion(std::min(order.order.held(), order.total), uncovered, order.total);
        }
        QVERIFY(held > 0 && overview.depositsAtRisk > 0);
        const CashReport cash = must(cashReport(connection));
        QCOMPARE(overview.deposits, cash.deposits);
        QCOMPARE(overview.depositsAtRisk, cash.atRisk);
        QCOMPARE(overview.deposits, held);
        QVERIFY(qAbs(overview.depositsAtRisk - atRisk) <= 135); // each order's shares are rounded so that they add up
    }
    void whatWasRefusedIsRemembered_data() { eachDatabase(); }
    void whatWasRefusedIsRemembered()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("LAMP");
        terms.name = QStringLiteral("Lamp");
        terms.backorderLimit = 0;
        must(ProductService(connection).add(terms, callerAt()));
        OrderDraft draft;
        draft.customer = QStringLiteral("Acme");
        draft.lines.push_back({terms.sku, 5, {}});
        QVERIFY(!OrderService(connection).place(draft, callerAt(1)));
        const Overview overview = must(overviewOf(connection, callerAt().today()));
        QCOMPARE(int(overview.refused.size()), 1);
        QCOMPARE(overview.refused.front().units, 5);
        QVERIFY(overview.decisions.front().target == Decision::Target::Product);
        QVERIFY(overview.decisions.front().sentence.startsWith(QStringLiteral("Lamp (LAMP): 5 units were asked for")));
        QVERIFY(!overview.isEmpty);
        QVERIFY(must(overviewOf(connection, callerAt().today().addDays(31))).refused.empty());
    }
};

QTEST_GUILESS_MAIN(OverviewTest)
#include "overviewtest.moc"
