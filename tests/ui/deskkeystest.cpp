#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/orderpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

using namespace waitline;
using namespace waitline::test;

namespace {

/// A desk whose keys are counted: order 1, of Acme, waits with two lines.
class Desk final {
public:
    Desk()
    {
        window.addProduct(QStringLiteral("4711"), QStringLiteral("Brass lamp"));
        window.addProduct(QStringLiteral("4712"), QStringLiteral("Oak chair"));
        OrderDraft draft;
        draft.customer = QStringLiteral("Acme");
        draft.lines = {{QStringLiteral("4711"), 5, {}}, {QStringLiteral("4712"), 4, {}}};
        draft.promise = QDate(2026, 3, 20);
        must(OrderService(window.connection()).place(draft, callerAt(1)));
        window.open(QStringLiteral("overview"));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        window.press(key, modifiers);
    }
    void type(const QString &text)
    {
        keys += int(text.size());
        for (const QChar &each : text) // each goes where the keyboard is then
            window.type(each);
    }
    /// Digits as the number block has them.
    void keypad(const QString &digits)
    {
        for (const QChar &digit : digits)
            key(Qt::Key(Qt::Key_0 + digit.digitValue()), Qt::KeypadModifier);
    }
    void goToOrder()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(focus(), QStringLiteral("goToText"));
        type(QStringLiteral("1"));
        key(Qt::Key_Return);
        QTRY_COMPARE(focus(), QStringLiteral("orderPanel"));
        QTRY_VERIFY(window.shown(QStringLiteral("amend")));
    }
    [[nodiscard]] static QString focus() { return Bench::focus()->objectName(); }
    [[nodiscard]] OrderView order(qint64 number = 1) { return must(OrderService(window.connection()).show({number}, callerAt(60))); }
    [[nodiscard]] qint64 orders() { return window.connection().integer("SELECT COUNT(*) FROM sales_order"); }

    Bench window;
    int keys = 0;
};

} // namespace

