#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "models/store/customerstore.h"
#include "models/store/purchasestore.h"
#include "tests/exchange/trialimport.h"

using namespace waitline;
using namespace waitline::test;

namespace {

StoredProduct show(Connection &connection, const QString &sku) { return must(ProductService(connection).show(sku)); }

} // namespace

class ProductImportTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatTheFileTellsIsChanged_data() { eachDatabase(); }
    void onlyWhatTheFileTellsIsChanged()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        const auto first =
            imported(connection,
                     folder.write("p.csv", "sku,name,price,barcode,backorders,edition\n0012,Lamp,9.50,400123|400124,refuse,50\n"));
        QCOMPARE(first.created, 1);
        const QString prices = folder.write("prices.csv", "sku,name,price,category\n0012,,12.00,\n");
        QCOMPARE(imported(connection, prices).updated, 1);
        QCOMPARE(imported(connection, prices).skipped, 1);
        const ProductTerms terms = show(connection, "0012").terms;
        QCOMPARE(terms.name, QStringLiteral("Lamp"));
        QCOMPARE(terms.price, 1200);
        QCOMPARE(terms.backorderLimit, Units(0));
        QCOMPARE(terms.editionSize, Units(50));
        QCOMPARE(show(connection, "400124").terms.sku, QStringLiteral("0012"));
        COMPARE_CLEAN(connection);
    }
    void aRefusedProductSaysWhyAndCostsNoOther_data() { eachDatabase(); }
    void aRefusedProductSaysWhyAndCostsNoOther()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        const auto outcome =
            imported(connection, folder.write("p.csv", "sku,name,edition,barcode\nA,a,0,\nB,b,,77\nC,,,\nD,d,,77\nE,e,3,\n"));
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejected, 3);
        QCOMPARE(outcome.rejections.at(0).message, QStringLiteral("The edition size must be at least 1."));
        QCOMPARE(outcome.rejections.at(1).message, QStringLiteral("The product has no name: enter one."));
        QVERIFY(outcome.rejections.at(2).message.contains("belongs to B"));
        COMPARE_CLEAN(connection);
    }
    void stockOpensAProductOnce_data() { eachDatabase(); }
    void stockOpensAProductOnce()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        // An order came first: what it has shipped is no stock of ours, and its open units are served from the opening.
        imported(connection, folder.write("o.csv", "reference,customer,placed,sku,name,units,shipped\nA1,Ada,2026-02-01,LAMP,Lamp,5,3\n"));
        const QString path = folder.write("p.csv", "sku,name,stock\nLAMP,Lamp,10\n");
        QCOMPARE(imported(connection, path).updated, 1);
        QCOMPARE(show(connection, "LAMP").stock.onHand, 10);
        QCOMPARE(show(connection, "LAMP").stock.allocated, 2);
        must(ShippingService(connection).shipReady(callerAt(1)));
        QCOMPARE(show(connection, "LAMP").stock.onHand, 8);
        QCOMPARE(imported(connection, path).skipped, 1);
        QCOMPARE(show(connection, "LAMP").stock.onHand, 8);
        COMPARE_CLEAN(connection);
    }
    void partiesAreKnownByNumberThenByName_data() { eachDatabase(); }
    void partiesAreKnownByNumberThenByName()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        imported(connection, folder.write("o.csv", "reference,customer,sku,name,units\n1,Ada Müller,LAMP,Lamp,1\n"));
        const auto outcome =
            imported(connection,
                     folder.write("c.csv", "code,name,email,city,postcode,country\n0042,ADA MÜLLER,ada@example.com,Dresden,01067,DE\n"
                                           "43,Bo,,,,\n44,Bo,,,,\n"));
        QCOMPARE(outcome.updated, 1);
        QCOMPARE(outcome.created, 2);
        CustomerStore store(connection);
        const CustomerDetails ada = *store.find(store.idOfReference("0042"));
        QCOMPARE(ada.address, QStringLiteral("01067 Dresden"));
        const auto second = imported(connection, folder.write("d.csv", "code,name,email\n0042,Ada M. Müller,\n"));
        QCOMPARE(second.updated, 1);
        const CustomerDetails renamed = *store.find(store.idOfReference("0042"));
        QCOMPARE(renamed.name, QStringLiteral("Ada M. Müller"));
        QCOMPARE(renamed.email, QStringLiteral("ada@example.com"));
        COMPARE_CLEAN(connection);
    }
    void purchasesComeWithWhatWasReceived_data() { eachDatabase(); }
    void purchasesComeWithWhatWasReceived()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        imported(connection, folder.write("p.csv", "sku,name,cost\nLAMP,Lamp,4.00\nSHADE,Shade,2\n"));
        const QString path = folder.write(
            "po.csv",
            "reference,supplier,placed,expected,sku,units,cost,received\n"
            "PO1,Glow,2026-01-05,2026-03-10,LAMP,10,3.50,4\nPO1,Glow,2026-01-05,2026-03-10,SHADE,5,,\nPO2,Glow,2026-01-05,,GHOST,1,,\n,Dim,2026-01-05,,SHADE,7,,9\n");
        const auto outcome = imported(connection, path, 2);
        QCOMPARE(outcome.created, 2);
        QCOMPARE(outcome.rejected, 1);
        QVERIFY(outcome.rejections.at(0).message.contains("GHOST"));
        QCOMPARE(show(connection, "LAMP").stock.onHand, 4);
        QCOMPARE(show(connection, "LAMP").stock.onOrder, 6);
        QCOMPARE(show(connection, "SHADE").stock.onHand, 9);
        const auto purchase = PurchaseStore(connection).find(PurchaseStore(connection).idOfReference("PO1"));
        QCOMPARE(purchase->expected, QDate(2026, 3, 10));
        QCOMPARE(dayOf(purchase->placedAt), QDate(2026, 1, 5));
        const auto same = imported(connection, path, 3);
        QCOMPARE(same.skipped, 2);
        QVERIFY(same.leftOut.empty());
        QCOMPARE(show(connection, "LAMP").stock.onHand, 4);
        const auto changed = imported(connection, folder.write("po2.csv", "reference,supplier,placed,expected,sku,units,cost,received\n"
                                                                          "PO1,Glow,2026-01-05,2026-03-10,LAMP,12,3.50,4\n"
                                                                          "PO1,Glow,2026-01-05,2026-03-10,SHADE,5,,\n"));
        QCOMPARE(changed.skipped, 1);
        QCOMPARE(changed.leftOut.size(), size_t(1));
        QVERIFY(changed.leftOut.front().reason.contains(QStringLiteral("purchase %1").arg(purchase->id.value)));
        QCOMPARE(show(connection, "LAMP").stock.onOrder, 6);
        COMPARE_CLEAN(connection);
    }
    void salesHistoryIsTakenOnce_data() { eachDatabase(); }
    void salesHistoryIsTakenOnce()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        const QString path =
            folder.write("h.csv", "date,sku,name,units,price,customer\n2025-01-02,LAMP,Lamp,3,9.50,Ada\n2025-01-02,LAMP,Lamp,3,9.50,Ada\n"
                                  "2025-01-03,LAMP,Lamp,2,9.50,\n2025-01-04,LAMP,Lamp,-1,9.50,\n");
        const auto outcome = imported(connection, path, 2);
        QCOMPARE(outcome.created, 3);
        QCOMPARE(outcome.newProducts, 1);
        QCOMPARE(connection.integer("SELECT CAST(SUM(units) AS BIGINT) FROM sales_history"), 7);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM demand_day"), 0);
        const auto again = imported(connection, path, 3);
        QCOMPARE(again.created, 0);
        QCOMPARE(again.skipped, 4); // the cancellation too
        COMPARE_CLEAN(connection);
    }
    void whatCannotBeReadAtAllChangesNothing()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        ImportRequest request;
        request.path = folder.path("none.csv");
        QVERIFY(!importAs(database.connection(), request));
        request.path = folder.write("p.csv", "sku,name\nA,\n");
        request.rejectsPath = folder.path("p.csv");
        QVERIFY(importAs(database.connection(), request).error().message.contains("replace the file itself"));
        QCOMPARE(contentOf(request.path), QByteArray("sku,name\nA,\n"));
    }
};

QTEST_GUILESS_MAIN(ProductImportTest)
#include "productimporttest.moc"
