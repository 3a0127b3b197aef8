#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

class ShopFormatsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shopifyOrdersInheritFromTheirFirstRow()
    {
        REAL_FILE(path, "formats/shopify_orders_export_FICTIONAL_rows_real_header.csv");
        const Reading reading = readFile(path, {}, 1);
        QCOMPARE(reading.all.rejections.size(), 0u);
        const auto orders = reading.of<OrderRecord>();
        QCOMPARE(orders.size(), 3u);
        QCOMPARE(orders[0].reference, QStringLiteral("#1001"));
        QCOMPARE(orders[0].customer, QStringLiteral("Ada Müller, Dr."));
        QCOMPARE(orders[0].note, QStringLiteral("Bitte klingeln\n2. Stock \"links\""));
        QCOMPARE(toIso(*orders[0].placedAt), QStringLiteral("2026-02-03T09:11:02.000Z"));
        QCOMPARE(orders[0].lines.size(), 2u);
        QCOMPARE(orders[0].lines[0].sku, QStringLiteral("LAN-D-L"));
        QCOMPARE(orders[0].lines[0].shipped, 2);
        QCOMPARE(orders[0].lines[1].sku, QStringLiteral("lantern-dusk-pre-order"));
        QCOMPARE(orders[0].lines[1].row, 4);
        QCOMPARE(orders[0].paid, 7490);
    }
    void shopifyMoneyIsSettledForTheGoods()
    {
        REAL_FILE(path, "formats/shopify_orders_export_FICTIONAL_rows_real_header.csv");
        const auto orders = readFile(path).of<OrderRecord>();
        // 2 × 33.00 less a discount of 6.00 on the order: 60.00 paid, 30.00 of them given back.
        QCOMPARE(orders.at(1).lines[0].price, Money(3000));
        QCOMPARE(orders[1].paid, 6000);
        QCOMPARE(orders[1].refunded, 3000);
        QCOMPARE(orders[2].paid, 0);
        QVERIFY(orders[2].cancelledAt.has_value());
        QCOMPARE(orders[2].lines[0].cancelled, 1);
    }
    void shopifyOrdersOfAnotherCurrencyAreRejected()
    {
        REAL_FILE(path, "formats/shopify_orders_export_FICTIONAL_rows_real_header.csv");
        SourceOptions options;
        options.currency = Currency::fromCode(QStringLiteral("USD")).value();
        const Reading reading = readFile(path, options);
        QCOMPARE(reading.of<OrderRecord>().size(), 0u);
        QCOMPARE(reading.all.rejections.size(), 4u);
        QCOMPARE(reading.all.rejections[0].column, QStringLiteral("Currency"));
    }
    void shopifyVariantsHaveStableSkus()
    {
        REAL_FILE(path, "formats/shopify_products_apparel.csv");
        const auto products = readFile(path).of<ProductRecord>();
        QCOMPARE(products.size(), 22u);
        QCOMPARE(products[0].sku, QStringLiteral("ocean-blue-shirt"));
        QCOMPARE(products[0].price, Money(5000));
        QCOMPARE(products[0].backorders->kind, BackorderTerms::Kind::Refuse);
        QCOMPARE(products[2].sku, QStringLiteral("classic-varsity-top-medium"));
        QCOMPARE(products[2].name, QStringLiteral("Classic Varsity Top - Medium"));
        QCOMPARE(products[2].supplier, QStringLiteral("partners-demo"));
    }
    void shopifyProductQuirks()
    {
        TrialFolder folder;
        const Reading reading = readFile(folder.write(
            "p.csv",
            "Handle,Title,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Barcode,Cost per item\n"
            "lamp,Lamp,Default Title,L-1,-3,continue,10,'0012,4.125\nlamp,,,,,,,,\nbox,Box,Default Title,,2,maybe,1,,\n"));
        const auto products = reading.of<ProductRecord>();
        QCOMPARE(products.size(), 1u);
        QCOMPARE(products[0].stock, Units(0));
        QCOMPARE(products[0].backorders->kind, BackorderTerms::Kind::Allow);
        QCOMPARE(products[0].barcodes, QStringList{"0012"});
        QCOMPARE(products[0].cost, Money(413));
        QCOMPARE(reading.all.omissions.size(), 1u);
        QVERIFY(reading.all.rejections.at(0).sentence("p.csv").startsWith("p.csv:4:Variant Inventory Policy:"));
    }
    void wooVariationsAreSoldAndTheirParentsNot()
    {
        REAL_FILE(path, "formats/woocommerce_products_sample.csv");
        const Reading reading = readFile(path);
        const auto products = reading.of<ProductRecord>();
        QCOMPARE(products.size(), 21u);
        QCOMPARE(reading.all.omissions.size(), 4u);
        const auto beanie = std::find_if(products.begin(), products.end(), [](const ProductRecord &p) { return p.sku == u"woo-beanie"; });
        QCOMPARE(beanie->price, Money(1800));
        const auto red =
            std::find_if(products.begin(), products.end(), [](const ProductRecord &p) { return p.sku == u"woo-vneck-tee-red"; });
        QCOMPARE(red->category, QStringLiteral("Clothing > Tshirts"));
    }
    void wooQuirks()
    {
        TrialFolder folder;
        const auto products =
            readFile(folder.write("w.csv", "\xEF\xBB\xBFID,Type,SKU,Name,Stock,Backorders allowed?,Sale price,Regular price\r\n"
                                           "9,simple,,Cup,5,notify,,2.50\r\n10,variation,C-1,'=Cup,parent,1,,3\r\n"))
                .of<ProductRecord>();
        QCOMPARE(products.size(), 2u);
        QCOMPARE(products[0].sku, QStringLiteral("woo-9"));
        QCOMPARE(products[0].backorders->kind, BackorderTerms::Kind::Allow);
        QVERIFY(!products[1].stock);
        QCOMPARE(products[1].name, QStringLiteral("=Cup"));
    }
    void kickstarterBackersAreOrdersForOneReward()
    {
        TrialFolder folder;
        SourceOptions options;
        options.currency = Currency::fromCode(QStringLiteral("USD")).value();
        const Reading reading = readFile(
            folder.write(
                "Early Bird Lantern.csv",
                "Backer Number,Backer UID,Backer Name,Email,Shipping Country,Shipping Amount,Reward Minimum,Reward ID,Pledge Amount,Pledged At,Rewards Sent?,Pledged Status,Notes,Twitter\n"
                "1,77,Ada,a@x.org,DE,$5.00 USD,$25.00 USD,,$30.00 USD,\"2013/05/08, 17:31\",,collected,,\n"
                "2,78,Bo,b@x.org,US,$0.00 USD,$25.00 USD,,$25.00 USD,\"2013/05/08, 17:32\",,dropped,,\n"
                "3,79,Cy,c@x.org,US,$0.00 USD,$25.00 USD,,$25.00 USD,\"2013/05/08, 17:33\",yes,errored,,\n"
                "4,80,Di,d@x.org,US,$0.00 USD,$25.00 USD,,$25.00 USD,\"2013/05/08, 17:33\",yes,pledged,,\n"),
            options);
        const auto orders = reading.of<OrderRecord>();
        QCOMPARE(orders.size(), 2u);
        QCOMPARE(reading.all.omissions.size(), 2u);
        QCOMPARE(orders[0].reference, QStringLiteral("KS-1-77"));
        QCOMPARE(orders[0].lines.at(0).sku, QStringLiteral("early-bird-lantern"));
        QCOMPARE(orders[0].lines[0].price, Money(2500));
        QCOMPARE(orders[0].paid, 2500);
        QCOMPARE(orders[1].paid, 0);
        QCOMPARE(orders[1].lines[0].shipped, 1);
    }
};

QTEST_GUILESS_MAIN(ShopFormatsTest)
#include "shopformatstest.moc"
