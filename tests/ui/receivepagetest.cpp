#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/purchaseservice.h"
#include "models/tables/receiptlinesmodel.h"
#include "models/tables/servedmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/counter.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/scanfield.h"
#include "ui/widgets/scantext.h"

#include <QComboBox>
#include <QPushButton>
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

Counter::Outcome outcome(const Bench &bench) { return bench.find<Counter>("counter")->outcome(); }

QStringList whoGetsWhat(const Bench &bench)
{
    QStringList rows;
    const QStringList customers = bench.column("served", ServedModel::Customer);
    const QStringList units = bench.column("served", ServedModel::Units);
    const QStringList remaining = bench.column("served", ServedModel::Remaining);
    for (qsizetype row = 0; row < customers.size(); ++row)
        rows += QStringLiteral("%1 gets %2, waits for %3").arg(customers[row], units[row], remaining[row]);
    return rows;
}

const QStringList sevenLamps{QStringLiteral("Acme gets 5, waits for 0"), QStringLiteral("Bolt gets 2, waits for 2")};

void post(Bench &bench)
{
    bench.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(bench.textOf("servedTitle").contains(QStringLiteral("is posted")), qPrintable(bench.message()));
}

bool rulesHold(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return false;
    }
    return true;
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
        QVERIFY(bench->textOf("unknownCodes").contains(QStringLiteral("GHOST")));
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
        QCOMPARE(bench->textOf("count"), QStringLiteral("5 of 12"));
        QCOMPARE(outcome(*bench), Counter::Outcome::TakenBack);
    }
    void oneKeyCountsAllOfALineOrOfThePurchase()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("CHAIR"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 4"));
        bench->press(Qt::Key_F8);
        QCOMPARE(bench->textOf("count"), QStringLiteral("4 of 4"));
        bench->press(Qt::Key_F9);
        QCOMPARE(bench->textOf("count"), QStringLiteral("16 of 16"));
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
        post(*bench);
        QCOMPARE(whoGetsWhat(*bench).size(), 3);
    }
    void aLineThatChangedMeanwhileIsShownAnewInsteadOfPosted()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("7*LAMP"));
        QTRY_COMPARE(whoGetsWhat(*bench), sevenLamps);
        must(OrderService(bench->connection()).cancel(OrderId{1}, {}, {}, QStringLiteral("changed mind"), callerAt(70)));
        bench->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench->message().contains(QStringLiteral("nothing was posted")));
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
        for (QPushButton *button : bench->page().findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Undo…"))
                QTest::keyClick(button, Qt::Key_Space);
        }
        QVERIFY(bench->find<QLineEdit>("reason")->hasFocus());
        bench->enter(QStringLiteral("wrong pallet"));
        QTRY_VERIFY(bench->message().contains(QStringLiteral("is void")));
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
        QCOMPARE(bench->product("LAMP").stock.waitingBackorder, 15);
        QCOMPARE(bench->column("receiptLines", ReceiptLinesModel::Counted).value(0), QStringLiteral("7"));
        QVERIFY(rulesHold(bench->connection()));
    }
    void leavingACountIsAskedFirst()
    {
        const auto bench = countingPurchase();
        bench->enter(QStringLiteral("LAMP"));
        QTRY_COMPARE(bench->textOf("count"), QStringLiteral("1 of 12"));
        bench->prompts.agrees = false;
        bench->press(Qt::Key_Escape);
        QCOMPARE(bench->prompts.asked.size(), 1);
        QCOMPARE(bench->textOf("count"), QStringLiteral("1 of 12"));
        bench->prompts.agrees = true;
        bench->press(Qt::Key_Escape);
        QTRY_VERIFY(bench->find<QLineEdit>("purchaseFilter")->hasFocus());
        QCOMPARE(bench->product("LAMP").stock.onHand, 0);
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
        bench->press(Qt::Key_Escape);
        QTRY_COMPARE(namelessControls(&bench->page()).join(u'\n'), QString());
    }
    void targetsAreLargeEnoughForGloves()
    {
        const auto bench = countingPurchase();
        for (const char *name : {"completeLine", "completeAll", "takeBack", "otherDelivery"})
            QVERIFY2(bench->find<QPushButton>(name)->height() >= 48, name);
        QVERIFY(bench->find<ScanField>("scan")->height() >= 48);
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
