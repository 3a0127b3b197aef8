#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

class RecognitionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headersTellTheFormat_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("format");
        QTest::newRow("products") << QByteArray("SKU,Name,Price,Lead days,Whatever") << "products";
        QTest::newRow("products with stock") << QByteArray("name,sku,supplier,qty") << "products";
        QTest::newRow("customers") << QByteArray("Name,Email,Phone") << "customers";
        QTest::newRow("suppliers") << QByteArray("Supplier,Email,Lead Time") << "suppliers";
        QTest::newRow("orders") << QByteArray("units,sku,customer,placed,reference") << "orders";
        QTest::newRow("orders by campaign") << QByteArray("date,sku,units,customer,campaign") << "orders";
        QTest::newRow("purchases") << QByteArray("supplier,sku,units,cost,expected") << "purchases";
        QTest::newRow("history") << QByteArray("date,sku,units,price,customer") << "history";
        QTest::newRow("invoices") << QByteArray("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country")
                                  << "online-retail";
        QTest::newRow("Shopify orders") << QByteArray("Lineitem name,LINEITEM QUANTITY,name") << "shopify-orders";
        QTest::newRow("Shopify products") << QByteArray("Handle,Title,Option1 Value,Variant Price") << "shopify-products";
        QTest::newRow("WooCommerce") << QByteArray("ID,Type,SKU,Name,Stock,Regular price") << "woocommerce-products";
        QTest::newRow("Kickstarter") << QByteArray("Backer Number,Backer UID,Backer Name,Email") << "kickstarter";
        QTest::newRow("Northwind details") << QByteArray("OrderID,ProductID,UnitPrice,Quantity,Discount") << "northwind-order-details";
    }
    void headersTellTheFormat()
    {
        QFETCH(QByteArray, header);
        QFETCH(QString, format);
        QStringList names;
        for (const QByteArray &name : header.split(','))
            names.append(QString::fromUtf8(name));
        const auto found = recogniseFormat(Header::ofNames(names));
        QCOMPARE(found ? formatWord(*found) : QStringLiteral("none"), format);
    }
    void realFilesAreRecognised_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("northwind/products.csv") << "northwind-products";
        QTest::newRow("northwind/customers.csv") << "northwind-customers";
        QTest::newRow("northwind/suppliers.csv") << "northwind-suppliers";
        QTest::newRow("northwind/orders.csv") << "northwind-orders";
        QTest::newRow("northwind/categories.csv") << "northwind-categories";
        QTest::newRow("northwind/shippers.csv") << "northwind-shippers";
        QTest::newRow("formats/shopify_products_apparel.csv") << "shopify-products";
        QTest::newRow("formats/woocommerce_products_sample.csv") << "woocommerce-products";
    }
    void realFilesAreRecognised()
    {
        QFETCH(QString, format);
        const QString path = realFile(QString::fromUtf8(QTest::currentDataTag()));
        if (path.isEmpty())
            QSKIP("The real files are not here; set WAITLINE_DATA.");
        const Reading reading = readFile(path);
        QCOMPARE(reading.error, QString());
        QCOMPARE(formatWord(reading.format), format);
        QVERIFY(reading.all.rejections.empty());
    }
    void unknownColumnsAreNamed()
    {
        TrialFolder folder;
        const Reading reading = readFile(folder.write("x.csv", "foo,bar\n1,2\n"));
        QVERIFY2(reading.error.contains("foo, bar") && reading.error.startsWith("x.csv: "), qPrintable(reading.error));
    }
    void mappingsAreChecked()
    {
        TrialFolder folder;
        const QString path = folder.write("x.csv", "Artikel,Menge,Tag\nA,2,2026-01-02\n");
        QVERIFY(readFile(path, mapped({{"colour", "Artikel"}})).error.contains("colour"));
        QVERIFY(readFile(path, mapped({{"sku", "Artikle"}})).error.contains("Artikle"));
        SourceOptions partly = mapped({{"sku", "Artikel"}});
        partly.format = FileFormat::History;
        QVERIFY(readFile(path, partly).error.contains("date"));
        const Reading reading = readFile(path, mapped({{"sku", "artikel"}, {"units", "Menge"}, {"date", "Tag"}}));
        QCOMPARE(reading.error, QString());
        QCOMPARE(reading.of<HistoryRecord>().size(), 1u);
    }
    void filesThatAreNoTextSaySo()
    {
        TrialFolder folder;
        QVERIFY(readFile(folder.write("a.xlsx", QByteArray("PK\x03\x04zip", 7))).error.contains("workbook"));
        QVERIFY(readFile(folder.write("b.csv", {})).error.contains("empty"));
        QVERIFY(readFile(folder.write("c.csv", "\n\n")).error.contains("header"));
        const QByteArray packed("\x1f\x8b\x08\x01\x44\xb9\x09\x6b\x02\xff+JMK-J", 18);
        QVERIFY(readFile(folder.write("d.csv.gz", packed)).error.contains("no text with columns"));
        QVERIFY(readFile(folder.path("none.csv")).error.contains("none.csv"));
        QVERIFY(readFile(folder.path(".")).error.contains("folder"));
    }
    void forcedEncodingsAreChecked()
    {
        TrialFolder folder;
        SourceOptions options;
        options.encoding = TextEncoding::Utf8;
        const Reading reading = readFile(folder.write("x.csv", "sku,name\nA,caf\xE9\n"), options);
        QVERIFY2(reading.error.contains("Line 2"), qPrintable(reading.error));
    }
    void excelsSeparatorLineIsObeyed()
    {
        TrialFolder folder;
        const Reading reading = readFile(folder.write("x.csv", "sep=|\r\nsku|name\r\nA;B|x\r\n"));
        QCOMPARE(reading.of<ProductRecord>().at(0).sku, QStringLiteral("A;B"));
        QCOMPARE(reading.of<ProductRecord>().at(0).row, 3);
    }
    void importOrderPutsFirstWhatOthersReferTo()
    {
        TrialFolder folder;
        const QString orders = folder.write("o.csv", "customer,sku,units\nA,B,1\n");
        const QString products = folder.write("p.csv", "sku,name\nB,b\n");
        QCOMPARE(inImportOrder({orders, products}, {}), (QStringList{products, orders}));
    }
};

QTEST_GUILESS_MAIN(RecognitionTest)
#include "recognitiontest.moc"
