// The cash of shops so small that each figure is known beforehand.
#include "models/charts/cashsheets.h"
#include "models/services/orderservice.h"
#include "models/services/overview.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "tests/support/testdatabase.h"

#include <algorithm>

using namespace waitline;
using namespace waitline::test;

namespace {

const QDate today = callerAt().today();

}

class CashCasesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void aLineThatAPurchaseServesInPartSlipsByThatPart_data() { eachDatabase(); }
    void aLineThatAPurchaseServesInPartSlipsByThatPart()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("QQ");
        terms.name = QStringLiteral("Gizmo");
        terms.price = 1000;
        must(ProductService(connection).add(terms, callerAt()));
        OrderDraft draft;
        draft.customer = QStringLiteral("Q1");
        draft.lines = {{terms.sku, 6, {}}};
        must(OrderService(connection).place(draft, callerAt(1)));
        PurchaseService purchases(connection);
        const auto first = must(purchases.place({QStringLiteral("Maker"), {{terms.sku, 4, {}}}, today.addDays(5), {}}, callerAt(2)));
        const PurchaseSlip part = must(whatSlips(connection, first.id, 14, today));
        QCOMPARE(part.lines.size(), size_t(1));
        QCOMPARE(part.units, 4);
        QCOMPARE(part.value, 4000);
        QCOMPARE(part.newlyLate, 0);
        QCOMPARE(part.lines.front().waiting, 6);
        QCOMPARE(part.lines.front().before, today.addDays(5));
        QCOMPARE(part.lines.front().after, today.addDays(19));
        const ChartSheet sheet = sheetOf(part);
        QVERIFY2(sheet.points.front().words.contains(QStringLiteral("4 of 6 × QQ")), qPrintable(sheet.points.front().words));
        QVERIFY2(sheet.filter.contains(QStringLiteral("1 line, 4 units")), qPrintable(sheet.filter));
        // The rest comes later than even the late purchase: the line's ETA stays, and its part still slips.
        must(purchases.place({QStringLiteral("Maker"), {{terms.sku, 2, {}}}, today.addDays(30), {}}, callerAt(3)));
        const PurchaseSlip covered = must(whatSlips(connection, first.id, 14, today));
        QCOMPARE(covered.units, 4);
        QCOMPARE(covered.lines.front().after, today.addDays(19));
        QVERIFY(!covered.lines.front().isNewlyLate());
        // Once it decides the ETA the whole line does.
        QCOMPARE(must(whatSlips(connection, first.id, 40, today)).units, 6);
    }
    void moneyOfACancelledOrderIsDueBack_data() { eachDatabase(); }
    void moneyOfACancelledOrderIsDueBack()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = QStringLiteral("QQ");
        terms.name = QStringLiteral("Gizmo");
        terms.price = 1000;
        must(ProductService(connection).add(terms, callerAt()));
        std::vector<OrderId> orders;
        for (int i = 0; i < 2; ++i) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Q%1").arg(i);
            draft.lines = {{terms.sku, 6, {}}};
            orders.push_back(must(OrderService(connection).place(draft, callerAt(1 + i))).order.id);
            must(PaymentService(connection).pay(orders.back(), 2400, "card", callerAt(5 + i)));
        }
        QCOMPARE(must(cashReport(connection)).due, 0);
        must(OrderService(connection).cancel(orders[0], {}, {}, QStringLiteral("changed mind"), callerAt(9)));
        const CashByMonth cash = must(cashByMonth(connection));
        QCOMPARE(cash.report.deposits, 4800);
        QCOMPARE(cash.report.due, 2400);
        QCOMPARE(cash.report.refunds.size(), size_t(1));
        QCOMPARE(cash.report.refunds.front().order, orders[0]);
        const ChartSheet sheet = sheetOf(cash, today);
        QCOMPARE(sheet.rows.size(), size_t(1)); // neither is promised
        QCOMPARE(sheet.rows[0].mid(1, 4), QVariantList({4800LL, 0LL, 2400LL, 2400LL})); // held, covered, at risk, due back
        QVERIFY2(sheet.points[0].words.contains(QStringLiteral("due back")), qPrintable(sheet.points[0].words));
        const Overview overview = must(overviewOf(connection, today));
        const auto told = std::find_if(overview.decisions.begin(), overview.decisions.end(),
                                       [](const Decision &decision) { return decision.target == Decision::Target::Order; });
        QVERIFY(told != overview.decisions.end());
        QCOMPARE(told->id, orders[0].value);
        QVERIFY2(told->sentence.contains(QStringLiteral("24.00 EUR")), qPrintable(told->sentence));
        must(PaymentService(connection).refund(orders[0], 2400, "card", callerAt(11)));
        QCOMPARE(must(cashReport(connection)).due, 0);
    }
};

QTEST_GUILESS_MAIN(CashCasesTest)
#include "cashcasestest.moc"
