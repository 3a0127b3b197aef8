#include "models/exchange/retailinvoices.h"
#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

namespace {

struct Sold {
    QHash<QByteArray, qint64> byCode; ///< in 1/10000
    qint64 gross = 0;
    qint64 rows = 0;
};

// What the published check values count: every row with a quantity and a price above zero, whatever its code
// (postage and fees too), codes as written (85123a is not 85123A), cancellations not taken off.
Sold soldIn(const QString &path)
{
    Sold sold;
    const auto source = SourceFile::open(path, {});
    if (!source)
        return sold;
    const RetailInvoices invoices(source.value()->layout());
    CsvRecord record;
    while (source.value()->next(record) == CsvReader::Step::Record) {
        CellReading cells(source.value()->layout(), record);
        const RetailInvoices::Row row = invoices.readRow(record, cells);
        ++sold.rows;
        if (row.units <= 0 || row.tenThousandths <= 0)
            continue;
        sold.byCode[row.code.toByteArray()] += row.units * row.tenThousandths;
        sold.gross += row.units * row.tenThousandths;
    }
    return sold;
}

// A as long as the cumulative revenue, the code's own included, is at most 80 % of all; B to 95 %; C the rest.
std::array<int, 3> abcSplit(const Sold &sold)
{
    QList<qint64> values = sold.byCode.values();
    std::sort(values.begin(), values.end(), std::greater<>());
    std::array<int, 3> split{};
    qint64 running = 0;
    for (const qint64 value : values) {
        running += value;
        ++split[running * 100 <= sold.gross * 80 ? 0 : running * 100 <= sold.gross * 95 ? 1 : 2];
    }
    return split;
}

constexpr const char *header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

} // namespace

class RetailInvoicesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checkValuesComeOut()
    {
        REAL_FILE(path, "online_retail/orders_2010-12-01_2011-08-31.csv");
        const Sold sold = soldIn(path);
        QCOMPARE(sold.rows, 320'705);
        QCOMPARE(sold.byCode.size(), 3628);
        QCOMPARE(proportion(sold.gross, 1, 100), 630'482'606);
        QCOMPARE(sold.gross, 63'048'260'620);
        QCOMPARE(abcSplit(sold), (std::array<int, 3>{726, 922, 1980}));
    }
    void realHistoryIsNetted()
    {
        REAL_FILE(path, "online_retail/orders_2010-12-01_2011-08-31.csv");
        const Reading reading = readFile(path, {}, 10'000);
        QCOMPARE(reading.rows, 320'705);
        QCOMPARE(reading.all.rejections.size(), 0u);
        QCOMPARE(qint64(reading.of<HistoryRecord>().size() + reading.all.omissions.size()), reading.rows);
        for (const HistoryRecord &record : reading.of<HistoryRecord>()) {
            QVERIFY(record.units > 0);
            QVERIFY(record.sku != u"POST");
            // The order of 74,215 jars was cancelled within minutes.
            QVERIFY(record.units < 20'000);
            QVERIFY(!record.customer.contains(u'.'));
        }
    }
    void whatIsNoProductOrNoSaleIsLeftOut()
    {
        TrialFolder folder;
        const Reading reading = readFile(folder.write(
            "i.csv",
            QByteArray(header) +
                "1,POST,POSTAGE,1,2011-01-02 10:00:00,18.0,1.0,France\n1,gift_0001_20,Voucher,1,2011-01-02 10:00:00,20,,UK\n"
                "2,BANK CHARGES,Bank Charges,1,2011-01-02 10:00:00,5,,UK\nA3,B,Adjust bad debt,1,2011-01-02 10:00:00,-11062.06,,UK\n"
                "4,22139,damaged,-10,2011-01-02 10:00:00,0.0,,UK\n5,22139,found,5,2011-01-02 10:00:00,0,,UK\n"
                "6,DCGSSGIRL,GIRLS PARTY BAG,3,2011-01-02 10:00:00,3.29,,UK\n7,m,Manual,1,2011-01-02 10:00:00,3,,UK\n"));
        QCOMPARE(reading.all.omissions.size(), 7u);
        const auto history = reading.of<HistoryRecord>();
        QCOMPARE(history.size(), 1u);
        QCOMPARE(history[0].sku, QStringLiteral("DCGSSGIRL"));
        QVERIFY(history[0].customer.isEmpty());
    }
    void cancellationsComeOffTheLatestSalesOfTheSameCustomer()
    {
        TrialFolder folder;
        const Reading reading =
            readFile(folder.write("i.csv", QByteArray(header) +
                                               "1,A1,x,10,2011-01-02 10:00:00,1.0,17850.0,UK\n2,A1,x,4,2011-01-03 10:00:00,1.0,17850.0,UK\n"
                                               "3,A1,x,9,2011-01-03 10:00:00,1.0,99.0,UK\nC4,A1,x,-6,2011-01-04 10:00:00,1.0,17850.0,UK\n"
                                               "C5,A1,x,-1,2011-01-04 10:00:00,1.0,55.0,UK\n"));
        const auto history = reading.of<HistoryRecord>();
        QCOMPARE(history.size(), 2u);
        QCOMPARE(history[0].units, 8);
        QCOMPARE(history[0].value, 800);
        QCOMPARE(history[0].customer, QStringLiteral("17850"));
        QCOMPARE(history[1].units, 9);
        // Every row is told of: two sales, three that are left out, each with its reason.
        QCOMPARE(reading.rows, qint64(history.size() + reading.all.omissions.size()));
        QCOMPARE(reading.all.omissions.size(), 3u);
        const auto reasonOf = [&](qint64 row) {
            const auto found = std::find_if(reading.all.omissions.begin(), reading.all.omissions.end(),
                                            [&](const Omission &each) { return each.row == row; });
            return found == reading.all.omissions.end() ? QString() : found->reason;
        };
        QVERIFY(reasonOf(5).startsWith(QStringLiteral("a cancellation")));
        QVERIFY(reasonOf(6).startsWith(QStringLiteral("cancels what was sold before")));
        QVERIFY(reasonOf(3).startsWith(QStringLiteral("sold, and cancelled whole")));
    }
    void badCellsAreRejected()
    {
        TrialFolder folder;
        const Reading reading = readFile(
            folder.write("i.csv", QByteArray(header) +
                                      "1,A1,x,2.5,2011-01-02 10:00:00,1.0,1,UK\n1,A1,x,2,someday,1.0,1,UK\n1,,x,2,2011-01-02,1.0,1,UK\n"
                                      "1,A1,x,900000000000,2011-01-02,9000000,1,UK\n"));
        QCOMPARE(reading.all.rejections.size(), 4u);
        QCOMPARE(reading.all.rejections[1].sentence("i.csv"),
                 QStringLiteral("i.csv:3:InvoiceDate: “someday” is not a date: write it like 2026-02-03."));
    }
};

QTEST_GUILESS_MAIN(RetailInvoicesTest)
#include "retailinvoicestest.moc"
