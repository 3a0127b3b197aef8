#include "tests/ui/support/entrydesk.h"

#include <QClipboard>
#include <QListWidget>

using namespace waitline;
using namespace waitline::test;

/// Order entry as the desk does it (interaction.md D1 to D12), by keys alone.
class OrderEntryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeLinesForAKnownCustomerTakeThirtyKeys()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        for (int line = 0; line < 3; ++line)
            desk.line(QStringLiteral("bolt"), QStringLiteral("5"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QVERIFY2(desk.keys <= 30, qPrintable(QString::number(desk.keys)));
        QCOMPARE(desk.order(2).lines.size(), size_t(3));
        QCOMPARE(desk.order(2).order.customerName, QStringLiteral("Acme Tools"));
        QTRY_VERIFY(!desk.dialog());
        QVERIFY(desk.drafts().empty());
    }
    void keysTypedFasterThanTheSearchAreNotLost()
    {
        Desk desk;
        desk.newOrder();
        desk.enter(QStringLiteral("acme")); // nothing is waited for from here on
        for (int line = 0; line < 3; ++line) {
            desk.enter(QStringLiteral("bolt"));
            desk.enter(QStringLiteral("5"));
        }
        QTRY_COMPARE(desk.lines(), QStringList({"BOLT-M8 5", "BOLT-M8 5", "BOLT-M8 5"}));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
    }
    void escKeepsTheTypedText()
    {
        Desk desk;
        desk.newOrder();
        desk.type(QStringLiteral("acme"));
        QTRY_VERIFY(Bench::shown<QListWidget>(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Escape);
        QCOMPARE(desk.typed(), QStringLiteral("acme"));
        QCOMPARE(desk.focus(), QStringLiteral("customer"));
        desk.key(Qt::Key_Return); // meant as it stands
        QCOMPARE(desk.focus(), QStringLiteral("product"));
        QVERIFY(desk.said().contains(QStringLiteral("“acme” is a new customer")));
    }
    void tabGoesFromCellToCellAndEnterLeavesAnEmptyProduct()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.type(QStringLiteral("LAMP"));
        QTRY_VERIFY(Bench::shown<QListWidget>(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.focus(), QStringLiteral("units"));
        desk.type(QStringLiteral("3"));
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.focus(), QStringLiteral("price"));
        desk.key(Qt::Key_Tab); // past the last cell: a new row
        QCOMPARE(desk.focus(), QStringLiteral("product"));
        QCOMPARE(desk.typed(), QString());
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(desk.focus(), QStringLiteral("price"));
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        desk.type(QStringLiteral("4")); // typing replaces
        QCOMPARE(desk.typed(), QStringLiteral("4"));
        desk.key(Qt::Key_Backtab, Qt::ShiftModifier);
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_F2); // keeps
        desk.type(QStringLiteral("2"));
        QCOMPARE(desk.typed(), QStringLiteral("42"));
        desk.key(Qt::Key_Return);
        desk.key(Qt::Key_Return); // an empty product: to the totals
        QCOMPARE(desk.focus(), QStringLiteral("taken"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("save"));
    }
    void ctrlTabAlwaysLeavesTheGrid()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("1"));
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(desk.focus(), QStringLiteral("taken"));
        Bench::shown<QLineEdit>(QStringLiteral("units"))->setFocus();
        desk.key(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.focus(), QStringLiteral("customer"));
    }
    void linesAreAddedRemovedCopiedAndTakenBack()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.key(Qt::Key_D, Qt::ControlModifier);
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "LAMP 3"}));
        desk.key(Qt::Key_Insert); // before the line
        desk.type(QStringLiteral("BOLT-M8"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
        desk.type(QStringLiteral("2"));
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "BOLT-M8 2", "LAMP 3"}));
        desk.key(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "LAMP 3"}));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "BOLT-M8 2", "LAMP 3"}));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "BOLT-M8 ", "LAMP 3"}));
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "LAMP 3"}));
    }
    void fiftyPastedRowsLandAndTheBadOnesAreMarked()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        QStringList rows;
        for (int row = 0; row < 50; ++row)
            rows += row == 7 ? QStringLiteral("NONE\t1") : row == 9 ? QStringLiteral("LAMP\tmany") : QStringLiteral("LAMP\t2");
        QApplication::clipboard()->setText(rows.join(u'\n'));
        const int before = desk.keys;
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(desk.lines().size(), 50);
        QVERIFY(desk.said().contains(QStringLiteral("“many” is not a whole number")));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("no product with SKU or barcode “NONE”")));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("50 lines are pasted, 2 of them marked as not right yet (lines 8, 10)")));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("50 lines · 96 units · 960.00 EUR · 2 lines are not right yet and not counted")),
                     qPrintable(desk.said()));
        QStringList numbers;
        for (const QLabel *number : desk.dialog()->findChildren<QLabel *>(QStringLiteral("lineNumber")))
            numbers += number->text();
        QCOMPARE(numbers.size(), 51); // and the one to be typed next
        QVERIFY(numbers.contains(QStringLiteral("51")));
        const auto units = desk.dialog()->findChildren<QLineEdit *>(QStringLiteral("units"));
        const auto isWhole = [](const QLineEdit *each) { return each->height() == each->sizeHint().height(); };
        QTRY_VERIFY(std::all_of(units.begin(), units.end(), isWhole));
        QWidget *focused = desk.window.focus(); // behind what was pasted
        QTRY_COMPARE(focused->visibleRegion().boundingRect(), focused->rect());
        const QWidget *heads = Bench::shown(QStringLiteral("lineHeads"));
        QCOMPARE(heads->visibleRegion().boundingRect(), heads->rect());
        const auto prices = desk.dialog()->findChildren<QLineEdit *>(QStringLiteral("price"));
        QCOMPARE(std::count_if(prices.begin(), prices.end(), [](const QLineEdit *price) { return price->placeholderText() == u"10.00"; }),
                 48);
        desk.key(Qt::Key_Z, Qt::ControlModifier); // all of it
        QTRY_COMPARE(desk.lines(), QStringList());
        QCOMPARE(desk.keys - before, 2); // one for all to come, one for all to go
        QVERIFY(!desk.said().contains(QStringLiteral("are pasted"))); // which holds no more
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.lines().size(), 50);
    }
    void whatIsPastedWithoutUnitsCountsAsNotRight()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        QApplication::clipboard()->setText(QStringLiteral("LAMP\t2\nNONE\t1\nLAMP\t\nLAMP\t-4"));
        desk.key(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("3 of them marked as not right yet (lines 2, 3, 4)")) &&
                         desk.said().contains(QStringLiteral("3 lines are not right yet and not counted")),
                     qPrintable(desk.said()));
    }
    void whatIsTypedAfterALineIsGoneIsALineOfItsOwn()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("2"));
        desk.enter(QStringLiteral("GAME"));
        QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
        desk.type(QStringLiteral("9"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("cannot be sold")) || desk.said().contains(QStringLiteral("1 line cannot")));
        desk.key(Qt::Key_F8);
        QTRY_COMPARE(desk.lines(), QStringList({"BOLT-M8 2"}));
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        QCOMPARE(desk.typed(), QString());
        desk.line(QStringLiteral("LAMP"), QStringLiteral("1"));
        QCOMPARE(desk.lines(), QStringList({"BOLT-M8 2", "LAMP 1"}));
        desk.key(Qt::Key_Delete, Qt::ControlModifier); // the empty row: another one comes
        QCOMPARE(desk.typed(), QString());
        QCOMPARE(desk.lines(), QStringList({"BOLT-M8 2", "LAMP 1"}));
    }
    void whatIsTypedAfterALineInTheMiddleWouldNotWaitReplacesNone()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("2"));
        desk.line(QStringLiteral("GAME"), QStringLiteral("9"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("1 line cannot be sold")));
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_F8);
        QTRY_COMPARE(desk.lines(), QStringList({"BOLT-M8 2", "LAMP 3"}));
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        QCOMPARE(desk.typed(), QString());
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("1"));
        QCOMPARE(desk.lines(), QStringList({"BOLT-M8 2", "LAMP 3", "BOLT-M8 1"}));
    }
    void aLineSaysWhatWillHappenBeforeItIsSaved()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("10"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("Bolt M8 · 10 now")), qPrintable(desk.said()));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("6")); // the line above counts
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("2 now, 4 wait: 1st in line, nobody ahead, not covered by any supply yet")),
                     qPrintable(desk.said()));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("3 wait: 2nd in line, 7 units ahead, expected")), qPrintable(desk.said()));
        QVERIFY(desk.said().contains(QStringLiteral("from PO-1")));
        desk.line(QStringLiteral("GAME"), QStringLiteral("2"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("pre-order, releases")), qPrintable(desk.said()));
        QVERIFY(desk.said().contains(QStringLiteral("20 of 20 left, 2 per customer")));
        desk.line(QStringLiteral("GAME"), QStringLiteral("1"));
        QTRY_VERIFY2(desk.said().contains(
                         QStringLiteral("3 units of GAME cannot be sold: the limit is 2 for each customer. Lower them to 2.")),
                     qPrintable(desk.said()));
        QVERIFY(desk.said().contains(QStringLiteral("Deposit asked 6.00")));
    }
    void whatIsLeftIsReadAnewWhenAnotherDeskSells()
    {
        Desk desk;
        desk.window.addProduct(QStringLiteral("BOOK"), QStringLiteral("Harbour book"), [](ProductTerms &terms) {
            terms.release = QDate(2026, 6, 1);
            terms.editionSize = 20;
        });
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("BOOK"), QStringLiteral("8"));
        desk.line(QStringLiteral("BOOK"), QStringLiteral("8"));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("12 of 20 left")), qPrintable(desk.said())); // the line above counts
        QVERIFY(desk.said().contains(QStringLiteral("20 of 20 left")));
        desk.window.placeOrder(QStringLiteral("Bolt"), QStringLiteral("BOOK"), 10, 3);
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("10 of the edition of 20 are left")), qPrintable(desk.said()));
        QTRY_VERIFY2(desk.said().contains(QStringLiteral("10 of 20 left")) && desk.said().contains(QStringLiteral("2 of 20 left")),
                     qPrintable(desk.said()));
        QVERIFY(!desk.said().contains(QStringLiteral("20 of 20 left")));
    }
    void moneyTakenIsSavedWithTheOrder()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.key(Qt::Key_Return);
        desk.enter(QStringLiteral("6.50"));
        QCOMPARE(desk.focus(), QStringLiteral("method"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("balance 23.50")));
        desk.enter(QStringLiteral("card"));
        desk.enter(QStringLiteral("T-7"));
        QTRY_COMPARE(desk.focus(), QStringLiteral("save"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(desk.order(2).order.paid, 650);
    }
    void whatACustomerWouldNotWaitForIsOneKey()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("BOLT-M8"), QStringLiteral("20"));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("12 now, 8 wait")));
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_F8);
        QTRY_COMPARE(desk.lines(), QStringList({"BOLT-M8 12"}));
        QVERIFY(desk.said().contains(QStringLiteral("8 units of BOLT-M8")));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.lines(), QStringList({"BOLT-M8 20"}));
        QTRY_VERIFY(desk.said().contains(QStringLiteral("12 now, 8 wait")));
        desk.key(Qt::Key_F8);
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(desk.window.connection().integer("SELECT CAST(SUM(units) AS BIGINT) FROM refused_demand"), 8);
    }
    void aDraftOutlivesTheWindowAndIsOfferedAgain()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.type(QStringLiteral("bol"));
        QTRY_VERIFY_WITH_TIMEOUT(QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).exists(QStringLiteral("drafts")),
                                 2000);
        QTRY_VERIFY(Bench::shown<QListWidget>(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Escape); // the list
        desk.key(Qt::Key_Escape); // asks, and keeps
        QCOMPARE(desk.window.prompts.asked.size(), 1);
        QTRY_VERIFY(!desk.dialog());
        desk.window.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window.window()));
        QCOMPARE(desk.drafts().size(), size_t(1));
        QTRY_VERIFY(Bench::shown<QLabel>(QStringLiteral("message"))->text().contains(QStringLiteral("Acme Tools, 2 lines")));
        desk.key(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("drafts"));
        desk.key(Qt::Key_Delete);
        QCOMPARE(desk.drafts().size(), size_t(0));
        desk.key(Qt::Key_Z, Qt::ControlModifier); // discarding is taken back
        QCOMPARE(desk.drafts().size(), size_t(1));
        desk.key(Qt::Key_Return);
        QTRY_VERIFY(desk.dialog());
        desk.dialog()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(desk.dialog()));
        QTRY_COMPARE(desk.lines(), QStringList({"LAMP 3", "bol "}));
        desk.key(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(desk.drafts().size(), size_t(0)); // this window has it
    }
    void aNewCustomerIsMadeFromInsideTheOrder()
    {
        Desk desk;
        desk.newOrder();
        desk.type(QStringLiteral("Quixote"));
        const int typed = desk.keys;
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("phone"));
        desk.window.type(QStringLiteral("0123"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        QVERIFY(desk.keys - typed <= 3);
        desk.line(QStringLiteral("LAMP"), QStringLiteral("1"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(desk.order(2).order.customerName, QStringLiteral("Quixote"));
        QCOMPARE(desk.window.connection().integer("SELECT COUNT(*) FROM customer WHERE phone = '0123'"), 1);
    }
    void saveAndNewBeginsAnother()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        desk.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        QTRY_COMPARE(desk.lines(), QStringList());
        QVERIFY(desk.said().contains(QStringLiteral("Order 2 for Acme Tools is saved")));
    }
    void backDatedEntryStandsBehindThatDay()
    {
        Desk desk;
        desk.newOrder();
        desk.customer(QStringLiteral("acme"));
        desk.line(QStringLiteral("LAMP"), QStringLiteral("3"));
        Bench::shown<QLineEdit>(QStringLiteral("placed"))->setFocus();
        desk.type(QStringLiteral("+3"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.said().contains(QStringLiteral("in the future")));
        Bench::shown<QLineEdit>(QStringLiteral("placed"))->selectAll();
        desk.type(QStringLiteral("-1"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.orders(), 2);
        QCOMPARE(dayOf(desk.order(2).order.placedAt), QDate(2026, 3, 1));
    }
    void everyControlOfTheFormHasAName()
    {
        Desk desk;
        desk.newOrder();
        QCOMPARE(namelessControls(desk.dialog()), QStringList());
    }
};

QTEST_MAIN(OrderEntryTest)
#include "orderentrytest.moc"
