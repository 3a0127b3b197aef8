#include "models/services/countservice.h"
#include "models/services/paymentservice.h"
#include "models/services/shippingservice.h"
#include "models/tables/readymodel.h"
#include "tests/ui/support/bench.h"
#include "ui/forms/formfield.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// The area that the page scrolls in.
QScrollArea *areaAround(Bench &bench)
{
    QWidget *around = &bench.page();
    while (around && !qobject_cast<QScrollArea *>(around))
        around = around->parentWidget();
    return qobject_cast<QScrollArea *>(around);
}

/// Three orders with units set aside; the third one's deposit is not paid.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"),
                          [](ProductTerms &terms) { terms.location = QStringLiteral("A-03"); });
        window.addProduct(QStringLiteral("DESK"), QStringLiteral("Oak desk"), [](ProductTerms &terms) {
            terms.deposit = {DepositTerms::Kind::Percent, 2000};
        });
        for (const char *sku : {"LAMP", "DESK"})
            must(CountService(window.connection()).count(QString::fromLatin1(sku), 6, QStringLiteral("opening"), callerAt()));
        window.placeOrder(QStringLiteral("Ada"), QStringLiteral("LAMP"), 2, 1);
        window.placeOrder(QStringLiteral("Bob"), QStringLiteral("LAMP"), 3, 2);
        window.placeOrder(QStringLiteral("Cid"), QStringLiteral("DESK"), 1, 3);
        window.open(QStringLiteral("ship"));
        table = window.shown<DataTable>(QStringLiteral("readyTable"));
    }
    [[nodiscard]] StockFigures lamps() { return must(ProductService(window.connection()).show(QStringLiteral("LAMP"))).stock; }
    [[nodiscard]] QStringList customers() const { return Bench::column(table, ReadyModel::Customer); }
    void press(const char *button)
    {
        window.shown<QWidget>(QString::fromLatin1(button))->setFocus();
        window.press(Qt::Key_Space);
    }
    void showShipments()
    {
        const auto buttons = window.page().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Shipments")
                button->click();
        }
        QTRY_VERIFY(window.shown<DataTable>(QStringLiteral("shipmentsTable")));
    }

    Bench window;
    DataTable *table = nullptr;
};

} // namespace

class ShipPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBlockerOfEveryOtherOrderIsNamed()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers(), QStringList({"Ada", "Bob", "Cid"}));
        const QStringList blockers = Bench::column(shop.table, ReadyModel::Blocker);
        QCOMPARE(blockers[0], QString());
        QCOMPARE(blockers[2], QStringLiteral("Its deposit of 2.00 is not paid in full: 2.00 is missing."));
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("readySum"))->text(), QStringLiteral("2 ready · 1 kept back"));
    }
    void allThatAreReadyLeaveInOneGoAndCanBeTakenBack()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.window.shown<QLineEdit>(QStringLiteral("carrier"))->setFocus();
        shop.window.type(QStringLiteral("DHL"));
        shop.table->setFocus();
        shop.table->clearSelection();
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.customers(), QStringList{QStringLiteral("Cid")});
        QCOMPARE(shop.lamps().shipped, Units(5));
        QCOMPARE(must(ShippingService(shop.window.connection()).show({1})).parcel.carrier, QStringLiteral("DHL"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("parcelTracking"));
        QVERIFY(shop.window.find<QWidget>("parcelBar")->minimumSizeHint().width() < 500); // it wraps, and widens no page
        shop.window.press(Qt::Key_Escape); // later
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.lamps().shipped, Units(0));
        QCOMPARE(shop.lamps().allocated, Units(5));
        QTRY_COMPARE(shop.customers().size(), 3);
    }
    void allAtOnceAreReviewedFirst()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        const QAction *ship = shop.window.page().primaryAction();
        QTRY_COMPARE(ship->text(), QStringLiteral("Ship all 2…"));
        shop.window.prompts.agrees = false;
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.prompts.asked.size(), 1);
        QVERIFY2(shop.window.prompts.asked.front().startsWith(QStringLiteral("2 orders with 5 units are shipped")),
                 qPrintable(shop.window.prompts.asked.front()));
        QVERIFY(shop.window.prompts.asked.front().contains(QStringLiteral("Undo")));
        QCOMPARE(shop.lamps().shipped, Units(0));
        shop.window.prompts.agrees = true;
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("2 orders shipped.")), qPrintable(shop.window.message()));
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("readySum"))->text(), QStringLiteral("0 ready · 1 kept back"));
        QVERIFY(!ship->isEnabled());
    }
    void whatIsKeptBackIsNotShippedAndSaysWhy()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        const QAction *ship = shop.window.page().primaryAction();
        shop.table->setFocus();
        shop.table->selectRow(2);
        QTRY_VERIFY(!ship->isEnabled());
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("selectedKept")));
        QCOMPARE(shop.window.shown<QLabel>(QStringLiteral("selectedKept"))->text(),
                 QStringLiteral("Order 3 is kept back. Its deposit of 2.00 is not paid in full: 2.00 is missing."));
        shop.table->selectAll();
        QTRY_COMPARE(ship->text(), QStringLiteral("Ship 2 of 3 orders"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.customers(), QStringList{QStringLiteral("Cid")});
        QVERIFY(shop.window.prompts.asked.isEmpty());
    }
    void namesHaveTheRoomOfWhatIsEmpty()
    {
        Shop shop;
        shop.window.placeOrder(QStringLiteral("Maximiliane Freifrau von Hohenlohe"), QStringLiteral("LAMP"), 1, 4);
        QTRY_COMPARE(shop.customers().size(), 4);
        const int name = shop.table->fontMetrics().horizontalAdvance(QStringLiteral("Maximiliane Freifrau von Hohenlohe"));
        const auto chips = shop.window.page().findChildren<QPushButton *>();
        for (QPushButton *chip : chips) {
            if (chip->text() == u"Ready")
                chip->click();
        }
        QTRY_VERIFY(shop.table->isColumnHidden(ReadyModel::Blocker));
        QVERIFY(shop.table->columnWidth(ReadyModel::Customer) >= name + 24);
    }
    void theOtherViewBeginsAnewWithTheKeyboardInIt()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.customers(), QStringList({"Cid"}));
        shop.table->setFocus();
        shop.table->selectRow(0);
        shop.window.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(shop.window.message().contains(QStringLiteral("None of these orders may ship now")),
                     qPrintable(shop.window.message()));
        const auto buttons = shop.window.page().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"Shipments")
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(shop.window.shown<DataTable>(QStringLiteral("shipmentsTable")));
        QVERIFY(!shop.window.message().contains(QStringLiteral("None of these")));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("shipmentsTable"));
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("voidShipment"))->isEnabled());
        shop.window.press(Qt::Key_Tab);
        QVERIFY2(shop.window.page().isAncestorOf(shop.window.focus()), qPrintable(shop.window.focus()->objectName()));
        shop.window.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("printDialog")));
        shop.window.shown<QWidget>(QStringLiteral("printDialog"))->close();
    }
    void everyLocationOfAnOrderIsNamed()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        OrderDraft draft;
        draft.customer = QStringLiteral("Dora");
        int number = 0;
        for (const char *place : {"C-09", "B-01"}) {
            const QString sku = QStringLiteral("PART-%1").arg(++number);
            shop.window.addProduct(sku, sku, [place](ProductTerms &terms) { terms.location = QString::fromLatin1(place); });
            must(CountService(shop.window.connection()).count(sku, 1, QStringLiteral("opening"), callerAt()));
            draft.lines.push_back({sku, 1, {}});
        }
        must(OrderService(shop.window.connection()).place(draft, callerAt(40)));
        QTRY_VERIFY(Bench::column(shop.table, ReadyModel::Location).contains(QStringLiteral("B-01, C-09")));
    }
    void onlyTheSelectedOrderLeaves()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.table->setFocus();
        shop.table->selectRow(1);
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.customers(), QStringList({"Ada", "Cid"}));
    }
    void aShipmentIsVoidedWithAReasonAndTheVoidUndone()
    {
        Shop shop;
        must(ShippingService(shop.window.connection()).ship({1}, {}, callerAt(30)));
        shop.showShipments();
        auto *shipments = shop.window.shown<DataTable>(QStringLiteral("shipmentsTable"));
        QTRY_COMPARE(Bench::column(shipments, ShipmentModel::State), QStringList{QStringLiteral("Shipped")});
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("voidShipment"))->isEnabled());
        shop.press("voidShipment");
        shop.window.press(Qt::Key_Return); // without a reason
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("reasonProblem")));
        shop.window.type(QStringLiteral("wrong parcel"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.lamps().shipped, Units(0));
        QTRY_COMPARE(Bench::column(shipments, ShipmentModel::State), QStringList{QStringLiteral("Void")});
        QTRY_VERIFY(!shop.window.shown<QWidget>(QStringLiteral("giveReason")));
        shipments->setFocus();
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.lamps().shipped, Units(2));
    }
    void eachParcelOfSeveralHasItsOwnNumber()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.table->clearSelection();
        auto *tracking = shop.window.shown<QLineEdit>(QStringLiteral("tracking"));
        QTRY_VERIFY(!tracking->isEnabled()); // one number is not that of two parcels
        shop.window.shown<QLineEdit>(QStringLiteral("carrier"))->setFocus();
        shop.window.type(QStringLiteral("DHL"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("parcelTracking"));
        shop.window.enter(QStringLiteral("JD01"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("parcelOf"))->text().contains(QStringLiteral("2 of 2")));
        shop.window.enter(QStringLiteral("JD02"));
        QTRY_VERIFY(!shop.window.shown<QLabel>(QStringLiteral("parcelOf")));
        ShippingService shipping(shop.window.connection());
        QTRY_COMPARE(must(shipping.show({2})).parcel, (Parcel{QStringLiteral("DHL"), QStringLiteral("JD02")}));
        QCOMPARE(must(shipping.show({1})).parcel, (Parcel{QStringLiteral("DHL"), QStringLiteral("JD01")}));
        // It can be corrected afterwards, and that be taken back.
        shop.showShipments();
        auto *shipments = shop.window.shown<DataTable>(QStringLiteral("shipmentsTable"));
        QTRY_COMPARE(Bench::column(shipments, ShipmentModel::Tracking), QStringList({"JD02", "JD01"}));
        shipments->setFocus();
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("parcelTracking"));
        shop.window.enter(QStringLiteral("JD99"));
        QTRY_COMPARE(Bench::column(shipments, ShipmentModel::Tracking), QStringList({"JD99", "JD01"}));
        QTRY_VERIFY(shipments->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shipments, ShipmentModel::Tracking), QStringList({"JD02", "JD01"}));
    }
    void aShipmentThatIsNotFoundIsNotSaidToBeNone()
    {
        Shop shop;
        must(ShippingService(shop.window.connection()).shipReady(callerAt(30)));
        shop.showShipments();
        auto *shipments = shop.window.shown<DataTable>(QStringLiteral("shipmentsTable"));
        QTRY_COMPARE(shipments->model()->rowCount(), 2);
        shop.window.shown<QLineEdit>(QStringLiteral("shipmentFilter"))->setFocus();
        shop.window.type(QStringLiteral("nobody"));
        const auto sentence = [&] {
            for (const QLabel *label : shipments->findChildren<QLabel *>()) {
                if (label->isVisible())
                    return label->text();
            }
            return QString();
        };
        QTRY_COMPARE(sentence(), QStringLiteral("No shipment is meant by this filter."));
        for (QPushButton *button : shipments->findChildren<QPushButton *>())
            button->click();
        QTRY_COMPARE(shipments->model()->rowCount(), 2);
    }
    void nothingStandsAsideInASmallWindow()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.window.window().resize(512, 350); // 1024 × 768 at 200 %
        auto *around = areaAround(shop.window);
        QVERIFY(around);
        QTRY_COMPARE(around->horizontalScrollBar()->maximum(), 0);
        QTRY_COMPARE(shop.table->horizontalScrollBar()->maximum(), 0);
        shop.showShipments();
        auto *shipments = shop.window.shown<DataTable>(QStringLiteral("shipmentsTable"));
        QTRY_COMPARE(around->horizontalScrollBar()->maximum(), 0);
        QTRY_COMPARE(shipments->horizontalScrollBar()->maximum(), 0);
    }
    void moreThanWasShippedDoesNotComeBack()
    {
        Shop shop;
        must(ShippingService(shop.window.connection()).ship({2}, {}, callerAt(30)));
        shop.showShipments();
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("returnShipment"))->isEnabled());
        shop.press("returnShipment");
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("toStock0"));
        shop.window.type(QStringLiteral("5"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("problem0")));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("problem0"))->text().contains(QStringLiteral("3 units of LAMP left")));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("toStock0"));
        QCOMPARE(qobject_cast<QLineEdit *>(shop.window.focus())->text(), QStringLiteral("5"));
        QCOMPARE(shop.lamps().shipped, Units(3));
    }
    void aReturnGoesToStockAndToTheScrap()
    {
        Shop shop;
        must(PaymentService(shop.window.connection()).pay({2}, 3000, {}, callerAt(29)));
        must(ShippingService(shop.window.connection()).ship({2}, {}, callerAt(30)));
        shop.showShipments();
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("returnShipment"))->isEnabled());
        shop.press("returnShipment");
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("toStock0"));
        shop.window.type(QStringLiteral("1"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("1"));
        shop.window.press(Qt::Key_Return);
        shop.window.type(QStringLiteral("bent"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.lamps().shipped, Units(1));
        QCOMPARE(shop.lamps().onHand, Units(4));
        QCOMPARE(must(OrderService(shop.window.connection()).show({2}, callerAt(60))).refundDue(), Money(2000));
    }
    void aShortPickLetsTheLowestRankedWaitAgain()
    {
        Shop shop;
        QTRY_COMPARE(shop.customers().size(), 3);
        shop.press("shortPick");
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("shortPickDialog")) || QApplication::activeModalWidget());
        QTRY_VERIFY(shop.window.shown<QLineEdit>(QStringLiteral("line")));
        auto *found = shop.window.shown<QLineEdit>(QStringLiteral("line"));
        found->setFocus();
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        QCOMPARE(found->text(), QStringLiteral("0"));
        found->selectAll();
        shop.window.press(Qt::Key_Delete);
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(qobject_cast<FormField *>(found->parentWidget())->problem(),
                     QStringLiteral("It is not said how many units were found: enter 0 if none were."));
        QCOMPARE(shop.lamps().onHand, Units(6));
        shop.window.type(QStringLiteral("3"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.lamps().onHand, Units(4));
        QCOMPARE(shop.lamps().allocated, Units(4));
        // Found after all.
        shop.window.window().activateWindow();
        shop.table->setFocus();
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.lamps().onHand, Units(6));
        QCOMPARE(shop.lamps().allocated, Units(5));
    }
    void packingSlipsAreSavedAsOneFile()
    {
        Shop shop;
        must(ShippingService(shop.window.connection()).shipReady(callerAt(30)));
        shop.showShipments();
        auto *shipments = shop.window.shown<DataTable>(QStringLiteral("shipmentsTable"));
        QTRY_COMPARE(shipments->model()->rowCount(), 2);
        shipments->setFocus();
        shipments->selectAll();
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("slips.pdf"));
        shop.window.press(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("savePdf")));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("print"));
        shop.window.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(shop.window.prompts.path));
        QCOMPARE(namelessControls(QApplication::activeWindow()).join(u'\n'), QString());
    }
    void everyControlHasAName()
    {
        Shop shop;
        QCOMPARE(namelessControls(&shop.window.window()).join(u'\n'), QString());
        shop.showShipments();
        QCOMPARE(namelessControls(&shop.window.window()).join(u'\n'), QString());
    }
};

QTEST_MAIN(ShipPageTest)
#include "shippagetest.moc"
