#include "models/services/orderstory.h"
#include "models/services/paymentservice.h"
#include "models/tables/paymentmodel.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"

#include <QLabel>
#include <QLineEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The bench's business: order 1 is Acme's, of 250.00; order 2 Bolt's, of 200.00.
class Desk final {
public:
    Desk() : window(QStringLiteral("orders")) {}

    void openMoney()
    {
        window.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(window.focus()->objectName(), QStringLiteral("moneyOrder"));
    }
    [[nodiscard]] OrderView order(qint64 number) { return must(OrderService(window.connection()).show(OrderId{number}, callerAt(60))); }
    [[nodiscard]] std::vector<StoredPayment> entries() { return must(PaymentService(window.connection()).journal({}, 0, 50)); }

    Bench window;
};

} // namespace

class MoneyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsRecordedForACustomersOrderByKeys()
    {
        Desk desk;
        desk.openMoney();
        desk.window.type(QStringLiteral("acme"));
        desk.window.press(Qt::Key_Return);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QVERIFY(desk.window.shown<QLabel>(QStringLiteral("note"))->text().contains(QStringLiteral("250.00 EUR is due")));
        desk.window.type(QStringLiteral("100"));
        desk.window.press(Qt::Key_Return);
        desk.window.type(QStringLiteral("card"));
        desk.window.press(Qt::Key_Return);
        desk.window.type(QStringLiteral("T-77"));
        desk.window.press(Qt::Key_Return);
        QTRY_COMPARE(desk.order(1).order.held(), Money(10'000));
        QCOMPARE(desk.entries().front().method, QStringLiteral("card"));
        QCOMPARE(desk.entries().front().reference, QStringLiteral("T-77"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("moneyOrder")); // for the next one
        const auto *journal = desk.window.shown<DataTable>(QStringLiteral("orderEntries"));
        QTRY_COMPARE(Bench::column(journal, PaymentModel::Amount), QStringList{QStringLiteral("100.00")});
        desk.window.type(QStringLiteral("2"));
        desk.window.press(Qt::Key_Return);
        QTRY_COMPARE(desk.window.textOf("moneyTitle"), QStringLiteral("Order 2 of Bolt"));
        QTRY_COMPARE(journal->model()->rowCount(), 0);
    }
    void noMoneyIsRecordedOnAnOrderThatIsNotMeantAnyMore()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        desk.window.press(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("moneyOrder"));
        desk.window.type(QStringLiteral("2"));
        QVERIFY(!Bench::shown(QStringLiteral("paymentForm")));
        QVERIFY(!Bench::shown(QStringLiteral("moneyTitle")));
        desk.window.press(Qt::Key_Tab); // takes the match, as Enter does
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QCOMPARE(desk.window.textOf("moneyTitle"), QStringLiteral("Order 2 of Bolt"));
        const QWidget *title = Bench::shown(QStringLiteral("moneyTitle"));
        QCOMPARE(title->visibleRegion().boundingRect(), title->rect()); // however far the form scrolls
        desk.window.type(QStringLiteral("60"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order(2).order.held(), Money(6'000));
        QCOMPARE(desk.order(1).order.held(), Money(0));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("moneyOrder"));
        desk.window.type(QStringLiteral("999"));
        desk.window.press(Qt::Key_Tab);
        QTRY_VERIFY2(desk.window.message().contains(QStringLiteral("No order is meant by “999”")), qPrintable(desk.window.message()));
        QVERIFY(!Bench::shown(QStringLiteral("paymentForm")));
        QVERIFY(!Bench::shown(QStringLiteral("takePayment")));
    }
    void whatWasJustRecordedIsTakenBack()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier); // all that is due
        QTRY_COMPARE(desk.order(1).order.held(), Money(25'000));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("moneyOrder"));
        desk.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk.order(1).order.held(), Money(0));
        QCOMPARE(desk.entries().size(), size_t(2)); // nothing is deleted
    }
    void whatIsTypedSinceIsTakenBackBeforeAnEntry()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("moneyOrder"));
        desk.window.type(QStringLiteral("bol"));
        desk.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(qobject_cast<QLineEdit *>(desk.window.focus())->text(), QStringLiteral("1"));
        QCOMPARE(desk.order(1).order.held(), Money(25'000));
    }
    void theHistoryStaysWithinReachWhenAllWasTakenBack()
    {
        Desk desk;
        PaymentService payments(desk.window.connection());
        const OrderView paid = must(payments.pay(OrderId{1}, 5'000, "card", callerAt(10)));
        must(payments.reverse(desk.entries().front().id, QStringLiteral("wrong order"), callerAt(11)));
        QCOMPARE(desk.order(1).order.paid, Money(0));
        QVERIFY(desk.order(1).hasEntries);
        QVERIFY(!desk.order(2).hasEntries);
        QStringList told;
        for (const StoryEntry &entry : must(orderStory(desk.window.connection(), paid.order.id)))
            told += entry.changes;
        QVERIFY2(told.join(u';').contains(QStringLiteral("Entry 1 taken back: the payment of 50.00 EUR")), qPrintable(told.join(u';')));
        QVERIFY(!told.join(u';').contains(QStringLiteral("given back")));
    }
    void moreThanIsDueIsTakenOnlyWhenItIsMeant()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        desk.window.type(QStringLiteral("2500"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("yes"));
        const auto *amount = desk.window.shown<QLineEdit>(QStringLiteral("amount"));
        QVERIFY(amount->accessibleDescription().contains(QStringLiteral("Only 250.00 EUR is due: 2,250.00 EUR more")));
        desk.window.press(Qt::Key_Return); // once more is no tick
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("yes"));
        QCOMPARE(desk.order(1).order.held(), Money(0));
        desk.window.press(Qt::Key_Space);
        desk.window.press(Qt::Key_Return);
        QTRY_COMPARE(desk.order(1).order.held(), Money(250'000));
        QCOMPARE(desk.order(1).refundDue(), Money(225'000));
    }
    void aRefundDueIsProposedAndMoreIsRefused()
    {
        Desk desk;
        PaymentService payments(desk.window.connection());
        must(payments.pay(OrderId{1}, 25'000, "card", callerAt(10)));
        must(OrderService(desk.window.connection()).cancel(OrderId{1}, {}, {}, QStringLiteral("no need"), callerAt(11)));
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QCOMPARE(qobject_cast<QLineEdit *>(desk.window.focus())->text(), QStringLiteral("250.00"));
        desk.window.type(QStringLiteral("250.01"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.window.focus()->accessibleDescription().contains(QStringLiteral("250.00")));
        QCOMPARE(qobject_cast<QLineEdit *>(desk.window.focus())->text(), QStringLiteral("250.01"));
        QCOMPARE(desk.order(1).order.held(), Money(25'000));
        desk.window.press(Qt::Key_A, Qt::ControlModifier);
        desk.window.type(QStringLiteral("250"));
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(desk.order(1).order.held(), Money(0));
        QTRY_VERIFY(desk.window.message().contains(QStringLiteral("given back")));
    }
    void cancellingSaysWhatThisActMakesDue()
    {
        Desk desk;
        must(PaymentService(desk.window.connection()).pay(OrderId{1}, 26'000, "card", callerAt(10))); // 10.00 too much
        desk.window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("goToText"));
        desk.window.enter(QStringLiteral("1"));
        QTRY_VERIFY(Bench::shown(QStringLiteral("cancelLine")));
        desk.window.window().activateWindow();
        Bench::shown(QStringLiteral("cancelLine"))->setFocus();
        desk.window.press(Qt::Key_Space);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("line"));
        const auto note = [&] {
            const auto *label = Bench::shown<QLabel>(QStringLiteral("note"));
            return label ? label->text() : QString();
        };
        desk.window.type(QStringLiteral("1"));
        QTRY_COMPARE(note(), QStringLiteral("50.00 EUR more becomes due for refund, 60.00 EUR in all."));
        desk.window.type(QStringLiteral("99")); // 199 of 5
        QTRY_COMPARE(note(), QString());
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(desk.window.focus()->accessibleDescription().contains(QStringLiteral("say why")));
        desk.window.type(QStringLiteral("too many"));
        QCOMPARE(desk.window.focus()->accessibleDescription(), QString()); // it is put right
        desk.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(desk.window.focus()->accessibleDescription().contains(QStringLiteral("no more can be cancelled")),
                     qPrintable(desk.window.focus()->accessibleDescription()));
        desk.window.press(Qt::Key_A, Qt::ControlModifier);
        desk.window.type(QStringLiteral("2"));
        QTRY_COMPARE(note(), QStringLiteral("100.00 EUR more becomes due for refund, 110.00 EUR in all."));
        QCOMPARE(desk.window.focus()->accessibleDescription(), QString());
    }
    void anOldEntryIsTakenBackWithItsReason()
    {
        Desk desk;
        PaymentService payments(desk.window.connection());
        must(payments.pay(OrderId{1}, 4'000, "card", callerAt(10)));
        must(payments.pay(OrderId{1}, 5'000, "transfer", callerAt(11)));
        auto *table = desk.window.shown<DataTable>(QStringLiteral("ordersTable"));
        table->setFocus();
        table->selectRow(3); // Acme's
        desk.window.press(Qt::Key_Return);
        QTRY_VERIFY(desk.window.shown(QStringLiteral("moneyEntries")));
        desk.window.shown(QStringLiteral("moneyEntries"))->setFocus();
        desk.window.press(Qt::Key_Space);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("orderEntries"));
        auto *journal = qobject_cast<DataTable *>(desk.window.focus());
        QTRY_COMPARE(Bench::column(journal, PaymentModel::Amount), QStringList({"50.00", "40.00"}));
        journal->selectRow(1);
        desk.window.press(Qt::Key_Delete);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("reason"));
        desk.window.enter({}); // why is asked
        QCOMPARE(desk.entries().size(), size_t(2));
        desk.window.enter(QStringLiteral("other customer"));
        QTRY_COMPARE(desk.order(1).order.held(), Money(5'000));
        QCOMPARE(desk.entries().front().reason, QStringLiteral("other customer"));
        QTRY_COMPARE(journal->model()->rowCount(), 3);
    }
    void anOrderNobodyKnowsIsSaid()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("zzz"));
        QTRY_VERIFY(desk.window.shown<QLabel>(QStringLiteral("message")));
        QVERIFY(desk.window.shown<QLabel>(QStringLiteral("message"))->text().contains(QStringLiteral("No order is meant by “zzz”")));
        QCOMPARE(desk.window.shown<QLineEdit>(QStringLiteral("moneyOrder"))->text(), QStringLiteral("zzz"));
    }
    void itBeginsWithTheOrderShown()
    {
        Desk desk;
        auto *table = desk.window.shown<DataTable>(QStringLiteral("ordersTable"));
        table->setFocus();
        table->selectRow(3); // Acme's
        desk.window.press(Qt::Key_Return);
        QTRY_VERIFY(desk.window.shown(QStringLiteral("moneyEntries")));
        desk.window.press(Qt::Key_M, Qt::ControlModifier);
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QCOMPARE(desk.window.textOf("moneyTitle"), QStringLiteral("Order 1 of Acme"));
    }
    void itsButtonsAreSeenOnASmallScreen()
    {
        Desk desk;
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QWidget *dialog = desk.window.shown(QStringLiteral("moneyDialog"));
        QVERIFY2(dialog->minimumSizeHint().height() <= 600, qPrintable(QString::number(dialog->minimumSizeHint().height())));
        dialog->resize(780, 620); // of 1024 by 768
        const QWidget *form = desk.window.shown(QStringLiteral("paymentForm"));
        QTRY_COMPARE(form->visibleRegion().boundingRect(), form->rect());
        const QWidget *leave = dialog->findChild<QWidget *>(QStringLiteral("leave"), Qt::FindDirectChildrenOnly);
        QCOMPARE(leave->visibleRegion().boundingRect(), leave->rect());
    }
    void everythingHasANameAndIsReachedByTab()
    {
        Desk desk;
        must(PaymentService(desk.window.connection()).pay(OrderId{1}, 4'000, "card", callerAt(10)));
        desk.openMoney();
        desk.window.enter(QStringLiteral("1"));
        QTRY_COMPARE(desk.window.focus()->objectName(), QStringLiteral("amount"));
        QWidget *dialog = desk.window.shown(QStringLiteral("moneyDialog"));
        QCOMPARE(namelessControls(dialog).join(u';'), QString());
        QTRY_COMPARE(clipped(dialog).join(u';'), QString());
        checkTabs(dialog);
    }
};

QTEST_MAIN(MoneyTest)
#include "moneytest.moc"
