#include "models/exchange/exporter.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "tests/exchange/trialimport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>
#include <sys/resource.h>

using namespace waitline;
using namespace waitline::test;

namespace {

void addProduct(Connection &connection, const QString &sku, const std::function<void(ProductTerms &)> &set = {})
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = sku + u" thing";
    terms.price = 1250;
    if (set)
        set(terms);
    must(ProductService(connection).add(terms, callerAt()));
}

OrderId placeOrder(Connection &connection, const QString &sku, Units units, const QString &reference = {})
{
    OrderDraft draft;
    draft.customer = QStringLiteral("Ada, \"the\" first");
    draft.lines.push_back({sku, units, {}});
    draft.reference = reference;
    draft.promise = QDate(2026, 3, 20);
    return must(OrderService(connection).place(draft, callerAt())).order.id;
}

// A shop with something of everything.
void makeShop(Connection &connection)
{
    addProduct(connection, "LAMP", [](ProductTerms &terms) {
        terms.barcodes = {"400123", "400124"};
        terms.cost = 400;
        terms.supplier = "Glow";
        terms.deposit = {DepositTerms::Kind::Percent, 2000};
        terms.leadDays = 9;
        terms.lowStock = 2;
    });
    addProduct(connection, "GAME", [](ProductTerms &terms) {
        terms.release = QDate(2026, 6, 1);
        terms.editionSize = 50;
        terms.customerLimit = 40;
    });
    addProduct(connection, "00012", [](ProductTerms &terms) {
        terms.name = "=cmd()";
        terms.backorderLimit = 0;
        terms.policy = AllocationPolicy::FairShare;
        terms.discontinued = true;
    });
    ReceiptDraft receipt;
    receipt.lines = {{"LAMP", 4, 0}, {"00012", 3, 0}};
    must(ReceivingService(connection).post(receipt, callerAt()));
    const OrderId first = placeOrder(connection, "LAMP", 3);
    must(PaymentService(connection).pay(first, 3750, "card", callerAt()));
    must(ShippingService(connection).ship(first, {}, callerAt(1)));
    placeOrder(connection, "LAMP", 6, "WEB-7");
    placeOrder(connection, "GAME", 30);
    must(PurchaseService(connection).place({"Glow", {{"LAMP", 20, {}}}, QDate(2026, 4, 1), "PO-1"}, callerAt()));
}

ExportOutcome exported(Connection &connection, ExportSubject subject, const QString &path)
{
    return must(exportTo(connection, subject, path, callerAt()));
}

// The rows of an exported JSON file.
QJsonArray objectsOf(Connection &connection, ExportSubject subject, const TrialFolder &folder)
{
    const QString path = folder.path("rows.json");
    const auto outcome = exported(connection, subject, path);
    QJsonParseError error;
    const QJsonArray rows = QJsonDocument::fromJson(contentOf(path), &error).array();
    if (error.error != QJsonParseError::NoError || rows.size() != outcome.rows)
        qFatal("%s is not the JSON of %lld rows: %s", qPrintable(path), qlonglong(outcome.rows), qPrintable(error.errorString()));
    return rows;
}

QJsonObject rowOf(const QJsonArray &rows, const QString &sku)
{
    for (const QJsonValue &row : rows) {
        if (row["sku"].toString() == sku)
            return row.toObject();
    }
    return {};
}

constexpr ExportSubject allSubjects[] = {ExportSubject::Products, ExportSubject::Waiting, ExportSubject::Orders,
                                         ExportSubject::Ledger,   ExportSubject::Demand,  ExportSubject::Availability};

} // namespace

class ExporterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySubjectInEveryFormatHasTheSameRows_data() { eachDatabase(); }
    void everySubjectInEveryFormatHasTheSameRows()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        for (const ExportSubject subject : allSubjects) {
            const qint64 rows = objectsOf(connection, subject, folder).size();
            QVERIFY2(rows > 0, qPrintable(subjectWord(subject)));
            const QString csv = folder.path(subjectWord(subject) + u".csv");
            QCOMPARE(exported(connection, subject, csv).rows, rows);
            QFile file(csv);
            QVERIFY(file.open(QIODevice::ReadOnly));
            TextLines lines(file, TextEncoding::Utf8);
            CsvReader reader(lines, ',');
            CsvRecord record;
            QCOMPARE(reader.next(record), CsvReader::Step::Record);
            const int columns = record.size();
            for (qint64 row = 0; row < rows; ++row) {
                QCOMPARE(reader.next(record), CsvReader::Step::Record);
                QCOMPARE(record.size(), columns);
            }
            QCOMPARE(reader.next(record), CsvReader::Step::End);
            QCOMPARE(exported(connection, subject, folder.path(subjectWord(subject) + u".xlsx")).rows, rows);
        }
    }
    void moneyIsDecimalTextAndDaysAreIso_data() { eachDatabase(); }
    void moneyIsDecimalTextAndDaysAreIso()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        const QJsonObject lamp = rowOf(objectsOf(connection, ExportSubject::Products, folder), "LAMP");
        QCOMPARE(lamp["price"], QJsonValue("12.50"));
        QCOMPARE(lamp["on_hand"], QJsonValue(1));
        QCOMPARE(lamp["deposit"], QJsonValue("20%"));
        QCOMPARE(lamp["edition"], QJsonValue(QJsonValue::Null));
        QCOMPARE(lamp["discontinued"], QJsonValue(false));
        const QJsonArray orders = objectsOf(connection, ExportSubject::Orders, folder);
        QCOMPARE(orders[0]["placed"], QJsonValue("2026-03-02T09:00:00.000Z"));
        QCOMPARE(orders[0]["promise"], QJsonValue("2026-03-20"));
        QCOMPARE(orders[0]["customer"], QJsonValue("Ada, \"the\" first"));
        QCOMPARE(orders[0]["paid"], QJsonValue("37.50"));
        QCOMPARE(orders[1]["reference"], QJsonValue("WEB-7"));
        QCOMPARE(orders[1]["allocated"], QJsonValue(1));
        QCOMPARE(orders[1]["waiting"], QJsonValue(5));
    }
    void waitingLinesStandInRankOrderWithTheirEta_data() { eachDatabase(); }
    void waitingLinesStandInRankOrderWithTheirEta()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        placeOrder(connection, "LAMP", 2, "WEB-8");
        const QJsonArray rows = objectsOf(connection, ExportSubject::Waiting, folder);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]["place"], QJsonValue(1));
        QCOMPARE(rows[0]["eta"], QJsonValue("2026-04-01"));
        QCOMPARE(rows[1]["place"], QJsonValue(2));
        QCOMPARE(rows[1]["units_ahead"], QJsonValue(5));
        QCOMPARE(rows[2]["eta"], QJsonValue(QJsonValue::Null));
    }
    void availabilityIsOneWordWithItsNumbers_data() { eachDatabase(); }
    void availabilityIsOneWordWithItsNumbers()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        const QJsonArray rows = objectsOf(connection, ExportSubject::Availability, folder);
        const QJsonObject lamp = rowOf(rows, "LAMP");
        QCOMPARE(lamp["availability"], QJsonValue("backorder"));
        QCOMPARE(lamp["waiting"], QJsonValue(5));
        QCOMPARE(lamp["eta"], QJsonValue("2026-04-01"));
        const QJsonObject game = rowOf(rows, "GAME");
        QCOMPARE(game["availability"], QJsonValue("preorder"));
        QCOMPARE(game["release"], QJsonValue("2026-06-01"));
        QCOMPARE(game["edition_left"], QJsonValue(20));
        const QJsonObject rest = rowOf(rows, "00012");
        QCOMPARE(rest["availability"], QJsonValue("in_stock"));
        QCOMPARE(rest["available"], QJsonValue(3));
    }
    void demandTellsOrdersAndHistoryApart_data() { eachDatabase(); }
    void demandTellsOrdersAndHistoryApart()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        imported(connection, folder.write("h.csv", "date,sku,units,price\n2025-03-02,LAMP,7,10\n2026-03-02,LAMP,1,10\n"));
        const QJsonArray rows = objectsOf(connection, ExportSubject::Demand, folder);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]["day"], QJsonValue("2025-03-02"));
        QCOMPARE(rows[0]["ordered"], QJsonValue(0));
        QCOMPARE(rows[0]["sold_in_history"], QJsonValue(7));
        QCOMPARE(rows[0]["value_sold_in_history"], QJsonValue("70.00"));
        QCOMPARE(rows[1]["ordered"], QJsonValue(9));
        QCOMPARE(rows[1]["sold_in_history"], QJsonValue(1));
    }
    void aFormulaIsNeutralisedAndComesBackAsItWas()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        TrialFolder folder;
        makeShop(connection);
        const QString path = folder.path("p.csv");
        exported(connection, ExportSubject::Products, path);
        QVERIFY(contentOf(path).contains("\r\n00012,'=cmd(),"));
        TestDatabase other(Location::Kind::SqliteFile);
        QCOMPARE(imported(other.connection(), path).created, 3);
        QCOMPARE(must(ProductService(other.connection()).show("00012")).terms.name, QStringLiteral("=cmd()"));
    }
    void exportedFilesBuildTheSameShopElsewhere_data() { eachDatabase(); }
    void exportedFilesBuildTheSameShopElsewhere()
    {
        TEST_DATABASE(database);
        TestDatabase other(kind);
        TrialFolder folder;
        makeShop(database.connection());
        const QString products = folder.path("products.csv");
        const QString orders = folder.path("orders.csv");
        exported(database.connection(), ExportSubject::Products, products);
        exported(database.connection(), ExportSubject::Orders, orders);
        // Where they come from they change nothing.
        for (const QString &path : {products, orders}) {
            const auto again = imported(database.connection(), path);
            QCOMPARE(again.created + again.updated + again.rejected, 0);
        }
        QCOMPARE(imported(other.connection(), products).created, 3);
        QCOMPARE(imported(other.connection(), orders).created, 3);
        COMPARE_CLEAN(other.connection());
        const QString copy = folder.path("copy.csv");
        exported(other.connection(), ExportSubject::Orders, copy);
        QCOMPARE(contentOf(copy), contentOf(orders));
        for (const QString &sku : {QStringLiteral("LAMP"), QStringLiteral("GAME"), QStringLiteral("00012")}) {
            const StoredProduct there = must(ProductService(other.connection()).show(sku));
            const StoredProduct here = must(ProductService(database.connection()).show(sku));
            QVERIFY2(there.terms == here.terms, qPrintable(sku));
            QCOMPARE(there.stock.onHand, here.stock.onHand);
            QCOMPARE(there.stock.waiting(), here.stock.waiting());
            QCOMPARE(there.stock.shipped, here.stock.shipped);
        }
    }
    void workbooksHoldNumbersAsNumbers()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        makeShop(database.connection());
        const QString path = folder.path("p.xlsx");
        exported(database.connection(), ExportSubject::Products, path);
        QVERIFY(contentOf(path).startsWith("PK"));
        QVERIFY(contentOf(path).contains("xl/worksheets/sheet1.xml"));
        if (QStandardPaths::findExecutable("unzip").isEmpty())
            QSKIP("There is no unzip here to look into the workbook with.");
        QProcess unzip;
        unzip.start("unzip", {"-p", path, "xl/worksheets/sheet1.xml"});
        QVERIFY(unzip.waitForFinished());
        const QByteArray sheet = unzip.readAllStandardOutput();
        QVERIFY(sheet.contains("<v>12.5</v>"));
        // 2026-06-01 as Excel counts days.
        QVERIFY(sheet.contains("<v>46174</v>"));
        QVERIFY(sheet.contains("=cmd()"));
        QVERIFY(!sheet.contains("<f>"));
    }
    void anOlderFileStaysUntilTheNewOneIsComplete()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        for (const QString &name : {QStringLiteral("o.csv"), QStringLiteral("o.json"), QStringLiteral("o.xlsx")}) {
            const QString path = folder.write(name, "older");
            const auto stopped =
                exportTo(database.connection(), ExportSubject::Products, path, callerAt(), [](qint64, qint64) { return false; });
            QVERIFY(stopped.isOk()); // nothing to stop at in an empty database
            QVERIFY(contentOf(path) != "older");
        }
        QByteArray products = "sku,name\n";
        for (int i = 0; i < 1500; ++i)
            products += QByteArray::number(i) + ",thing\n";
        imported(database.connection(), folder.write("p.csv", products));
        for (const QString &name : {QStringLiteral("o.csv"), QStringLiteral("o.json"), QStringLiteral("o.xlsx")}) {
            const QString path = folder.write(name, "older");
            const auto stopped =
                exportTo(database.connection(), ExportSubject::Products, path, callerAt(), [](qint64, qint64) { return false; });
            QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
            QCOMPARE(contentOf(path), QByteArray("older"));
        }
        QCOMPARE(QDir(QFileInfo(folder.path("p.csv")).path()).entryList(QDir::Files).size(), 4);
    }
    void aFileThatFindsNoRoomLeavesTheOlderOne()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        addProduct(database.connection(), "LAMP");
        struct rlimit before;
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        for (const QString &name : {QStringLiteral("o.csv"), QStringLiteral("o.json")}) {
            const QString path = folder.write(name, "older");
            struct rlimit none = before;
            none.rlim_cur = 10; // less than the first row has
            setrlimit(RLIMIT_FSIZE, &none);
            const auto done = exportTo(database.connection(), ExportSubject::Products, path, callerAt());
            setrlimit(RLIMIT_FSIZE, &before);
            QVERIFY2(!done, qPrintable(name));
            QCOMPARE(done.error().kind, Error::Kind::Storage);
            QCOMPARE(contentOf(path), QByteArray("older"));
        }
    }
    void whatCannotBeWrittenSaysSo()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        TrialFolder folder;
        const auto odd = exportTo(database.connection(), ExportSubject::Orders, folder.path("o.pdf"), callerAt());
        QVERIFY(odd.error().message.contains("ends in none of .csv, .xlsx and .json"));
        for (const QString &name : {QStringLiteral("no/such/o.csv"), QStringLiteral("no/such/o.xlsx")})
            QCOMPARE(exportTo(database.connection(), ExportSubject::Orders, folder.path(name), callerAt()).error().kind,
                     Error::Kind::Storage);
        QVERIFY(subjectFromWord("stocks").error().message.contains("availability"));
        QCOMPARE(must(subjectFromWord("ledger")), ExportSubject::Ledger);
    }
};

QTEST_GUILESS_MAIN(ExporterTest)
#include "exportertest.moc"
