#include "tests/exchange/trialfile.h"

#include <set>

using namespace waitline;
using namespace waitline::test;

class PlainFormatsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void productsTellTheirTerms()
    {
        TrialFolder folder;
        const auto products =
            readFile(
                folder.write(
                    "p.csv",
                    "sku,name,price,cost,release,edition,per-customer,backorders,deposit,lead-days,policy,barcode,category,supplier,pack,minimum,stock\n"
                    "'007,Lamp,12.50,5,2026-10-01,100,2,20,20%,14,fair-share,4006381333931|123,Light,Acme,6,12,\"1,000\"\n"
                    "B,Box,,,,,,refuse,5.00,,,,,,,,\n"))
                .of<ProductRecord>();
        QCOMPARE(products.size(), 2u);
        const ProductRecord &lamp = products[0];
        QCOMPARE(lamp.sku, QStringLiteral("007"));
        QCOMPARE(lamp.price, Money(1250));
        QCOMPARE(lamp.release, QDate(2026, 10, 1));
        QCOMPARE(lamp.backorders, (BackorderTerms{BackorderTerms::Kind::Limit, 20}));
        QCOMPARE(lamp.deposit->value, 2000);
        QCOMPARE(lamp.policy, AllocationPolicy::FairShare);
        QCOMPARE(lamp.barcodes, (QStringList{"4006381333931", "123"}));
        QCOMPARE(lamp.stock, Units(1000));
        QVERIFY(!products[1].price && !products[1].stock && !products[1].policy);
        QCOMPARE(products[1].backorders->kind, BackorderTerms::Kind::Refuse);
    }
    void rejectionsNameFileRowAndColumn()
    {
        TrialFolder folder;
        const Reading reading =
            readFile(folder.write("p.csv", "SKU,Name,Price,Stock\nA,a,1.005,1\nB,b,1,2.5\n,c,1,1\nD,d,-1,1\nE,e,1,1\n"));
        QCOMPARE(reading.of<ProductRecord>().size(), 1u);
        QStringList sentences;
        for (const Rejection &rejection : reading.all.rejections)
            sentences.append(rejection.sentence(QStringLiteral("p.csv")));
        QCOMPARE(sentences.size(), 4);
        QVERIFY(sentences[0].startsWith("p.csv:2:Price: "));
        QCOMPARE(sentences[1], QStringLiteral("p.csv:3:Stock: “2.5” is not a whole number of units."));
        QCOMPARE(sentences[2], QStringLiteral("p.csv:4:SKU: A SKU is missing."));
        QVERIFY(sentences[3].contains("negative"));
    }
    void ordersGatherTheirLines()
    {
        TrialFolder folder;
        const auto orders =
            readFile(folder.write("o.csv",
                                  "reference,customer,placed,sku,units,price,priority,complete\n"
                                  "1,Ada,2026-02-03T10:00:00Z,A,2,5.00,3,yes\n1,,,B,1,,,\n2,Bo,,A,1,,,\n,Cy,,A,1,,,\n,Di,,A,1,,,\n"))
                .of<OrderRecord>();
        QCOMPARE(orders.size(), 4u);
        QCOMPARE(orders[0].lines.size(), 2u);
        QCOMPARE(orders[0].lines[1].row, 3);
        QCOMPARE(orders[0].rowEnd, 3);
        QCOMPARE(orders[0].priority, 3);
        QCOMPARE(orders[0].shipComplete, true);
        QCOMPARE(orders[3].customer, QStringLiteral("Di"));
    }
    void oneBadLineRejectsItsWholeOrder()
    {
        TrialFolder folder;
        const Reading reading =
            readFile(folder.write("o.csv", "reference,customer,sku,units\n1,Ada,A,1\n1,Ada,B,none\n1,Ada,C,1\n2,Bo,A,1\n"));
        QCOMPARE(reading.of<OrderRecord>().size(), 1u);
        QCOMPARE(reading.all.rejections.size(), 3u);
        QCOMPARE(reading.all.rejections[1].column, QStringLiteral("units"));
        QVERIFY(reading.all.rejections[0].message.contains("row 3"));
    }
    void rowsOfAnOrderMayStandApart()
    {
        TrialFolder folder;
        const Reading reading = readFile(folder.write("o.csv", "reference,customer,sku,units\n1,Ada,A,1\n2,Bo,A,1\n1,Ada,B,1\n"));
        const auto orders = reading.of<OrderRecord>();
        QCOMPARE(orders.size(), 2u);
        QCOMPARE(orders[0].lines.size(), 2u);
        QCOMPARE(orders[0].rowEnd, 4);
        QVERIFY(reading.all.rejections.empty());
    }
    void purchasesGatherTheirLines()
    {
        TrialFolder folder;
        const auto purchases =
            readFile(
                folder.write("b.csv",
                             "reference;supplier;sku;units;cost;expected\nPO-1;Acme;A;10;1,50;13/02/2026\nPO-1;Acme;B;5;2,00;13/02/2026\n"))
                .of<PurchaseRecord>();
        QCOMPARE(purchases.size(), 1u);
        QCOMPARE(purchases[0].lines[0].cost, Money(150));
        QCOMPARE(purchases[0].expected, QDate(2026, 2, 13));
    }
    void historyNetsCancellations()
    {
        TrialFolder folder;
        const Reading reading = readFile(
            folder.write("h.csv", "date,sku,customer,units,price\n2026-01-01,A,x,5,2.00\n2026-01-02,A,x,3,2.00\n2026-01-03,A,x,-4,2.00\n"
                                  "2026-01-03,A,y,-1,2.00\n"));
        const auto history = reading.of<HistoryRecord>();
        QCOMPARE(history.size(), 1u);
        QCOMPARE(history[0].units, 4);
        QCOMPARE(history[0].value, 800);
        QCOMPARE(history[0].row, 2);
        std::set<qint64> leftOut; // each row of the file is taken or told
        for (const Omission &omission : reading.all.omissions)
            leftOut.insert(omission.row);
        QCOMPARE(leftOut, (std::set<qint64>{3, 4, 5}));
    }
    void superstoreIsReadByMapping()
    {
        REAL_FILE(path, "formats/superstore_semicolon_decimalcomma_cp1252_crlf.csv");
        const Reading reading = readFile(path,
                                         mapped({{"date", "Ship Date"},
                                                 {"name", "Product Name"},
                                                 {"customer", "Customer Name"},
                                                 {"units", "Quantity"},
                                                 {"total", "Sales"}}),
                                         500);
        QCOMPARE(reading.error, QString());
        QCOMPARE(reading.format, FileFormat::History);
        QCOMPARE(reading.all.rejections.size(), 0u);
        const auto history = reading.of<HistoryRecord>();
        QCOMPARE(history.size(), 9994u);
        QCOMPARE(history[0].value, 26196);
        QCOMPARE(history[0].price, 13098);
        QCOMPARE(history[0].soldOn, QDate(2016, 11, 11));
        QCOMPARE(history[1].name, QStringLiteral("Hon Deluxe Fabric Upholstered Stacking Chairs, Rounded Back"));
        QVERIFY(std::none_of(history.begin(), history.end(), [](const HistoryRecord &h) { return h.name.contains(u'\xFFFD'); }));
        QVERIFY(std::any_of(history.begin(), history.end(), [](const HistoryRecord &h) { return h.name.contains(u'é'); }));
    }
};

QTEST_GUILESS_MAIN(PlainFormatsTest)
#include "plainformatstest.moc"
