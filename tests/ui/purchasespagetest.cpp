#include "models/domain/daytext.h"
#include "models/services/receivingservice.h"
#include "models/tables/affectedmodel.h"
#include "models/tables/arrivalmodel.h"
#include "models/tables/pegmodel.h"
#include "models/tables/purchaselistmodel.h"
#include "models/tables/suppliermodel.h"
#include "tests/ui/support/bench.h"
#include "ui/forms/formfield.h"
#include "ui/forms/purchaseform.h"
#include "ui/widgets/linesgrid.h"
#include "ui/widgets/linkrow.h"
#include "ui/widgets/purchasepanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Lamps that three people wait for, 6 of which are on their way.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), [](ProductTerms &terms) {
            terms.pack = 6;
            terms.minimumOrder = 12;
            terms.cost = 400;
        });
        for (int i = 0; i < 3; ++i)
            window.placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("LAMP"), 2, i, QDate(2026, 3, 25));
        window.placePurchase(QStringLiteral("LAMP"), 5, QDate(2026, 3, 20));
        window.open(QStringLiteral("purchases"));
        table = window.shown<DataTable>(QStringLiteral("purchasesTable"));
    }
    [[nodiscard]] QStringList numbers() const { return Bench::column(table, PurchaseListModel::Number); }
    [[nodiscard]] StockFigures lamps() { return must(ProductService(window.connection()).show(QStringLiteral("LAMP"))).stock; }
    void press(const char *button)
    {
        window.shown<QWidget>(QString::fromLatin1(button))->setFocus();
        window.press(Qt::Key_Space);
    }
    /// Supplier, day and no reference, by keys; the keyboard is in the lines then.
    void writeHead()
    {
        window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("supplier"));
        window.type(QStringLiteral("Glassworks"));
        window.press(Qt::Key_Return);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("expected"));
        window.type(QStringLiteral("+14"));
        window.press(Qt::Key_Return);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(qobject_cast<LinesGrid *>(window.focus()));
    }
    void writeLine(const QString &units)
    {
        window.type(QStringLiteral("bra"));
        window.press(Qt::Key_Return); // the top match
        auto *lines = window.shown<LinesGrid>(QStringLiteral("purchaseLines"));
        QTRY_VERIFY(!lines->lines().empty() && lines->lines().front().second.front() == u"LAMP");
        QTRY_COMPARE(lines->currentColumn(), 1);
        for (QChar digit : units) // the first opens the editor, the others go there
            window.type(digit);
        window.press(Qt::Key_Return);
    }

    Bench window;
    DataTable *table = nullptr;
};

} // namespace

class PurchasesPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPurchaseIsWrittenByKeys()
    {
        Shop shop;
        shop.writeHead();
        QCOMPARE(shop.window.shown<QLineEdit>(QStringLiteral("expected"))->text(), dayText(QDate(2026, 3, 16)));
        shop.writeLine(QStringLiteral("24"));
        // What the product says stands beside what is typed, and is no part of it.
        auto *lines = shop.window.shown<LinesGrid>(QStringLiteral("purchaseLines"));
        const auto told = [&](int column) { return lines->item(0, column) ? lines->item(0, column)->text() : QString(); };
        QTRY_COMPARE(QStringList({told(3), told(4), told(5), told(6)}), QStringList({"Brass lamp", "6", "12", "96.00"}));
        QCOMPARE(lines->lines().front().second, QStringList({"LAMP", "24", ""}));
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("purchaseSum"))->text(), QStringLiteral("1 line · 24 units · 96.00 EUR"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.numbers(), QStringList({"PO-2", "PO-1"}));
        const StoredPurchase placed = must(PurchaseService(shop.window.connection()).show({2}));
        QCOMPARE(placed.supplier, QStringLiteral("Glassworks"));
        QCOMPARE(placed.expected, QDate(2026, 3, 16));
        QCOMPARE(placed.lines.front().ordered, Units(24));
        QCOMPARE(placed.lines.front().unitCost, Money(400));
        QTRY_COMPARE(shop.table->currentIndex().siblingAtColumn(PurchaseListModel::Number).data().toString(), QStringLiteral("PO-2"));
    }
    void unitsThatAreNoWholePacksAreRefusedInWords()
    {
        Shop shop;
        shop.writeHead();
        shop.writeLine(QStringLiteral("13"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("lineProblem"))); // while it is typed
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("lineProblem"))->text(),
                 QStringLiteral("LAMP comes in packs of 6: enter 12 or 18."));
        QVERIFY(!shop.window.shown<LinesGrid>(QStringLiteral("purchaseLines"))->item(0, 1)->icon().isNull());
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        auto *problem = shop.window.shown<QLabel>(QStringLiteral("lineProblem"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("lineProblem")));
        problem = shop.window.shown<QLabel>(QStringLiteral("lineProblem"));
        QCOMPARE(problem->text(), QStringLiteral("LAMP comes in packs of 6: enter 12 or 18."));
        QCOMPARE(shop.lamps().onOrder, Units(5));
        QCOMPARE(shop.window.shown<LinesGrid>(QStringLiteral("purchaseLines"))->lines().front().second[1], QStringLiteral("13"));
    }
    void whatWasRefusedStandsThoughProductsAreFoundLater()
    {
        Shop shop;
        PurchaseForm form(shop.window.session());
        auto *lines = form.findChild<LinesGrid *>(QStringLiteral("purchaseLines"));
        auto *problem = form.findChild<QLabel *>(QStringLiteral("lineProblem"));
        const QString refusal = QStringLiteral("No product has the SKU “GHOST”.");
        const auto marked = [&](int row) { return lines->item(row, 0)->toolTip(); };
        lines->paste(QStringLiteral("LAMP\t12\nGHOST\t6\nGHOST-2\t6")); // their products are looked up
        QVERIFY(form.showError(invalid(QStringLiteral("line"), refusal)));
        QCOMPARE(problem->text(), refusal);
        QTRY_COMPARE(lines->item(2, 3)->text(), QStringLiteral("no product has this SKU"));
        QTRY_COMPARE(lines->item(0, 3)->text(), QStringLiteral("Brass lamp"));
        QCOMPARE(problem->text(), refusal);
        QCOMPARE(QStringList({marked(0), marked(1), marked(2)}), QStringList({QString(), refusal, QString()}));
        lines->setLine(1, {QStringLiteral("LAMP"), QStringLiteral("12")}); // until a line is edited
        QCOMPARE(problem->text(), QString());
        QCOMPARE(marked(1), QString());
    }
    void aDraftIsKeptAndGoesOn()
    {
        Shop shop;
        shop.window.placePurchase(QStringLiteral("LAMP"), 6, QDate(2026, 3, 27));
        QTRY_COMPARE(shop.numbers(), QStringList({"PO-2", "PO-1"}));
        shop.writeHead();
        shop.writeLine(QStringLiteral("12"));
        shop.window.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(shop.numbers(), QStringList({"Draft 1", "PO-2", "PO-1"}));
        QCOMPARE(shop.lamps().onOrder, Units(11));
        QTRY_VERIFY(shop.window.shown<PurchasePanel>(QStringLiteral("purchasePanel"))->draft());
        shop.window.window().activateWindow();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("supplier"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.numbers(), QStringList({"PO-3", "PO-2", "PO-1"}));
        QCOMPARE(shop.lamps().onOrder, Units(23));
        QTRY_COMPARE(shop.table->currentIndex().siblingAtColumn(PurchaseListModel::Number).data().toString(), QStringLiteral("PO-3"));
        QTRY_VERIFY(shop.window.shown<PurchasePanel>(QStringLiteral("purchasePanel"))->view());
    }
    void incomingGoodsSayWhoseTheyAre()
    {
        Shop shop;
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("pegTable")));
        const auto *pegs = shop.window.shown<DataTable>(QStringLiteral("pegTable"));
        QTRY_COMPARE(Bench::column(pegs, PegModel::What),
                     QStringList({"LAMP, 0 of 5 came", "    Order 1, in full", "    Order 2, in full", "    Order 3"}));
        QCOMPARE(Bench::column(pegs, PegModel::Who), QStringList({"Brass lamp", "Customer 1", "Customer 2", "Customer 3"}));
        QVERIFY(pegs->columnWidth(PegModel::What) >= pegs->fontMetrics().horizontalAdvance(QStringLiteral("    Order 1, in full")) + 24);
        QVERIFY(!pegs->isColumnHidden(PegModel::Promised));
        QCOMPARE(Bench::column(pegs, PegModel::Units_), QStringList({"5", "2", "2", "1"}));
        QCOMPARE(Bench::column(shop.table, PurchaseListModel::Customers), QStringList{QStringLiteral("3")});
        QCOMPARE(Bench::column(shop.table, PurchaseListModel::State), QStringList{QStringLiteral("Placed")});
    }
    void anotherDayShowsWhoIsAffectedAndCanBeTakenBack()
    {
        Shop shop;
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("movePurchase")));
        shop.press("movePurchase");
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("day"));
        shop.window.type(QStringLiteral("2026-03-30"));
        auto *finding = shop.window.shown<QLabel>(QStringLiteral("affectedFinding"));
        QTRY_COMPARE(finding->text(), QStringLiteral("5 units still to come. 2 customers are affected; 2 promises break."));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::Slip), QStringList{QStringLiteral("10 days later")});
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("noticesToTell")));
        const auto toTell = shop.window.shown<QWidget>(QStringLiteral("noticesToTell"))->findChildren<QPushButton *>();
        QVERIFY(std::any_of(toTell.begin(), toTell.end(), [](const QPushButton *button) { return button->text() == u"Show 2 notices"; }));
        const StoredPurchase moved = must(PurchaseService(shop.window.connection()).show({1}));
        QCOMPARE(moved.expectedFirst, QDate(2026, 3, 20));
        shop.window.window().activateWindow();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::Slip), QStringList{QString()});
        QVERIFY(!shop.window.shown<QWidget>(QStringLiteral("noticesToTell")));
    }
    void theOverviewLeadsToWhereANewDayIsSaid()
    {
        Bench window(QStringLiteral("purchases"));
        window.placePurchase(QStringLiteral("CHAIR"), 5, QDate(2026, 4, 1)); // the newest one is the list's first
        QTRY_COMPARE(window.column("purchasesTable", PurchaseListModel::Number).size(), 2);
        window.shown<DataTable>(QStringLiteral("purchasesTable"))->selectRow(0);
        window.workspace().showPage(QStringLiteral("overview"));
        window.waitUntilReady();
        LinkRow *decision = nullptr;
        for (LinkRow *row : window.page().findChildren<LinkRow *>())
            decision = row->text().contains(QStringLiteral("ask for a new day")) ? row : decision;
        QVERIFY(decision);
        QVERIFY(decision->text().startsWith(QStringLiteral("PO-1 ")));
        QTRY_VERIFY(decision->isVisible()); // only then does it take the keyboard
        decision->setFocus();
        window.press(Qt::Key_Space);
        QTRY_COMPARE(window.page().word(), QStringLiteral("purchases"));
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("movePurchase"));
        QCOMPARE(window.textOf("purchaseTitle"), QStringLiteral("PO-1"));
        QCOMPARE(window.connection().integer("SELECT COUNT(*) FROM receiving_count"), 0); // nobody counts it yet
        window.press(Qt::Key_Return);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("day"));
        window.type(QStringLiteral("2026-03-09"));
        window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(PurchaseService(window.connection()).show({1})).expected, QDate(2026, 3, 9));
        QTRY_VERIFY(!QApplication::activeModalWidget());
        QTest::qWait(300); // the list is read anew
        QCOMPARE(window.textOf("purchaseTitle"), QStringLiteral("PO-1")); // the panel stays with it
    }
    void closingShortListsTheCustomers()
    {
        Shop shop;
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("closePurchase")));
        shop.press("closePurchase");
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("save"));
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("affectedTable")));
        const auto *affected = shop.window.shown<DataTable>(QStringLiteral("affectedTable"));
        QTRY_COMPARE(Bench::column(affected, AffectedModel::Customer), QStringList({"Customer 1", "Customer 2"}));
        QCOMPARE(Bench::column(affected, AffectedModel::After), QStringList({"not covered", "not covered"}));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::State), QStringList{QStringLiteral("Closed short")});
        QCOMPARE(shop.lamps().onOrder, Units(0));
        shop.window.window().activateWindow();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::State), QStringList{QStringLiteral("Placed")});
        QCOMPARE(shop.lamps().onOrder, Units(5));
        QTRY_COMPARE(shop.window.message(), QStringLiteral("PO-1 is open again: 5 units on order."));
        // Long after, too.
        must(PurchaseService(shop.window.connection()).close({1}, callerAt(90)));
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("reopenPurchase")));
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::State), QStringList{QStringLiteral("Closed short")});
        shop.press("reopenPurchase");
        QTRY_COMPARE(shop.lamps().onOrder, Units(5));
        QTRY_COMPARE(Bench::column(shop.table, PurchaseListModel::State), QStringList{QStringLiteral("Placed")});
    }
    void whatCannotBeAssumedIsSaidAndShowsNothing()
    {
        Shop shop;
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("whatIf")));
        shop.press("whatIf");
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("arrivalTable")));
        auto *arrivals = shop.window.shown<DataTable>(QStringLiteral("arrivalTable"));
        arrivals->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), arrivals->window());
        const auto enter = [&](const QString &units) {
            arrivals->setFocus();
            arrivals->setCurrentIndex(arrivals->model()->index(0, ArrivalModel::Arrives));
            QTest::keyClicks(arrivals, units.left(1));
            QTest::keyClicks(QApplication::focusWidget(), units.mid(1));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        };
        for (const auto &[units, said] : {std::pair("-1", "-1 units cannot come"), std::pair("1.5", "is not a whole number"),
                                          std::pair("6", "Only 5 units of LAMP are still to come")}) {
            enter(QString::fromLatin1(units));
            QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("whatIfUnitsProblem")));
            QTRY_VERIFY2(shop.window.shown<QLabel>(QStringLiteral("whatIfUnitsProblem"))->text().contains(QString::fromLatin1(said)), said);
            QCOMPARE(Bench::column(arrivals, ArrivalModel::Arrives), QStringList{QStringLiteral("5")});
        }
        enter(QStringLiteral("2"));
        QTRY_COMPARE(Bench::column(arrivals, ArrivalModel::Arrives), QStringList{QStringLiteral("2")});
        QVERIFY(!shop.window.shown<QLabel>(QStringLiteral("whatIfUnitsProblem")));
        auto *day = shop.window.shown<QLineEdit>(QStringLiteral("whatIfDay"));
        day->setText(QStringLiteral("2026-04-01"));
        auto *rest = shop.window.shown<QLineEdit>(QStringLiteral("whatIfRestDay"));
        rest->setText(QStringLiteral("2026-03-30"));
        const auto *affected = shop.window.shown<DataTable>(QStringLiteral("whatIfTable"));
        const auto problemOf = [](QLineEdit *field) { return qobject_cast<FormField *>(field->parentWidget())->problem(); };
        QTRY_VERIFY(problemOf(rest).contains(QStringLiteral("cannot come before the first part")));
        QCOMPARE(affected->model()->rowCount(), 0);
        rest->setText(QStringLiteral("2026-04-09"));
        QTRY_VERIFY(affected->model()->rowCount() > 0);
        day->setText(QStringLiteral("2026-02-31"));
        QTRY_VERIFY(problemOf(day).contains(QStringLiteral("is not a day")));
        QCOMPARE(affected->model()->rowCount(), 0);
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("whatIfFinding"))->text(), QString());
    }
    void allOfItMayComeLater()
    {
        Shop shop;
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("whatIf")));
        shop.press("whatIf");
        QTRY_VERIFY(shop.window.shown<QLineEdit>(QStringLiteral("whatIfDay")));
        auto *rest = shop.window.shown<QLineEdit>(QStringLiteral("whatIfRestDay"));
        QVERIFY(!rest->isEnabled()); // all of it comes at once
        shop.window.shown<QLineEdit>(QStringLiteral("whatIfDay"))->setText(QStringLiteral("2026-04-01"));
        const auto *affected = shop.window.shown<DataTable>(QStringLiteral("whatIfTable"));
        QTRY_COMPARE(affected->model()->rowCount(), 2);
        QCOMPARE(qobject_cast<FormField *>(rest->parentWidget())->problem(), QString());
        for (int column : {AffectedModel::Sku, AffectedModel::After, AffectedModel::Promised}) {
            const QString text = affected->model()->index(0, column).data().toString();
            QVERIFY2(affected->columnWidth(column) >= affected->fontMetrics().horizontalAdvance(text) + 24, qPrintable(text));
        }
    }
    void suppliersTellHowLongTheyTake()
    {
        Shop shop;
        shop.press("suppliers");
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("suppliersTable")));
        const auto *suppliers = shop.window.shown<DataTable>(QStringLiteral("suppliersTable"));
        QTRY_COMPARE(Bench::column(suppliers, SupplierModel::Name), QStringList{QStringLiteral("Foundry")});
        auto *phone = shop.window.shown<QLineEdit>(QStringLiteral("phone"));
        phone->setFocus();
        shop.window.type(QStringLiteral("0123"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(suppliers, SupplierModel::Phone), QStringList{QStringLiteral("0123")});
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
    }
    void aSupplierWhoBroughtLittleWasNotOnTime()
    {
        Shop shop;
        Connection &connection = shop.window.connection();
        must(ReceivingService(connection).post({{1}, {{QStringLiteral("LAMP"), 2, 0}}, {}, {}}, callerAt(60)));
        must(PurchaseService(connection).close({1}, callerAt(61)));
        shop.press("suppliers");
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("suppliersTable")));
        const auto *suppliers = shop.window.shown<DataTable>(QStringLiteral("suppliersTable"));
        QTRY_COMPARE(Bench::column(suppliers, SupplierModel::OnTime), QStringList{QStringLiteral("40 %")});
        const auto *promises = shop.window.shown<DataTable>(QStringLiteral("scoreboardTable"));
        QTRY_COMPARE(Bench::column(promises, ScoreboardModel::InTime), QStringList{QStringLiteral("2 of 5")});
        // Every date is there whole, and the day they came in view.
        for (int column : {ScoreboardModel::First, ScoreboardModel::Current, ScoreboardModel::Actual}) {
            const int text = promises->fontMetrics().horizontalAdvance(QLocale().toString(QDate(2026, 12, 28), QLocale::ShortFormat));
            QVERIFY(promises->columnWidth(column) >= text + 16);
            QVERIFY(promises->columnViewportPosition(column) + promises->columnWidth(column) <= promises->viewport()->width());
        }
        QVERIFY(promises->window()->width() <= 1366);
    }
    void everyControlHasAName()
    {
        Shop shop;
        QCOMPARE(namelessControls(&shop.window.window()).join(u'\n'), QString());
        shop.window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("supplier"));
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
    }
};

QTEST_MAIN(PurchasesPageTest)
#include "purchasespagetest.moc"
