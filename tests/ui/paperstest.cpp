#include "models/exchange/documents.h"
#include "models/services/countservice.h"
#include "models/services/customerservice.h"
#include "models/services/storesettings.h"
#include "tests/support/busyshop.h"
#include "ui/print/paperpainter.h"

#define ZX_USE_UTF8 // texts as UTF-8, as its next release gives them
#include <ZXing/ReadBarcode.h>

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace waitline;
using namespace waitline::test;

/// Papers as PDF, read back: their text by pdftotext, their codes by ZXing from a picture of each page.
class PapersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBatchOfPackingSlipsIsOneFile();
    void thePickListGoesByLocation();
    void aPurchaseOrderAndItsLabelsAreReadByAScanner();
    void aReceiptNamesWhatCame();
    void aLongPaperTakesMorePagesAndRepeatsItsHead();
    void nothingLeavesThePageOrLiesOnAnother();
    void aPickForManyOrdersGoesOverRows();
    void longNamesAreWrappedAndTheBusinessIsNamed();
    void aFileThatCannotBeWrittenIsSaid();
};

namespace {

class Paper final {
public:
    explicit Paper(const jobs::Papers &papers) { must(savePdf(path(), papers)); }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("paper.pdf")); }
    [[nodiscard]] QString title() const
    {
        QProcess reader;
        reader.start(QStringLiteral("pdfinfo"), {path()});
        reader.waitForFinished();
        const QStringList facts = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n');
        return facts.filter(QRegularExpression(QStringLiteral("^Title:"))).value(0).section(u':', 1).trimmed();
    }
    [[nodiscard]] QString text() const
    {
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path(), QStringLiteral("-")});
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput()).replace(QChar(QChar::Nbsp), u' ');
    }
    /// Words outside the margins, or on one another.
    [[nodiscard]] QStringList spoilt() const
    {
        constexpr double air = 1; // of a line's height nothing is printed
        constexpr double pointsPerMm = 72 / 25.4;
        const QRectF page(QPointF(15, 15) * pointsPerMm, QSizeF(180, 267) * pointsPerMm);
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), path(), QStringLiteral("-")});
        reader.waitForFinished();
        static const QRegularExpression word(
            QStringLiteral("<page |<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]*)<"));
        QStringList found;
        std::vector<std::pair<QString, QRectF>> words;
        auto matches = word.globalMatch(QString::fromUtf8(reader.readAllStandardOutput()));
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (match.captured(5).isEmpty()) {
                words.clear(); // the next page
                continue;
            }
            const QRectF at(QPointF(match.captured(1).toDouble(), match.captured(2).toDouble() + air),
                            QPointF(match.captured(3).toDouble(), match.captured(4).toDouble() - air));
            if (!page.adjusted(-air, -air, air, air).contains(at))
                found += match.captured(5) + QStringLiteral(" is outside");
            for (const auto &[other, place] : words) {
                if (const QRectF both = at & place; both.width() > air && both.height() > air)
                    found += QStringLiteral("%1 lies on %2").arg(match.captured(5), other);
            }
            words.emplace_back(match.captured(5), at);
        }
        return found;
    }
    [[nodiscard]] int pages() const { return int(text().count(u'\f')); }
    [[nodiscard]] QSet<QString> codes() const
    {
        QProcess::execute(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("200"), QStringLiteral("-png"), path(),
                                                       m_folder.filePath(QStringLiteral("page"))});
        QSet<QString> found;
        const auto pictures = QDir(m_folder.path()).entryList({QStringLiteral("page*.png")});
        for (const QString &picture : pictures) {
            const QImage image = QImage(m_folder.filePath(picture)).convertToFormat(QImage::Format_Grayscale8);
            const ZXing::ImageView view(image.constBits(), image.width(), image.height(), ZXing::ImageFormat::Lum,
                                        int(image.bytesPerLine()));
            // A code at a time, as a scanner does: no paper has two in one cell of the label sheet.
            const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::Code128).setTryRotate(false);
            const int margin = image.width() * 15 / 210;
            const int width = (image.width() - 2 * margin) / 2;
            const int height = (image.height() - 2 * margin) / 6;
            for (int cell = 0; cell < 12; ++cell) {
                const auto code =
                    ZXing::ReadBarcode(view.cropped(margin + cell % 2 * width, margin + cell / 2 * height, width, height), hints);
                if (code.isValid())
                    found.insert(QString::fromStdString(code.text()));
            }
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
};

