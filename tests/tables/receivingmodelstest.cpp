#include "models/services/storesettings.h"
#include "models/tables/orderlinesmodel.h"
#include "models/tables/purchasemodel.h"
#include "models/tables/receiptlinesmodel.h"
#include "models/tables/servedmodel.h"
#include "tests/support/busyshop.h"
#include "tests/tables/watched.h"

#include <QSignalSpy>

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
    void aDeliveryShowsWhatIsCountedOfIt_data() { eachDatabase(); }
    void aDeliveryShowsWhatIsCountedOfIt()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        ReceivingCounts counts(connection);
        const ReceivingCountView fresh = must(counts.open(PurchaseId{1}, callerAt(600)));
        ReceiptLinesModel model;
        QAbstractItemModelTester tester(&model);
        model.setCount(fresh);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.isEmptyCount());
        QCOMPARE(model.expected(), 60);
        QCOMPARE(model.index(0, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Missing));
        const auto scan = [&](const QString &text) {
            return model.setLine(must(counts.scan(fresh.count.id, readScan(text), false, callerAt(601))).line);
        };
        QCOMPARE(scan(QStringLiteral("7*400002")), 1);
        QCOMPARE(model.index(1, ReceiptLinesModel::Sku).data().toString(), busySku(2));
        QCOMPARE(model.index(1, ReceiptLinesModel::Progress).data().toString(), QStringLiteral("7 of 12"));
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Partial));
        scan(QStringLiteral("5*400002"));
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::Complete));
        scan(QStringLiteral("400002"));
        QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::OverReceived));
        const int foreign = scan(busySku(1).toLower());
        QCOMPARE(foreign, 5);
        QCOMPARE(model.index(foreign, 0).data(StatusRole).toInt(), int(ReceiptLineStatus::NotOnPurchase));
        QCOMPARE(model.counted(), 14);
        // What is entered in a cell is asked for, and shown once it is made.
        QSignalSpy asked(&model, &ReceiptLinesModel::correctionAsked);
        QVERIFY(model.setData(model.index(1, ReceiptLinesModel::Damaged), 2));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(model.index(1, ReceiptLinesModel::Damaged).data().toString(), QString());
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Counted), QStringLiteral("many")));
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Counted), -1));
        QVERIFY(!model.setData(model.index(0, ReceiptLinesModel::Expected), 5));
        must(counts.correct(fresh.count.id, model.line(1).product, {}, 2, callerAt(602)));
        model.setCount(must(counts.show(fresh.count.id)));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(1, ReceiptLinesModel::Damaged).data().toString(), QStringLiteral("2"));
        model.setCount(must(counts.open({}, callerAt(603))));
        QCOMPARE(model.rowCount(), 0);
    }
    void anUnknownCodeIsSaidInWords()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        const auto scanned = resolveScan(database.connection(), QStringLiteral("12345"));
        QVERIFY(!scanned);
        QVERIFY(scanned.error().message.contains(QStringLiteral("12345")));
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
        QCOMPARE(model.rowCount(), int(outcome.served.size() + outcome.unserved.size()));
        QVERIFY(!outcome.unserved.empty());
        QVERIFY(model.rowCount() > 0);
        qint64 given = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            given += model.index(row, ServedModel::Units).data(NumberRole).toLongLong();
            const OrderId order{model.index(row, 0).data(OrderIdRole).toLongLong()};
            QCOMPARE(model.index(row, ServedModel::Customer).data().toString(),
                     must(OrderService(connection).show(order, callerAt(400))).order.customerName);
            const bool isDone = model.index(row, ServedModel::Remaining).data(NumberRole).toInt() == 0;
            const bool isServed = model.index(row, ServedModel::Units).data(NumberRole).toInt() > 0;
            QCOMPARE(model.index(row, 0).data(StatusRole).toInt(), int(!isServed ? ServedStatus::GetsNothing
                                                                       : isDone  ? ServedStatus::Completed
                                                                                 : ServedStatus::StillWaits));
            QCOMPARE(model.index(row, ServedModel::Why).data().toString().isEmpty(), isDone);
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
