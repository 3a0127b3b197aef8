#include "models/services/orderediting.h"
#include "models/services/orderservice.h"
#include "tests/ui/support/bench.h"

#include <QLabel>
#include <QLineEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Order 1, of two lines, open in the form that changes it.
class Editing final {
public:
    Editing()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.addProduct(QStringLiteral("CHAIR"), QStringLiteral("Oak chair"));
        OrderDraft draft;
        draft.customer = QStringLiteral("Acme");
        draft.lines = {{QStringLiteral("LAMP"), 5, {}}, {QStringLiteral("CHAIR"), 2, {}}};
        order = must(OrderService(window.connection()).place(draft, callerAt(1)));
        window.open(QStringLiteral("waiting"));
    }
    void goTo()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(focus(), QStringLiteral("goToText"));
        type(QStringLiteral("1"));
        press(Qt::Key_Return);
        QTRY_COMPARE(focus(), QStringLiteral("orderPanel"));
        QTRY_VERIFY(Bench::shown(QStringLiteral("amend")));
    }
    void open()
    {
        goTo();
        press(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(dialog());
        dialog()->activateWindow();
        QTRY_COMPARE(focus(), QStringLiteral("product"));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        window.press(key, modifiers);
    }
    void type(const QString &text)
    {
        keys += int(text.size());
        for (const QChar &key : text) // each goes where the keyboard is then
            window.type(key);
    }
    /// The units of a line, by its row.
    void setUnits(int row, const QString &units)
    {
        const auto fields = dialog()->findChildren<QLineEdit *>(QStringLiteral("units"));
        fields[row]->setFocus(Qt::TabFocusReason);
        type(units);
    }
    /// Where the keyboard is; after a dialog over it has closed, the rest comes to the front as a desktop does it.
    [[nodiscard]] QString focus()
    {
        if (QWidget *focused = Bench::focus())
            return focused->objectName();
        (dialog() ? dialog() : &window.window())->activateWindow();
        return {};
    }
    [[nodiscard]] static QWidget *dialog()
    {
        for (QWidget *each : QApplication::topLevelWidgets()) {
            if (each->objectName() == u"orderDialog" && each->isVisible())
                return each;
        }
        return nullptr;
    }
    /// Another desk sets the units of both lines and the note.
    void anotherDesk(Units lamps, Units chairs, const QString &note = {})
    {
        Caller berta = callerAt(30);
        berta.actor = QStringLiteral("Berta");
        OrderEdit edit{order.order.id, sheetOf(now()), sheetOf(now()), {}};
        edit.after.lines[0].units = lamps;
        edit.after.lines[1].units = chairs;
        edit.after.note = note;
        QVERIFY(must(OrderEditing(window.connection()).save(edit, berta)).saved.has_value());
    }
    [[nodiscard]] OrderView now() { return must(OrderService(window.connection()).show(order.order.id, callerAt(90))); }
    [[nodiscard]] static QString others()
    {
        auto *label = Bench::shown<QLabel>(QStringLiteral("others"));
        return label ? label->text() : QString();
    }

    Bench window;
    OrderView order;
    int keys = 0;
};

} // namespace