const QString lamp = QStringLiteral("LAMP-7");

void addLamp(Connection &connection)
{
    ProductTerms terms;
    terms.sku = lamp;
    terms.name = QStringLiteral("Brass lamp, großzügig");
    terms.price = 1000;
    terms.cost = 450;
    terms.location = QStringLiteral("B-02");
    must(ProductService(connection).add(terms, callerAt()));
    terms.sku = QStringLiteral("DESK-1");
    terms.name = QStringLiteral("Oak desk");
    terms.location = QStringLiteral("A-01");
    terms.barcodes = {QStringLiteral("4006381333931")};
    must(ProductService(connection).add(terms, callerAt()));
    must(CountService(connection).countAll({{lamp, 9, {}}, {QStringLiteral("DESK-1"), 4, {}}}, QStringLiteral("opening"), callerAt()));
}

OrderId order(Connection &connection, const QString &customer)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines = {{lamp, 2, {}}, {QStringLiteral("DESK-1"), 1, {}}};
    return must(OrderService(connection).place(draft, callerAt(1))).order.id;
}

} // namespace

void PapersTest::aBatchOfPackingSlipsIsOneFile()
{
    TestDatabase database(Location::Kind::SqliteFile);
    addLamp(database.connection());
    std::vector<ShipmentId> shipments;
    for (const char *name : {"Ada Dragonfly-Office", "Bob"})
        shipments.push_back(must(ShippingService(database.connection())
                                     .ship(order(database.connection(), QString::fromLatin1(name)), {}, callerAt(2),
                                           {QStringLiteral("DHL"), QStringLiteral("JD0146")}))
                                .shipment);
    // A country known by its letters is written out, as the sender's is.
    CustomerDetails ada;
    ada.name = QStringLiteral("Ada Dragonfly-Office");
    ada.country = QStringLiteral("PL");
    must(CustomerService(database.connection()).change(CustomerId{1}, ada, callerAt(3)));
    const Paper paper({must(packingSlips(database.connection(), shipments)), {}});
    QVERIFY(paper.text().contains(QStringLiteral("Poland")));
    QCOMPARE(paper.pages(), 2);
    QCOMPARE(paper.title(), QStringLiteral("Packing slip, Shipment 1, and 1 more"));
    const QString text = paper.text();
    for (const char *word : {"Packing slip", "Shipment 1", "Shipment 2", "Ada Dragonfly-Office", "LAMP-7", "JD0146"})
        QVERIFY2(text.contains(QString::fromLatin1(word)), word);
    QVERIFY(text.contains(QStringLiteral("großzügig")));
    QCOMPARE(paper.codes(), QSet<QString>({QStringLiteral("SHIP-1"), QStringLiteral("SHIP-2")}));
    QVERIFY(!packingSlips(database.connection(), {{77}}));
}

void PapersTest::thePickListGoesByLocation()
{
    TestDatabase database(Location::Kind::SqliteFile);
    addLamp(database.connection());
    const OrderId first = order(database.connection(), QStringLiteral("Ada"));
    const OrderId second = order(database.connection(), QStringLiteral("Bob"));
    const auto lines = must(pickList(database.connection(), {first, second}, callerAt().today()));
    QCOMPARE(lines.front().location, QStringLiteral("A-01"));
    QCOMPARE(lines.back().units, Units(4));
    const QString text = Paper({must(pickListPaper(database.connection(), {first, second}, callerAt().today())), {}}).text();
    QVERIFY(text.indexOf(QStringLiteral("A-01")) < text.indexOf(QStringLiteral("B-02")));
    QVERIFY(text.contains(QStringLiteral("1: 2, 2: 2")));
    QVERIFY(!pickList(database.connection(), {}, callerAt().today()));
}

