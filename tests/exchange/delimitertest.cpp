#include "models/exchange/delimiter.h"

#include <QTest>

using namespace waitline;

class DelimiterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheDelimiter_data()
    {
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<char>("delimiter");
        QTest::newRow("commas") << QByteArray("a,b,c\n1,2,3\n") << ',';
        QTest::newRow("semicolons beside decimal commas") << QByteArray("a;b;c\n1,5;2,5;3\n1,5;2,5;4\n") << ';';
        QTest::newRow("tabs beside commas in text") << QByteArray("a\tb\nx, y, z\t1\nu, v\t2\n") << '\t';
        QTest::newRow("bars") << QByteArray("a|b\n1|2\n") << '|';
        QTest::newRow("semicolons in quotes") << QByteArray("a,b\n\"x;y;z\",1\n\"u;v;w\",2\n") << ',';
        QTest::newRow("line ends in quotes") << QByteArray("a,b;c\n\"x;\ny\",1;2\n\"u\"\"\n;\",2;3\n") << ',';
        QTest::newRow("inches are no quotes") << QByteArray("n;s\n7\" single;1\n8\" double, new;2\n") << ';';
        QTest::newRow("one column") << QByteArray("sku\nA\nB\n") << ',';
        QTest::newRow("a semicolon in one name") << QByteArray("a,b,c;d\n1,2,3\n4,5,6\n") << ',';
        QTest::newRow("empty") << QByteArray() << ',';
    }
    void findsTheDelimiter()
    {
        QFETCH(QByteArray, sample);
        QFETCH(char, delimiter);
        QCOMPARE(detectDelimiter(sample), delimiter);
    }
    void knowsDelimitersByName()
    {
        QCOMPARE(delimiterNamed(QStringLiteral("tab")).value(), '\t');
        QCOMPARE(delimiterNamed(QStringLiteral(";")).value(), ';');
        QCOMPARE(delimiterNamed(QStringLiteral("^")).value(), '^');
        for (const char *none : {"##", "", "a", "1", "\"", " "})
            QVERIFY2(!delimiterNamed(QString::fromLatin1(none)).isOk(), none);
    }
};

QTEST_APPLESS_MAIN(DelimiterTest)
#include "delimitertest.moc"
