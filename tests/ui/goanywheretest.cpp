#include "models/services/receivingservice.h"
#include "models/tables/receiptmodel.h"
#include "models/tables/roles.h"
#include "tests/ui/support/crowdedshop.h"
#include "ui/widgets/customerpanel.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/productpanel.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace waitline;
using namespace waitline::test;

class GoAnywhereTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderNumberLeadsToTheOrder()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("demand"));
        goTo(shop, QStringLiteral("41"));
        QCOMPARE(shop.window.page().word(), QStringLiteral("orders"));
        QTRY_VERIFY(shop.window.shown<OrderPanel>(QStringLiteral("orderPanel")));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("orderTitle"))->text().contains(QStringLiteral("41")));
    }
    void aCustomerLeadsToWhatWaitsForThem()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("overview"));
        goTo(shop, QStringLiteral("zo"));
        QCOMPARE(shop.window.page().word(), QStringLiteral("customers"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("customerName"))->text().startsWith(QStringLiteral("Zo")));
    }
    void aSkuLeadsToTheProduct()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("receive"));
        goTo(shop, QStringLiteral("game"));
        QCOMPARE(shop.window.page().word(), QStringLiteral("products"));
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("productTitle"))->text(), QStringLiteral("GAME"));
    }
    void pagesAndCommandsAreFoundByTheirNames()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("overview"));
        goTo(shop, QStringLiteral("cash"));
        QCOMPARE(shop.window.page().word(), QStringLiteral("cash"));
        goTo(shop, QStringLiteral("what to buy"));
        QCOMPARE(shop.window.page().word(), QStringLiteral("plan"));
        goTo(shop, QStringLiteral("count st"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("countDialog")));
    }
    void everyPageStandsInAMenuUnderALetter()
    {
        CrowdedShop shop(CrowdedShop::Empty, QStringLiteral("overview"));
        QStringList entries;
        for (const QAction *action : shop.window.window().findChildren<QAction *>()) {
            if (!QKeySequence::mnemonic(action->text()).isEmpty())
                entries += action->text().remove(u'&');
        }
        for (int page = 0; page < Workspace::pageWords().size(); ++page)
            QVERIFY2(entries.contains(Workspace::pageTitle(page)), qPrintable(Workspace::pageTitle(page)));
    }
    void aPageIsPressedByAnAssistiveTool()
    {
        CrowdedShop shop(CrowdedShop::Empty, QStringLiteral("overview"));
        for (const auto &[page, action] : {std::pair("orders", QAccessibleActionInterface::toggleAction()),
                                           std::pair("customers", QAccessibleActionInterface::pressAction())}) {
            QWidget *entry = shop.window.shown(QStringLiteral("rail-") + QString::fromLatin1(page));
            QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(entry);
            QVERIFY(seen && seen->actionInterface());
            seen->actionInterface()->doAction(action);
            QTRY_COMPARE(shop.window.page().word(), QString::fromLatin1(page));
        }
    }
    void theMarkedRowIsWhatThePanelShows()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("orders"));
        goTo(shop, QStringLiteral("3"));
        auto *orders = shop.window.shown<DataTable>(QStringLiteral("ordersTable"));
        QTRY_COMPARE(marked(orders), qint64(3));
        QVERIFY(orders->viewport()->rect().contains(orders->visualRect(orders->currentIndex().siblingAtColumn(0)))); // 38th of 41
        shop.window.placeOrder(QStringLiteral("Newcomer"), QStringLiteral("GAME"), 1, 55); // comes to stand above it
        QTRY_COMPARE(orders->model()->rowCount(), 42);
        QTRY_COMPARE(marked(orders), qint64(3));
        goTo(shop, QStringLiteral("zo"));
        auto *customers = shop.window.shown<DataTable>(QStringLiteral("customersTable"));
        const auto *panel = shop.window.find<CustomerPanel>("customerPanel");
        QTRY_VERIFY(panel->isLoaded());
        QTRY_COMPARE(marked(customers), panel->customer().value);
        goTo(shop, QStringLiteral("game"));
        auto *products = shop.window.shown<DataTable>(QStringLiteral("productsTable"));
        QTRY_COMPARE(marked(products), shop.window.product("GAME").id.value);
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        shop.window.type(QStringLiteral("lamp"));
        QTRY_COMPARE(products->model()->rowCount(), 1);
        QTRY_COMPARE(marked(products), qint64(0)); // what is shown is not in the list
    }

    void aReceiptNumberOpensTheReceipt()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("overview"));
        must(ReceivingService(shop.window.connection())
                 .post({{}, {{QStringLiteral("GAME"), 2, 1}}, {}, QStringLiteral("DN-9")}, callerAt(600)));
        goTo(shop, QStringLiteral("grn-1"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("receiptTitle")));
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("receiptTitle"))->text(), QStringLiteral("Receipt GRN-1"));
        QTRY_COMPARE(Bench::column(shop.window.shown<DataTable>(QStringLiteral("receivedTable")), ReceivedLinesModel::Accepted),
                     QStringList{QStringLiteral("2")});
    }
    void whatIsNotFoundIsSaid()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("overview"));
        for (const char *text : {"grn-77", "po-77", "#777", "nosuchthing"}) {
            shop.window.press(Qt::Key_K, Qt::ControlModifier);
            QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
            shop.window.type(QString::fromLatin1(text));
            QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("goToNothing")));
            QVERIFY(shop.window.shown<QLabel>(QStringLiteral("goToNothing"))->text().contains(QString::fromLatin1(text)));
            shop.window.press(Qt::Key_Escape);
            QTRY_VERIFY(!shop.window.shown(QStringLiteral("goTo")));
        }
    }
    void aCommandIsFoundWhereNothingElseIsCalledSo()
    {
        CrowdedShop shop(CrowdedShop::Filled, QStringLiteral("overview"));
        shop.window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
        shop.window.type(QStringLiteral("dark"));
        auto *hits = shop.window.shown<QListView>(QStringLiteral("goToHits"));
        QTRY_COMPARE(hits->model()->rowCount(), 1);
        QTest::qWait(100); // the search has answered
        QVERIFY(!shop.window.shown(QStringLiteral("goToNothing")));
        shop.window.press(Qt::Key_Escape);
    }

private:
    /// Id of the one row that is highlighted; 0 where none is.
    static qint64 marked(const DataTable *table)
    {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.front().data(IdRole).toLongLong() : 0;
    }
    static void goTo(CrowdedShop &shop, const QString &text)
    {
        shop.window.press(Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("goToText"));
        shop.window.type(text);
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("goTo")));
    }
};

QTEST_MAIN(GoAnywhereTest)
#include "goanywheretest.moc"