void PapersTest::aPurchaseOrderAndItsLabelsAreReadByAScanner()
{
    TestDatabase database(Location::Kind::SqliteFile);
    addLamp(database.connection());
    const StoredPurchase purchase =
        must(PurchaseService(database.connection())
                 .place({QStringLiteral("Maker"), {{lamp, 12, {}}, {QStringLiteral("DESK-1"), 3, {}}}, callerAt().today().addDays(9), {}},
                        callerAt(1)));
    StoreSettings settings = must(storeSettings(database.connection()));
    settings.business = QStringLiteral("Harbour Lamps");
    settings.address = QStringLiteral("12 Harbour Row\nBristol");
    must(changeSettings(database.connection(), settings, callerAt(2)));
    const Paper order({must(purchaseOrder(database.connection(), purchase.id)), {}});
    QCOMPARE(order.pages(), 1);
    for (const char *words : {"54.00", "Purchase order", "Harbour Lamps", "12 Harbour Row", "Bristol"})
        QVERIFY2(order.text().contains(QLatin1String(words)), words);
    QCOMPARE(order.spoilt().join(u'\n'), QString());
    QCOMPARE(order.codes(), QSet<QString>{QStringLiteral("PO-1")}); // nothing of what only the dock scans
    const Paper labels({{}, must(purchaseLabels(database.connection(), purchase.id))});
    QCOMPARE(labels.codes(), QSet<QString>({QStringLiteral("PO-1"), QStringLiteral("DONE"), QStringLiteral("UNDO"),
                                            QStringLiteral("DAMAGED"), lamp, QStringLiteral("4006381333931")}));
}

void PapersTest::aReceiptNamesWhatCame()
{
    TestDatabase database(Location::Kind::SqliteFile);
    addLamp(database.connection());
    const auto receipt = must(ReceivingService(database.connection()).post({{}, {{lamp, 5, 2}}, {}, QStringLiteral("DN-88")}, callerAt(1)));
    const Paper paper({must(goodsReceived(database.connection(), receipt.receipt)), {}});
    QVERIFY(!goodsReceived(database.connection(), {7}));
    QVERIFY(paper.text().contains(QStringLiteral("DN-88")));
    QCOMPARE(paper.codes(), QSet<QString>{QStringLiteral("GRN-1")});
}

void PapersTest::aLongPaperTakesMorePagesAndRepeatsItsHead()
{
    PrintDocument paper;
    paper.title = QStringLiteral("Pick list");
    paper.columns = {{QStringLiteral("Location"), 1}, {QStringLiteral("Units"), 1, true}};
    constexpr int rows = 100;
    for (int i = 0; i < rows; ++i)
        paper.rows.push_back({QStringLiteral("Row %1").arg(i), QString::number(i)});
    const Paper written({{paper}, {}});
    QVERIFY(written.pages() >= 3);
    const QString text = written.text();
    QCOMPARE(int(text.count(QStringLiteral("Location"))), written.pages());
    for (int i = 0; i < rows; ++i)
        QVERIFY(text.contains(QStringLiteral("Row %1 ").arg(i)));
    QVERIFY(text.contains(QStringLiteral("page 2")));
}

void PapersTest::nothingLeavesThePageOrLiesOnAnother()
{
    const QString longWord = QStringLiteral("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft");
    PrintDocument paper;
    paper.title = QStringLiteral("Purchase order");
    paper.number = QStringLiteral("PO-118");
    paper.barcode = paper.number;
    paper.addressee = {QStringLiteral("Vermögensverwaltungsgesellschaft Übermorgen und Söhne mbH & Co. KG"), longWord};
    paper.facts = {{QStringLiteral("Your reference"), longWord}, {QStringLiteral("Expected"), QStringLiteral("3/20/26")}};
    paper.columns = {{QStringLiteral("SKU"), 6}, {QStringLiteral("Product"), 11}, {QStringLiteral("Units"), 3, true}};
    paper.note = longWord + QStringLiteral(" takes it in. ") + QStringLiteral("Please ring twice. ").repeated(30);
    for (int rows = 20; rows < 60; ++rows) { // one of them ends where the page does
        paper.rows.clear();
        for (int i = 0; i < rows; ++i)
            paper.rows.push_back({i % 9 == 0 ? longWord : QStringLiteral("LAMP"), longWord + u' ' + longWord, QStringLiteral("1,234,567")});
        const Paper written({{paper}, {{paper.number, longWord, longWord.repeated(4)}}});
        QCOMPARE(written.spoilt().join(u'\n'), QString());
        QVERIFY(QString(written.text()).remove(QRegularExpression(QStringLiteral("\\s"))).contains(QStringLiteral("Pleaseringtwice")));
        rows += 6;
    }
}

