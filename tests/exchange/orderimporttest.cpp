#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "tests/exchange/trialimport.h"

using namespace waitline;
using namespace waitline::test;

namespace {

ProductId addProduct(Connection &connection, const QString &sku, const std::function<void(ProductTerms &)> &set = {})
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = sku;
    terms.price = 1000;
    if (set)
        set(terms);
    return must(ProductService(connection).add(terms, callerAt())).id;
}

void receive(Connection &connection, const QString &sku, Units units)
{
    ReceiptDraft draft;
    draft.lines.push_back({sku, units, 0});
    must(ReceivingService(connection).post(draft, callerAt()));
}

StockFigures stockOf(Connection &connection, const QString &sku) { return must(ProductService(connection).show(sku)).stock; }

constexpr const char *header = "reference,customer,placed,sku,units,price,cancelled,shipped,paid,refunded\n";

} // namespace

class OrderImportTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesOfOneReferenceAreOneOrder_data() { eachDatabase(); }
    void linesOfOneReferenceAreOneOrder()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        addProduct(connection, "SHADE");
        const auto outcome =
            imported(connection,
                     folder.write("o.csv",
                                  QByteArray(header) +
                                      "A1,Ada,2026-02-01,LAMP,2,9.50,,,,\nA1,Ada,2026-02-01,SHADE,1,,,,,\nA2,Bo,2026-02-02,LAMP,3,,,,,\n"),
                     2);
        QCOMPARE(outcome.rows, 3);
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejected, 0);
        QCOMPARE(stockOf(connection, "LAMP").waitingBackorder, 5);
        QCOMPARE(stockOf(connection, "LAMP").waitingValue, 2 * 950 + 3 * 1000);
        COMPARE_CLEAN(connection);
    }
    void rowsOfOneReferenceAreOneOrderWhereverTheyStand_data() { eachDatabase(); }
    void rowsOfOneReferenceAreOneOrderWhereverTheyStand()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        addProduct(connection, "SHADE");
        const auto outcome =
            imported(connection,
                     folder.write("o.csv", QByteArray(header) + "A1,Ada,2026-02-01,LAMP,2,9.50,,,,\nA2,Bo,2026-02-02,LAMP,3,,,,,\n"
                                                                "A1,Ada,2026-02-01,SHADE,1,,,,,\nA3,Cy,2026-02-02,GONE,1,,,,,\n"
                                                                "A2,Bo,2026-02-02,SHADE,4,,,,,\nA3,Cy,2026-02-02,LAMP,1,,,,,\n"),
                     2);
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejected, 2); // both rows of A3: half an order is none
        QCOMPARE(stockOf(connection, "LAMP").waitingBackorder, 5);
        QCOMPARE(stockOf(connection, "SHADE").waitingBackorder, 5);
        COMPARE_CLEAN(connection);
    }
    void whatComesFarBehindItsOrderIsToldWhatToDo()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        QByteArray file = header;
        for (int i = 0; i < 1100; ++i)
            file += "R" + QByteArray::number(i) + ",Ada,2026-02-01,LAMP,1,,,,,\n";
        const auto outcome = imported(connection, folder.write("o.csv", file + "R0,Ada,2026-02-01,LAMP,2,,,,,\n"));
        QCOMPARE(outcome.created, 1100);
        QCOMPARE(outcome.rejected, 1);
        QVERIFY(outcome.rejections.front().message.contains("was taken without this row: add the row to it"));
    }
    void anOrderTheShopHasChangedSinceIsPointedOut_data() { eachDatabase(); }
    void anOrderTheShopHasChangedSinceIsPointedOut()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        imported(connection, folder.write("o.csv", QByteArray(header) + "A1,Ada,2026-02-01,LAMP,2,,,,,\nA2,Bo,2026-02-02,LAMP,3,,,,,\n"));
        // Cancelled there in part; the other is as it was.
        const auto again =
            imported(connection,
                     folder.write("o2.csv", QByteArray(header) + "A1,Ada,2026-02-01,LAMP,2,,1,,,\nA2,Bo,2026-02-02,LAMP,3,,,,,\n"));
        QCOMPARE(again.skipped, 2);
        QCOMPARE(again.leftOut.size(), size_t(1));
        QCOMPARE(again.leftOut.front().rows, 1);
        QVERIFY2(again.leftOut.front().reason.endsWith(QStringLiteral("order 1")), qPrintable(again.leftOut.front().reason));
        QCOMPARE(stockOf(connection, "LAMP").waitingBackorder, 5);
    }
    void datesThatCanBeReadBothWaysAreSaidToBeAssumed_data()
    {
        QTest::addColumn<QByteArray>("dates");
        QTest::addColumn<QString>("said");
        QTest::newRow("either") << QByteArray("03/04/2026 05/04/2026") << QStringLiteral("the month was taken to come first");
        QTest::newRow("day first") << QByteArray("03/04/2026 25/04/2026") << QString();
        QTest::newRow("month first") << QByteArray("03/04/2026 04/25/2026") << QString();
        QTest::newRow("the same either way") << QByteArray("03/03/2026 04/04/2026") << QString();
        QTest::newRow("plain") << QByteArray("2026-03-04 2026-05-06") << QString();
    }
    void datesThatCanBeReadBothWaysAreSaidToBeAssumed()
    {
        QFETCH(QByteArray, dates);
        QFETCH(QString, said);
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        addProduct(database.connection(), "LAMP");
        QByteArray file = "reference,customer,placed,sku,units\n";
        for (const QByteArray &date : dates.split(' '))
            file += "R" + date + ",Ada," + date + ",LAMP,1\n";
        ImportRequest request;
        request.path = folder.write("o.csv", file);
        const QString assumed = must(importAs(database.connection(), request)).assumption();
        QCOMPARE(assumed.isEmpty(), said.isEmpty());
        QVERIFY(assumed.contains(said));
        request.options.dayBeforeMonth = true;
        QCOMPARE(must(importAs(database.connection(), request)).assumption(), QString());
    }
    void rejectsThatCannotBeKeptStopAnImportBeforeItBegins()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        addProduct(database.connection(), "LAMP");
        ImportRequest request;
        request.path = folder.write("o.csv", QByteArray(header) + "A1,Ada,2026-02-01,LAMP,2,,,,,\nA2,Bo,2026-02-02,GONE,3,,,,,\n");
        request.rejectsPath = folder.path("none/r.csv");
        const auto refused = importAs(database.connection(), request);
        QCOMPARE(refused.error().field, QStringLiteral("rejects"));
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(stockOf(database.connection(), "LAMP").waitingBackorder, 0);
    }
    void importingTwiceChangesNothing_data() { eachDatabase(); }
    void importingTwiceChangesNothing()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        // Two orders say the same and have no reference: they are two.
        const QString path =
            folder.write("o.csv", "customer,placed,sku,units\nAda,2026-02-01,LAMP,2\nAda,2026-02-01,LAMP,2\nBo,2026-02-01,LAMP,1\n");
        QCOMPARE(imported(connection, path, 2).created, 3);
        const auto again = imported(connection, path, 3);
        QCOMPARE(again.created, 0);
        QCOMPARE(again.skipped, 3);
        QCOMPARE(stockOf(connection, "LAMP").waitingBackorder, 5);
        COMPARE_CLEAN(connection);
    }
    void thePastOfAnOrderIsTakenOver_data() { eachDatabase(); }
    void thePastOfAnOrderIsTakenOver()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        receive(connection, "LAMP", 4);
        const auto outcome =
            imported(connection,
                     folder.write("o.csv",
                                  QByteArray(header) + "A1,Ada,2026-02-01,LAMP,10,,2,3,100.00,20.00\nA2,Bo,2026-02-02,LAMP,5,,yes,,,\n"));
        QCOMPARE(outcome.created, 2);
        const StockFigures lamp = stockOf(connection, "LAMP");
        QCOMPARE(lamp.shipped, 3);
        // What had shipped had come in: the four units at hand are there for those who wait.
        QCOMPARE(lamp.onHand, 4);
        QCOMPARE(lamp.allocated, 4);
        QCOMPARE(lamp.waitingBackorder, 1);
        QCOMPARE(connection.integer("SELECT paid - refunded FROM sales_order WHERE reference = 'A1'"), 8000);
        QCOMPARE(connection.integer("SELECT CAST(SUM(cancelled) AS BIGINT) FROM order_line"), 7);
        QCOMPARE(connection.integer("SELECT shipped_day FROM shipment"), toDayNumber(QDate(2026, 2, 1)));
        COMPARE_CLEAN(connection);
    }
    void oneBadRecordCostsNoOther_data() { eachDatabase(); }
    void oneBadRecordCostsNoOther()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        addProduct(connection, "PRINT", [](ProductTerms &terms) { terms.editionSize = 10; });
        ImportRequest request;
        request.path =
            folder.write("o.csv", QByteArray(header) +
                                      "A1,Ada,2026-02-01,PRINT,8,,,,,\nA2,Bo,2026-02-01,LAMP,1,,,,,\nA2,Bo,2026-02-01,PRINT,3,,,,,\n"
                                      "A3,Cy,2026-02-01,LAMP,many,,,,,\nA4,Di,2026-02-01,GHOST,1,,,,,\nA5,Ed,2026-02-01,PRINT,2,,,,,\n");
        const auto outcome = must(importAs(connection, request));
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejected, 4);
        QCOMPARE(outcome.rejections.at(0).sentence("o.csv"),
                 QStringLiteral("o.csv:3: 3 units of PRINT cannot be sold: 2 of the edition of 10 are left. Lower them to 2."));
        QCOMPARE(outcome.rejections[1].row, 4);
        QVERIFY(outcome.rejections[2].message.contains("many"));
        QVERIFY(outcome.rejections[3].message.contains("GHOST"));
        QCOMPARE(stockOf(connection, "PRINT").waitingBackorder, 10);
        // Whoever ordered nothing that exists is no customer yet.
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM customer WHERE name = 'Di'"), 0);
        COMPARE_CLEAN(connection);

        QCOMPARE(outcome.rejectsFile, folder.path("o.rejects.csv"));
        const QString corrected = folder.write("corrected.csv", contentOf(outcome.rejectsFile)
                                                                    .replace("PRINT,3", "PRINT,0")
                                                                    .replace("PRINT,0", "LAMP,3")
                                                                    .replace("many", "7")
                                                                    .replace("GHOST", "LAMP"));
        QCOMPARE(imported(connection, corrected).created, 3);
        QCOMPARE(stockOf(connection, "LAMP").waitingBackorder, 12);
        COMPARE_CLEAN(connection);
    }
    void capsDoNotRefuseWhatHasHappened_data() { eachDatabase(); }
    void capsDoNotRefuseWhatHasHappened()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "PRINT", [](ProductTerms &terms) {
            terms.editionSize = 5;
            terms.customerLimit = 2;
            terms.backorderLimit = 0;
            terms.discontinued = true;
        });
        const auto outcome =
            imported(connection,
                     folder.write("o.csv",
                                  QByteArray(header) +
                                      "A1,Ada,2026-02-01,PRINT,4,,,4,,\nA2,Bo,2026-02-01,PRINT,4,,1,3,,\nA3,Bo,2026-02-03,PRINT,1,,,,,\n"));
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejections.at(0).row, 4);
        QCOMPARE(stockOf(connection, "PRINT").shipped, 7);
        COMPARE_CLEAN(connection);
    }
    void openOrdersOfWhatIsNoLongerSoldAreKept_data() { eachDatabase(); }
    void openOrdersOfWhatIsNoLongerSoldAreKept()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP", [](ProductTerms &terms) { terms.discontinued = true; });
        QCOMPARE(imported(connection, folder.write("o.csv", QByteArray(header) + "A1,Ada,2026-02-01,LAMP,4,,,,,\n")).created, 1);
        COMPARE_CLEAN(connection);
    }
    void nothingShippedBeforeItsRelease_data() { eachDatabase(); }
    void nothingShippedBeforeItsRelease()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "GAME", [](ProductTerms &terms) { terms.release = QDate(2026, 6, 1); });
        addProduct(connection, "BOOK", [](ProductTerms &terms) { terms.release = QDate(2026, 2, 20); });
        const auto outcome =
            imported(connection,
                     folder.write("o.csv", QByteArray(header) + "A1,Ada,2026-02-01,GAME,2,,,1,,\nA2,Ada,2026-02-01,BOOK,2,,,1,,\n"));
        QCOMPARE(outcome.created, 1);
        QVERIFY(outcome.rejections.at(0).message.contains("before its release on 1 Jun 2026"));
        // Shipped, and nobody told when: not before it was released.
        QCOMPARE(connection.integer("SELECT shipped_day FROM shipment"), toDayNumber(QDate(2026, 2, 20)));
        QCOMPARE(stockOf(connection, "BOOK").waitingPreorder, 1);
        COMPARE_CLEAN(connection);
    }
    void aDryRunTellsTheSameAndWritesNothing_data() { eachDatabase(); }
    void aDryRunTellsTheSameAndWritesNothing()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        ImportRequest request;
        request.path = folder.write("o.csv", QByteArray("reference,customer,sku,name,units\n") +
                                                 "A1,Ada,LAMP,Lamp,2\nA2,Bo,LAMP,Lamp,none\nA3,Cy,SHADE,Shade,1\nA1,Ada,LAMP,Lamp,2\n");
        request.dryRun = true;
        request.rowsAtOnce = 1;
        const auto dry = must(importAs(connection, request));
        for (const char *table : {"product", "customer", "sales_order", "operation", "setting"})
            QCOMPARE(connection.run(QStringLiteral("SELECT 1 FROM %1").arg(QLatin1String(table)), {}).next(), false);
        QVERIFY(dry.rejectsFile.isEmpty());
        QVERIFY(!QFileInfo::exists(folder.path("o.rejects.csv")));
        request.dryRun = false;
        const auto real = must(importAs(connection, request));
        QCOMPARE(dry.created, 2);
        QCOMPARE(dry.created, real.created);
        QCOMPARE(dry.rejected, 1);
        QCOMPARE(dry.rejected, real.rejected);
        QCOMPARE(dry.newProducts, 2);
        QCOMPARE(dry.newProducts, real.newProducts);
        QCOMPARE(dry.rejections.at(0).message, real.rejections.at(0).message);
        COMPARE_CLEAN(connection);
    }
    void aStoppedImportGoesOnWhereItWas_data() { eachDatabase(); }
    void aStoppedImportGoesOnWhereItWas()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "LAMP");
        QByteArray text = "customer,placed,sku,units\n";
        for (int i = 0; i < 10; ++i)
            text += "Ada,2026-02-01," + QByteArray(i == 1 ? "GHOST" : "LAMP") + ",1\n";
        ImportRequest request;
        request.path = folder.write("o.csv", text);
        request.rowsAtOnce = 3;
        int batches = 0;
        const auto stopped = must(importAs(connection, request, [&](qint64, qint64) { return ++batches < 2; }));
        QVERIFY(stopped.cancelled);
        const qint64 before = connection.integer("SELECT COUNT(*) FROM sales_order");
        QVERIFY(before > 0 && before < 9);
        COMPARE_CLEAN(connection);

        request.resume = true;
        const auto resumed = must(importAs(connection, request));
        QVERIFY(!resumed.cancelled);
        // The whole of the file is accounted for, what was done before included.
        QCOMPARE(resumed.rows, 10);
        QCOMPARE(resumed.created, 9);
        QCOMPARE(resumed.rejected, 1);
        QVERIFY(contentOf(resumed.rejectsFile).contains("GHOST"));
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM sales_order"), 9);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM setting"), 0);
        COMPARE_CLEAN(connection);
        // And without a stop before it, going on is importing again.
        QCOMPARE(must(importAs(connection, request)).created, 0);
    }
    void halfAnOrderNamesTheOtherFile_data() { eachDatabase(); }
    void halfAnOrderNamesTheOtherFile()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder here;
        TrialFolder there;
        addProduct(connection, "7");
        const QString details = there.write("details.csv", "OrderID,ProductID,UnitPrice,Quantity\n1,7,9.80,2\n1,7,9.80,1\n");
        const QString heads = here.write("heads.csv", "OrderID,CustomerID,OrderDate,ShipName\n1,ADA,2026-01-02,Ada\n");
        const auto lines = imported(connection, details);
        QCOMPARE(lines.rejected, 2);
        QVERIFY(lines.rejections[0].message.contains("import orders.csv together"));
        const auto alone = imported(connection, heads);
        QCOMPARE(alone.rejected, 1);
        QVERIFY(alone.rejections[0].message.contains("import order_details.csv together"));

        ImportRequest request;
        request.path = heads;
        request.together = {details, heads};
        QCOMPARE(must(importAs(connection, request)).created, 1);
        QCOMPARE(imported(connection, details).skipped, 1);
        QCOMPARE(stockOf(connection, "7").waitingBackorder, 3);
        COMPARE_CLEAN(connection);
    }
    void namesakesAreToldApartByNumber_data() { eachDatabase(); }
    void namesakesAreToldApartByNumber()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        addProduct(connection, "7");
        folder.write("order_details.csv", "OrderID,ProductID,UnitPrice,Quantity\n1,7,1,1\n2,7,1,1\n3,7,1,1\n");
        const QString orders = folder.write("orders.csv", "OrderID,CustomerID,OrderDate,ShipName\n1,A,2026-01-02,John Smith\n"
                                                          "2,B,2026-01-02,John Smith\n3,A,2026-01-02,J. Smith\n");
        QCOMPARE(imported(connection, orders).created, 3);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM customer"), 2);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM sales_order o JOIN customer c ON c.id = o.customer_id WHERE c.reference = 'A'"),
                 2);
    }
    void textIsStoredAsText_data() { eachDatabase(); }
    void textIsStoredAsText()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        imported(
            connection,
            folder.write(
                "o.csv",
                "reference,customer,sku,name,units\n'; DROP TABLE product; --,\"Robert\"\"); DELETE FROM customer; --\",=1+1,@SUM(A1),1\n"));
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM product WHERE sku = '=1+1' AND name = '@SUM(A1)'"), 1);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM customer WHERE name = 'Robert\"); DELETE FROM customer; --'"), 1);
        COMPARE_CLEAN(connection);
    }
};

QTEST_GUILESS_MAIN(OrderImportTest)
#include "orderimporttest.moc"