/// An order that exists is changed, and never over what another desk did (interaction.md D9, D12).
class OrderEditFormTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasForeseenIsForgottenWhenAnotherDeskChangedTheOrder()
    {
        Editing desk;
        desk.open();
        desk.setUnits(0, QStringLiteral("6"));
        const auto notes = [&] {
            const auto all = desk.dialog()->findChildren<QLabel *>(QStringLiteral("lineNote"));
            return std::count_if(all.begin(), all.end(),
                                 [](const QLabel *note) { return note->text().contains(QStringLiteral("in line")); });
        };
        QTRY_COMPARE(notes(), 2);
        desk.anotherDesk(8, 1);
        QTRY_COMPARE(notes(), 0);
    }
    void aQuantityChangesInTwelveKeys()
    {
        Editing editing;
        editing.goTo();
        editing.press(Qt::Key_Down);
        editing.press(Qt::Key_Down); // the second line
        editing.type(QStringLiteral("12"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(editing.now().lines[1].line.ordered, 12);
        QVERIFY2(editing.keys <= 12, qPrintable(QString::number(editing.keys)));
    }
    void severalChangesAreSavedTogether()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        const auto products = editing.dialog()->findChildren<QLineEdit *>(QStringLiteral("product"));
        products.back()->setFocus();
        editing.type(QStringLiteral("LAMP"));
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.focus(), QStringLiteral("units"));
        editing.type(QStringLiteral("3"));
        Bench::shown<QLineEdit>(QStringLiteral("note"))->setFocus();
        editing.type(QStringLiteral("call first"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.dialog());
        const OrderView order = editing.now();
        QCOMPARE(order.lines[0].line.ordered, 7);
        QCOMPARE(order.lines[2].line.ordered, 3);
        QCOMPARE(order.order.note, QStringLiteral("call first"));
    }
    void thePriceIsChangedByKeys()
    {
        Editing editing;
        editing.open();
        const auto prices = editing.dialog()->findChildren<QLineEdit *>(QStringLiteral("price"));
        QCOMPARE(prices[0]->text(), QStringLiteral("10.00"));
        prices[0]->setFocus(Qt::TabFocusReason);
        editing.type(QStringLiteral("8.50")); // what stands there is selected
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().lines[0].line.unitPrice, Money(850));
        QCOMPARE(editing.now().lines[1].line.unitPrice, Money(1000));
    }
    void theOrderIsGivenToAnotherCustomer()
    {
        Editing editing;
        editing.window.placeOrder(QStringLiteral("Bolt"), QStringLiteral("LAMP"), 1, 3);
        editing.open();
        editing.press(Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier); // out of the lines, to the customer
        QTRY_COMPARE(editing.focus(), QStringLiteral("customer"));
        editing.type(QStringLiteral("nobody at all"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(Bench::focus()->accessibleDescription().contains(QStringLiteral("nobody yet")));
        qobject_cast<QLineEdit *>(Bench::focus())->selectAll();
        editing.type(QStringLiteral("bolt"));
        editing.press(Qt::Key_Return);
        QTRY_COMPARE(editing.focus(), QStringLiteral("product"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().order.customerName, QStringLiteral("Bolt"));
    }
    void thePromiseIsGivenAndTakenBack()
    {
        Editing editing;
        for (const auto &[typed, day] :
             {std::pair(QStringLiteral("+14"), std::optional(QDate(2026, 3, 16))), std::pair(QString(), std::optional<QDate>())}) {
            editing.open();
            auto *promise = Bench::shown<QLineEdit>(QStringLiteral("promise"));
            promise->setFocus();
            promise->selectAll();
            editing.press(Qt::Key_Delete);
            editing.type(typed);
            editing.press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(!editing.dialog());
            QCOMPARE(editing.now().lines[0].line.promise, day);
            QCOMPARE(editing.now().lines[1].line.promise, day);
            editing.window.window().activateWindow();
        }
    }
    void anotherDesksPriceIsSaidAndMerged()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        OrderEdit edit{editing.order.order.id, sheetOf(editing.now()), sheetOf(editing.now()), {}};
        edit.after.lines[0].unitPrice = 777;
        QVERIFY(must(OrderEditing(editing.window.connection()).save(edit, callerAt(30))).saved.has_value());
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(editing.others().contains(QStringLiteral("price of LAMP from 10.00 EUR to 7.77 EUR.")), qPrintable(editing.others()));
        QTRY_COMPARE(editing.focus(), QStringLiteral("mergeMine"));
        editing.press(Qt::Key_Return);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().lines[0].line.unitPrice, Money(777));
        QCOMPARE(editing.now().lines[0].line.ordered, 7);
    }
    void aLineThatIsTakenOutAsksWhy()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("5"));
        editing.press(Qt::Key_Delete, Qt::ControlModifier);
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(editing.focus(), QStringLiteral("reason"));
        QTRY_VERIFY(Bench::focus()->accessibleDescription().contains(QStringLiteral("say why")));
        editing.type(QStringLiteral("changed her mind"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().lines[0].line.cancelled, 5);
    }
    void anotherDesksChangeIsSaidAndMerged()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        editing.anotherDesk(6, 9, QStringLiteral("from Berta"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.others().isEmpty());
        QVERIFY2(editing.others().contains(QStringLiteral("Berta, ")), qPrintable(editing.others()));
        QVERIFY2(editing.others().contains(QStringLiteral("units of LAMP from 5 to 6. Yours: 7.")), qPrintable(editing.others()));
        QVERIFY2(editing.others().contains(QStringLiteral("units of CHAIR from 2 to 9.")), qPrintable(editing.others()));
        QCOMPARE(editing.now().lines[0].line.ordered, 6); // nothing is written yet
        QTRY_COMPARE(editing.focus(), QStringLiteral("mergeMine"));
        editing.press(Qt::Key_Return);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().lines[0].line.ordered, 7);
        QCOMPARE(editing.now().lines[1].line.ordered, 9);
        QCOMPARE(editing.now().order.note, QStringLiteral("from Berta"));
    }
    void aLineCancelledMeanwhileIsNeverLost()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        Caller berta = callerAt(30);
        berta.actor = QStringLiteral("Berta");
        must(OrderService(editing.window.connection()).cancel(editing.order.order.id, {}, {}, QStringLiteral("called off"), berta));
        QTRY_VERIFY2(editing.window.message().contains(QStringLiteral("Somebody else has changed order 1 meanwhile")),
                     qPrintable(editing.window.message())); // before anything is saved
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(editing.focus(), QStringLiteral("mergeMine"));
        QVERIFY2(editing.others().contains(QStringLiteral("LAMP cancelled. Yours: 7.")), qPrintable(editing.others()));
        editing.press(Qt::Key_Return);
        QTRY_VERIFY2(editing.window.message().contains(QStringLiteral("LAMP was cancelled meanwhile and cannot be changed")),
                     qPrintable(editing.window.message()));
        QVERIFY(editing.dialog()); // nothing is saved before somebody says so
        QCOMPARE(editing.now().lines.size(), size_t(2));
        QTRY_COMPARE(editing.focus(), QStringLiteral("units"));
        QCOMPARE(qobject_cast<QLineEdit *>(Bench::focus())->text(), QStringLiteral("7"));
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!editing.dialog());
        const OrderView now = editing.now();
        QCOMPARE(now.lines.size(), size_t(3));
        QCOMPARE(now.lines[0].line.active(), 0);
        QCOMPARE(now.lines[1].line.active(), 0); // what only the other desk changed stays cancelled
        QCOMPARE(now.lines[2].line.sku, QStringLiteral("LAMP"));
        QCOMPARE(now.lines[2].line.ordered, 7);
        QVERIFY2(!editing.window.message().contains(QStringLiteral("all 0")), qPrintable(editing.window.message()));
    }
    void theirsCanBePreferred()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        editing.setUnits(1, QStringLiteral("4"));
        editing.anotherDesk(6, 2);
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(Bench::shown(QStringLiteral("mergeTheirs")));
        Bench::shown(QStringLiteral("mergeTheirs"))->setFocus();
        editing.press(Qt::Key_Space);
        QTRY_VERIFY(!editing.dialog());
        QCOMPARE(editing.now().lines[0].line.ordered, 6);
        QCOMPARE(editing.now().lines[1].line.ordered, 4);
    }
    void goingOnShowsTheirsInTheForm()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        editing.anotherDesk(5, 9);
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(Bench::shown(QStringLiteral("goOn")));
        Bench::shown(QStringLiteral("goOn"))->setFocus();
        editing.press(Qt::Key_Space);
        const auto fields = editing.dialog()->findChildren<QLineEdit *>(QStringLiteral("units"));
        QCOMPARE(fields[0]->text(), QStringLiteral("7"));
        QCOMPARE(fields[1]->text(), QStringLiteral("9"));
        QCOMPARE(editing.now().lines[0].line.ordered, 5);
    }
    void everyControlOfTheMergeHasAName()
    {
        Editing editing;
        editing.open();
        editing.setUnits(0, QStringLiteral("7"));
        editing.anotherDesk(6, 9);
        editing.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(Bench::shown(QStringLiteral("goOn")));
        QCOMPARE(namelessControls(editing.dialog()), QStringList());
    }
};

QTEST_MAIN(OrderEditFormTest)
#include "ordereditformtest.moc"
