#include "models/exchange/rejectsfile.h"
#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class RejectsFileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreKeptAsTheyStand()
    {
        TrialFolder folder;
        const QString source = folder.write("p.csv", "sku;name;stock\r\nA;\"two\r\nlines\";2,5\r\nB;b;1\r\n =C;'c'\r\n");
        const QString rejects = folder.path("r.csv");
        QVERIFY(writeRejects(source, {}, {{2, "stock", "Not whole."}, {5, {}, "No; good."}}, rejects).isOk());
        QCOMPARE(contentOf(rejects), QByteArray("sku;name;stock;reject_reason\r\n"
                                                "A;\"two\r\nlines\";2,5;stock: Not whole.\r\n"
                                                " =C;'c';;\"No; good.\"\r\n"));
    }
    void correctedRejectsCanBeReadAgain()
    {
        TrialFolder folder;
        const QString source = folder.write("p.csv", "sku,name,stock\nA,a,x\nB,b,1\n");
        const Reading first = readFile(source);
        QCOMPARE(first.all.rejections.size(), 1u);
        const QString rejects = folder.path("r.csv");
        QVERIFY(writeRejects(source, {}, first.all.rejections, rejects).isOk());
        const QString corrected = folder.write("r2.csv", contentOf(rejects).replace("A,a,x", "A,a,7"));
        const Reading second = readFile(corrected);
        QCOMPARE(second.error, QString());
        QCOMPARE(second.of<ProductRecord>().at(0).stock, Units(7));
    }
    void aBrokenQuoteIsGivenBackToo()
    {
        TrialFolder folder;
        const QString source = folder.write("p.csv", "sku,name\nA,\"a\nB,b\n");
        const Reading reading = readFile(source);
        QCOMPARE(reading.of<ProductRecord>().size(), 1u);
        QCOMPARE(reading.all.rejections.size(), 1u);
        const QString rejects = folder.path("r.csv");
        QVERIFY(writeRejects(source, {}, reading.all.rejections, rejects).isOk());
        QVERIFY(contentOf(rejects).contains("A,\"a"));
    }
    void aFolderThatIsNotThereIsAnError()
    {
        TrialFolder folder;
        const QString source = folder.write("p.csv", "sku,name\nA,a\n");
        const auto done = writeRejects(source, {}, {{2, {}, "x"}}, folder.path("none/r.csv"));
        QCOMPARE(done.error().kind, Error::Kind::Storage);
    }
};

QTEST_GUILESS_MAIN(RejectsFileTest)
#include "rejectsfiletest.moc"