void PapersTest::aPickForManyOrdersGoesOverRows()
{
    TestDatabase database(Location::Kind::SqliteFile);
    addLamp(database.connection());
    constexpr int many = 300;
    must(CountService(database.connection())
             .countAll({{lamp, 2 * many, {}}, {QStringLiteral("DESK-1"), many, {}}}, QStringLiteral("more"), callerAt()));
    std::vector<OrderId> orders;
    for (int i = 0; i < many; ++i)
        orders.push_back(order(database.connection(), QStringLiteral("Customer %1").arg(i)));
    const Paper paper({must(pickListPaper(database.connection(), orders, callerAt().today())), {}});
    QCOMPARE(paper.spoilt().join(u'\n'), QString());
    const QString text = paper.text();
    for (OrderId each : orders)
        QVERIFY2(text.contains(QRegularExpression(QStringLiteral("\\b%1: 2\\b").arg(each.value))), qPrintable(QString::number(each.value)));
}

/// Every letter of a name that is much wider than its place is there, whatever the paper, and in a paper's own foot no page 0.
void PapersTest::longNamesAreWrappedAndTheBusinessIsNamed()
{
    TestDatabase database(Location::Kind::SqliteFile);
    Connection &connection = database.connection();
    StoreSettings settings = must(storeSettings(connection));
    settings.business = QStringLiteral("Kunsthandwerk Hohenlohe");
    must(changeSettings(connection, settings, callerAt()));
    ProductTerms terms;
    terms.sku = QStringLiteral("L");
    terms.name = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitaenskajuetenmoeblierungsschrankwandelementzubehoer END");
    must(ProductService(connection).add(terms, callerAt()));
    must(CountService(connection).count(terms.sku, 3, QStringLiteral("opening"), callerAt()));
    OrderDraft draft;
    draft.customer = QStringLiteral("Maximiliane Freifrau von und zu Hohenzollern-Sigmaringen-Schwarzburg-Sondershausen auf Gut LAST");
    draft.lines = {{terms.sku, 1, {}}};
    const OrderId id = must(OrderService(connection).place(draft, callerAt(1))).order.id;
    const auto pick = must(pickListPaper(connection, {id}, callerAt().today()));
    const ShipmentId shipment = must(ShippingService(connection).ship(id, {}, callerAt(2))).shipment;
    const auto purchase =
        must(PurchaseService(connection).place({draft.customer, {{terms.sku, 2, {}}}, callerAt().today().addDays(9), {}}, callerAt(3)));
    const auto receipt = must(ReceivingService(connection).post({purchase.id, {{terms.sku, 2, 0}}, {}, {}}, callerAt(4)));
    const std::vector<PrintLabel> labels = must(purchaseLabels(connection, purchase.id));
    const std::vector<std::vector<PrintDocument>> papers{pick, must(packingSlips(connection, {shipment})),
                                                         must(purchaseOrder(connection, purchase.id)),
                                                         must(goodsReceived(connection, receipt.receipt))};
    for (size_t i = 0; i < papers.size(); ++i) {
        const QString text = Paper({papers[i], labels}).text();
        QVERIFY2(text.contains(settings.business), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("END")), qPrintable(text)); // of the product
        QVERIFY2(i == 0 || text.contains(QStringLiteral("LAST")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("page 1")) && !text.contains(QStringLiteral("page 0")));
    }
    const QString sheet = Paper({{}, labels}).text();
    QVERIFY2(sheet.contains(QStringLiteral("LAST")) && sheet.contains(QStringLiteral("END")), qPrintable(sheet));
}

void PapersTest::aFileThatCannotBeWrittenIsSaid()
{
    const auto saved = savePdf(QStringLiteral("/nowhere/paper.pdf"), {});
    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(QStringLiteral("/nowhere/paper.pdf")));
}

QTEST_MAIN(PapersTest)
#include "paperstest.moc"