/// What the desk does with one hand on the telephone, in as many keys as interaction.md allows (D4, D6, D9, D11).
class DeskKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whenWillIGetItTakesEightKeys()
    {
        Desk desk;
        desk.goToOrder();
        QVERIFY2(desk.keys <= 8, qPrintable(QString::number(desk.keys)));
        QStringList said;
        for (const QLabel *label : desk.window.shown<OrderPanel>(QStringLiteral("orderPanel"))->findChildren<QLabel *>()) {
            if (label->isVisible())
                said += label->text();
        }
        const QString all = said.join(u'\n');
        QVERIFY2(all.contains(QStringLiteral("5 waiting")) && all.contains(QStringLiteral("1st in line")) &&
                     all.contains(QStringLiteral("Promised")),
                 qPrintable(all));
    }
    void aLineIsCancelledInTwelveKeys()
    {
        Desk desk;
        desk.goToOrder();
        desk.key(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("line"));
        desk.key(Qt::Key_Return); // all of it
        QTRY_COMPARE(desk.focus(), QStringLiteral("reason"));
        desk.type(QStringLiteral("no"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().lines[0].line.cancelled, Units(5));
        QVERIFY2(desk.keys <= 12, qPrintable(QString::number(desk.keys)));
    }
    void aLineIsSplitInTwelveKeys()
    {
        Desk desk;
        desk.goToOrder();
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_Tab);
        QTRY_COMPARE(desk.focus(), QStringLiteral("moreOfLine"));
        desk.key(Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        desk.key(Qt::Key_S);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        desk.window.window().activateWindow(); // as a window manager does when the menu is gone
        QTRY_COMPARE(desk.focus(), QStringLiteral("line"));
        desk.type(QStringLiteral("2"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().lines.size(), size_t(3));
        QVERIFY2(desk.keys <= 12, qPrintable(QString::number(desk.keys)));
    }
    void aQuantityIsChangedInTwelveKeys()
    {
        Desk desk;
        desk.goToOrder();
        desk.key(Qt::Key_Down);
        desk.type(QStringLiteral("12"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().lines[0].line.ordered, Units(12));
        QVERIFY2(desk.keys <= 12, qPrintable(QString::number(desk.keys)));
    }
    void allThatIsDueIsTakenInEightKeysAndTakenBackByOne()
    {
        Desk desk;
        desk.goToOrder();
        desk.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("amount")); // what is due stands there
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().order.held(), Money(9'000));
        QVERIFY2(desk.keys <= 8, qPrintable(QString::number(desk.keys)));
        QTRY_COMPARE(desk.focus(), QStringLiteral("moneyOrder"));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().order.held(), Money(0));
    }
    void aRefundDueIsGivenInEightKeys()
    {
        Desk desk;
        must(PaymentService(desk.window.connection()).pay({1}, 9'000, "card", callerAt(10)));
        must(OrderService(desk.window.connection()).cancel({1}, {}, {}, QStringLiteral("no need"), callerAt(11)));
        desk.key(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("goToText"));
        desk.type(QStringLiteral("1"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("orderPanel"));
        desk.key(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("amount")); // what is due back stands there
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().order.held(), Money(0));
        QVERIFY2(desk.keys <= 8, qPrintable(QString::number(desk.keys)));
    }
    /// The keys besides the day and the reason; one more takes it back.
    void aPromiseIsMovedInThreeKeys()
    {
        Desk desk;
        desk.window.open(QStringLiteral("notices"));
        desk.key(Qt::Key_F6);
        QTRY_COMPARE(desk.focus(), QStringLiteral("promise"));
        desk.window.type(QStringLiteral("Apr 1"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("reason"));
        desk.window.type(QStringLiteral("late"));
        desk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().lines[0].line.promise, std::optional(QDate(2026, 4, 1)));
        QVERIFY2(desk.keys <= 3, qPrintable(QString::number(desk.keys)));
        QTRY_VERIFY(desk.window.message().contains(QStringLiteral("moved")));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.order().lines[0].line.promise, std::optional(QDate(2026, 3, 20)));
    }
    void tabReachesALinesButtonsBeforeTheStory()
    {
        Desk desk;
        desk.goToOrder();
        desk.key(Qt::Key_Down);
        QStringList way{desk.focus()};
        for (int tab = 0; tab < 6; ++tab) {
            desk.key(Qt::Key_Tab);
            way += desk.focus();
        }
        QCOMPARE(way, QStringList({"amend", "cancelLine", "moreOfLine", "amend", "cancelLine", "moreOfLine", "takePayment"}));
        desk.key(Qt::Key_F2); // the form of the first line opens below its buttons
        QTRY_COMPARE(desk.focus(), QStringLiteral("line"));
        for (const char *next : {"leave", "do", "amend"}) {
            desk.key(Qt::Key_Tab);
            QCOMPARE(desk.focus(), QString::fromLatin1(next));
        }
    }
    void f4OpensThePickersOnEmptyCells()
    {
        Desk desk;
        desk.key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        desk.key(Qt::Key_F4);
        QTRY_VERIFY(desk.window.shown(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Return); // the first there is
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        desk.key(Qt::Key_F4);
        QTRY_VERIFY(desk.window.shown(QStringLiteral("suggestions")));
        const auto *list = desk.window.shown<QListWidget>(QStringLiteral("suggestions"));
        QCOMPARE(list->count(), 2); // nothing is to be made of an empty text
        QVERIFY(list->item(0)->text().startsWith(QStringLiteral("4711")));
        desk.key(Qt::Key_Escape);
        QTRY_VERIFY(!desk.window.shown(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Down, Qt::AltModifier);
        QTRY_VERIFY(desk.window.shown(QStringLiteral("suggestions")));
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
    }
    void aCellIsSelectedWhenItIsEnteredAndF2KeepsIt()
    {
        Desk desk;
        desk.key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        desk.type(QStringLiteral("acme"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        desk.type(QStringLiteral("4711"));
        desk.key(Qt::Key_Return);
        QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
        auto *units = qobject_cast<QLineEdit *>(Bench::focus());
        desk.type(QStringLiteral("25"));
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_Tab, Qt::ShiftModifier);
        QTRY_COMPARE(Bench::focus(), units);
        QCOMPARE(units->selectedText(), QStringLiteral("25"));
        desk.type(QStringLiteral("7"));
        QCOMPARE(units->text(), QStringLiteral("7")); // typing replaces
        desk.key(Qt::Key_Tab);
        desk.key(Qt::Key_Tab, Qt::ShiftModifier);
        QTRY_COMPARE(Bench::focus(), units);
        desk.key(Qt::Key_F2);
        desk.type(QStringLiteral("5"));
        QCOMPARE(units->text(), QStringLiteral("75")); // F2 keeps
    }
    /// D11: after the name search, the number block, Enter and Tab do everything.
    void oneHandEntersAnOrder()
    {
        Desk desk;
        desk.key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("customer"));
        desk.type(QStringLiteral("acme"));
        desk.key(Qt::Key_Enter, Qt::KeypadModifier);
        QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        for (const char *sku : {"4711", "4712", "4711"}) {
            desk.keypad(QString::fromLatin1(sku));
            desk.key(Qt::Key_Enter, Qt::KeypadModifier);
            QTRY_COMPARE(desk.focus(), QStringLiteral("units"));
            desk.keypad(QStringLiteral("5"));
            desk.key(Qt::Key_Enter, Qt::KeypadModifier);
            QTRY_COMPARE(desk.focus(), QStringLiteral("product"));
        }
        desk.key(Qt::Key_Enter, Qt::KeypadModifier); // an empty product: out of the lines
        for (int step = 0; step < 8 && desk.focus() != u"save"; ++step) {
            desk.key(Qt::Key_Enter, Qt::KeypadModifier);
            QTest::qWait(10); // the button takes the keyboard after the key that led there
        }
        QTRY_COMPARE(desk.focus(), QStringLiteral("save"));
        desk.key(Qt::Key_Enter, Qt::KeypadModifier);
        QTRY_COMPARE(desk.orders(), qint64(2));
        QCOMPARE(desk.order(2).lines.size(), size_t(3));
        QCOMPARE(desk.order(2).order.customerName, QStringLiteral("Acme"));
    }
};

QTEST_MAIN(DeskKeysTest)
#include "deskkeystest.moc"
