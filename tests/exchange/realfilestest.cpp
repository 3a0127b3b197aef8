#include "models/services/productservice.h"
#include "tests/exchange/trialimport.h"

using namespace waitline;
using namespace waitline::test;

namespace {

StoredProduct show(Connection &connection, const QString &sku) { return must(ProductService(connection).show(sku)); }

// Imports the file a second time and tells whether that was harmless.
bool isHarmlessAgain(Connection &connection, const QString &path)
{
    const auto again = imported(connection, path);
    return again.created == 0 && again.updated == 0;
}

} // namespace

/// Whole files of other systems, end to end.
class RealFilesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void northwindMovesIn_data() { eachDatabase(); }
    void northwindMovesIn()
    {
        REAL_FILE(orders, "northwind/orders.csv");
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        const QDir folder = QFileInfo(orders).dir();
        QStringList paths;
        for (const char *name :
             {"order_details.csv", "orders.csv", "products.csv", "suppliers.csv", "customers.csv", "categories.csv", "shippers.csv"})
            paths += folder.filePath(QLatin1String(name));
        QHash<FileFormat, ImportOutcome> outcomes;
        for (const QString &path : inImportOrder(paths, {})) {
            const auto outcome = imported(connection, path, 300);
            QCOMPARE(outcome.rejected, 0);
            outcomes.insert(outcome.format, outcome);
        }
        QCOMPARE(outcomes[FileFormat::NorthwindProducts].created, 77);
        QCOMPARE(outcomes[FileFormat::NorthwindCustomers].created, 93);
        QCOMPARE(outcomes[FileFormat::NorthwindSuppliers].created, 29);
        QCOMPARE(outcomes[FileFormat::NorthwindOrders].created, 830);
        QCOMPARE(outcomes[FileFormat::NorthwindOrderDetails].skipped, 830);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM order_line"), 2155);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM shipment"), 809);
        // UnitsInStock is what is there after the shipments of the past; UnitsOnOrder is coming.
        QCOMPARE(show(connection, "1").stock.onHand, 39);
        QCOMPARE(show(connection, "2").stock.onOrder, 40);
        QCOMPARE(connection.integer("SELECT CAST(SUM(on_hand) AS BIGINT) FROM product_stock"), 3119);
        QCOMPARE(connection.integer("SELECT CAST(SUM(on_order) AS BIGINT) FROM product_stock"), 780);
        COMPARE_CLEAN(connection);
        for (const QString &path : paths)
            QVERIFY2(isHarmlessAgain(connection, path), qPrintable(path));
        COMPARE_CLEAN(connection);
    }
    void onlineRetailBecomesHistory()
    {
        REAL_FILE(path, "online_retail/orders_2010-12-01_2011-08-31.csv");
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        const auto outcome = imported(connection, path);
        QCOMPARE(outcome.rows, 320'705);
        QCOMPARE(outcome.rejected, 0);
        // The published 3,628 codes count postage and fees and whatever has a price; of these, the goods are products,
        // and what was cancelled whole is left out: see retailinvoicestest for the published figures themselves.
        QCOMPARE(outcome.newProducts, connection.integer("SELECT COUNT(DISTINCT product_id) FROM sales_history"));
        QCOMPARE(outcome.newProducts, 3609);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM sales_history"), outcome.created);
        QCOMPARE(outcome.created, 309'564);
        // Netted: no unit is negative, and the two cancelled giant orders are gone.
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM sales_history WHERE units <= 0 OR units >= 20000"), 0);
        // Units left × the price of one, rounded to the minor unit. Published before netting, with fees: 6,304,826.06.
        const Money gross = connection.integer("SELECT CAST(SUM(units * unit_price) AS BIGINT) FROM sales_history");
        QCOMPARE(gross, 582'347'726);
        // They are sales of the past, not orders of this database.
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM demand_day"), 0);
        QVERIFY(isHarmlessAgain(connection, path));
        COMPARE_CLEAN(connection);
    }
    void shopProducts_data() { eachDatabase(); }
    void shopProducts()
    {
        REAL_FILE(apparel, "formats/shopify_products_apparel.csv");
        REAL_FILE(home, "formats/shopify_products_home-and-garden.csv");
        REAL_FILE(woo, "formats/woocommerce_products_sample.csv");
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        for (const QString &path : {apparel, home, woo}) {
            const auto outcome = imported(connection, path);
            QCOMPARE(outcome.rejected, 0);
            QVERIFY(outcome.created > 20);
            QVERIFY2(isHarmlessAgain(connection, path), qPrintable(path));
        }
        QVERIFY(connection.integer("SELECT COUNT(*) FROM product_stock WHERE on_hand > 0") > 0);
        COMPARE_CLEAN(connection);
    }
    void shopOrders_data() { eachDatabase(); }
    void shopOrders()
    {
        REAL_FILE(path, "formats/shopify_orders_export_FICTIONAL_rows_real_header.csv");
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        const auto outcome = imported(connection, path);
        QCOMPARE(outcome.created, 3);
        QCOMPARE(outcome.rejected, 0);
        QCOMPARE(connection.integer("SELECT paid FROM sales_order WHERE reference = '#1001'"), 7490);
        QVERIFY(isHarmlessAgain(connection, path));
        COMPARE_CLEAN(connection);
    }
    void semicolonsAndMappedColumns_data() { eachDatabase(); }
    void semicolonsAndMappedColumns()
    {
        REAL_FILE(path, "formats/superstore_semicolon_decimalcomma_cp1252_crlf.csv");
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        ImportRequest request;
        request.path = path;
        request.options = mapped(
            {{"customer", "Customer Name"}, {"name", "Product Name"}, {"units", "Quantity"}, {"total", "Sales"}, {"placed", "Ship Date"}});
        request.rejectsPath = folder.path("r.csv");
        const auto outcome = must(importAs(connection, request));
        QCOMPARE(outcome.format, FileFormat::Orders);
        QCOMPARE(outcome.rows, 9994);
        QCOMPARE(outcome.created, 9994);
        QCOMPARE(connection.integer("SELECT COUNT(*) FROM sales_order"), 9994);
        QCOMPARE(connection.integer("SELECT unit_price FROM order_line ORDER BY id LIMIT 1"), 13098);
        QCOMPARE(must(importAs(connection, request)).created, 0);
        COMPARE_CLEAN(connection);
    }
    void backersAreOrders_data() { eachDatabase(); }
    void backersAreOrders()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        const auto outcome = imported(
            connection,
            folder.write(
                "Box.csv",
                "Backer Number,Backer UID,Backer Name,Email,Shipping Country,Pledge Amount,Reward Minimum,"
                "Reward ID,Reward Title,Pledged At,Rewards Sent?,Pledged Status\n1,501,Ada,ada@example.com,DE,$30.00 EUR,25.00,9,Big Box,2026-01-05 10:00,,collected\n"
                "2,502,Bo,,FR,25.00,25.00,9,Big Box,2026-01-06 10:00,,dropped\n"));
        QCOMPARE(outcome.created, 1);
        QCOMPARE(outcome.skipped, 1);
        QCOMPARE(outcome.leftOut.at(0).rows, 1);
        QCOMPARE(connection.integer("SELECT paid FROM sales_order"), 2500);
        COMPARE_CLEAN(connection);
    }
};

QTEST_GUILESS_MAIN(RealFilesTest)
#include "realfilestest.moc"
