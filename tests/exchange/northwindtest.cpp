#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

class NorthwindTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsKnowTheirCategoryAndSupplier()
    {
        REAL_FILE(path, "northwind/products.csv");
        const auto products = readFile(path).of<ProductRecord>();
        QCOMPARE(products.size(), 77u);
        QCOMPARE(products[0].sku, QStringLiteral("1"));
        QCOMPARE(products[0].category, QStringLiteral("Beverages"));
        QCOMPARE(products[0].supplier, QStringLiteral("Exotic Liquids"));
        QCOMPARE(products[0].stock, Units(39));
        QCOMPARE(products[1].onOrder, Units(40));
        QCOMPARE(products[1].lowStock, Units(25));
    }
    void ordersHaveTheirLinesAndWhatWasShipped()
    {
        REAL_FILE(path, "northwind/orders.csv");
        const auto orders = readFile(path).of<OrderRecord>();
        QCOMPARE(orders.size(), 830u);
        size_t lines = 0;
        int open = 0;
        for (const OrderRecord &order : orders) {
            QCOMPARE(order.part, OrderRecord::Part::Whole);
            lines += order.lines.size();
            open += !order.shippedOn;
        }
        QCOMPARE(lines, 2155u);
        QCOMPARE(open, 21);
        QCOMPARE(orders[0].customer, QStringLiteral("Vins et alcools Chevalier"));
        QCOMPARE(orders[0].customerCode, QStringLiteral("VINET"));
        QCOMPARE(orders[0].promise, QDate(1996, 8, 1));
        QCOMPARE(orders[0].lines[1].price, Money(980));
        QCOMPARE(orders[0].lines[1].shipped, 10);
    }
    void detailsAloneAreHalfOrders()
    {
        REAL_FILE(path, "northwind/order_details.csv");
        const auto halves = readFile(path).of<OrderRecord>();
        QCOMPARE(halves.size(), 830u);
        QCOMPARE(halves[0].part, OrderRecord::Part::LinesOnly);
        QCOMPARE(halves[0].reference, QStringLiteral("10248"));
        QCOMPARE(halves[0].lines.size(), 3u);
    }
    void ordersAloneAreHeads()
    {
        TrialFolder folder;
        const auto orders =
            readFile(folder.write("o.csv", "OrderID,CustomerID,OrderDate,ShipName\n1,ADA,2026-01-02,Ada\n")).of<OrderRecord>();
        QCOMPARE(orders.at(0).part, OrderRecord::Part::HeaderOnly);
        QCOMPARE(orders[0].customer, QStringLiteral("Ada"));
    }
    void discountsAndBrokenLines()
    {
        TrialFolder folder;
        folder.write("order_details.csv", "OrderID,ProductID,UnitPrice,Quantity,Discount\n1,7,9.80,2,0.15\n2,7,1,x,0\n");
        const Reading reading = readFile(folder.write("orders.csv", "OrderID,CustomerID,OrderDate\n1,ADA,2026-01-02\n2,BO,2026-01-02\n"));
        QCOMPARE(reading.of<OrderRecord>().size(), 1u);
        QCOMPARE(reading.of<OrderRecord>()[0].lines[0].price, Money(833));
        QVERIFY(reading.all.rejections.at(0).message.contains("order_details.csv:3:Quantity"));
    }
    void filesGivenTogetherNeedNotStandTogether()
    {
        TrialFolder here;
        TrialFolder there;
        const QString details = there.write("lines.csv", "OrderID,ProductID,UnitPrice,Quantity\n1,7,9.80,2\n");
        const QString orders = here.write("heads.csv", "OrderID,CustomerID,OrderDate\n1,ADA,2026-01-02\n");
        const auto feed = RecordFeed::open(orders, {}, {orders, details});
        QVERIFY(feed.isOk());
        Harvest harvest;
        QVERIFY(feed.value()->next(harvest, 10));
        QCOMPARE(std::get<OrderRecord>(harvest.records.at(0)).lines.size(), 1u);
    }
};

QTEST_GUILESS_MAIN(NorthwindTest)
#include "northwindtest.moc"
