#include "models/services/countservice.h"
#include "models/services/receivingservice.h"
#include "models/tables/fairnessmodels.h"
#include "models/tables/variancemodel.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/scanner.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Lamps that two people wait for, and desks nobody does.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"),
                          [](ProductTerms &terms) { terms.barcodes = {QStringLiteral("4006381333931")}; });
        window.addProduct(QStringLiteral("DESK"), QStringLiteral("Oak desk"));
        must(CountService(window.connection()).count(QStringLiteral("DESK"), 4, QStringLiteral("opening"), callerAt()));
        window.placeOrder(QStringLiteral("Ada"), QStringLiteral("LAMP"), 2, 1);
        window.placeOrder(QStringLiteral("Bob"), QStringLiteral("LAMP"), 2, 2);
        window.open(QStringLiteral("products"));
    }
    [[nodiscard]] StockFigures stock(const char *sku)
    {
        return must(ProductService(window.connection()).show(QString::fromLatin1(sku))).stock;
    }
    /// What a scanner types.
    void scan(const QString &code)
    {
        window.type(code);
        window.press(Qt::Key_Return);
    }

    Bench window;
};

} // namespace

/// Counts by the sheet, damage, and the ledger of line jumps, by keys.
class StockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scansAreCountedReviewedAndPostedAsOne()
    {
        Shop shop;
        shop.window.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("countScan"));
        shop.scan(QStringLiteral("4006381333931"));
        shop.scan(QStringLiteral("2*LAMP"));
        shop.scan(QStringLiteral("DESK"));
        auto *lines = shop.window.shown<LinesGrid>(QStringLiteral("countLines"));
        QTRY_COMPARE(lines->lines().size(), size_t(2));
        QTRY_COMPARE(lines->lines().front().second[1], QStringLiteral("3"));
        QVERIFY(lines->isColumnHidden(2)); // who counts does not see what should be there
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("varianceTable")));
        const auto *table = shop.window.shown<DataTable>(QStringLiteral("varianceTable"));
        QCOMPARE(Bench::column(table, VarianceModel::Difference), QStringList({"+3", "-3"}));
        QCOMPARE(shop.stock("LAMP").onHand, Units(0));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.stock("LAMP").onHand, Units(3));
        QCOMPARE(shop.stock("LAMP").allocated, Units(3));
        QCOMPARE(shop.stock("DESK").onHand, Units(1));
        QCOMPARE(shop.window.connection().integer("SELECT COUNT(*) FROM operation WHERE kind = 'count'"), qint64(2));
    }
    void aScanIsCountedWhateverIsBeingTyped()
    {
        Shop shop;
        shop.window.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("countScan"));
        shop.scan(QStringLiteral("4*DESK"));
        auto *lines = shop.window.shown<LinesGrid>(QStringLiteral("countLines"));
        QTRY_COMPARE(lines->lines().size(), size_t(1));
        lines->setFocus();
        lines->setCurrentCell(0, 1);
        shop.window.press(Qt::Key_F2);
        auto *editor = qobject_cast<QLineEdit *>(Bench::focus());
        QVERIFY(editor);
        Scanner scanner;
        scanner.scan(QStringLiteral("4006381333931"));
        QTRY_COMPARE(lines->lines().size(), size_t(2));
        QCOMPARE(lines->lines().front().second[1], QStringLiteral("4"));
        QCOMPARE(lines->lines().back().second[1], QStringLiteral("1"));
        shop.window.shown<QWidget>(QStringLiteral("showExpected"))->setFocus();
        scanner.scan(QStringLiteral("4006381333931"));
        QTRY_COMPARE(lines->lines().back().second[1], QStringLiteral("2"));
    }
    void codesOfNoProductStayInSightUntilTheyAreDismissed()
    {
        Shop shop;
        shop.window.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("countScan"));
        shop.scan(QStringLiteral("GHOST1"));
        shop.scan(QStringLiteral("GHOST2"));
        shop.scan(QStringLiteral("4*DESK"));
        auto *lines = shop.window.shown<LinesGrid>(QStringLiteral("countLines"));
        QTRY_COMPARE(lines->lines().size(), size_t(1));
        auto *unknown = shop.window.shown<MessageBar>(QStringLiteral("unknownCodes"));
        QVERIFY(unknown);
        QVERIFY2(unknown->text().contains(QStringLiteral("GHOST1, GHOST2")), qPrintable(unknown->text()));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("varianceTable")));
        QVERIFY(unknown->isVisible()); // told before it is posted
        Q_EMIT unknown->closed();
        unknown->clear();
        shop.window.shown<QPushButton>(QStringLiteral("backToCounting"))->click();
        shop.scan(QStringLiteral("GHOST3"));
        QTRY_VERIFY(unknown->text().contains(QStringLiteral("GHOST3")));
        QVERIFY(!unknown->text().contains(QStringLiteral("GHOST1")));
        shop.window.addProduct(QStringLiteral("GHOST3"), QStringLiteral("Known now"));
        shop.scan(QStringLiteral("GHOST3"));
        QTRY_VERIFY(!unknown->isVisible());
    }
    void goodsThatMoveMeanwhileAskForAnotherReview()
    {
        Shop shop;
        shop.window.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("countScan"));
        shop.scan(QStringLiteral("4*DESK"));
        QTRY_COMPARE(shop.window.shown<LinesGrid>(QStringLiteral("countLines"))->lines().size(), size_t(1));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("varianceTable")));
        must(ReceivingService(shop.window.connection()).post({{}, {{QStringLiteral("DESK"), 2, 0}}, {}, {}}, callerAt(30)));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("countScan"));
        QCOMPARE(shop.stock("DESK").onHand, Units(6));
        QCOMPARE(shop.window.shown<LinesGrid>(QStringLiteral("countLines"))->lines().front().second[1], QStringLiteral("4"));
    }
    void damageIsWrittenOffBesideTheProduct()
    {
        Shop shop;
        auto *products = shop.window.shown<DataTable>(QStringLiteral("productsTable"));
        products->setFocus();
        products->selectRow(0);
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("productTitle"))->text(), QStringLiteral("DESK"));
        shop.window.shown<QWidget>(QStringLiteral("writeOff"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        const auto *writeOff = shop.window.shown<QPushButton>(QStringLiteral("do"));
        QTRY_COMPARE(writeOff->visibleRegion().boundingRect(), writeOff->rect());
        shop.window.type(QStringLiteral("1"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("scratched"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.stock("DESK").onHand, Units(3));
        // Found after all.
        products->setFocus();
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("DESK: 3 on hand now, 4 before.")));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.stock("DESK").onHand, Units(4));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("DESK: 4 on hand again, as before.")));
    }
    void aLineJumpSaysWhomItPushedBackAndIsUndone()
    {
        Shop shop;
        must(OrderService(shop.window.connection()).moveLine({2}, Side::Before, {1}, QStringLiteral("VIP"), callerAt(20)));
        shop.window.workspace().showFairness();
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("jumpTable")));
        const auto *jumps = shop.window.shown<DataTable>(QStringLiteral("jumpTable"));
        QTRY_COMPARE(Bench::column(jumps, JumpModel::Places), QStringList{QStringLiteral("2 → 1")});
        QCOMPARE(Bench::column(jumps, JumpModel::PushedBack), QStringList{QStringLiteral("order 1")});
        QCOMPARE(Bench::column(jumps, JumpModel::Reason), QStringList{QStringLiteral("VIP")});
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("undoJump"))->isEnabled());
        auto *undo = shop.window.shown<QWidget>(QStringLiteral("undoJump"));
        undo->window()->activateWindow();
        undo->setFocus();
        QTRY_VERIFY(undo->hasFocus());
        shop.window.press(Qt::Key_Space);
        shop.window.type(QStringLiteral("mistake"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(Bench::column(jumps, JumpModel::State), QStringList{QStringLiteral("Undone")});
    }
    void aHigherPriorityAndAnotherPolicyAreListedAsOverrides()
    {
        Shop shop;
        shop.window.placeOrder(QStringLiteral("Cid"), QStringLiteral("LAMP"), 1, 3);
        must(OrderService(shop.window.connection()).setPriority({2}, 5, QStringLiteral("VIP"), callerAt(20)));
        must(ReceivingService(shop.window.connection())
                 .post({{}, {{QStringLiteral("LAMP"), 1, 0}}, AllocationPolicy::WholeLines, {}}, callerAt(30)));
        shop.window.workspace().showFairness();
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("jumpTable")));
        const auto *jumps = shop.window.shown<DataTable>(QStringLiteral("jumpTable"));
        QTRY_COMPARE(Bench::column(jumps, JumpModel::Places),
                     QStringList(
                         {QStringLiteral("Whole lines only instead of: First come, first served"), QStringLiteral("priority 0 → 5")}));
        QCOMPARE(Bench::column(jumps, JumpModel::Order), QStringList({QStringLiteral("GRN-1"), QStringLiteral("2")}));
        QCOMPARE(Bench::column(jumps, JumpModel::PushedBack), QStringList({QStringLiteral("order 2, 1"), QStringLiteral("order 1")}));
        QCOMPARE(Bench::column(jumps, JumpModel::Reason), QStringList({QString(), QStringLiteral("VIP")}));
        auto *table = shop.window.shown<DataTable>(QStringLiteral("jumpTable"));
        table->window()->activateWindow();
        table->selectRow(1);
        auto *undo = shop.window.shown<QWidget>(QStringLiteral("undoJump"));
        QTRY_VERIFY(undo->isEnabled());
        undo->setFocus();
        QTRY_VERIFY(undo->hasFocus());
        shop.window.press(Qt::Key_Space);
        shop.window.type(QStringLiteral("mistake"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(Bench::column(jumps, JumpModel::State), QStringList({QStringLiteral("Stands"), QStringLiteral("Undone")}));
        QCOMPARE(must(OrderService(shop.window.connection()).show({2}, callerAt(40))).order.priority, 0);
    }
    void aServingThatPassedSomebodyOverIsListed()
    {
        Shop shop;
        // Whole lines only: the first one's two units do not fit, nobody else is there; then one each passes nobody.
        must(OrderService(shop.window.connection()).amend({1}, {1}, 3, callerAt(19)));
        must(OrderService(shop.window.connection()).amend({2}, {2}, 3, callerAt(19)));
        shop.window.placeOrder(QStringLiteral("Cid"), QStringLiteral("LAMP"), 1, 3);
        shop.window.placeOrder(QStringLiteral("Dan"), QStringLiteral("LAMP"), 1, 4);
        must(ReceivingService(shop.window.connection())
                 .post({{}, {{QStringLiteral("LAMP"), 2, 0}}, AllocationPolicy::WholeLines, {}}, callerAt(30)));
        shop.window.workspace().showFairness();
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("jumpTable")));
        const auto buttons = QApplication::activeModalWidget()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Fairness")
                button->click();
        }
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("fairnessTable")));
        const auto *products = shop.window.shown<DataTable>(QStringLiteral("fairnessTable"));
        // As many as are listed, though they were served at once.
        QTRY_COMPARE(Bench::column(products, FairnessModel::Exceptions), QStringList{QStringLiteral("2")});
        QCOMPARE(Bench::column(products, FairnessModel::Verdict), QStringList{QStringLiteral("no, not in 1 serving")});
        const auto *exceptions = shop.window.shown<DataTable>(QStringLiteral("exceptionTable"));
        QTRY_COMPARE(Bench::column(exceptions, ExceptionModel::Customer), QStringList({"Cid", "Dan"}));
        QCOMPARE(Bench::column(exceptions, ExceptionModel::Place), QStringList({"3", "4"}));
        QCOMPARE(Bench::column(exceptions, ExceptionModel::Operation), QStringList({"Goods received", "Goods received"}));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("exceptionsOf"))->text().startsWith(QStringLiteral("2 lines of LAMP")));
        QCOMPARE(Bench::column(exceptions, ExceptionModel::Policy), QStringList({"Whole lines only", "Whole lines only"}));
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
    }
};

QTEST_MAIN(StockTest)
#include "stocktest.moc"
