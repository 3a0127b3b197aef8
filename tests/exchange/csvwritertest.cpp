#include "models/exchange/csvwriter.h"

#include <QBuffer>
#include <QTest>

using namespace waitline;

class CsvWriterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formulasAreNeutralisedAndNumbersKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << "=SUM(A1)" << QByteArray("'=SUM(A1)");
        QTest::newRow("at") << "@x" << QByteArray("'@x");
        QTest::newRow("plus") << "+x" << QByteArray("'+x");
        QTest::newRow("minus text") << "-x" << QByteArray("'-x");
        QTest::newRow("phone") << "+49 351" << QByteArray("'+49 351");
        QTest::newRow("negative") << "-12.50" << QByteArray("-12.50");
        QTest::newRow("positive") << "+3" << QByteArray("+3");
        QTest::newRow("minus alone") << "-" << QByteArray("'-");
        QTest::newRow("minus formula") << "-1+2" << QByteArray("'-1+2");
        QTest::newRow("tab first") << "\t=1" << QByteArray("\"'\t=1\"");
        QTest::newRow("quotes") << "a \"b\", c" << QByteArray("\"a \"\"b\"\", c\"");
        QTest::newRow("lines") << "a\nb" << QByteArray("\"a\nb\"");
        QTest::newRow("blank at the end") << "a " << QByteArray("\"a \"");
        QTest::newRow("plain") << "Müller" << QStringLiteral("Müller").toUtf8();
    }
    void formulasAreNeutralisedAndNumbersKept()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(CsvWriter::cell(text, ',', CsvWriter::Formulas::Neutralise), cell);
    }
    void linesEndAsTheStandardSays()
    {
        QBuffer device;
        device.open(QIODevice::WriteOnly);
        CsvWriter writer(device, ';');
        writer.write({"a", "b;c"});
        writer.write({"", "=1"});
        QVERIFY(writer.finish().isOk());
        QCOMPARE(device.data(), QByteArray("a;\"b;c\"\r\n;'=1\r\n"));
    }
    void aDeviceThatFailsIsReported()
    {
        QBuffer device;
        device.open(QIODevice::ReadOnly);
        CsvWriter writer(device);
        QTest::ignoreMessage(QtWarningMsg, "QIODevice::write (QBuffer): ReadOnly device");
        writer.write({"a"});
        QVERIFY(!writer.finish().isOk());
    }
};

QTEST_APPLESS_MAIN(CsvWriterTest)
#include "csvwritertest.moc"
