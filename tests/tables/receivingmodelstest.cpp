#include "models/services/storesettings.h"
#include "models/tables/orderlinesmodel.h"
#include "models/tables/purchasemodel.h"
#include "models/tables/receiptlinesmodel.h"
#include "models/tables/servedmodel.h"
#include "tests/support/busyshop.h"
#include "tests/tables/watched.h"

using namespace waitline;
using namespace waitline::test;

class ReceivingModelsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void openPurchasesStandByExpectedDayWithTheLateOnesMarked_data() { eachDatabase(); }
    void openPurchasesStandByExpectedDayWithTheLateOnesMarked()
    {
        TEST_DATABASE(database);
        fillBusyShop(database.connection());
        OpenSession open(database);
        PurchaseModel model(open.session);
        QAbstractItemModelTester tester(&model);
        awaitLoaded(model, [&] { model.setLive(true); });
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 0, PurchaseModel::Expected, NumberRole).toDate(), callerAt().today().addDays(-3));
        QCOMPARE(cell(model, 0, 0, StatusRole).toInt(), int(PurchaseStatus::Overdue));
        QCOMPARE(cell(model, 0, PurchaseModel::Late, NumberRole).toInt(), 3);
        QCOMPARE(cell(model, 1, 0, StatusRole).toInt(), int(PurchaseStatus::OnTime));
        QCOMPARE(cell(model, 0, PurchaseModel::Lines, NumberRole).toInt(), 5);
        QCOMPARE(cell(model, 0, PurchaseModel::ToCome, NumberRole).toInt(), 60);
        const QString number = cell(model, 2, PurchaseModel::Number).toString();
        for (const QString &text : {number, number.toLower(), number.mid(3), QStringLiteral("lot-c")}) {
            awaitLoaded(model, [&] { model.setFilter(text); });
            QCOMPARE(model.rowCount(), 1);
            QCOMPARE(cell(model, 0, PurchaseModel::Number).toString(), number);
            awaitLoaded(model, [&] { model.setFilter(QString()); });
        }
        const PurchaseId first{cell(model, 0, 0, IdRole).toLongLong()};
        must(open.session.write([first](Connection &connection) { return PurchaseService(connection).close(first, callerAt(600)); })
                 .result());
        QTRY_COMPARE(model.rowCount(), 2);
    }
    void aReceiptIsCountedUpFromNothing_data() { eachDatabase(); }
    void aReceiptIsCountedUpFromNothing()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const StoredPurchase purchase = must(PurchaseService(connection).show(PurchaseId{1}));
        ReceiptLinesModel model;
        QAbstractItemModelTester tester(&model);
        model.setPurchase(purchase);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.isEmptyCount());
        QCOMPARE(model.expected(), 60);
        QCOMPARE(model.index(0, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Missing));
        const ScannedProduct scanned = must(resolveScan(connection, QStringLiteral("400002")));
        QCOMPARE(scanned.sku, busySku(2));
        for (int scan = 0; scan < 7; ++scan)
            QCOMPARE(model.add(scanned), 1);
        QCOMPARE(model.index(1, ReceiptLinesModel::Progress).data().toString(), QStringLiteral("7 of 12"));
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Partial));
        QCOMPARE(model.takeBackLast(), std::optional(1));
        QCOMPARE(model.counted(), 6);
        QVERIFY(model.setData(model.index(1, ReceiptLinesModel::Damaged), 2));
        model.completeLine(1);
        QCOMPARE(model.index(1, ReceiptLinesModel::Counted).data(NumberRole).toInt(), 10);
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Complete));
        model.add(scanned, 3);
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::OverReceived));
        const int foreign = model.add(must(resolveScan(connection, busySku(1).toLower())));
        QCOMPARE(model.index(foreign, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::NotOnPurchase));
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Counted), QStringLiteral("many")));
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Counted), -1));
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Expected), 5));
        const ReceiptDraft draft = model.draft();
        QCOMPARE(draft.purchase.value, purchase.id.value);
        QCOMPARE(int(draft.lines.size()), 2);
        QCOMPARE(draft.lines[0].sku, busySku(2));
        QCOMPARE(draft.lines[0].accepted, 13);
        QCOMPARE(draft.lines[0].damaged, 2);
        QVERIFY(must(ReceivingService(connection).post(draft, callerAt(700))).receipt.isValid());
    }
    void anUnknownCodeIsSaidInWords()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        const auto scanned = resolveScan(database.connection(), QStringLiteral("12345"));
        QVERIFY(!scanned);
        QVERIFY(scanned.error().message.contains(QStringLiteral("12345")));
    }
    void takingBackEverythingLeavesNothing()
    {
        ReceiptLinesModel model;
        QAbstractItemModelTester tester(&model);
        model.setBlind();
        const ScannedProduct carton{ProductId{1}, QStringLiteral("LAMP"), QStringLiteral("Lamp"), 12};
        model.add(carton);
        model.add(carton, 2);
        QCOMPARE(model.counted(), 36);
        QVERIFY(model.takeBackLast());
        QCOMPARE(model.counted(), 12);
        QVERIFY(model.takeBackLast());
        QVERIFY(!model.takeBackLast());
        QVERIFY(model.isEmptyCount());
    }
    void whomAReceiptServesIsShownByName_data() { eachDatabase(); }
    void whomAReceiptServesIsShownByName()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const ReceiptOutcome outcome = must(ReceivingService(connection).preview({{}, {{busySku(2), 9, 0}}, {}, {}}));
        ServedModel model;
        QAbstractItemModelTester tester(&model);
        model.setOutcome(outcome, must(customersOf(connection, outcome)));
        QCOMPARE(model.rowCount(), int(outcome.served.size()));
        QVERIFY(model.rowCount() > 0);
        qint64 given = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            given += model.index(row, ServedModel::Units).data(NumberRole).toLongLong();
            const OrderId order{model.index(row, 0).data(OrderIdRole).toLongLong()};
            QCOMPARE(model.index(row, ServedModel::Customer).data().toString(),
                     must(OrderService(connection).show(order, callerAt(400))).order.customerName);
            const bool isDone = model.index(row, ServedModel::Remaining).data(NumberRole).toInt() == 0;
            QCOMPARE(model.index(row, 0).data(StatusRole).toInt(), int(isDone ? ServedStatus::Completed : ServedStatus::StillWaits));
        }
        QCOMPARE(given, 9);
    }
    void anOrdersLinesAreRead_data() { eachDatabase(); }
    void anOrdersLinesAreRead()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const OrderView order = must(OrderService(connection).show(OrderId{3}, callerAt(400)));
        OrderLinesModel model;
        QAbstractItemModelTester tester(&model);
        model.setOrder(order, must(storeCurrency(connection)));
        QCOMPARE(model.rowCount(), int(order.lines.size()));
        Money value = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            value += model.index(row, OrderLinesModel::Value).data(NumberRole).toLongLong();
            QCOMPARE(model.index(row, OrderLinesModel::Waiting).data(NumberRole).toLongLong(), order.lines[size_t(row)].line.waiting);
        }
        QCOMPARE(value, order.total);
    }
};

QTEST_GUILESS_MAIN(ReceivingModelsTest)
#include "receivingmodelstest.moc"
