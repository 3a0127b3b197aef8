#include "models/services/orderlist.h"
#include "models/services/paymentservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "models/tables/ordermodel.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"
#include "ui/widgets/customerpanel.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/orderpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Four wait for lamps; one order has shipped.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.addProduct(QStringLiteral("ROPE"), QStringLiteral("Rope"));
        for (int i = 0; i < 4; ++i)
            lamps.push_back(window.placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("LAMP"), 3, i).order.id);
        const OrderId rope = window.placeOrder(QStringLiteral("Rhea"), QStringLiteral("ROPE"), 1, 5).order.id;
        must(ReceivingService(window.connection()).post({{}, {{QStringLiteral("ROPE"), 1, 0}}, {}, {}}, callerAt(6)));
        must(ShippingService(window.connection()).ship(rope, {}, callerAt(7)));
        window.open(QStringLiteral("orders"));
        table = window.shown<DataTable>(QStringLiteral("ordersTable"));
    }

    [[nodiscard]] QStringList column(int column) const { return Bench::column(table, column); }
    /// Opens the order of a row, and gives its panel.
    OrderPanel *open(int row)
    {
        table->setFocus();
        table->selectRow(row);
        window.press(Qt::Key_Return);
        auto *panel = window.shown<OrderPanel>(QStringLiteral("orderPanel"));
        if (!panel || !QTest::qWaitFor([panel] { return panel->isLoaded(); }))
            qFatal("The order does not open.");
        return panel;
    }
    /// Presses a button of the panel by the keyboard.
    void use(const QString &button)
    {
        QTRY_VERIFY(window.shown(button));
        window.shown(button)->setFocus();
        window.press(Qt::Key_Space);
    }
    /// Takes an entry of the line's menu by its letter.
    void useOfLine(Qt::Key letter)
    {
        use(QStringLiteral("moreOfLine"));
        QTRY_VERIFY(QApplication::activePopupWidget());
        window.press(letter);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        window.window().activateWindow(); // as a window manager does when the menu is gone
        QTRY_VERIFY(window.window().isActiveWindow());
    }
    [[nodiscard]] OrderView order(size_t index) { return must(OrderService(window.connection()).show(lamps[index], callerAt(60))); }

    Bench window;
    std::vector<OrderId> lamps;
    DataTable *table = nullptr;
};

/// What is wider than the area of the panel it scrolls in, or stands over the panel's edge.
QStringList beyondTheEdge(QWidget *panel)
{
    QStringList wide;
    const auto all = panel->findChildren<QWidget *>();
    for (QWidget *each : all) {
        const int right = each->mapTo(panel, QPoint(each->width(), 0)).x();
        if (each->isVisible() && !each->isWindow() && right > panel->width())
            wide += QStringLiteral("%1 %2").arg(QString::fromLatin1(each->metaObject()->className()), each->objectName());
    }
    return wide;
}

} // namespace

class OrdersPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allOrdersStandThereTheNewestFirst()
    {
        Shop shop;
        QCOMPARE(shop.column(OrderModel::Number), QStringList({"5", "4", "3", "2", "1"}));
        QCOMPARE(shop.column(OrderModel::State).front(), orderStateText(OrderState::Shipped));
        QCOMPARE(shop.window.textOf("ordersTotals"), QStringLiteral("5 orders"));
    }
    void thePanelFollowsTheMouse()
    {
        Shop shop;
        const OrderPanel *panel = shop.open(0);
        for (const int row : {1, 3, 0}) {
            const QModelIndex cell = shop.table->model()->index(row, 0);
            QTest::mouseClick(shop.table->viewport(), Qt::LeftButton, Qt::NoModifier, shop.table->visualRect(cell).center());
            QTRY_COMPARE(panel->order().value, cell.data(OrderIdRole).toLongLong());
        }
    }
    void theSelectionStaysWithItsOrder()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(1);
        const qint64 order = shop.table->currentIndex().data(OrderIdRole).toLongLong();
        shop.window.placeOrder(QStringLiteral("Newcomer"), QStringLiteral("LAMP"), 1, 50);
        QTRY_COMPARE(shop.table->model()->rowCount(), 6);
        QTRY_COMPARE(shop.table->currentIndex().data(OrderIdRole).toLongLong(), order);
        QCOMPARE(shop.table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(shop.table->selectionModel()->selectedRows().front().data(OrderIdRole).toLongLong(), order);
    }
    void typingNarrowsTheList()
    {
        Shop shop;
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        shop.window.type(QStringLiteral("rhea"));
        QTRY_COMPARE(shop.column(OrderModel::Number), QStringList{QStringLiteral("5")});
        shop.window.press(Qt::Key_Down);
        QVERIFY(shop.table->hasFocus());
    }
    void thePanelAnswersBeforeItOffersAnything()
    {
        Shop shop;
        OrderPanel *panel = shop.open(4);
        QWidget *line = panel->findChild<QWidget *>(QStringLiteral("why"));
        QTRY_VERIFY(line->isVisible());
        const auto topOf = [panel](const QWidget *widget) { return widget->mapTo(panel, QPoint()).y(); };
        QTRY_VERIFY(topOf(line) < topOf(shop.window.shown(QStringLiteral("takePayment"))));
        QTRY_COMPARE(line->visibleRegion().boundingRect(), line->rect());
        // The list and the panel have one word for where the order is.
        QCOMPARE(shop.column(OrderModel::State).at(4), orderStateText(OrderState::Waiting));
        QCOMPARE(panel->findChild<QWidget *>(QStringLiteral("orderState"))->accessibleName(), orderStateText(OrderState::Waiting));
    }
    void aPaymentIsTakenByKeysAndTakenBack()
    {
        Shop shop;
        shop.open(4);
        shop.use(QStringLiteral("takePayment"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("amount"));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("note"))->text().contains(QStringLiteral("30.00 EUR is due")));
        shop.window.type(QStringLiteral("12.50"));
        shop.window.press(Qt::Key_Return); // on to how
        shop.window.type(QStringLiteral("card"));
        shop.window.press(Qt::Key_Return); // on to its number, which it has none
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.order(0).order.held(), Money(1250));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("12.50 EUR received")));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.order(0).order.held(), Money(0));
    }
    void cancellingSaysWhatIsToBeGivenBack()
    {
        Shop shop;
        must(PaymentService(shop.window.connection()).pay(shop.lamps[0], 2500, QStringLiteral("card"), callerAt(8)));
        shop.open(4);
        const auto note = [&] { return shop.window.shown<QLabel>(QStringLiteral("note")); };
        shop.use(QStringLiteral("cancelLine"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        QTRY_VERIFY(note() && note()->text().contains(QStringLiteral("25.00 EUR becomes due for refund")));
        shop.window.type(QStringLiteral("1"));
        QTRY_VERIFY2(note()->text().contains(QStringLiteral("5.00 EUR becomes due")), qPrintable(note()->text()));
        shop.use(QStringLiteral("cancelOrder")); // one form at a time
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("cancelForm")));
        QTRY_VERIFY(note() && note()->text().contains(QStringLiteral("25.00 EUR becomes due for refund")));
        shop.window.type(QStringLiteral("no need"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("is cancelled. 25.00 EUR becomes due for refund.")),
                     qPrintable(shop.window.message()));
    }
    void noStateIsCut()
    {
        Shop shop;
        for (OrderState state : allOrderStates)
            QVERIFY(shop.table->columnWidth(OrderModel::State) > shop.table->fontMetrics().horizontalAdvance(orderStateText(state)) + 28);
    }
    void anotherOrderIsShownFromItsTop()
    {
        Shop shop;
        OrderPanel *panel = shop.open(4);
        auto *area = panel->findChild<QScrollArea *>();
        shop.use(QStringLiteral("openStory"));
        QTRY_VERIFY(panel->findChild<QLabel *>(QStringLiteral("storyWhat")));
        QTRY_VERIFY(!panel->findChild<QLabel *>(QStringLiteral("storyWhat"))->visibleRegion().isEmpty()); // it comes into view
        area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        shop.open(3);
        QTRY_COMPARE(area->verticalScrollBar()->value(), 0);
    }
    void inANarrowWindowThePanelTakesTheListsPlace()
    {
        Shop shop;
        shop.window.window().resize(683, 384); // 1366 by 768 at 200 %
        QTRY_VERIFY(widthBeyond(shop.window.page()) == 0);
        OrderPanel *panel = shop.open(4);
        QTRY_VERIFY(!shop.table->isVisible());
        QTRY_VERIFY(widthBeyond(shop.window.page()) == 0);
        QVERIFY(panel == shop.window.focus() || panel->isAncestorOf(shop.window.focus()));
        shop.window.press(Qt::Key_Escape);
        QTRY_VERIFY(shop.table->isVisible() && shop.table->hasFocus());
        shop.window.window().resize(960, 540); // 1920 by 1080 at 200 %
        shop.open(3);
        QTRY_VERIFY(shop.table->isVisible() && panel->isVisible());
        QTRY_VERIFY(widthBeyond(shop.window.page()) == 0);
    }
    void anOrderThatIsKeptBackSaysWhy()
    {
        Bench window;
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), [](ProductTerms &terms) {
            terms.deposit = {DepositTerms::Kind::Percent, 2000};
        });
        must(ReceivingService(window.connection()).post({{}, {{QStringLiteral("LAMP"), 5, 0}}, {}, {}}, callerAt()));
        const OrderId order = window.placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 2, 1).order.id;
        window.open(QStringLiteral("orders"));
        window.workspace().go({Destination::Kind::Order, order.value, {}});
        QTRY_VERIFY(window.shown<QLabel>(QStringLiteral("orderBlocker")));
        const QString why = window.shown<QLabel>(QStringLiteral("orderBlocker"))->text();
        QVERIFY2(why.contains(QStringLiteral("its deposit of 4.00 is not paid in full")), qPrintable(why));
    }
    void moreThanWasPaidIsNotGivenBack()
    {
        Shop shop;
        must(PaymentService(shop.window.connection()).pay(shop.lamps[0], 500, QStringLiteral("card"), callerAt(8)));
        shop.open(4);
        shop.use(QStringLiteral("giveBack"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("amount"));
        shop.window.type(QStringLiteral("6"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("5.00")));
        QCOMPARE(qobject_cast<QLineEdit *>(shop.window.focus())->text(), QStringLiteral("6"));
    }
    void aMoveSaysWhoIsPushedBackBeforeItIsDone()
    {
        Shop shop;
        shop.open(1); // the last lamp
        shop.useOfLine(Qt::Key_M);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("place"));
        const auto note = [&] { return shop.window.shown<QLabel>(QStringLiteral("note")); };
        QTRY_VERIFY(note() && note()->text().contains(QStringLiteral("Customer 1 (order 1): 2nd in line instead of 1st in line")));
        QCOMPARE(shop.order(3).lines.front().place, qint64(4));
        shop.window.press(Qt::Key_Return); // on to the reason
        shop.window.type(QStringLiteral("promised it"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.order(3).lines.front().place, qint64(1));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("LAMP of order 4 is 1st in line")));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.order(3).lines.front().place, qint64(4));
    }
    void aFormOfALineOpensWhollyInView()
    {
        Shop shop;
        shop.window.window().resize(1024, 640);
        shop.open(1);
        shop.useOfLine(Qt::Key_M);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("place"));
        const QWidget *form = shop.window.shown(QStringLiteral("moveForm"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("note"))); // what the move would do comes later
        QTRY_COMPARE(form->visibleRegion().boundingRect(), form->rect());
    }
    void theKeyboardIsSeenOnEveryButtonOfTheOrder()
    {
        Shop shop;
        QWidget *panel = shop.open(4);
        shop.table->setFocus();
        QStringList unseen;
        const auto buttons = panel->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (!button->isVisible() || button->focusPolicy() == Qt::NoFocus)
                continue;
            const QImage without = button->grab().toImage();
            button->setFocus(Qt::TabFocusReason);
            if (button->grab().toImage() == without)
                unseen += button->objectName();
            shop.table->setFocus();
        }
        QCOMPARE(unseen, QStringList());
    }
    void aLongNameWidensNoPanel()
    {
        const QString product = QStringLiteral("Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsgesellschaft");
        const QString customer = QStringLiteral("Bäckerei Lebensmittelgroßhandelsgesellschaftsvorstandsvorsitzendenstellvertreter & Söhne");
        Bench window;
        window.addProduct(QStringLiteral("CAP"), product);
        window.placeOrder(customer, QStringLiteral("CAP"), 3, 1);
        window.open(QStringLiteral("orders"));
        window.window().resize(1366, 768);
        auto *table = window.shown<DataTable>(QStringLiteral("ordersTable"));
        table->selectRow(0);
        window.press(Qt::Key_Return);
        auto *order = window.shown<OrderPanel>(QStringLiteral("orderPanel"));
        QTRY_VERIFY(order->isLoaded());
        QTRY_VERIFY(order->width() <= 420);
        QTRY_COMPARE(beyondTheEdge(order).join(u';'), QString());
        window.shown(QStringLiteral("orderCustomer"))->setFocus();
        window.press(Qt::Key_Space);
        auto *panel = window.shown<CustomerPanel>(QStringLiteral("customerPanel"));
        QTRY_VERIFY(panel->isLoaded());
        QTRY_COMPARE(beyondTheEdge(panel).join(u';'), QString());
        QTRY_COMPARE(clipped(panel).join(u';'), QString()); // all lines of the name are there
        QVERIFY(panel->width() <= 420);
    }
    void aLineIsSplitInPlace()
    {
        Shop shop;
        shop.open(4);
        shop.useOfLine(Qt::Key_S);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        shop.window.type(QStringLiteral("2"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.order(0).lines.size(), size_t(2));
        QCOMPARE(shop.order(0).lines[1].place, qint64(2));
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("are a line of their own now")));
        shop.table->setFocus();
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.order(0).lines.size(), size_t(1));
        QCOMPARE(shop.order(0).lines[0].line.waiting, Units(3));
    }
    void aCancelledOrderIsTakenBackWithOneKey()
    {
        Shop shop;
        shop.open(4);
        shop.use(QStringLiteral("cancelOrder"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("reason"));
        shop.window.type(QStringLiteral("changed her mind"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.order(0).status(), QStringLiteral("cancelled"));
        QTRY_VERIFY(!shop.window.message().isEmpty());
        shop.table->setFocus();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.order(0).lines.front().place, qint64(1));
    }
    void aFormOfALineThatIsCancelledMeanwhileGoes()
    {
        Shop shop;
        auto *panel = shop.open(4);
        shop.useOfLine(Qt::Key_M);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("place"));
        must(OrderService(shop.window.connection()).cancel(shop.lamps[0], {}, {}, QStringLiteral("called"), callerAt(9)));
        QTRY_VERIFY_WITH_TIMEOUT(!shop.window.shown(QStringLiteral("moveForm")), 5000);
        QVERIFY(panel->isAncestorOf(shop.window.focus()) || panel->hasFocus());
    }
    void whatIsPaidAndRefundedAndLateIsSeen()
    {
        Shop shop;
        PaymentService payments(shop.window.connection());
        must(payments.pay(shop.lamps[0], 2500, QStringLiteral("card"), callerAt(8)));
        must(payments.refund(shop.lamps[0], 1000, QStringLiteral("card"), callerAt(8)));
        const OrderView order = shop.order(0);
        must(OrderService(shop.window.connection())
                 .setPromise(order.order.id, order.lines.front().line.id, QDate(2026, 3, 9), QStringLiteral("said so"), callerAt(8)));
        auto *panel = shop.open(4);
        const auto *figures = panel->findChild<FigureGrid *>();
        QTRY_COMPARE(figures->figure(QStringLiteral("Paid")), QStringLiteral("25.00 EUR"));
        QCOMPARE(figures->figure(QStringLiteral("Refunded")), QStringLiteral("10.00 EUR"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("late")));
    }
    void theStoryOpensAndFollows()
    {
        Shop shop;
        shop.open(4);
        shop.use(QStringLiteral("openStory"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("storyWhat")));
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("storyWhat"))->text(), QStringLiteral("Order placed"));
        must(OrderService(shop.window.connection()).setPriority(shop.lamps[0], 2, QStringLiteral("a friend"), callerAt(9)));
        QTRY_COMPARE_WITH_TIMEOUT(shop.window.shown<QLabel>(QStringLiteral("storyWhat"))->text(), QStringLiteral("Priority changed"), 3000);
    }
    void everyControlHasAName()
    {
        Shop shop;
        shop.open(4);
        shop.use(QStringLiteral("moreFilters"));
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
    }
};

QTEST_MAIN(OrdersPageTest)
#include "orderspagetest.moc"
