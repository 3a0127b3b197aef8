#include "models/services/search.h"
#include "models/services/customerservice.h"
#include "tests/support/busyshop.h"

using namespace waitline;
using namespace waitline::test;

namespace {

QStringList skus(Connection &connection, const char *text, int limit = 20)
{
    QStringList found;
    for (const ProductHit &hit : must(searchProducts(connection, QString::fromUtf8(text), limit)))
        found += hit.sku;
    return found;
}

QStringList names(Connection &connection, const char *text, int limit = 50)
{
    QStringList found;
    for (const CustomerHit &hit : must(searchCustomers(connection, QString::fromUtf8(text), limit)))
        found += hit.details.name;
    return found;
}

void addProduct(Connection &connection, const char *sku, const char *name, const QStringList &barcodes)
{
    ProductTerms terms;
    terms.sku = QString::fromUtf8(sku);
    terms.name = QString::fromUtf8(name);
    terms.barcodes = barcodes;
    must(ProductService(connection).add(terms, callerAt()));
}

} // namespace

class SearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsStandBestFirst_data() { eachDatabase(); }
    void productsStandBestFirst()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addProduct(connection, "X-1", "Old lamp shade", {});
        addProduct(connection, "LAMP-20", "Table light", {});
        addProduct(connection, "Z-9", "Lamp of brass", {QStringLiteral("LAMP")});
        addProduct(connection, "LAMP-100%", "Whole light", {});
        QCOMPARE(skus(connection, "lamp"),
                 (QStringList{QStringLiteral("LAMP-100%"), QStringLiteral("LAMP-20"), QStringLiteral("Z-9"), QStringLiteral("X-1")}));
        QCOMPARE(skus(connection, "LAMP").front(), QStringLiteral("Z-9")); // the barcode itself
        QCOMPARE(skus(connection, "la"), (QStringList{QStringLiteral("LAMP-100%"), QStringLiteral("LAMP-20"), QStringLiteral("Z-9")}));
        QCOMPARE(skus(connection, "shade old"), QStringList{QStringLiteral("X-1")});
        QCOMPARE(skus(connection, "brass of"), QStringList{QStringLiteral("Z-9")});
        QCOMPARE(skus(connection, "0%"), QStringList{});
        QCOMPARE(skus(connection, "100%"), QStringList{QStringLiteral("LAMP-100%")});
        QCOMPARE(skus(connection, "\" OR 1=1"), QStringList{});
        QCOMPARE(skus(connection, "  "), QStringList{});
        QCOMPARE(skus(connection, "lamp", 2).size(), 2);
    }
    void customersAreFoundWithoutCaseAndAccents_data() { eachDatabase(); }
    void customersAreFoundWithoutCaseAndAccents()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const QStringList found = names(connection, "AKE");
        QVERIFY(!found.isEmpty());
        for (const QString &name : found)
            QVERIFY(name.contains(QStringLiteral("Åke")));
        QCOMPARE(names(connection, "customer åke 3 ").size(), 1);
        QVERIFY(names(connection, "cu").size() > 20);
        QCOMPARE(names(connection, "cu", 5).size(), 5);
    }
    void namesAreFoundHoweverTheyAreSpelled_data() { eachDatabase(); }
    void namesAreFoundHoweverTheyAreSpelled()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        for (const char *name : {"Hans Müller", "Mueller & Co", "Łukasz Nowak", "Straßer", "Blum"}) {
            CustomerDetails details;
            details.name = QString::fromUtf8(name);
            must(CustomerService(connection).add(details, callerAt()));
        }
        QCOMPARE(names(connection, "mueller"), (QStringList{QStringLiteral("Mueller & Co"), QStringLiteral("Hans Müller")}));
        QCOMPARE(names(connection, "müller").size(), 2);
        QCOMPARE(names(connection, "lukasz"), QStringList{QStringLiteral("Łukasz Nowak")});
        QCOMPARE(names(connection, "strasser"), QStringList{QStringLiteral("Straßer")});
        QCOMPARE(names(connection, "blue"), QStringList{});
        QVERIFY(must(searchAll(connection, QStringLiteral("mueller"), 10)).size() == 2);
        addProduct(connection, "M-1", "Möbelgriff", {});
        QCOMPARE(skus(connection, "moebel"), QStringList{QStringLiteral("M-1")});
        QCOMPARE(skus(connection, "möbel"), QStringList{QStringLiteral("M-1")});
    }
    void aNumberGoesToTheOrderAndThePurchase_data() { eachDatabase(); }
    void aNumberGoesToTheOrderAndThePurchase()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const auto hits = must(searchAll(connection, QStringLiteral("2"), 10));
        QVERIFY(hits.size() >= 2);
        QVERIFY(hits[0].kind == SearchHit::Kind::Order && hits[0].id == 2);
        QVERIFY(hits[1].kind == SearchHit::Kind::Purchase && hits[1].id == 2);
        QVERIFY(hits[1].detail.contains(QStringLiteral("60 to come")));
        const auto purchase = must(searchAll(connection, QStringLiteral("po-3"), 10));
        QVERIFY(purchase[0].kind == SearchHit::Kind::Purchase && purchase[0].id == 3);
        const auto reference = must(searchAll(connection, QStringLiteral("WEB-17"), 10));
        QVERIFY(reference[0].kind == SearchHit::Kind::Order && reference[0].id == 18);
        const OrderView order = must(OrderService(connection).show(OrderId{18}, callerAt()));
        Units waiting = 0;
        for (const OrderLineView &line : order.lines)
            waiting += line.line.waiting;
        QVERIFY(reference[0].detail.contains(QStringLiteral("%1 of").arg(waiting)) || waiting == 0);
    }
    void aProductSaysWhoWaitsAndWhatComesNext_data() { eachDatabase(); }
    void aProductSaysWhoWaitsAndWhatComesNext()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fillBusyShop(connection);
        const auto hits = must(searchAll(connection, busySku(2), 10));
        QVERIFY(hits[0].kind == SearchHit::Kind::Product);
        const StoredProduct product = must(ProductService(connection).show(busySku(2)));
        QCOMPARE(hits[0].id, product.id.value);
        QVERIFY(hits[0].detail.startsWith(QStringLiteral("%1 wait").arg(product.stock.waiting())));
        QVERIFY(hits[0].detail.contains(QStringLiteral("next")));
        QVERIFY(int(must(searchAll(connection, QStringLiteral("customer"), 6)).size()) == 6);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "searchtest.moc"
