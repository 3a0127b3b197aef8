#include "models/exchange/filelook.h"
#include "tests/exchange/trialfile.h"

using namespace waitline;
using namespace waitline::test;

/// What a file shows before it is imported, and what is said about its columns.
class FileLookTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsOfAnotherLanguageTellNoFormatButShowTheirValues()
    {
        const QString path = m_folder.write(QStringLiteral("klant.csv"), "Klant;Artikel;Stuks\r\nAcme;LAMP;3\r\nBolt;;4\r\n");
        const auto look = lookInto(path, {});
        QVERIFY(look.isOk());
        QVERIFY(!look->format);
        QVERIFY(!look->isClear());
        QCOMPARE(look->columns, QStringList({"Klant", "Artikel", "Stuks"}));
        QCOMPARE(look->sampleOf(0), QStringLiteral("Acme · Bolt"));
        QCOMPARE(look->sampleOf(1), QStringLiteral("LAMP"));
        QCOMPARE(look->sampleOf(-1), QString());
    }
    void whatTheFormatDemandsAndNoColumnHoldsIsNamed()
    {
        const QString path = m_folder.write(QStringLiteral("half.csv"), "customer,artikel,units\nAcme,LAMP,3\n");
        SourceOptions options;
        options.format = FileFormat::Orders;
        QCOMPARE(lookInto(path, options)->missing, QStringLiteral("sku"));
        options.map = {{QStringLiteral("sku"), QStringLiteral("artikel")}};
        QVERIFY(lookInto(path, options)->isClear());
    }
    void everyFieldOfAPlainFormatCanBeMappedByItsName()
    {
        for (const FileFormat format : plainFormats) {
            const auto fields = plainFields(format, {});
            QVERIFY(!fields.empty());
            for (const FoundField &field : fields) {
                QVERIFY2(isPlainField(field.name), qPrintable(field.name));
                Header header = Header::ofNames({QStringLiteral("x"), QStringLiteral("y")});
                QVERIFY(header.map(field.name, QStringLiteral("y")).isOk());
                for (const FoundField &found : plainFields(format, header))
                    QCOMPARE(found.column, found.name == field.name ? 1 : -1);
            }
        }
    }
    void aFieldMappedToNoColumnIsNotFoundByItsName()
    {
        const QString path = m_folder.write(QStringLiteral("note.csv"), "customer,sku,units,price,placed\nAcme,LAMP,3,9.99,2026-03-01\n");
        SourceOptions options;
        options.map = {{QStringLiteral("price"), QString()}};
        const auto file = SourceFile::open(path, options);
        QVERIFY(file.isOk());
        QCOMPARE(OrderColumns(file.value()->layout().header).price, -1);
        QCOMPARE(OrderColumns(file.value()->layout().header).units, 2);
    }
    void aFileThatIsNoneSaysSo()
    {
        QVERIFY(lookInto(m_folder.path(QStringLiteral("absent.csv")), {}).error().message.startsWith(QStringLiteral("absent.csv: ")));
    }

private:
    TrialFolder m_folder;
};

QTEST_GUILESS_MAIN(FileLookTest)
#include "filelooktest.moc"
