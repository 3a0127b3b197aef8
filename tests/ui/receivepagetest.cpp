#include "models/domain/scantext.h"
#include "models/services/checkservice.h"
#include "models/services/linejumps.h"
#include "models/services/orderservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingcounts.h"
#include "models/services/shippingservice.h"
#include "models/tables/receiptlinesmodel.h"
#include "models/tables/receiptmodel.h"
#include "models/tables/servedmodel.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/scanner.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scanfield.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The page with purchase 1 open, as a scan of its label opens it.
std::unique_ptr<Bench> countingPurchase()
{
    auto bench = std::make_unique<Bench>(QStringLiteral("receive"));
    bench->enter(QStringLiteral("PO-1"));
    if (!QTest::qWaitFor([&] { return bench->find<ScanField>("scan")->hasFocus(); }))
        qFatal("The purchase does not open.");
    return bench;
}

/// The area that the page scrolls in.
QScrollArea *areaAround(Bench &bench)
{
    QWidget *around = &bench.page();
    while (around && !qobject_cast<QScrollArea *>(around))
        around = around->parentWidget();
    return qobject_cast<QScrollArea *>(around);
}

Counter::Outcome outcome(const Bench &bench) { return bench.find<Counter>("counter")->outcome(); }

QStringList whoGetsWhat(const Bench &bench)
{
    QStringList rows;
    const QStringList customers = bench.column("served", ServedModel::Customer);
    const QStringList units = bench.column("served", ServedModel::Units);
    const QStringList remaining = bench.column("served", ServedModel::Remaining);
    for (qsizetype row = 0; row < customers.size() && units[row] != u"0"; ++row)
        rows += QStringLiteral("%1 gets %2, waits for %3").arg(customers[row], units[row], remaining[row]);
    return rows;
}

const QStringList sevenLamps{QStringLiteral("Acme gets 5, waits for 0"), QStringLiteral("Bolt gets 2, waits for 2")};

void post(Bench &bench)
{
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(bench.textOf("postedSentence").contains(QStringLiteral("is posted")), qPrintable(bench.message()));
}

bool rulesHold(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return false;
    }
    return true;
}

/// The buttons and fields of the content that a glove would miss; the rail and the menus are not for the scanning hand.
QStringList tooSmall(QWidget *place)
{
    QStringList small;
    const auto controls = place->findChildren<QWidget *>();
    for (QWidget *control : controls) {
        const bool isField = qobject_cast<QLineEdit *>(control) && !qobject_cast<QComboBox *>(control->parentWidget());
        if ((isField || qobject_cast<QPushButton *>(control) || qobject_cast<QComboBox *>(control)) && control->isVisible() &&
            control->height() < 48)
            small += QStringLiteral("%1 “%2” %3")
                         .arg(QLatin1String(control->metaObject()->className()), control->objectName())
                         .arg(control->height());
    }
    return small;
}

} // namespace

class ReceivePageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void aPurchaseNumberOpensItsLinesAtZero()
    {
        const auto bench = countingPurchase();
        QCOMPARE(bench->textOf("delivery"), QStringLiteral("PO-1 · Nord"));
        QCOMPARE(bench->textOf("count"), QStringLiteral("0 of 16"));
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Progress),
                 (QStringList{QStringLiteral("0 of 12"), QStringLiteral("0 of 4")}));
    }
    void anUnknownPurchaseNumberIsSaidAndStays()
    {
        Bench bench(QStringLiteral("receive"));
        bench.enter(QStringLiteral("PO-77"));
        QTRY_VERIFY(bench.message().contains(QStringLiteral("PO-77")));
        QCOMPARE(bench.find<QLineEdit>("purchaseFilter")->text(), QStringLiteral("PO-77"));
    }
    void enterCountsOneAndTimesCountMore()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("lamp"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 12"));
        bench->enter(QStringLiteral("3*LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("4 of 12"));
        bench->enter(QStringLiteral("2*"));
        bench->enter(QStringLiteral("4006381333931"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("6 of 12"));
        QCOMPARE(outcome(*bench), Counter::Outcome::Counted);
    }
    void sixtyScansWithoutAPauseAllCount()
    {
        const auto bench = countingPurchase();
        for (int scan = 0; scan < 60; ++scan)
            bench->enter(scan % 2 ? QStringLiteral("LAMP") : QStringLiteral("4006381333931"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("60"));
    }
    void everyOutcomeIsSaidInThePage()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("4*CHAIR"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::Complete);
        bench->enter(QStringLiteral("CHAIR"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::TooMany);
        QCOMPARE(bench->textOf("scanOutcome"), QStringLiteral("More than ordered"));
        bench->enter(QStringLiteral("ROPE"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::NotOnPurchase);
        bench->enter(QStringLiteral("GHOST"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::Unknown);
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode")));
        QVERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode"))->text().contains(QStringLiteral("GHOST")));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(bench->find<ScanField>("scan")->hasFocus());
    }
    void theLastScanIsTakenBack()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("5*LAMP"));
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("6 of 12"));
        bench->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("5 of 12"));
        QCOMPARE(outcome(*bench), Counter::Outcome::TakenBack);
        bench->enter(QStringLiteral("UNDO"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("0 of 12"));
    }
    void oneKeyCountsAllOfALineOrOfThePurchase()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("CHAIR"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 4"));
        bench->press(Qt::Key_F8);
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("4 of 4"));
        bench->press(Qt::Key_F9);
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Progress),
                     (QStringList{QStringLiteral("12 of 12"), QStringLiteral("4 of 4")}));
    }
    void damagedUnitsAreTypedInTheTableAndDoNotComeIntoStock()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("7 of 12"));
        bench->press(Qt::Key_Tab);
        QVERIFY(bench->find<QTableView>("receiptLines")->hasFocus());
        bench->press(Qt::Key_Right);
        bench->type(QStringLiteral("2"));
        bench->press(Qt::Key_Return);
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Damaged).value(0), QStringLiteral("2"));
        QTRY_VERIFY(bench->textOf("servedSummary").contains(QStringLiteral("2 damaged")));
        bench->press(Qt::Key_Escape);
        bench->press(Qt::Key_F7);
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Damaged).value(0), QStringLiteral("3"));
        bench->enter(QStringLiteral("DAMAGED"));
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Damaged).value(0), QStringLiteral("4"));
        post(*bench);
        QCOMPARE(bench->product("LAMP").stock.onHand, 7);
    }
    void whoWaitedLongestIsServedFirstAndWhatIsPostedIsWhatWasShown()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(whoGetsWhat(*bench), sevenLamps);
        QCOMPARE(bench->textOf("servedSummary"), QStringLiteral("7 units: 7 go to 2 waiting orders, 0 stay free."));
        post(*bench);
        QCOMPARE(whoGetsWhat(*bench), sevenLamps);
        QCOMPARE(bench->product("LAMP").stock.allocated, 7);
        QVERIFY(rulesHold(bench->connection()));
    }
    void aScanAndPostWithoutAPauseLosesNothing()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        QCOMPARE(whoGetsWhat(*bench), sevenLamps);
    }
    void theChosenPolicyIsPreviewedAndPosted()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("3*LAMP"));
        QTRY_COMPARE(whoGetsWhat(*bench).size(), 1);
        auto *policy = bench->find<QComboBox>("policy");
        policy->setFocus();
        QTest::keyClicks(policy, QStringLiteral("One"));
        bench->press(Qt::Key_Return);
        QTRY_COMPARE(whoGetsWhat(*bench).size(), 3);
        QVERIFY2(bench->textOf("policyDifference").contains(QStringLiteral("Acme gets 1 LAMP instead of 3, Bolt gets 1 LAMP")),
                 qPrintable(bench->textOf("policyDifference")));
        // Who decides otherwise is asked why.
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(bench->message().contains(QStringLiteral("say why in the note")), qPrintable(bench->message()));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QCOMPARE(bench->focus()->objectName(), QStringLiteral("note"));
        bench->type(QStringLiteral("promised at the fair"));
        post(*bench);
        QCOMPARE(whoGetsWhat(*bench).size(), 3);
        QCOMPARE(must(lineJumps(bench->connection())).front().jump.operation.reason, QStringLiteral("promised at the fair"));
    }
    void anotherPolicyCanBePostedWithoutAReason()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("3*LAMP"));
        bench->enter(QStringLiteral("9*CHAIR"));
        bench->enter(QStringLiteral("GHOST"));
        bench->find<QComboBox>("policy")->setFocus();
        QTest::keyClicks(bench->focus(), QStringLiteral("One"));
        bench->press(Qt::Key_Return);
        QTRY_COMPARE(whoGetsWhat(*bench).size(), 3);
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        for (const char *asked : {"1 code belongs to no product", "More came than the tolerance", "say why in the note"}) // all at once
            QTRY_VERIFY2(bench->message().contains(QLatin1String(asked)), qPrintable(bench->message()));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        bench->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench->textOf("postedSentence").startsWith(QStringLiteral("Receipt 1 is posted")));
        QCOMPARE(bench->product("CHAIR").stock.onHand, 9);
    }
    void aPurchaseThatIsNotThereIsNotSaidToBeNone()
    {
        Bench bench(QStringLiteral("receive"));
        bench.type(QStringLiteral("zzzz"));
        const auto sentence = [&] {
            for (const QLabel *label : bench.find<DataTable>("openPurchases")->findChildren<QLabel *>()) {
                if (label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(sentence(), QStringLiteral("No open purchase is meant by this filter."));
        for (QPushButton *button : bench.find<DataTable>("openPurchases")->findChildren<QPushButton *>())
            button->click();
        QTRY_COMPARE(bench.column("openPurchases", 0).size(), 1);
        QCOMPARE(bench.find<QLineEdit>("purchaseFilter")->text(), QString());
    }
    void damagedUnitsCountOnceEverywhere()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("3*LAMP"));
        bench->press(Qt::Key_F7);
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("4 of 12"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Progress).value(0), QStringLiteral("4 of 12"));
        bench->press(Qt::Key_Escape);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("purchaseFilter"));
        bench->enter(QStringLiteral("PO-1"));
        QTRY_VERIFY(bench->message().contains(QStringLiteral("4 units were counted here before")));
        QCOMPARE(bench->textOf("count"), QStringLiteral("4 of 16"));
    }
    void aNumberThatIsTooLargeIsRefusedAsThat()
    {
        const auto bench = countingPurchase();
        bench->window().resize(512, 350);
        bench->enter(QStringLiteral("99999999999*LAMP"));
        QTRY_VERIFY2(bench->textOf("scanned").contains(QStringLiteral("is more than can be counted")),
                     qPrintable(bench->textOf("scanned")));
        bench->find<ScanField>("scan")->clear();
        bench->enter(QStringLiteral("900000000*LAMP"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::TooMany);
        // Its words are not broken letter by letter beside it.
        const auto *words = bench->find<QLabel>("scanOutcome");
        QTRY_VERIFY(words->width() >= words->fontMetrics().horizontalAdvance(QStringLiteral("More than")));
        QTRY_VERIFY(words->height() <= 3 * words->fontMetrics().height());
    }
    void whoGetsNothingIsListedWithTheReason()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(whoGetsWhat(*bench), sevenLamps);
        QTRY_COMPARE(bench->column("served", ServedModel::Customer).size(), 3);
        QCOMPARE(bench->column("served", ServedModel::Customer).last(), QStringLiteral("Cord"));
        QCOMPARE(bench->column("served", ServedModel::Place).last(), QStringLiteral("3"));
        QCOMPARE(bench->column("served", ServedModel::Why),
                 QStringList({QString(), QStringLiteral("served in part"), QStringLiteral("9 units ahead, and nothing is left")}));
        bench->find<QComboBox>("policy")->setFocus();
        QTest::keyClicks(bench->focus(), QStringLiteral("Who")); // 5, 4 and 6 wait: the first two do not both fit
        bench->press(Qt::Key_Return);
        QTRY_VERIFY(bench->column("served", ServedModel::Why).contains(QStringLiteral("passed over: not enough was left for all of it")));
        // What each would get by its product's own policy stands beside it.
        QVERIFY(!bench->find<QTableView>("served")->isColumnHidden(ServedModel::Usual));
        QCOMPARE(bench->column("served", ServedModel::Usual), QStringList({"5", "2", "0"}));
        bench->find<QLineEdit>("note")->setFocus();
        bench->type(QStringLiteral("only whole ones"));
        post(*bench);
        QVERIFY(bench->find<QTableView>("served")->isColumnHidden(ServedModel::Usual));
        QCOMPARE(bench->column("served", ServedModel::Customer).size(), 3);
    }
    void whoIsPassedOverIsSaidWithTheReason()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("4*LAMP"));
        bench->find<QComboBox>("policy")->setFocus();
        QTest::keyClicks(bench->focus(), QStringLiteral("Who"));
        bench->press(Qt::Key_Return);
        QTRY_COMPARE(bench->textOf("passedOver"), QStringLiteral("Passed over: Acme waits for 5 LAMP, not enough was left for all of it."));
        QTRY_COMPARE(whoGetsWhat(*bench), QStringList{QStringLiteral("Bolt gets 4, waits for 0")});
    }
    void aLineThatChangedMeanwhileIsShownAnewInsteadOfPosted()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(whoGetsWhat(*bench), sevenLamps);
        must(OrderService(bench->connection()).cancel(OrderId{1}, {}, {}, QStringLiteral("changed mind"), callerAt(70)));
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(bench->message().contains(QStringLiteral("Acme gets none of the 5 LAMP, Bolt gets 4 LAMP instead of 2")),
                     qPrintable(bench->message()));
        QTRY_COMPARE(whoGetsWhat(*bench).value(0), QStringLiteral("Bolt gets 4, waits for 0"));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        post(*bench);
        QCOMPARE(bench->product("LAMP").stock.onHand, 7);
    }
    void undoTakesTheReceiptBackAndKeepsTheCount()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        bench->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("is void")));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QCOMPARE(bench->product("LAMP").stock.waitingBackorder, 15);
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("7"));
        QVERIFY(rulesHold(bench->connection()));
    }
    void undoWhileTheReceiptIsPostedMeansTheReceipt()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("7 of 12"));
        QTRY_COMPARE(whoGetsWhat(*bench), sevenLamps);
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        bench->press(Qt::Key_Z, Qt::ControlModifier); // before anything has come of it
        QTRY_VERIFY2(bench->message().contains(QStringLiteral("is void")), qPrintable(bench->message()));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("7"));
    }
    void undoTakesAReceiptBackThatServedNobody()
    {
        const auto bench = std::make_unique<Bench>(QStringLiteral("receive"));
        QTest::keyClick(bench->find<QPushButton>("blind"), Qt::Key_Space);
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        bench->enter(QStringLiteral("ROPE"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("1"));
        post(*bench);
        bench->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY2(bench->message().contains(QStringLiteral("is void")), qPrintable(bench->message()));
        QCOMPARE(bench->product("ROPE").stock.onHand, 0);
    }
    void aCountStaysWhenItIsLeft()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 12"));
        bench->press(Qt::Key_Escape);
        QTRY_VERIFY(bench->find<QLineEdit>("purchaseFilter")->hasFocus());
        QVERIFY(bench->prompts.asked.isEmpty());
        QTRY_VERIFY(bench->shown<QPushButton>(QStringLiteral("goOnCounting")));
        auto *goOn = bench->shown<QPushButton>(QStringLiteral("goOnCounting"));
        QCOMPARE(goOn->text(), QStringLiteral("PO-1 · 1 unit"));
        QTest::keyClick(goOn, Qt::Key_Space);
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("1"));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
    }
    void aCountIsThrownAwayAndComesBack()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("3*LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("3 of 12"));
        QTest::keyClick(bench->find<QPushButton>("discardCount"), Qt::Key_Space);
        QTRY_VERIFY(bench->find<QLineEdit>("purchaseFilter")->hasFocus());
        bench->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("is back")));
        bench->enter(QStringLiteral("PO-1"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("3"));
    }
    void moreThanTheToleranceAsksForAConsciousYes()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("14*LAMP"));
        bench->enter(QStringLiteral("DONE"));
        QTRY_VERIFY(bench->message().contains(QStringLiteral("LAMP: 14 of 12")));
        bench->enter(QStringLiteral("DONE")); // by mistake once more
        QTRY_VERIFY(bench->message().contains(QStringLiteral("LAMP: 14 of 12")));
        QVERIFY(!QApplication::activeModalWidget());
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QTRY_COMPARE(whoGetsWhat(*bench).size(), 3);
        bench->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench->textOf("postedSentence").contains(QStringLiteral("is posted")));
        QCOMPARE(bench->product("LAMP").stock.onHand, 14);
        QVERIFY(rulesHold(bench->connection()));
    }
    void theRestIsSaidNotToComeByTwoKeys()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        QVERIFY(bench->textOf("missing").contains(QStringLiteral("9 units")));
        bench->press(Qt::Key_F12);
        QTRY_VERIFY(bench->shown(QStringLiteral("purchaseDayDialog")));
        auto *finding = bench->shown<QLabel>(QStringLiteral("affectedFinding"));
        QTRY_VERIFY2(finding->text().contains(QStringLiteral("affected")), qPrintable(finding->text()));
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("save"));
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(must(PurchaseService(bench->connection()).show(PurchaseId{1})).isClosed);
        QTRY_VERIFY(bench->find<QLabel>("missing")->isHidden());
        bench->window().activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), &bench->window());
        bench->workspace().undo();
        QTRY_VERIFY(!bench->find<QLabel>("missing")->isHidden());
        QCOMPARE(must(PurchaseService(bench->connection()).show(PurchaseId{1})).toCome(), Units(9));
    }
    void whatIsStillToComeIsCountedInOneWay()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("6*LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("6 of 12"));
        must(ReceivingCounts(bench->connection()).correct({1}, bench->product("LAMP").id, {}, 1, callerAt(60)));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Damaged).value(0), QStringLiteral("1"));
        post(*bench);
        QVERIFY2(bench->textOf("postedSentence").contains(QStringLiteral("1 damaged unit does not")),
                 qPrintable(bench->textOf("postedSentence")));
        QCOMPARE(bench->textOf("missing"), QStringLiteral("10 units still to come: the rest of the purchase stays open."));
        bench->press(Qt::Key_F12);
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("affectedFinding")));
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("affectedFinding"))->text().startsWith(QStringLiteral("10 units still to come")));
    }
    void aReceiptIsVoidedFromTheListOfReceipts()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        bench->workspace().go({Destination::Kind::Receipt, 1, {}});
        QTRY_VERIFY(bench->shown(QStringLiteral("voidReceipt")));
        QTRY_COMPARE(QApplication::activeWindow(), bench->shown(QStringLiteral("voidReceipt"))->window());
        auto *receipts = bench->shown<DataTable>(QStringLiteral("receiptsTable"));
        QTRY_COMPARE(Bench::column(receipts, ReceiptModel::Purchase), QStringList{QStringLiteral("PO-1")});
        QCOMPARE(Bench::column(receipts, ReceiptModel::Supplier), QStringList{QStringLiteral("Nord")});
        QCOMPARE(Bench::column(receipts, ReceiptModel::Units_), QStringList{QStringLiteral("7")});
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
        QTRY_VERIFY(bench->shown(QStringLiteral("voidReceipt"))->isEnabled());
        receipts->setFocus();
        bench->press(Qt::Key_Delete);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("reason"));
        bench->press(Qt::Key_Return);
        QVERIFY(bench->shown<QLabel>(QStringLiteral("reasonProblem")));
        bench->enter(QStringLiteral("wrong pallet"));
        QTRY_COMPARE(Bench::column(receipts, ReceiptModel::State), QStringList{QStringLiteral("Voided")});
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("receiptFacts"))->text().contains(QStringLiteral("Voided by")));
        QVERIFY(bench->shown<QLabel>(QStringLiteral("receiptFacts"))->text().endsWith(QStringLiteral(": wrong pallet")));
        QVERIFY(!bench->shown(QStringLiteral("giveReason")));
        QTRY_VERIFY(!bench->shown(QStringLiteral("voidReceipt"))->isEnabled());
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QTRY_VERIFY(bench->find<ScanField>("scan")->isEnabled()); // its count is open again
        QVERIFY(rulesHold(bench->connection()));
    }
    void aReceiptWhoseUnitsHaveShippedIsNotVoided()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        must(ShippingService(bench->connection()).ship({1}, {}, callerAt(900)));
        bench->workspace().go({Destination::Kind::Receipt, 1, {}});
        QTRY_VERIFY(bench->shown(QStringLiteral("voidReceipt")));
        QTRY_COMPARE(QApplication::activeWindow(), bench->shown(QStringLiteral("voidReceipt"))->window());
        QTRY_VERIFY(bench->shown(QStringLiteral("voidReceipt"))->isEnabled());
        bench->shown<DataTable>(QStringLiteral("receiptsTable"))->setFocus();
        bench->press(Qt::Key_Delete);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("reason"));
        bench->enter(QStringLiteral("wrong pallet"));
        auto *message = QApplication::activeWindow()->findChild<MessageBar *>();
        QTRY_VERIFY2(message->text().contains(QStringLiteral("shipment 1")), qPrintable(message->text()));
        QCOMPARE(bench->product("LAMP").stock.onHand, 2);
    }
    void oneKeyLeadsToTheOrdersThatAreCovered()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        bench->press(Qt::Key_F6);
        QCOMPARE(bench->page().word(), QStringLiteral("ship"));
        QTRY_COMPARE(bench->column("readyTable", 1), (QStringList{QStringLiteral("Acme"), QStringLiteral("Bolt")}));
        QCOMPARE(bench->find<QPushButton>("readyOnly")->accessibleName(), QStringLiteral("Only the 2 orders covered"));
        QVERIFY(bench->find<QPushButton>("readyOnly")->isVisible());
        bench->workspace().showPage(QStringLiteral("orders"));
        bench->workspace().showPage(QStringLiteral("ship"));
        QVERIFY(!bench->find<QPushButton>("readyOnly")->isVisible());
    }
    void oneKeyLeadsToThePickList()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        post(*bench);
        bench->press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(bench->shown(QStringLiteral("printDialog")));
        bench->shown(QStringLiteral("printDialog"))->close();
    }
    void aNoteNumberThatIsKnownIsWarnedOf()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 12"));
        bench->find<QLineEdit>("reference")->setFocus();
        QTest::keyClicks(bench->focus(), QStringLiteral("DN8"), Qt::NoModifier, 0);
        bench->press(Qt::Key_Return);
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        post(*bench);
        bench->enter(QStringLiteral("PO-1"));
        QTRY_VERIFY(bench->find<ScanField>("scan")->hasFocus());
        QVERIFY(bench->find<QLabel>("referenceWarning")->isHidden());
        bench->find<QLineEdit>("reference")->setFocus();
        QTest::keyClicks(bench->focus(), QStringLiteral("DN8"), Qt::NoModifier, 0);
        bench->press(Qt::Key_Tab);
        QTRY_VERIFY(bench->textOf("referenceWarning").contains(QStringLiteral("Receipt 1")));
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 11"));
        post(*bench); // warned, not kept from it
        QCOMPARE(must(ProductService(bench->connection()).show(QStringLiteral("LAMP"))).stock.onHand, 2);
    }
    void anotherDesksScansAreShown()
    {
        const auto bench = countingPurchase();
        Caller bea = callerAt(61);
        bea.actor = QStringLiteral("bea");
        ReceivingCounts counts(bench->connection());
        const ReceivingCountId count = must(counts.open(PurchaseId{1}, bea)).count.id;
        must(counts.scan(count, readScan(QStringLiteral("4*LAMP")), false, bea));
        constexpr int patience = 10'000;
        QTRY_COMPARE_WITH_TIMEOUT(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("4"), patience);
        must(counts.post(count, must(counts.preview(count)).outcome.value(), false, bea));
        QTRY_VERIFY_WITH_TIMEOUT(bench->message().contains(QStringLiteral("Another desk has posted")), patience);
    }
    void goodsWithoutAPurchaseAreCountedAndTheRestStaysFree()
    {
        Bench bench(QStringLiteral("receive"));
        QTest::keyClick(bench.find<QPushButton>("blind"), Qt::Key_Space);
        bench.enter(QStringLiteral("5*ROPE"));
        QTRY_VERIFY(bench.textOf("leftFree").contains(QStringLiteral("ROPE: 5")));
        post(bench);
        QCOMPARE(bench.product("ROPE").stock.available(), 5);
    }
    void nothingCountedPostsNothing()
    {
        const auto bench = countingPurchase();
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("Nothing is counted yet")));
    }
    void aPurchaseIsPlacedFromHereAndOpened()
    {
        Bench bench(QStringLiteral("receive"));
        QTest::keyClick(bench.find<QPushButton>("newPurchase"), Qt::Key_Space);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *dialog = QApplication::activeModalWidget();
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        bench.find<QLineEdit>("supplier")->setFocus();
        bench.enter(QStringLiteral("Sund"));
        bench.enter(QStringLiteral("+14"));
        bench.press(Qt::Key_Return);
        auto *lines = bench.find<LinesGrid>("purchaseLines");
        QTRY_VERIFY(lines->hasFocus()); // the keys typed while the supplier was looked up have come through
        lines->paste(QStringLiteral("ROPE\t20\t0.30\nGHOST\t1"));
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.textOf("lineProblem").contains(QStringLiteral("GHOST")));
        QCOMPARE(lines->lines().size(), size_t(2));
        lines->setCurrentCell(1, 0);
        lines->setFocus();
        bench.press(Qt::Key_Delete, Qt::ControlModifier);
        bench.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bench.textOf("delivery"), QStringLiteral("PO-2 · Sund"));
        const StoredPurchase placed = must(PurchaseService(bench.connection()).show(PurchaseId{2}));
        QCOMPARE(placed.expected, QDate(2026, 3, 16));
        QCOMPARE(placed.lines.front().unitCost, Money(30));
    }
    void everyControlHasAName()
    {
        const auto bench = countingPurchase();
        QCOMPARE(namelessControls(&bench->page()).join(u'\n'), QString());
        bench->enter(QStringLiteral("GHOST"));
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode")));
        QCOMPARE(namelessControls(&bench->page()).join(u'\n'), QString());
        bench->press(Qt::Key_Escape);
        QTRY_COMPARE(namelessControls(&bench->page()).join(u'\n'), QString());
    }
    void targetsAreLargeEnoughForGloves()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("GHOST"));
        QTRY_VERIFY(bench->shown<QLabel>(QStringLiteral("unknownCode")));
        QTRY_COMPARE(tooSmall(&bench->window()).join(u'\n'), QString());
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("1"));
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("belongs to no product")));
        QTRY_COMPARE(tooSmall(&bench->window()).join(u'\n'), QString());
        bench->press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(bench->textOf("postedSentence").startsWith(QStringLiteral("Receipt 1 is posted")));
        QTRY_COMPARE(tooSmall(&bench->window()).join(u'\n'), QString());
        bench->press(Qt::Key_F12);
        QTRY_VERIFY(QApplication::activeModalWidget());
        QCOMPARE(tooSmall(QApplication::activeModalWidget()).join(u'\n'), QString());
        QVERIFY(bench->find<ScanField>("scan")->height() >= 48);
    }

    void theButtonsStandInViewBelowABanner()
    {
        const auto bench = countingPurchase();
        bench->window().resize(1024, 720);
        bench->enter(QStringLiteral("2*LAMP"));
        QTRY_COMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("2"));
        bench->press(Qt::Key_Escape);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("purchaseFilter"));
        bench->enter(QStringLiteral("PO-1"));
        QTRY_VERIFY(bench->message().contains(QStringLiteral("2 units were counted here before")));
        for (const char *name : {"completeLine", "takeBack", "damaged"}) {
            const auto *button = bench->find<QPushButton>(name);
            QTRY_VERIFY2(button->visibleRegion().boundingRect() == button->rect(), name);
        }
    }

    void theLastScanAndItsLineStandInViewInASmallWindow_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1024 × 768") << QSize(1024, 720);
        QTest::newRow("the same at 200 %") << QSize(512, 350);
    }
    void theLastScanAndItsLineStandInViewInASmallWindow()
    {
        QFETCH(QSize, size);
        const auto bench = countingPurchase();
        bench->window().resize(size);
        auto *counter = bench->find<Counter>("counter");
        auto *table = bench->find<DataTable>("receiptLines");
        const auto isSeen = [&] {
            const QRect line = table->visualRect(table->currentIndex());
            return counter->visibleRegion().boundingRect() == counter->rect() &&
                   table->viewport()->visibleRegion().boundingRect().contains(line.left() + 1, line.top()) &&
                   table->viewport()->visibleRegion().boundingRect().contains(line.left() + 1, line.bottom());
        };
        auto *around = areaAround(*bench);
        QVERIFY(around);
        for (const char *code : {"GHOST", "9999999999994", "CHAIR", "LAMP", "ROPE", "CHAIR"}) {
            bench->enter(QString::fromLatin1(code));
            QTRY_VERIFY(bench->textOf("scanned").contains(QLatin1String(code)));
            QTRY_VERIFY2(isSeen() || !table->currentIndex().isValid(), code);
            // Whatever stands at the side lies on nothing else.
            const auto *unknown = bench->find<QWidget>("unknownCodes");
            QTRY_VERIFY2(!unknown->isVisible() || !unknown->geometry().intersects(table->geometry()), code);
            QTRY_VERIFY2(!counter->geometry().intersects(table->geometry()), code);
            QTRY_VERIFY2(around->horizontalScrollBar()->maximum() == 0, code);
        }
        QVERIFY(!table->isColumnHidden(ReceiptLinesModel::Progress));
        // What is asked before posting stands in view, too.
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("2 codes belong to no product")));
        auto *message = bench->page().findChild<MessageBar *>();
        QTRY_COMPARE(message->visibleRegion().boundingRect(), message->rect());
    }
    void whatWasRefusedStandsUntilSomethingCounts()
    {
        const auto bench = countingPurchase();
        auto *field = bench->find<ScanField>("scan");
        bench->enter(QStringLiteral("0*LAMP"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::Refused);
        QCOMPARE(field->text(), QStringLiteral("0*LAMP"));
        Scanner scanner;
        scanner.scan(QStringLiteral("GHOST"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::Unknown);
        QCOMPARE(field->text(), QStringLiteral("0*LAMP"));
        scanner.scan(QStringLiteral("CHAIR"));
        QTRY_COMPARE(outcome(*bench), Counter::Outcome::Counted);
        QCOMPARE(field->text(), QString());
    }
    void rowsOfListsAreLargeEnoughForGloves()
    {
        const auto bench = countingPurchase();
        QVERIFY(bench->find<QComboBox>("policy")->view()->sizeHintForRow(0) >= 48);
        bench->enter(QStringLiteral("GHOST"));
        QTRY_VERIFY(bench->shown<QPushButton>(QStringLiteral("whichProduct")));
        QTest::keyClick(bench->shown<QPushButton>(QStringLiteral("whichProduct")), Qt::Key_Space);
        QTRY_COMPARE(bench->focus()->objectName(), QStringLiteral("codeProduct"));
        QTest::keyClicks(bench->focus(), QStringLiteral("chair"), Qt::NoModifier, 100);
        QTRY_VERIFY(bench->shown<QListWidget>(QStringLiteral("suggestions")));
        QVERIFY(bench->shown<QListWidget>(QStringLiteral("suggestions"))->sizeHintForRow(0) >= 48);
    }
    void whyALineGoesWithoutIsReadWithoutScrollingSideways()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(bench->column("served", ServedModel::Customer).size(), 3);
        const QString why = QStringLiteral("Bolt, order 2: served in part.");
        QTRY_COMPARE(bench->textOf("servedWhy"), why);
        for (const char *name : {"served", "receiptLines"}) {
            auto *table = bench->find<DataTable>(name);
            QVERIFY2(table->horizontalScrollBar()->maximum() == 0, name);
        }
        QVERIFY(bench->find<QTableView>("served")->isColumnHidden(ServedModel::Why) == bench->find<QLabel>("servedWhy")->isVisible());
    }

    void typedTimesAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("times");
        QTest::addColumn<QString>("code");
        QTest::newRow("code") << "LAMP" << qint64(1) << "LAMP";
        QTest::newRow("times") << "12*LAMP" << qint64(12) << "LAMP";
        QTest::newRow("times alone") << "12*" << qint64(12) << "";
        QTest::newRow("star in a SKU") << "A*1" << qint64(1) << "A*1";
        QTest::newRow("no times") << "0*LAMP" << qint64(1) << "0*LAMP";
        QTest::newRow("spaces") << " 3 * LAMP " << qint64(3) << "LAMP";
    }
    void typedTimesAreRead()
    {
        QFETCH(QString, typed);
        const ScanText scan = readScan(typed);
        QTEST(scan.times, "times");
        QTEST(scan.code, "code");
    }
    void typedDaysAreRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("iso") << "2026-10-14" << QDate(2026, 10, 14);
        QTest::newRow("today") << "t" << QDate(2026, 3, 20);
        QTest::newRow("in days") << "+14" << QDate(2026, 4, 3);
        QTest::newRow("in weeks") << "w2" << QDate(2026, 4, 3);
        QTest::newRow("this month") << "25" << QDate(2026, 3, 25);
        QTest::newRow("next month") << "3" << QDate(2026, 4, 3);
        QTest::newRow("none") << "soon" << QDate();
    }
    void typedDaysAreRead()
    {
        QFETCH(QString, typed);
        QTEST(DayField::read(typed, QDate(2026, 3, 20)), "day");
    }
};

QTEST_MAIN(ReceivePageTest)
#include "receivepagetest.moc"
