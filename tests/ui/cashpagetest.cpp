#include "models/services/paymentservice.h"
#include "models/services/purchasejobs.h"
#include "models/tables/paymentmodel.h"
#include "tests/ui/support/heldreports.h"
#include "ui/charts/chartframe.h"
#include "ui/charts/plot.h"
#include "ui/widgets/behindpanel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Acme has paid 100.00 of its order, Dent 90.00 of its pre-orders; purchase 1 brings 12 of the 15 lamps.
class Shop final {
public:
    Shop() : window(QStringLiteral("overview"))
    {
        PaymentService payments(window.connection());
        must(payments.pay(OrderId{1}, 10'000, "card", callerAt(10)));
        must(payments.pay(OrderId{4}, 9'000, "transfer", callerAt(11)));
        window.workspace().showPage(QStringLiteral("cash"));
        window.waitUntilReady();
    }
    /// Chooses what is shown by keys, and waits for the chart.
    ChartFrame *show(int index)
    {
        auto *box = window.shown<QComboBox>(QStringLiteral("cashShow"));
        box->setFocus();
        while (box->currentIndex() < index)
            window.press(Qt::Key_Down);
        return waitForChart(index);
    }
    ChartFrame *waitForChart(int index)
    {
        ChartFrame *found = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            for (ChartFrame *frame : window.window().findChildren<ChartFrame *>()) {
                if (frame->isVisible() && frame->plot()->objectName() == QStringLiteral("cashChart%1").arg(index))
                    found = frame;
            }
            return found && !found->sheet().title.isEmpty();
        });
        if (!isThere)
            qFatal("Chart %d does not come.", index);
        return found;
    }

    Bench window;
};

} // namespace

class CashPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMonthLeadsToItsEntriesAndBack()
    {
        Shop shop;
        const ChartFrame *frame = shop.waitForChart(0);
        QCOMPARE(frame->sheet().rows.back()[2].toLongLong(), qint64(19'000)); // in, this month
        QCOMPARE(frame->sheet().rows.back()[5].toLongLong(), qint64(19'000)); // held
        QVERIFY(shop.window.focus() == frame->plot());
        shop.window.press(Qt::Key_Home);
        shop.window.press(Qt::Key_End);
        shop.window.press(Qt::Key_Return);
        auto *journal = shop.window.shown<DataTable>(QStringLiteral("paymentsTable"));
        QTRY_COMPARE(Bench::column(journal, PaymentModel::Amount), QStringList({"90.00", "100.00"}));
        QVERIFY(journal->hasFocus());
        shop.window.press(Qt::Key_Escape);
        QTRY_VERIFY(shop.window.focus() == shop.waitForChart(0)->plot());
    }
    void depositsWithoutAPromiseLeadToTheirOrders()
    {
        Shop shop;
        ChartFrame *frame = shop.show(1);
        QCOMPARE(frame->sheet().points.size(), size_t(1));
        QCOMPARE(frame->sheet().rows.front()[1].toLongLong(), qint64(19'000));
        QCOMPARE(frame->sheet().rows.front()[3].toLongLong(), qint64(9'000)); // nothing is bought of what Dent waits for
        frame->begin();
        shop.window.press(Qt::Key_Home);
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("ordersBehind")) && shop.window.shown(QStringLiteral("ordersBehind"))->isVisible());
        QCOMPARE(Bench::column(shop.window.shown<DataTable>(QStringLiteral("ordersBehind")), 3), QStringList({"Acme", "Dent"}));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.page().word(), QStringLiteral("orders"));
        QCOMPARE(shop.window.page().shownOrder(), OrderId{1});
    }
    void anEmptyBusinessIsHelpedOn()
    {
        Bench window(QStringLiteral("cash"), Bench::Content::Nothing);
        auto *help = window.find<QPushButton>("cashChart0Help");
        QTRY_VERIFY(help->isVisible());
        const QSignalSpy asked(&window.page(), &Page::moneyAsked);
        help->click();
        QCOMPARE(asked.count(), 1);
    }
    void aRunLeadsToItsProduct()
    {
        Shop shop;
        ChartFrame *frame = shop.show(2);
        QCOMPARE(frame->sheet().points.size(), size_t(1));
        QCOMPARE(frame->sheet().points.front().label, QStringLiteral("3 of 2 units")); // at half the price's cost
        frame->begin();
        shop.window.press(Qt::Key_Home);
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.page().word(), QStringLiteral("products"));
    }
    void ofManyRunsTheFirstAreDrawnAndAllAreInTheTable()
    {
        Shop shop;
        constexpr int more = 14;
        for (int i = 1; i <= more; ++i) {
            const QString sku = QStringLiteral("BOX-%1").arg(i);
            shop.window.addProduct(sku, i == 9 ? QStringLiteral("Green box") : QStringLiteral("Box"), [](ProductTerms &terms) {
                terms.price = 2000;
                terms.cost = 900;
                terms.release = QDate(2026, 6, 1);
            });
            shop.window.placeOrder(QStringLiteral("Acme"), sku, i, 20 + i);
        }
        ChartFrame *frame = shop.show(2);
        QTRY_COMPARE(frame->sheet().rows.size(), size_t(more + 1));
        QCOMPARE(frame->sheet().points.size(), size_t(10));
        QCOMPARE(frame->sheet().rows.front()[0].toString(), QStringLiteral("BOX-14")); // worth most
        QVERIFY2(frame->sheet().filter.contains(QStringLiteral("5 more products")), qPrintable(frame->sheet().filter));
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("runs.csv"));
        shop.window.press(Qt::Key_E, Qt::ControlModifier); // the keyboard is on the choice of the chart
        QTRY_VERIFY(QFile::exists(shop.window.prompts.path));
        QFile file(shop.window.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("BOX-"), more);
        auto *top = shop.window.shown<QComboBox>(QStringLiteral("cashTop"));
        top->setFocus();
        shop.window.press(Qt::Key_Down);
        QTRY_COMPARE(frame->sheet().points.size(), size_t(more + 1));
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("cashSearch"));
        shop.window.type(QStringLiteral("green"));
        QTRY_COMPARE(frame->sheet().rows.size(), size_t(1));
        QCOMPARE(frame->sheet().rows.front()[0].toString(), QStringLiteral("BOX-9"));
        shop.window.type(QStringLiteral("x"));
        QTRY_VERIFY(frame->isEmpty());
        QVERIFY(shop.window.textOf("cashChart2Empty").contains(QStringLiteral("this filter")));
    }
    void nothingIsClaimedWhileItIsRead()
    {
        Bench window(QStringLiteral("overview"));
        HeldReports held(window.session());
        window.workspace().showPage(QStringLiteral("cash"));
        QApplication::processEvents();
        QVERIFY(!Bench::shown(QStringLiteral("paymentsTable")));
        QVERIFY(window.textOf("cashChart0Empty").contains(QStringLiteral("being read")));
        QPushButton *cancel = nullptr;
        QTRY_VERIFY((cancel = cancelButton(window, QStringLiteral("Reading the chart"))));
        cancel->setFocus();
        window.press(Qt::Key_Space);
        held.letGo();
        QTRY_VERIFY(window.message().contains(QStringLiteral("not read to its end")));
        QCOMPARE(window.focus()->objectName(), QStringLiteral("cashShow"));
        window.press(Qt::Key_F5);
        QTRY_VERIFY(window.textOf("cashChart0Title").startsWith(QStringLiteral("Customer deposits over time")));
        QTRY_COMPARE(window.message(), QString());
    }
    void aPurchaseThatSlipsNamesThoseWhoWaitLonger()
    {
        Shop shop;
        ChartFrame *frame = shop.show(3);
        QVERIFY(frame->isEmpty());
        auto *help = shop.window.find<QPushButton>("cashChart3Help");
        QTRY_COMPARE(help->text(), QStringLiteral("Choose a purchase"));
        help->click();
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("cashPurchase"));
        auto *purchase = shop.window.shown<QComboBox>(QStringLiteral("cashPurchase"));
        QTRY_COMPARE(purchase->count(), 2);
        purchase->setFocus();
        shop.window.press(Qt::Key_Down);
        QTRY_COMPARE(frame->sheet().rows.size(), size_t(3)); // Acme and Bolt, and of Cord the part that is covered
        QCOMPARE(frame->sheet().rows[0][0].toString(), QStringLiteral("Acme"));
        const auto cord = std::find_if(frame->sheet().rows.begin(), frame->sheet().rows.end(),
                                       [](const QVariantList &row) { return row[0].toString() == u"Cord"; });
        QVERIFY(cord != frame->sheet().rows.end());
        QVERIFY((*cord)[8].toString().isEmpty()); // it was late anyway
        auto *days = shop.window.shown<QLineEdit>(QStringLiteral("cashSlip"));
        days->setFocus();
        days->selectAll();
        shop.window.enter(QStringLiteral("30"));
        QTRY_VERIFY(frame->sheet().filter.contains(QStringLiteral("30 days later")));
        frame->begin();
        shop.window.press(Qt::Key_Home);
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.page().word(), QStringLiteral("orders"));
        QCOMPARE(shop.window.page().shownOrder(), OrderId{1});
    }
    void thePurchaseIsChosenFromTheOpenListByKeys()
    {
        Shop shop;
        shop.window.placePurchase(QStringLiteral("LAMP"), 5, QDate(2026, 4, 1));
        shop.show(3);
        auto *purchase = shop.window.shown<QComboBox>(QStringLiteral("cashPurchase"));
        QTRY_COMPARE(purchase->count(), 3);
        purchase->setFocus();
        purchase->showPopup();
        QTRY_VERIFY(purchase->view()->isVisible());
        QTest::keyClick(purchase->view(), Qt::Key_Down);
        const PurchaseDraft another{QStringLiteral("Foundry"), {{QStringLiteral("CHAIR"), 5, {}}}, QDate(2026, 4, 2), {}};
        jobs::placePurchase(shop.window.session(), another, {}).waitForFinished();
        QTest::qWait(300); // changes are gathered, and the purchases read anew
        QTest::keyClick(purchase->view(), Qt::Key_Down);
        QTest::keyClick(purchase->view(), Qt::Key_Return);
        QTRY_VERIFY(!purchase->view()->isVisible());
        QVERIFY2(purchase->currentText().startsWith(QStringLiteral("PO-2")), qPrintable(purchase->currentText()));
        QTRY_COMPARE(purchase->count(), 4); // what came meanwhile is there the next time
        QVERIFY2(purchase->currentText().startsWith(QStringLiteral("PO-2")), qPrintable(purchase->currentText()));
    }
    void moneyRecordedFromThePageIsInItsCharts()
    {
        Shop shop;
        const ChartFrame *frame = shop.waitForChart(0);
        shop.window.shown(QStringLiteral("primary"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("moneyOrder"));
        shop.window.enter(QStringLiteral("2"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("amount"));
        shop.window.type(QStringLiteral("10"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(frame->sheet().rows.back()[5].toLongLong(), qint64(20'000));
    }
    void theJournalIsAStepAway()
    {
        Shop shop;
        auto *box = shop.window.shown<QComboBox>(QStringLiteral("cashShow"));
        box->setFocus();
        for (int step = 0; step < 4; ++step)
            shop.window.press(Qt::Key_Down);
        auto *journal = shop.window.shown<DataTable>(QStringLiteral("paymentsTable"));
        QTRY_VERIFY(journal->isVisible());
        QTRY_COMPARE(journal->model()->rowCount(), 2);
        QVERIFY(shop.window.textOf("paymentsTableSum").contains(QStringLiteral("190.00 EUR")));
    }
    void theChartIsKeptInAFileThatSaysWhatItIs()
    {
        Shop shop;
        shop.waitForChart(0);
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("deposits.csv"));
        shop.window.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(shop.window.prompts.path));
        QFile file(shop.window.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.contains("Customer deposits over time, EUR") && text.contains("190.00"), text.constData());
    }
};

QTEST_MAIN(CashPageTest)
#include "cashpagetest.moc"
