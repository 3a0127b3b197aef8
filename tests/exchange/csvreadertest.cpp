#include "models/exchange/csvreader.h"

#include <QBuffer>
#include <QTest>

using namespace waitline;

namespace {

struct Seen {
    qint64 line = 0;
    QList<QByteArray> cells;
    bool broken = false;
    QByteArray raw;
};

std::vector<Seen> recordsOf(QByteArray text, char delimiter = ',')
{
    QBuffer device(&text);
    device.open(QIODevice::ReadOnly);
    TextLines lines(device, TextEncoding::Utf8);
    CsvReader reader(lines, delimiter);
    CsvRecord record;
    std::vector<Seen> all;
    for (auto step = reader.next(record); step != CsvReader::Step::End; step = reader.next(record)) {
        Seen seen{record.line(), {}, step == CsvReader::Step::Broken, record.raw()};
        for (int column = 0; column < record.size() && !seen.broken; ++column)
            seen.cells.append(record.cell(column).toByteArray());
        all.push_back(seen);
    }
    return all;
}

using Cells = QList<QByteArray>;

} // namespace

class CsvReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotedCellsKeepLinesQuotesAndDelimiters()
    {
        const auto all = recordsOf("a,\"b \"\"x\"\", c\",\"two\nlines\"\r\nd,,\r\n");
        QCOMPARE(all.size(), 2u);
        QCOMPARE(all[0].cells, (Cells{"a", "b \"x\", c", "two\nlines"}));
        QCOMPARE(all[1].cells, (Cells{"d", "", ""}));
    }
    void linesAreCountedWhereRecordsStart()
    {
        const auto all = recordsOf("h\n\n\"a\nb\nc\"\n   \nd\ne");
        QCOMPARE(all.size(), 4u);
        QCOMPARE(all[1].line, 3);
        QCOMPARE(all[1].raw, QByteArray("\"a\nb\nc\"\n"));
        QCOMPARE(all[2].line, 7);
        QCOMPARE(all[3].line, 8);
        QCOMPARE(all[3].cells, (Cells{"e"}));
    }
    void everyLineEndIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("LF") << QByteArray("a,b\nc,d\n");
        QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n");
        QTest::newRow("CR") << QByteArray("a,b\rc,d\r");
        QTest::newRow("none at the end") << QByteArray("a,b\r\nc,d");
        QTest::newRow("quoted") << QByteArray("\"a\",\"b\"\r\n\"c\",\"d\" \r\n");
    }
    void everyLineEndIsRead()
    {
        QFETCH(QByteArray, text);
        const auto all = recordsOf(text);
        QCOMPARE(all.size(), 2u);
        QCOMPARE(all[0].cells, (Cells{"a", "b"}));
        QCOMPARE(all[1].cells, (Cells{"c", "d"}));
    }
    void emptyCellsBetweenTabsCount()
    {
        const auto all = recordsOf("a\t\tb\n\t\tc\n", '\t');
        QCOMPARE(all[0].cells, (Cells{"a", "", "b"}));
        QCOMPARE(all[1].cells, (Cells{"", "", "c"}));
    }
    void aQuoteNeverClosedBreaksItsOwnLineOnly()
    {
        const auto all = recordsOf("h,i\na,\"b\nc,d\ne,f\n");
        QCOMPARE(all.size(), 4u);
        QVERIFY(all[1].broken);
        QCOMPARE(all[1].line, 2);
        QCOMPARE(all[1].raw, QByteArray("a,\"b\n"));
        QCOMPARE(all[2].cells, (Cells{"c", "d"}));
        QCOMPARE(all[2].line, 3);
        QCOMPARE(all[3].line, 4);
    }
    void aQuoteNeverClosedCannotSwallowALargeFile()
    {
        const auto all = recordsOf("h,i\na,\"b\n" + QByteArray("c,d\n").repeated(600'000));
        QCOMPARE(all.size(), 600'002u);
        QVERIFY(all[1].broken);
        QCOMPARE(all.back().line, 600'002);
    }
    void anEndlessLineIsHandedOutInParts()
    {
        const auto all = recordsOf(QByteArray(3'500'000, 'x'));
        QVERIFY(!all.empty());
    }
    void nothingGivesNothing()
    {
        QVERIFY(recordsOf({}).empty());
        QVERIFY(recordsOf("\r\n\r\n  \n").empty());
    }
    void bytesOutsideTextDoNoHarm()
    {
        const auto all = recordsOf(QByteArray("a\0b,\x01\n\xFF\xFE,c\n", 10));
        QCOMPARE(all.size(), 2u);
        QCOMPARE(all[0].cells[0], QByteArray("a\0b", 3));
    }
};

QTEST_APPLESS_MAIN(CsvReaderTest)
#include "csvreadertest.moc"
