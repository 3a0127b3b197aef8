#include "models/services/cashreport.h"
#include "models/services/noticeservice.h"
#include "models/services/orderservice.h"
#include "models/services/orderstory.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/promiseservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "tests/exchange/trialimport.h"

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");

QStringList openNotices(Connection &connection)
{
    NoticeService notices(connection);
    must(notices.prepareDue());
    QStringList words;
    for (const StoredNotice &notice : must(notices.read(must(notices.list({})))))
        words += QStringLiteral("%1 %2").arg(noticeWord(notice.kind)).arg(notice.order.value);
    words.sort();
    return words;
}

} // namespace

/// A file of orders is imported, and one of them lives its whole life: deposit, a place in line, a promise that moves,
/// goods in two deliveries, a partial shipment, the rest cancelled and its money given back. Every figure on the way.
class WholeLifeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anImportedOrderLivesFromItsDepositToItsRefund_data() { eachDatabase(); }
    void anImportedOrderLivesFromItsDepositToItsRefund()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        ProductTerms terms;
        terms.sku = lamp;
        terms.name = QStringLiteral("Brass lamp");
        terms.price = 10'000;
        terms.deposit = {DepositTerms::Kind::Percent, 3000};
        must(ProductService(connection).add(terms, callerAt()));
        TrialFolder folder;
        const auto outcome =
            imported(connection, folder.write("orders.csv", "reference,customer,placed,sku,units,price\n"
                                                            "WEB-1,Ada,2026-02-01,LAMP,4,\nWEB-2,Bo,2026-02-02,LAMP,7,100.00\n"
                                                            "WEB-3,Cy,2026-02-03,LAMP,5,\nWEB-4,Di,2026-02-03,CHAIR,5,\n"));
        QCOMPARE(outcome.created, 3);
        QCOMPARE(outcome.rejected, 1);
        COMPARE_CLEAN(connection);
        QVERIFY(openNotices(connection).isEmpty()); // nobody is told of what was imported

        // Bo's order: second in line, 70,000 with 30 % deposit.
        OrderService orders(connection);
        const OrderId bo{2};
        OrderView order = must(orders.show(bo, callerAt()));
        QCOMPARE(order.order.reference, QStringLiteral("WEB-2"));
        QCOMPARE(order.lines[0].place, std::optional<qint64>(2));
        QCOMPARE(order.lines[0].unitsAhead, std::optional<Units>(4));
        QCOMPARE(order.order.depositRequired, Money(21'000));
        PaymentService payments(connection);
        order = must(payments.pay(bo, 21'000, {QStringLiteral("transfer"), QStringLiteral("ST-9")}, callerAt(1)));
        QCOMPARE(order.balanceDue(), Money(49'000));
        CashReport cash = must(cashReport(connection));
        QCOMPARE(cash.deposits, Money(21'000));
        QCOMPARE(cash.atRisk, Money(21'000)); // nothing is bought yet
        QCOMPARE(cash.refundExposure, Money(21'000));

        // It is bought, promised, and the promise moves with the purchase.
        PurchaseService purchases(connection);
        const PurchaseId purchase =
            must(purchases.place({QStringLiteral("Foundry"), {{lamp, 11, {}}}, QDate(2026, 3, 20), {}}, callerAt(2))).id;
        QCOMPARE(must(cashReport(connection)).atRisk, Money(0));
        PromiseService promises(connection);
        const OrderLineId line = order.lines[0].line.id;
        must(promises.move({{line}, {}, QStringLiteral("asked"), {}}, callerAt(3)));
        must(purchases.expect(purchase, QDate(2026, 3, 27), callerAt(4)));
        QCOMPARE(openNotices(connection), QStringList{QStringLiteral("date_moved 2")});
        must(promises.move({{line}, {}, QStringLiteral("the foundry is late"), {}}, callerAt(5)));
        order = must(orders.show(bo, callerAt(5)));
        QCOMPARE(order.lines[0].line.promiseFirst, std::optional(QDate(2026, 3, 20)));
        QCOMPARE(order.lines[0].line.promise, std::optional(QDate(2026, 3, 27)));
        QCOMPARE(openNotices(connection), QStringList{QStringLiteral("date_moved 2")}); // told together
        COMPARE_CLEAN(connection);

        // 6 come: Ada is served first, Bo gets 2. They ship and consume the deposit at its rate.
        must(ReceivingService(connection).post({purchase, {{lamp, 6, 0}}, {}, {}}, callerAt(6)));
        order = must(orders.show(bo, callerAt(6)));
        QCOMPARE(order.lines[0].line.allocated, Units(2));
        QCOMPARE(order.lines[0].place, std::optional<qint64>(1));
        QVERIFY(openNotices(connection).contains(QStringLiteral("allocated 2")));
        must(ShippingService(connection).ship(bo, {}, callerAt(7)));
        QCOMPARE(connection.integer("SELECT consumed FROM shipment"), qint64(6'000)); // 30 % of 20,000
        QCOMPARE(must(cashReport(connection)).deposits, Money(1'000)); // product.md §1: paid 21,000, shipped 20,000

        // The rest is cancelled; 1,000 are due back, no more is given, and it is done.
        order = must(orders.cancel(bo, {}, {}, QStringLiteral("found one elsewhere"), callerAt(8)));
        QCOMPARE(order.total, Money(20'000));
        QCOMPARE(order.refundDue(), Money(1'000));
        QVERIFY(openNotices(connection).contains(QStringLiteral("refund_due 2")));
        QVERIFY(!payments.refund(bo, 21'001, "transfer", callerAt(9)));
        order = must(payments.refund(bo, 1'000, "transfer", callerAt(9)));
        QCOMPARE(order.refundDue(), Money(0));
        QCOMPARE(order.balanceDue(), Money(0));
        QCOMPARE(order.status(), QStringLiteral("shipped"));
        QVERIFY(!openNotices(connection).contains(QStringLiteral("refund_due 2")));
        QCOMPARE(must(cashReport(connection)).deposits, Money(0));
        const DepositsReport report = must(depositsReport(connection, callerAt().today(), callerAt().today()));
        QCOMPARE(report.sum.in, Money(21'000));
        QCOMPARE(report.sum.consumed, Money(20'000));
        QCOMPARE(report.sum.refunded, Money(1'000));
        QCOMPARE(report.sum.closing, Money(0));

        // What is freed is the next one's, and the story tells it all.
        must(ReceivingService(connection).post({purchase, {{lamp, 5, 0}}, {}, {}}, callerAt(10)));
        QCOMPARE(must(orders.show(OrderId{3}, callerAt(10))).lines[0].line.allocated, Units(5));
        QStringList story;
        for (const StoryEntry &entry : must(orderStory(connection, bo)))
            story += entry.what;
        std::reverse(story.begin(), story.end());
        for (const char *told : {"Payment received", "Goods received", "Shipped", "Cancelled"})
            QVERIFY2(story.contains(QString::fromLatin1(told)), qPrintable(story.join(u'|')));
        QVERIFY(story.indexOf(QStringLiteral("Payment received")) < story.indexOf(QStringLiteral("Shipped")));
        QVERIFY(story.indexOf(QStringLiteral("Shipped")) < story.indexOf(QStringLiteral("Cancelled")));
        COMPARE_CLEAN(connection);
        const auto again = imported(connection, folder.path(QStringLiteral("orders.csv")));
        QCOMPARE(again.created, 0); // the same file changes nothing
        COMPARE_CLEAN(connection);
    }
};

QTEST_GUILESS_MAIN(WholeLifeTest)
#include "wholelifetest.moc"
