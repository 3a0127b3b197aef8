#include "models/services/receivingservice.h"
#include "models/tables/receiptmodel.h"
#include "tests/ui/support/crowdedshop.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/productpanel.h"

#include <QLabel>
#include <QLineEdit>

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

private:
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
