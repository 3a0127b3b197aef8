#include "tests/ui/support/scanner.h"
#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/receivingcounts.h"
#include "models/services/shippingservice.h"
#include "models/tables/receiptlinesmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/sounds/soundplayer.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/scanfield.h"
#include "ui/widgets/scansounds.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QTableView>

#include <numeric>

using namespace waitline;
using namespace waitline::test;

namespace {

std::unique_ptr<Bench> countingPurchase(Scanner &scanner)
{
    auto bench = std::make_unique<Bench>(QStringLiteral("receive"));
    scanner.scan(QStringLiteral("PO-1"));
    if (!QTest::qWaitFor([&] { return bench->find<ScanField>("scan")->hasFocus(); }))
        qFatal("The purchase does not open.");
    return bench;
}

Units lampsCounted(const Bench &bench) { return bench.column("receiptLines", ReceiptLinesModel::Counted).value(0).toLongLong(); }

} // namespace

/// A scanner on the Receive page (interaction.md R1 to R9), played key by key.
class ScannerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void aDeliveryIsPostedBy22ScansWithoutKeyOrMouse()
    {
        Bench bench;
        bench.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"),
                         [](ProductTerms &terms) { terms.barcodes = {QStringLiteral("4006381333931")}; });
        bench.addProduct(QStringLiteral("CHAIR"), QStringLiteral("Oak chair"));
        bench.placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 5, 1);
        must(PurchaseService(bench.connection())
                 .place(
                     {QStringLiteral("Nord"), {{QStringLiteral("LAMP"), 12, {}}, {QStringLiteral("CHAIR"), 8, {}}}, QDate(2026, 3, 1), {}},
                     callerAt(5)));
        bench.open(QStringLiteral("receive"));
        Scanner scanner;
        scanner.scan(QStringLiteral("PO-1"));
        for (int i = 0; i < 12; ++i)
            scanner.scan(i % 2 ? QStringLiteral("LAMP") : QStringLiteral("4006381333931"));
        for (int i = 0; i < 8; ++i)
            scanner.scan(QStringLiteral("CHAIR"));
        scanner.scan(QStringLiteral("DONE"));
        QTRY_VERIFY(bench.textOf("postedSentence").startsWith(QStringLiteral("Receipt 1 is posted")));
        QCOMPARE(bench.product("LAMP").stock.onHand, 12);
        QCOMPARE(bench.product("LAMP").stock.allocated, 5);
        QCOMPARE(bench.product("CHAIR").stock.onHand, 8);
        QVERIFY(must(checkDatabase(bench.connection())).isOk());
    }

    void scansCountWhereverTheKeyboardIs_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place :
             {"scan", "reference", "note", "policy", "receiptLines", "completeAll", "discardCount", "otherDelivery", "served"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void scansCountWhereverTheKeyboardIs()
    {
        QFETCH(QString, place);
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        auto *widget = bench->find<QWidget>(qPrintable(place));
        widget->setFocus();
        QVERIFY(widget->hasFocus());
        constexpr Qt::Key ends[] = {Qt::Key_Return, Qt::Key_Tab, Scanner::lineFeed};
        for (int scan = 0; scan < 60; ++scan)
            scanner.scan(scan % 2 ? QStringLiteral("LAMP") : QStringLiteral("4006381333931"), ends[scan % 3]);
        QTRY_COMPARE(lampsCounted(*bench), 60);
        QVERIFY2(widget->hasFocus(), qPrintable(bench->focus()->objectName()));
        QCOMPARE(bench->find<QLineEdit>("reference")->text(), QString());
        QCOMPARE(bench->find<QLineEdit>("note")->text(), QString());
        QCOMPARE(bench->find<QComboBox>("policy")->currentIndex(), 0);
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted), (QStringList{QStringLiteral("60"), QStringLiteral("0")}));
        // On disk, too, to the last one.
        QCOMPARE(must(ReceivingCounts(bench->connection()).openCounts()).front().counted(), 60);
    }
    void aDoubledDigitIsPartOfItsCode()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        const QString twins = QStringLiteral("4006381300001");
        scanner.scan(twins);
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode")));
        QTRY_COMPARE(bench->shown<QLabel>(QStringLiteral("unknownCode"))->text(), QStringLiteral("Unknown: %1").arg(twins));
        QCOMPARE(bench->find<ScanField>("scan")->text(), QString());
        // A key that is held down comes again after its first press has reached the field.
        Scanner fingers(90);
        fingers.type(QStringLiteral("7"));
        QTRY_COMPARE(bench->find<ScanField>("scan")->text(), QStringLiteral("7"));
        for (int again = 0; again < 3; ++again) {
            QKeyEvent held(QEvent::KeyPress, Qt::Key_7, Qt::NoModifier, QStringLiteral("7"), true);
            held.setTimestamp(5'000'000 + quint64(again) * 40);
            QCoreApplication::sendEvent(Bench::focus(), &held);
        }
        QCOMPARE(bench->find<ScanField>("scan")->text(), QStringLiteral("7777"));
    }
    void scansCountWhileAListIsOpen()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        auto *policy = bench->find<QComboBox>("policy");
        policy->setFocus();
        policy->showPopup();
        QTRY_VERIFY(QApplication::activePopupWidget());
        for (int scan = 0; scan < 3; ++scan)
            scanner.scan(QStringLiteral("4006381333931"));
        QTRY_COMPARE(lampsCounted(*bench), 3);
        QVERIFY(QApplication::activePopupWidget());
        QCOMPARE(policy->currentIndex(), 0);
        policy->hidePopup();
    }
    void aQuantityThatIsBeingTypedIsLeftAlone()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        scanner.scan(QStringLiteral("LAMP"));
        QTRY_COMPARE(lampsCounted(*bench), 1);
        bench->find<QTableView>("receiptLines")->setFocus();
        bench->press(Qt::Key_Right);
        Scanner fingers(150);
        fingers.type(QStringLiteral("3"));
        QTRY_VERIFY(qobject_cast<QLineEdit *>(bench->focus()));
        auto *editor = qobject_cast<QLineEdit *>(bench->focus());
        QCOMPARE(editor->text(), QStringLiteral("3"));
        scanner.scan(QStringLiteral("CHAIR"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(1), QStringLiteral("1"));
        QCOMPARE(editor->text(), QStringLiteral("3"));
        bench->press(Qt::Key_Return);
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Damaged).value(0), QStringLiteral("3"));
    }
    void aScanStaysOneWhileTheKeyboardMoves()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        bench->find<QLineEdit>("note")->setFocus();
        scanner.type(QStringLiteral("40063"));
        bench->find<QLineEdit>("reference")->setFocus(); // as when what was scanned before opens
        scanner.scan(QStringLiteral("81333931"));
        QTRY_COMPARE(lampsCounted(*bench), 1);
        QCOMPARE(bench->find<QLineEdit>("note")->text() + bench->find<QLineEdit>("reference")->text(), QString());
    }
    void aPasswordFieldIsNotTouched()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        QLineEdit password(&bench->page());
        password.setEchoMode(QLineEdit::Password);
        password.show();
        password.setFocus();
        scanner.scan(QStringLiteral("LAMP"));
        QCOMPARE(password.text(), QStringLiteral("LAMP"));
        QTest::qWait(100);
        QCOMPARE(lampsCounted(*bench), 0);
    }
    void fingersTypeWhereTheyAre()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        auto *note = bench->find<QLineEdit>("note");
        note->setFocus();
        Scanner fingers(90);
        fingers.type(QStringLiteral("wet carton"));
        QTRY_COMPARE(note->text(), QStringLiteral("wet carton"));
        fingers.send(Qt::Key_Return, QStringLiteral("\r"));
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        QCOMPARE(lampsCounted(*bench), 0);
        // Too short, and without an end, it is no scan.
        note->setFocus();
        note->clear();
        scanner.type(QStringLiteral("abc"));
        scanner.send(Qt::Key_Return, QStringLiteral("\r"));
        QCOMPARE(note->text(), QStringLiteral("abc"));
        note->setFocus();
        scanner.type(QStringLiteral("defgh"));
        QTRY_COMPARE(note->text(), QStringLiteral("abcdefgh"));
    }
    void theFourVerdictsStandInWordsAndNothingStopsTheScanning()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        const auto said = [&] { return bench->textOf("scanOutcome"); };
        bench->find<QLineEdit>("note")->setFocus();
        for (int i = 0; i < 4; ++i)
            scanner.scan(QStringLiteral("CHAIR"));
        QTRY_COMPARE(said(), QStringLiteral("Complete"));
        scanner.scan(QStringLiteral("CHAIR"));
        QTRY_COMPARE(said(), QStringLiteral("More than ordered"));
        scanner.scan(QStringLiteral("ROPE"));
        QTRY_COMPARE(said(), QStringLiteral("Not on this purchase"));
        scanner.scan(QStringLiteral("9780201379624"));
        QTRY_COMPARE(said(), QStringLiteral("Unknown, not counted"));
        scanner.scan(QStringLiteral("LAMP"));
        QTRY_COMPARE(said(), QStringLiteral("Expected"));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(bench->find<QLineEdit>("note")->hasFocus());
        QVERIFY(bench->find<QLabel>("count")->font().pixelSize() >= 32);
    }
    void anUnknownCodeIsGivenToAProductOnTheSpotWhileTheScanningGoesOn()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        const QString ghost = QStringLiteral("9780201379624");
        scanner.scan(ghost);
        scanner.scan(ghost);
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode")));
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode"))->text().contains(QStringLiteral("2 times")));
        QTest::keyClick(bench->shown<QPushButton>(QStringLiteral("whichProduct")), Qt::Key_Space);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("codeProduct"));
        scanner.scan(QStringLiteral("LAMP"));
        QTRY_COMPARE(lampsCounted(*bench), 1);
        QCOMPARE(bench->find<QLineEdit>("codeProduct")->text(), QString());
        Scanner fingers(90);
        fingers.type(QStringLiteral("chair"));
        fingers.send(Qt::Key_Return, QStringLiteral("\r"));
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("codeUnits"));
        fingers.type(QStringLiteral("2"));
        QTRY_COMPARE(bench->find<QLineEdit>("codeUnits")->text(), QStringLiteral("2"));
        fingers.send(Qt::Key_Return, QStringLiteral("\r"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(1), QStringLiteral("4"));
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        scanner.scan(ghost);
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(1), QStringLiteral("6"));
        QVERIFY(must(checkDatabase(bench->connection())).isOk());
    }
    void unknownCodesHoldUpThePosting()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        scanner.scan(QStringLiteral("LAMP"));
        scanner.scan(QStringLiteral("9780201379624"));
        for (int scan = 0; scan < 2; ++scan) {
            scanner.scan(QStringLiteral("DONE"));
            QTRY_VERIFY(bench->message().contains(QStringLiteral("1 code belongs to no product")));
            QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        }
        bench->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench->textOf("postedSentence").startsWith(QStringLiteral("Receipt 1 is posted")));
        QCOMPARE(bench->product("LAMP").stock.onHand, 1);
    }
    /// The machine paused while the scanner wrote: the window got the keys late, or they were made late.
    void aPauseInABurstLosesNothing()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        bench->find<QLineEdit>("note")->setFocus();
        scanner.type(QStringLiteral("400638"));
        QTest::qWait(200); // handled late
        scanner.scan(QStringLiteral("1333931"));
        QTRY_COMPARE(lampsCounted(*bench), 1);
        scanner.type(QStringLiteral("4006381"));
        scanner.pause(150); // made late
        scanner.scan(QStringLiteral("333931"));
        QTRY_COMPARE(lampsCounted(*bench), 2);
        QCOMPARE(bench->find<QLineEdit>("note")->text(), QString());
        scanner.type(QStringLiteral("40"));
        scanner.pause(150); // after its first keys
        scanner.scan(QStringLiteral("06381333931"));
        QTRY_COMPARE(lampsCounted(*bench), 3);
        // As quick as that at first, and then no scanner: it is text.
        scanner.type(QStringLiteral("wet"));
        Scanner fingers(90);
        fingers.pause(10'000);
        fingers.type(QStringLiteral(" carton"));
        fingers.send(Qt::Key_Tab, QStringLiteral("\t"));
        QTRY_COMPARE(bench->find<QLineEdit>("note")->text(), QStringLiteral("wet carton"));
        QCOMPARE(lampsCounted(*bench), 3);
    }
    void timesThatAreNoneCountNothing()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        Scanner fingers(90);
        for (const char *times : {"0*", "-5*", "1.5*", "x*"}) {
            bench->find<ScanField>("scan")->clear();
            fingers.type(QString::fromLatin1(times));
            QTRY_COMPARE(bench->find<ScanField>("scan")->text(), QString::fromLatin1(times));
            scanner.scan(QStringLiteral("LAMP"));
            QTRY_COMPARE(bench->textOf("scanOutcome"), QStringLiteral("Not counted"));
            QCOMPARE(bench->find<ScanField>("scan")->text(), QString::fromLatin1(times));
        }
        QCOMPARE(lampsCounted(*bench), 0);
    }
    void aScanPressesNoButtonOfADialog()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        scanner.scan(QStringLiteral("LAMP"));
        scanner.scan(QStringLiteral("DONE"));
        QTRY_VERIFY(bench->textOf("postedSentence").startsWith(QStringLiteral("Receipt 1 is posted")));
        bench->press(Qt::Key_F12);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *dialog = QApplication::activeModalWidget();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        const auto buttons = dialog->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (!button->isVisible() || !button->isEnabled())
                continue;
            button->setFocus();
            for (const char *code : {"LAMP", "4006381300001"}) {
                scanner.scan(QString::fromLatin1(code));
                QTest::qWait(100);
                QCOMPARE(QApplication::activeModalWidget(), dialog);
            }
            QVERIFY(!must(PurchaseService(bench->connection()).show(PurchaseId{1})).isClosed);
        }
    }
    void aScanPressesNothingOnAnyPage()
    {
        Bench bench(QStringLiteral("overview"));
        must(CountService(bench.connection()).count(QStringLiteral("LAMP"), 5, QStringLiteral("found"), callerAt(6)));
        Scanner scanner;
        const QStringList words = Workspace::pageWords();
        for (const QString &word : words) {
            if (word == u"receive") // it takes them
                continue;
            bench.workspace().showPage(word);
            bench.waitUntilReady();
            const auto buttons = bench.window().findChildren<QAbstractButton *>();
            for (const QPointer<QAbstractButton> button : buttons) {
                if (!button || !button->isVisible() || !button->isEnabled() || button->focusPolicy() == Qt::NoFocus)
                    continue;
                button->setFocus();
                if (!button->hasFocus())
                    continue;
                const QSignalSpy clicks(button, &QAbstractButton::clicked);
                scanner.scan(QStringLiteral("4006381333931"));
                scanner.scan(QStringLiteral("PO-1"), Qt::Key_Tab);
                QCOMPARE(clicks.size(), 0);
                QCOMPARE(bench.page().word(), word);
                QVERIFY2(!QApplication::activeModalWidget(), qPrintable(word + u": " + button->accessibleName()));
            }
        }
        QCOMPARE(bench.product("LAMP").stock.shipped, 0);
    }
    void aScanShipsNoOrderAndIsSaidToBeLost()
    {
        Bench bench(QStringLiteral("overview"));
        must(CountService(bench.connection()).count(QStringLiteral("LAMP"), 5, QStringLiteral("found"), callerAt(6)));
        bench.workspace().showPage(QStringLiteral("ship"));
        bench.waitUntilReady();
        auto *ship = bench.find<QPushButton>("primary");
        QTRY_VERIFY(ship->isEnabled());
        bench.shown<QTableView>(QStringLiteral("readyTable"))->selectRow(0);
        QTRY_COMPARE(ship->text(), QStringLiteral("Ship 1 order"));
        ship->setFocus();
        Scanner scanner;
        for (const char *code : {"4006381333931", "PO-1", "LAMP"}) {
            scanner.scan(QString::fromLatin1(code));
            QTest::qWait(100);
            QCOMPARE(bench.product("LAMP").stock.shipped, 0);
            QVERIFY2(bench.message().contains(QStringLiteral("Ctrl+R")), qPrintable(bench.message()));
        }
        // Fingers press it, however quick they are with what comes before.
        Scanner fingers(40);
        fingers.send(Qt::Key_Space, QStringLiteral(" "));
        QTRY_COMPARE(bench.product("LAMP").stock.shipped, 5);
    }
    void aGridTakesACodeForItsProduct()
    {
        for (int msPerKey : {1, 8, 30}) { // scanned, or typed by whom it may be
            Bench bench(QStringLiteral("overview"));
            bench.workspace().showPage(QStringLiteral("purchases"));
            bench.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("supplier"));
            auto *lines = bench.shown<LinesGrid>(QStringLiteral("purchaseLines"));
            lines->setFocus();
            Scanner(msPerKey).scan(QStringLiteral("LAMP"));
            QTRY_VERIFY(!lines->lines().empty());
            QTRY_COMPARE(lines->lines().front().second.front(), QStringLiteral("LAMP"));
            QTRY_COMPARE(lines->currentColumn(), 1);
        }
    }
    void quickKeysAreNoScanWhereNoneIsMeant()
    {
        Bench bench(QStringLiteral("orders"));
        auto *table = bench.shown<QTableView>(QStringLiteral("ordersTable"));
        table->setFocus();
        table->selectRow(0);
        QVERIFY(bench.page().findChild<OrderPanel *>()->isHidden());
        Scanner(8).scan(QStringLiteral("acme"));
        QTRY_VERIFY(!bench.page().findChild<OrderPanel *>()->isHidden()); // Enter opens the row
        QCOMPARE(bench.message(), QString());
    }
    void aScanGetsIntoNoReasonAndGivesNone()
    {
        Bench bench(QStringLiteral("overview"));
        must(CountService(bench.connection()).count(QStringLiteral("LAMP"), 5, QStringLiteral("found"), callerAt(6)));
        ShippingService shipping(bench.connection());
        const ShipmentId shipment = must(shipping.ship(OrderId{1}, {}, callerAt(7))).shipment;
        bench.workspace().showPage(QStringLiteral("ship"));
        bench.waitUntilReady();
        for (QPushButton *view : bench.page().findChildren<QPushButton *>()) {
            if (view->text() == u"Shipments")
                view->click();
        }
        QTRY_COMPARE(bench.column("shipmentsTable", 0).size(), 1);
        bench.shown<QTableView>(QStringLiteral("shipmentsTable"))->selectRow(0);
        QTRY_VERIFY(bench.shown<QPushButton>(QStringLiteral("voidShipment"))->isEnabled());
        bench.shown<QPushButton>(QStringLiteral("voidShipment"))->click();
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("reason"));
        Scanner scanner;
        scanner.scan(QStringLiteral("4006381333931"));
        QTest::qWait(100);
        QCOMPARE(qobject_cast<QLineEdit *>(bench.focus())->text(), QString());
        QVERIFY(!must(shipping.show(shipment)).isVoid);
        for (int msPerKey : {8, 12, 30, 50, 90}) {
            Scanner fingers(msPerKey);
            fingers.pause(10'000);
            qobject_cast<QLineEdit *>(bench.focus())->clear();
            fingers.type(QStringLiteral("wrong parcel"));
            QTRY_COMPARE(qobject_cast<QLineEdit *>(bench.focus())->text(), QStringLiteral("wrong parcel"));
        }
        Scanner fingers(30);
        fingers.pause(20'000);
        fingers.send(Qt::Key_Return, QStringLiteral("\r"));
        QTRY_VERIFY(must(shipping.show(shipment)).isVoid);
    }
    void timesBeforeAScanCountForIt()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        Scanner fingers(90);
        fingers.type(QStringLiteral("12*"));
        QTRY_COMPARE(bench->find<ScanField>("scan")->text(), QStringLiteral("12*"));
        scanner.scan(QStringLiteral("LAMP"));
        QTRY_COMPARE(lampsCounted(*bench), 12);
        QCOMPARE(bench->find<ScanField>("scan")->text(), QString());
        scanner.scan(QStringLiteral("LAMP"));
        QTRY_COMPARE(lampsCounted(*bench), 13);
    }
    void anotherPurchasesLabelLeadsThereAndBackAgain()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        must(PurchaseService(bench->connection())
                 .place({QStringLiteral("Sund"), {{QStringLiteral("ROPE"), 5, {}}}, QDate(2026, 3, 9), {}}, callerAt(6)));
        scanner.scan(QStringLiteral("LAMP"));
        scanner.scan(QStringLiteral("PO-2"));
        QTRY_COMPARE(bench->textOf("delivery"), QStringLiteral("PO-2 · Sund"));
        scanner.scan(QStringLiteral("ROPE"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 5"));
        scanner.scan(QStringLiteral("PO-1"));
        QTRY_COMPARE(bench->textOf("delivery"), QStringLiteral("PO-1 · Nord"));
        QCOMPARE(lampsCounted(*bench), 1);
        scanner.scan(QStringLiteral("PO-99"));
        QTRY_VERIFY(bench->message().contains(QStringLiteral("PO-99")));
    }
    void dialogsAndOtherPagesAreLeftAlone()
    {
        Scanner scanner;
        const auto bench = countingPurchase(scanner);
        bench->press(Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY(bench->shown(QStringLiteral("goTo")));
        QTRY_COMPARE(QApplication::activeWindow(), bench->shown(QStringLiteral("goTo")));
        scanner.type(QStringLiteral("LAMP"));
        QCOMPARE(qobject_cast<QLineEdit *>(bench->focus())->text(), QStringLiteral("LAMP"));
        bench->press(Qt::Key_Escape);
        bench->press(Qt::Key_2, Qt::ControlModifier);
        bench->find<QLineEdit>("waitingFilter")->setFocus();
        scanner.type(QStringLiteral("LAMP"));
        QCOMPARE(bench->find<QLineEdit>("waitingFilter")->text(), QStringLiteral("LAMP"));
    }
    void theFourOutcomesAreHeardAsFourSounds()
    {
        class Listener final : public SoundPlayer {
        public:
            void play(const QString &file) override { played += file; }
            QStringList played;
        };
        Listener listener;
        ScanSounds::setPlayer(&listener);
        const auto silence = qScopeGuard([] { ScanSounds::setPlayer(nullptr); });
        Scanner scanner;
        const auto bench = countingPurchase(scanner); // 12 LAMP and 4 CHAIR
        QStringList expected;
        for (const auto &[code, verdict] : {std::pair("LAMP", ScanVerdict::Expected), std::pair("5*CHAIR", ScanVerdict::MoreThanOrdered),
                                            std::pair("ROPE", ScanVerdict::NotOnPurchase), std::pair("NOSUCHCODE", ScanVerdict::Unknown)}) {
            scanner.scan(QString::fromLatin1(code));
            expected += ScanSounds::fileOf(verdict);
            QTRY_COMPARE(listener.played, expected);
        }
        QCOMPARE(QSet<QString>(expected.cbegin(), expected.cend()).size(), 4);
    }
    void eachVerdictHasASoundOfItsOwn()
    {
        QSet<QByteArray> sounds;
        for (ScanVerdict verdict :
             {ScanVerdict::Expected, ScanVerdict::MoreThanOrdered, ScanVerdict::NotOnPurchase, ScanVerdict::Unknown}) {
            QFile file(ScanSounds::fileOf(verdict));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            const QByteArray bytes = file.readAll();
            QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WAVE");
            sounds.insert(bytes);
            // Short enough not to run into the next scan, and loud enough for a hall.
            constexpr int header = 44;
            constexpr int samplesPerSecond = 22'050;
            const auto *samples = reinterpret_cast<const qint16 *>(bytes.constData() + header);
            const qsizetype count = (bytes.size() - header) / qsizetype(sizeof(qint16));
            const qint16 loudest = std::accumulate(samples, samples + count, qint16(0),
                                                   [](qint16 most, qint16 sample) { return qMax(most, qint16(qAbs(int(sample)))); });
            QVERIFY2(count < samplesPerSecond / 2, qPrintable(file.fileName()));
            QVERIFY2(loudest > 12'000 && loudest < 30'000, qPrintable(file.fileName()));
        }
        QCOMPARE(sounds.size(), 4);
        QVERIFY2(ScanSounds::player(), "what plays the sounds is not beside the program");
        ScanSounds quiet;
        quiet.setOn(false);
        QVERIFY(!ScanSounds().isOn());
        quiet.setOn(true);
        QVERIFY(ScanSounds().isOn());
    }
};

QTEST_MAIN(ScannerTest)
#include "scannertest.moc"
