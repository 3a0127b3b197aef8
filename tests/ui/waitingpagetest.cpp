#include "models/services/receivingservice.h"
#include "models/services/reports.h"
#include "models/tables/celltext.h"
#include "models/tables/waitingmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/orderpanel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Six people wait for lamps, two for chairs; twelve lamps are on order.
class Shop final {
public:
    explicit Shop(const QString &firstPage = QStringLiteral("waiting"))
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.addProduct(QStringLiteral("CHAIR"), QStringLiteral("Oak chair"),
                          [](ProductTerms &terms) { terms.release = QDate(2026, 6, 1); });
        for (int i = 0; i < 6; ++i)
            lamps.push_back(window
                                .placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("LAMP"), i + 1, i,
                                            i == 2 ? QDate(2026, 3, 3) : std::optional<QDate>())
                                .order.id);
        window.placeOrder(QStringLiteral("Zoë"), QStringLiteral("CHAIR"), 2, 10);
        window.placeOrder(QStringLiteral("Customer 1"), QStringLiteral("CHAIR"), 3, 11);
        window.placePurchase(QStringLiteral("LAMP"), 12, QDate(2026, 3, 20));
        window.open(firstPage);
        table = window.shown<DataTable>(QStringLiteral("waitingTable"));
    }

    [[nodiscard]] int rows() const { return table->model()->rowCount(); }
    [[nodiscard]] QStringList column(int column) const { return Bench::column(table, column); }

    Bench window;
    std::vector<OrderId> lamps;
    DataTable *table = nullptr;
};

} // namespace

class WaitingPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theListShowsWhatTheServicesSay()
    {
        Shop shop;
        QCOMPARE(shop.rows(), 8);
        const auto queue = must(queueOf(shop.window.connection(), QStringLiteral("LAMP"), callerAt(60).today()));
        QStringList places, ahead, etas;
        for (const QueueEntry &entry : queue) {
            places += numberText(entry.place);
            ahead += numberText(entry.unitsAhead);
            const QString eta = entry.coverage.isCovered() ? dayText(entry.coverage.eta) : WaitingModel::tr("not covered");
            etas += entry.isLate() ? WaitingModel::tr("%1 · late").arg(eta) : eta;
        }
        // The chairs come first, by SKU.
        QCOMPARE(shop.column(WaitingModel::Place).mid(2), places);
        QCOMPARE(shop.column(WaitingModel::UnitsAhead).mid(2), ahead);
        QCOMPARE(shop.column(WaitingModel::Eta).mid(2), etas);
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("waitingTotals"))
                    ->text()
                    .startsWith(QStringLiteral("8 lines · 26 units · 260.00 EUR")));
    }
    void typingNarrowsTheListAndDownGoesToIt()
    {
        Shop shop;
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        shop.window.type(QStringLiteral("zoe"));
        QTRY_COMPARE(shop.rows(), 1);
        QCOMPARE(shop.column(WaitingModel::Customer), QStringList{QStringLiteral("Zoë")});
        shop.window.press(Qt::Key_Down);
        QVERIFY(shop.table->hasFocus());
        QCOMPARE(shop.table->currentIndex().row(), 0);
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("waitingTotals"))->text().startsWith(QStringLiteral("1 line · 2 units")));
    }
    void lateOnlyKeepsTheLinesPromisedTooEarly()
    {
        Shop shop;
        shop.window.shown<QCheckBox>(QStringLiteral("lateOnly"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.rows(), 1);
        QCOMPARE(shop.column(WaitingModel::Order), QStringList{QString::number(shop.lamps[2].value)});
        QCOMPARE(shop.table->model()->index(0, WaitingModel::Eta).data(StatusRole).toInt(), int(WaitingStatus::Late));
    }
    void theMenuKeySortsByAColumn()
    {
        Shop shop;
        shop.table->setFocus();
        shop.window.press(Qt::Key_Menu);
        QTRY_VERIFY(QApplication::activePopupWidget());
        shop.window.press(Qt::Key_S); // Sort by
        QTRY_COMPARE(qobject_cast<QMenu *>(QApplication::activePopupWidget())->title(), DataTable::tr("&Sort by"));
        for (int i = 0; i < 10 && qobject_cast<QMenu *>(shop.window.focus())->activeAction()->text() != WaitingModel::tr("Waiting"); ++i)
            shop.window.press(Qt::Key_Down);
        shop.window.press(Qt::Key_Return);
        const QStringList sorted{"1", "2", "2", "3", "3", "4", "5", "6"};
        QTRY_COMPARE(shop.column(WaitingModel::Waiting), sorted);
    }
    void enterOpensTheOrderWithItsPlace()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(4); // the third lamp
        shop.window.press(Qt::Key_Return);
        auto *panel = shop.window.shown<OrderPanel>(QStringLiteral("orderPanel"));
        QVERIFY(panel);
        QTRY_VERIFY(panel->isLoaded());
        QCOMPARE(panel->order(), shop.lamps[2]);
        QCOMPARE(shop.window.shown<QPushButton>(QStringLiteral("orderCustomer"))->text(), QStringLiteral("Customer 3"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("why")));
        const QString why = shop.window.shown<QLabel>(QStringLiteral("why"))->text();
        QVERIFY2(why.startsWith(QStringLiteral("3rd in line, 3 units ahead; next supply PO-1 on")) &&
                     why.endsWith(QStringLiteral("brings 12 and covers it.")),
                 qPrintable(why));
        shop.window.press(Qt::Key_Escape);
        QVERIFY(panel->isHidden());
        QVERIFY(shop.table->hasFocus());
    }
    void howSureADayIsStandsInTheOrderAndInAColumnOfItsOwn()
    {
        Bench window(Location::Kind::SqliteFile);
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        const QDate today = callerAt().today();
        for (qint64 late = 0; late < 4; ++late) { // in time, and two, four and six days late
            const StoredPurchase past = window.placePurchase(QStringLiteral("LAMP"), 1, today.addDays(-2 * late));
            ReceiptDraft receipt;
            receipt.purchase = past.id;
            receipt.lines.push_back({QStringLiteral("LAMP"), 1, 0});
            must(ReceivingService(window.connection()).post(receipt, callerAt()));
        }
        window.placePurchase(QStringLiteral("LAMP"), 12, today.addDays(10));
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("LAMP"), 9, 1, today.addDays(13));
        window.placeOrder(QStringLiteral("Bolt"), QStringLiteral("LAMP"), 40, 2);
        window.open(QStringLiteral("waiting"));
        auto *table = window.shown<DataTable>(QStringLiteral("waitingTable"));
        QVERIFY(table->isColumnHidden(WaitingModel::Odds));
        QVERIFY(Bench::column(table, WaitingModel::Odds).join(QString()).isEmpty()); // nothing was asked of the supplier
        // By the menu of the rows, as a person would.
        table->setFocus();
        window.press(Qt::Key_Menu);
        QTRY_VERIFY(QApplication::activePopupWidget());
        window.press(Qt::Key_L); // Columns
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget())->activeAction());
        window.press(Qt::Key_Up); // from the first to the last
        QCOMPARE(qobject_cast<QMenu *>(QApplication::activePopupWidget())->activeAction()->text(), WaitingModel::tr("Odds"));
        window.press(Qt::Key_Return);
        QVERIFY(!table->isColumnHidden(WaitingModel::Odds));
        const auto queue = must(queueOf(window.connection(), QStringLiteral("LAMP"), today));
        QVERIFY(queue.at(0).odds && queue.at(0).odds->kept);
        QVERIFY(!queue.at(1).odds); // no purchase decides its day
        const QString sure = QStringLiteral("80 % by %1 · in time %2 %")
                                 .arg(dayText(queue[0].odds->likely), QLocale().toString(100 * *queue[0].odds->kept, 'f', 0));
        QTRY_COMPARE(Bench::column(table, WaitingModel::Odds), QStringList({sure, QString()}));
        // The order says it in a sentence.
        table->selectRow(0);
        window.press(Qt::Key_Return);
        QTRY_VERIFY(window.shown(QStringLiteral("why")));
        const QString why = window.shown<QLabel>(QStringLiteral("why"))->text();
        QVERIFY2(why.contains(QStringLiteral("80 % by %1.").arg(dayText(queue[0].odds->likely))), qPrintable(why));
    }
    void aRefusedQuantityKeepsWhatWasTyped()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(2);
        shop.window.press(Qt::Key_F2);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("amend")));
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        shop.window.type(QStringLiteral("0"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("at least 1")));
        QCOMPARE(qobject_cast<QLineEdit *>(shop.window.focus())->text(), QStringLiteral("0"));
        qobject_cast<QLineEdit *>(shop.window.focus())->selectAll();
        shop.window.type(QStringLiteral("9"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.column(WaitingModel::Waiting).at(2), QStringLiteral("9"));
    }
    void cancellingALineAsksForAReason()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(2);
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("cancelLine")));
        shop.window.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        shop.window.press(Qt::Key_Return);
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("reason"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("No reason")));
        shop.window.type(QStringLiteral("changed his mind"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.rows(), 7);
    }
    void anOrderIsEnteredByKeysAlone()
    {
        Shop shop;
        shop.window.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.type(QStringLiteral("zo"));
        shop.window.press(Qt::Key_Return); // the top match
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("product"));
        shop.window.type(QStringLiteral("brass"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("units"));
        shop.window.type(QStringLiteral("5"));
        shop.window.press(Qt::Key_Return); // the next row
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("product"));
        QVERIFY(qobject_cast<QLineEdit *>(shop.window.focus())->text().isEmpty());
        shop.window.press(Qt::Key_Return); // leaves the grid
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("taken"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.rows(), 9);
        // Where the keyboard goes once the window is in front again.
        QTRY_COMPARE(shop.window.window().focusWidget()->objectName(), QStringLiteral("orderPanel"));
        const int last = 8;
        QCOMPARE(shop.column(WaitingModel::Customer).at(last), QStringLiteral("Zoë"));
        QCOMPARE(shop.column(WaitingModel::Place).at(last), QStringLiteral("7"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("message")));
        const QString message = shop.window.shown<QLabel>(QStringLiteral("message"))->text();
        QVERIFY2(message.contains(QStringLiteral("LAMP: 5 wait: 7th in line, 21 units ahead, ")), qPrintable(message));
    }
    void anUnknownCustomerIsSaidToBeNew()
    {
        Shop shop;
        shop.window.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.type(QStringLiteral("Quixote"));
        QTRY_VERIFY(shop.window.shown(QStringLiteral("suggestions")));
        shop.window.press(Qt::Key_Escape); // meant as it stands
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("customerNote")));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("customerNote"))->text().contains(QStringLiteral("“Quixote” is a new customer")));
        shop.window.prompts.agrees = false;
        shop.window.press(Qt::Key_Escape); // asks, since something was typed
        QCOMPARE(shop.window.prompts.asked.size(), 1);
        QVERIFY(shop.window.shown(QStringLiteral("customerNote")));
    }
    void aRefusedLineStandsUnderItAndIsKept()
    {
        Shop shop;
        must(ProductService(shop.window.connection())
                 .change(
                     QStringLiteral("LAMP"),
                     [](ProductTerms &terms) -> Result<Done> {
                         terms.backorderLimit = 22;
                         return Done{};
                     },
                     callerAt(50)));
        shop.window.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("customer"));
        shop.window.type(QStringLiteral("zo"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("product"));
        shop.window.type(QStringLiteral("LAMP"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("units"));
        shop.window.type(QStringLiteral("5"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        const auto refusal = [&]() -> QString {
            const auto labels = QApplication::activeWindow()->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible() && label->text().contains(QStringLiteral("5 units of LAMP cannot be sold")))
                    return label->text();
            }
            return {};
        };
        QTRY_VERIFY(!refusal().isEmpty());
        QCOMPARE(shop.window.shown<QLineEdit>(QStringLiteral("units"))->text(), QStringLiteral("5"));
        QCOMPARE(shop.rows(), 8);
    }
    void anotherDesksOrderAppearsWithinTwoSeconds()
    {
        Shop shop;
        shop.window.placeOrder(QStringLiteral("Newcomer"), QStringLiteral("LAMP"), 4, 30);
        QTRY_COMPARE_WITH_TIMEOUT(shop.rows(), 9, 2500);
        QCOMPARE(shop.column(WaitingModel::Customer).last(), QStringLiteral("Newcomer"));
    }
    void theFilteredListIsWrittenAsCsv()
    {
        Shop shop;
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("line.csv"));
        shop.window.shown<QCheckBox>(QStringLiteral("lateOnly"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.rows(), 1);
        shop.window.press(Qt::Key_E, Qt::ControlModifier);
        QFile file(shop.window.prompts.path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QStringLiteral("3,LAMP,Brass lamp,Customer 3,3,,backorder,3,3,2026-03-20,PO-1,2026-03-03,0,")));
    }
    void copiedRowsAreTabSeparated()
    {
        Shop shop;
        shop.table->setFocus();
        shop.window.press(Qt::Key_Down); // the first row is taken at the beginning
        shop.window.press(Qt::Key_Down);
        shop.window.press(Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(QStringLiteral("1\tLAMP\tCustomer 1\t")));
    }
    void aPlaceToGoNarrowsThePage()
    {
        Shop shop;
        shop.window.window().workspace()->go({Destination::Kind::Waiting, 0, QStringLiteral("Customer 1")});
        QTRY_COMPARE(shop.rows(), 2);
        shop.window.window().workspace()->go({Destination::Kind::Waiting, 2, {}});
        QTRY_COMPARE(shop.column(WaitingModel::Product), QStringList({"CHAIR", "CHAIR"}));
    }
    void everyControlHasAName()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(2);
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("amend")));
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
        shop.window.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("orderDue")));
        QCOMPARE(namelessControls(QApplication::activeWindow()), QStringList());
    }
};

QTEST_MAIN(WaitingPageTest)
#include "waitingpagetest.moc"
