#include "models/services/planchoices.h"
#include "models/services/planservice.h"
#include "models/services/receivingservice.h"
#include "models/tables/purchaselistmodel.h"
#include "models/tables/suggestionmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/forecastbox.h"
#include "ui/widgets/purchasepanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSlider>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Lamps that 12 units are waited for, bought by the half dozen, and ropes of another supplier.
class Shop final {
public:
    /// With so many weeks of earlier demand for lamps.
    explicit Shop(int weeksBefore = 0)
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"), [](ProductTerms &terms) {
            terms.supplier = QStringLiteral("Brightworks");
            terms.pack = 6;
            terms.cost = 1000;
        });
        window.addProduct(QStringLiteral("ROPE"), QStringLiteral("Hemp rope"), [](ProductTerms &terms) {
            terms.supplier = QStringLiteral("Cordage");
            terms.cost = 100;
        });
        for (int i = 0; i < 4; ++i) {
            window.placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("LAMP"), 3, i);
            window.placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("ROPE"), 1, i);
        }
        constexpr int minutesAWeek = 7 * 24 * 60;
        for (int week = 1; week <= weeksBefore; ++week)
            window.placeOrder(QStringLiteral("Customer 1"), QStringLiteral("LAMP"), 3 + week % 3, -week * minutesAWeek);
        window.open(QStringLiteral("plan"));
        table = window.shown<DataTable>(QStringLiteral("planTable"));
    }

    void makePlan()
    {
        window.press(Qt::Key_F5);
        QTRY_COMPARE(skus(), QStringList({"LAMP", "ROPE"}));
    }
    [[nodiscard]] QStringList skus() const { return Bench::column(table, SuggestionModel::Sku); }
    [[nodiscard]] QString totals() const { return window.textOf("planTotals"); }
    [[nodiscard]] qint64 drafts() { return window.connection().integer("SELECT COUNT(*) FROM purchase_draft"); }

    Bench window;
    DataTable *table = nullptr;
};

} // namespace

class PlanPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsNoPlanUntilOneIsMade()
    {
        Shop shop;
        QCOMPARE(shop.window.textOf("planAge"), QStringLiteral("No plan yet"));
        shop.makePlan();
        QVERIFY(shop.window.textOf("planAge").startsWith(QStringLiteral("Planned ")));
        QVERIFY(shop.totals().startsWith(QStringLiteral("2 of 2 ticked · 2 suppliers · ")));
        QTRY_VERIFY(shop.window.textOf("planReason").contains(QStringLiteral("4 orders wait for 12 of them")));
        QTRY_VERIFY(!shop.window.textOf("forecastQuality").isEmpty());
    }
    void theLastPlanIsThereAtOnce()
    {
        Shop shop;
        shop.makePlan();
        Bench::press(Qt::Key_F5); // again, and the same
        QTRY_COMPARE(shop.skus(), QStringList({"LAMP", "ROPE"}));
        QVERIFY(must(PlanService(shop.window.connection()).last()).made);
    }
    void nothingScrollsSidewaysHoweverNarrowItIs()
    {
        Shop shop;
        shop.makePlan();
        for (const QSize size : {QSize(1366, 768), QSize(960, 540), QSize(683, 384)}) {
            shop.window.window().resize(size);
            QTRY_COMPARE(shop.table->horizontalScrollBar()->maximum(), 0);
            const auto *age = shop.window.find<QLabel>("planAge");
            QTRY_VERIFY(age->height() < 2.5 * age->fontMetrics().height());
        }
    }
    void theSpaceBarTicks()
    {
        Shop shop;
        shop.makePlan();
        shop.table->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("1 of 2 ticked · 1 supplier · ")));
        shop.window.press(Qt::Key_Space);
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("2 of 2 ticked")));
    }
    void whatHasNotSoldForLongIsTickedByHandAlone()
    {
        Shop shop;
        shop.makePlan();
        shop.window.connection().run(
            "UPDATE suggestion SET on_hand = committed, silent_since = order_by - 200 WHERE units > 0 AND product_id = "
            "(SELECT id FROM product WHERE sku = 'ROPE')");
        static_cast<SuggestionModel *>(shop.table->model())->reload();
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("1 of 2 ticked")));
        shop.table->setFocus();
        shop.table->selectRow(1);
        QTRY_VERIFY(shop.window.textOf("planReason").contains(QStringLiteral("Nothing sold since")));
        shop.window.press(Qt::Key_Space);
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("2 of 2 ticked")));
        shop.window.press(Qt::Key_Space);
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("1 of 2 ticked")));
    }
    void aBudgetKeepsWhatIsWorthMost()
    {
        Shop shop;
        shop.makePlan();
        auto *budget = shop.window.shown<QLineEdit>(QStringLiteral("planBudget"));
        budget->setFocus();
        shop.window.enter(QStringLiteral("much"));
        QCOMPARE(shop.skus().size(), 2);
        budget->selectAll();
        shop.window.enter(QStringLiteral("10"));
        QTRY_COMPARE(shop.skus(), QStringList{QStringLiteral("ROPE")});
        budget->clear();
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.skus().size(), 2);
    }
    void whatIsInDraftsHasBeenPaidFromTheBudget()
    {
        Shop shop;
        shop.makePlan();
        auto *budget = shop.window.shown<QLineEdit>(QStringLiteral("planBudget"));
        budget->setFocus();
        shop.window.enter(QStringLiteral("10")); // for ropes alone
        QTRY_COMPARE(shop.skus(), QStringList{QStringLiteral("ROPE")});
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.drafts(), qint64(1));
        QTRY_VERIFY(shop.totals().contains(QStringLiteral("of the budget is in purchase drafts")));
        budget->selectAll();
        shop.window.enter(QStringLiteral("125")); // twelve lamps and less than five ropes
        QTRY_VERIFY(shop.totals().contains(QStringLiteral("of the budget is in purchase drafts")));
        QTRY_COMPARE(shop.skus().size(), 2);
        const QString lamps = Bench::column(shop.table, SuggestionModel::Units).value(0);
        QVERIFY2(lamps.toInt() <= 12, qPrintable(lamps));
    }
    void suggestionsBecomePurchasesThatAreReceived()
    {
        Shop shop;
        shop.makePlan();
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.drafts(), qint64(2));
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("0 of 2 ticked")));
        PurchaseService purchases(shop.window.connection());
        const StoredPurchaseDraft draft = must(purchases.showDraft(PurchaseDraftId{1}));
        QCOMPARE(draft.supplier, QStringLiteral("Brightworks"));
        QVERIFY(draft.lines.front().units >= 12 && draft.lines.front().units % 6 == 0);
        PurchaseDraft purchase{draft.supplier, {{draft.lines.front().sku, draft.lines.front().units, {}}}, *draft.expected, {}};
        const StoredPurchase placed = must(purchases.place(purchase, callerAt(100), draft.id));
        ReceiptDraft receipt;
        receipt.purchase = placed.id;
        receipt.lines.push_back({QStringLiteral("LAMP"), placed.lines.front().ordered, 0});
        must(ReceivingService(shop.window.connection()).post(receipt, callerAt(200)));
        QCOMPARE(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).stock.waiting(), Units(0));
        const Plan again = must(PlanService(shop.window.connection()).make(callerAt(300), [](qint64, qint64) { return true; }));
        for (const StoredSuggestion &each : again.suggestions)
            QVERIFY(each.sku != u"LAMP");
    }
    void whatIsDraftedStaysUntickedAndIsTakenBackWithUndo()
    {
        Shop shop;
        shop.makePlan();
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.drafts(), qint64(2));
        QTRY_VERIFY(Bench::column(shop.table, SuggestionModel::TakenUp).value(0).contains(QStringLiteral("in draft")));
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("0 of 2 ticked")));
        shop.table->setFocus();
        shop.window.press(Qt::Key_Space);
        QVERIFY(shop.totals().startsWith(QStringLiteral("0 of 2 ticked")));
        QVERIFY(shop.window.message().contains(QStringLiteral("type the units")));
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.connection().integer("SELECT COUNT(*) FROM purchase_draft WHERE ended_by IS NULL"), qint64(0));
        QTRY_VERIFY(shop.totals().startsWith(QStringLiteral("2 of 2 ticked")));
    }
    void unitsAreTypedIntoThePlan()
    {
        Shop shop;
        shop.makePlan();
        shop.table->setFocus();
        shop.table->selectRow(0);
        shop.window.press(Qt::Key_F2);
        QTRY_VERIFY(shop.table->isEditing());
        QTest::keyClicks(shop.window.focus(), QStringLiteral("48"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(Bench::column(shop.table, SuggestionModel::Units).value(0), QStringLiteral("48"));
        QVERIFY(shop.totals().startsWith(QStringLiteral("2 of 2 ticked")));
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_6); // begins another number
        QTRY_VERIFY(shop.table->isEditing());
        QTest::keyClicks(shop.window.focus(), QStringLiteral("0"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(Bench::column(shop.table, SuggestionModel::Units).value(0), QStringLiteral("60"));
        QTRY_VERIFY(shop.table->hasFocus());
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.connection().integer("SELECT l.units FROM purchase_draft_line l WHERE l.sku = 'LAMP'"), qint64(60));
    }
    void keysLeadFromTheSuggestionToTheReceipt()
    {
        Shop shop;
        shop.makePlan();
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.drafts(), qint64(2));
        shop.window.workspace().showPage(QStringLiteral("purchases"));
        shop.window.waitUntilReady();
        const auto *purchases = shop.window.shown<DataTable>(QStringLiteral("purchasesTable"));
        QVERIFY(purchases);
        QTRY_COMPARE(Bench::column(purchases, PurchaseListModel::Number).size(), 2);
        const qsizetype lamps = Bench::column(purchases, PurchaseListModel::Supplier).indexOf(QStringLiteral("Brightworks"));
        for (qsizetype row = 0; row < lamps; ++row)
            shop.window.press(Qt::Key_Down);
        QTRY_VERIFY(shop.window.shown<PurchasePanel>(QStringLiteral("purchasePanel")));
        QTRY_VERIFY(shop.window.shown<PurchasePanel>(QStringLiteral("purchasePanel"))->draft());
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("supplier"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier); // places it
        QTRY_VERIFY(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).stock.onOrder >= 12);
        const Units ordered = must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).stock.onOrder;
        shop.window.workspace().showPage(QStringLiteral("receive"));
        shop.window.waitUntilReady();
        shop.window.enter(QStringLiteral("PO-1"));
        QTRY_VERIFY(shop.window.find<QWidget>("scan")->hasFocus());
        shop.window.enter(QStringLiteral("%1*LAMP").arg(ordered));
        QTRY_VERIFY(shop.window.textOf("count").startsWith(QString::number(ordered)));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.textOf("postedSentence").contains(QStringLiteral("is posted")));
        QCOMPARE(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).stock.waiting(), Units(0));
    }
    void theMarkGoesWhereTheKeyboardGoes()
    {
        Shop shop;
        shop.makePlan();
        shop.table->setFocus();
        for (const auto &[key, row] : {std::pair(Qt::Key_End, 1), std::pair(Qt::Key_Home, 0)}) {
            shop.window.press(key, Qt::ControlModifier);
            QCOMPARE(shop.table->currentIndex().row(), row);
            QVERIFY(shop.table->selectionModel()->isRowSelected(row));
            QCOMPARE(shop.table->selectionModel()->selectedRows().size(), 1);
        }
    }
    void whatSomebodyKnowsBetterIsSaidWithItsReason()
    {
        Shop shop;
        shop.makePlan();
        must(PlanService(shop.window.connection()).make(callerAt(59), [](qint64, qint64) { return true; })); // a minute before
        QTRY_VERIFY(shop.window.shown<QPushButton>(QStringLiteral("overrideForecast")));
        shop.window.shown<QPushButton>(QStringLiteral("overrideForecast"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("from"));
        shop.window.press(Qt::Key_Return);
        shop.window.enter(QStringLiteral("+6"));
        shop.window.enter(QStringLiteral("40"));
        shop.window.press(Qt::Key_Return); // without a reason nothing is kept
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("reason"));
        QCOMPARE(shop.window.connection().integer("SELECT COUNT(*) FROM forecast_override"), qint64(0));
        shop.window.enter(QStringLiteral("trade fair"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("overrides")));
        QTRY_VERIFY(shop.window.textOf("overrides").contains(QStringLiteral("trade fair")));
        QCOMPARE(shop.window.connection().integer("SELECT COUNT(*) FROM forecast_override WHERE ended_by IS NULL"), qint64(1));
        // The plan was made before it, and says so.
        QTRY_VERIFY(shop.window.textOf("planAge").endsWith(QStringLiteral("; 1 forecast overruled since")));
        QTRY_VERIFY(shop.window.textOf("planReason").contains(QStringLiteral("Its forecast was overruled since: plan anew to buy by it.")));
        QTRY_VERIFY(shop.window.shown<QPushButton>(QStringLiteral("endOverride")));
        const auto *end = shop.window.shown<QPushButton>(QStringLiteral("endOverride"));
        const auto *panel = shop.window.shown<QWidget>(QStringLiteral("planPanel"));
        QTRY_VERIFY(end->mapTo(panel, end->rect().bottomRight()).x() < panel->width()); // nothing is cut for it
        shop.window.shown<QPushButton>(QStringLiteral("endOverride"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.connection().integer("SELECT COUNT(*) FROM forecast_override WHERE ended_by IS NULL"), qint64(0));
        shop.window.press(Qt::Key_F5);
        QTRY_VERIFY(!shop.window.textOf("planAge").contains(QStringLiteral("overruled")));
        QTRY_VERIFY(!shop.window.textOf("planReason").contains(QStringLiteral("overruled")));
    }
    void aPlanThatIsStoppedLeavesTheLastOne()
    {
        Shop shop;
        shop.makePlan();
        const Instant madeAt = must(PlanService(shop.window.connection()).last()).made->madeAt;
        QSemaphore gate;
        const auto before = shop.window.session().runLong([&gate](Connection &, const Progress &) -> Result<Done> {
            gate.acquire(); // the plan waits behind it
            return Done{};
        });
        shop.window.press(Qt::Key_F5);
        QVERIFY(!shop.window.find<QPushButton>("makePlan")->isEnabled());
        const auto buttons = shop.window.window().findChildren<QPushButton *>();
        const auto cancel = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
            return button->accessibleName() == QStringLiteral("Cancel: Planning");
        });
        QVERIFY(cancel != buttons.end());
        (*cancel)->setFocus();
        shop.window.press(Qt::Key_Space);
        gate.release();
        QTRY_VERIFY(shop.window.message().contains(QStringLiteral("The plan was stopped")));
        QTRY_VERIFY(shop.window.find<QPushButton>("makePlan")->isEnabled());
        QCOMPARE(must(PlanService(shop.window.connection()).last()).made->madeAt, madeAt);
        QCOMPARE(shop.skus(), QStringList({"LAMP", "ROPE"}));
    }
    void slidersAnswerAtOnce()
    {
        Shop shop(12);
        shop.makePlan();
        QTRY_VERIFY(!shop.window.textOf("whatIfAnswer").isEmpty());
        const QString planned = shop.window.textOf("whatIfAnswer");
        const auto figure = [&](const char *caption) {
            return shop.window.shown<QWidget>(QStringLiteral("planPanel"))->findChild<FigureGrid *>()->figure(QString::fromLatin1(caption));
        };
        const QStringList figuresPlanned{figure("Order up to"), figure("Safety stock"), figure("Cost, EUR")};
        // As the card says it, and as the plan has it though more was ordered since.
        const QString aDay = shop.window.textOf("planReason").section(QStringLiteral(" a day"), 0, 0);
        QVERIFY2(planned.startsWith(aDay + QStringLiteral(" a day are expected; up to ") + figuresPlanned[0] + u' '), qPrintable(planned));
        auto *box = shop.window.shown<QWidget>(QStringLiteral("planPanel"))->findChild<ForecastBox *>();
        QSignalSpy readAnew(box, &ForecastBox::loaded);
        shop.window.placeOrder(QStringLiteral("Customer 1"), QStringLiteral("LAMP"), 40, 10);
        QTRY_VERIFY(!readAnew.isEmpty());
        QCOMPARE(shop.window.textOf("whatIfAnswer"), planned);
        auto *lift = shop.window.shown<QSlider>(QStringLiteral("liftSlider"));
        lift->setFocus();
        shop.window.press(Qt::Key_End);
        QVERIFY(shop.window.textOf("whatIfAnswer") != planned); // nothing is read for it
        QVERIFY(figure("Order up to") != figuresPlanned[0]);
        QVERIFY(figure("Safety stock") != figuresPlanned[1]);
        QVERIFY(figure("Cost, EUR") != figuresPlanned[2]);
        QVERIFY(lift->visibleRegion().boundingRect().height() >= lift->height()); // without scrolling
        QCOMPARE(shop.window.textOf("liftWords"), QStringLiteral("Demand +200 %"));
        auto *price = shop.window.shown<QSlider>(QStringLiteral("shortSlider"));
        price->setFocus();
        const QString lifted = shop.window.textOf("whatIfAnswer");
        shop.window.press(Qt::Key_Home); // being short costs nothing
        QVERIFY(shop.window.textOf("shortWords").contains(QStringLiteral("never short with 50 %")));
        QVERIFY(shop.window.textOf("whatIfAnswer") != lifted);
        shop.window.shown<QPushButton>(QStringLiteral("resetWhatIf"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QCOMPARE(shop.window.textOf("whatIfAnswer"), planned);
        QCOMPARE(QStringList({figure("Order up to"), figure("Safety stock"), figure("Cost, EUR")}), figuresPlanned);
    }
    void theSettingsAreKeptAndCanBeTakenBack()
    {
        Shop shop;
        shop.makePlan();
        shop.window.shown<QPushButton>(QStringLiteral("planSettings"))->setFocus();
        shop.window.press(Qt::Key_Space);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("service"));
        shop.window.type(QStringLiteral("120"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("service"));
        QVERIFY(shop.window.shown<QWidget>(QStringLiteral("planChoicesDialog")));
        shop.window.shown<QLineEdit>(QStringLiteral("service"))->selectAll();
        shop.window.type(QStringLiteral("98"));
        shop.window.shown<QLineEdit>(QStringLiteral("budget"))->setFocus();
        shop.window.type(QStringLiteral("500"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(readPlanChoices(shop.window.connection())).servicePermille, 980);
        QTRY_COMPARE(shop.window.shown<QLineEdit>(QStringLiteral("planBudget"))->text(), QStringLiteral("500.00"));
        shop.window.window().activateWindow();
        QTRY_VERIFY(!shop.window.shown<QWidget>(QStringLiteral("planChoicesDialog")));
        shop.window.shown<DataTable>(QStringLiteral("planTable"))->setFocus();
        shop.window.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(must(readPlanChoices(shop.window.connection())), PlanChoices());
    }
    void theListIsReadWithoutScrollingSideways()
    {
        Shop shop;
        shop.makePlan();
        QTRY_VERIFY(shop.window.shown<QWidget>(QStringLiteral("planPanel")));
        QTRY_COMPARE(shop.table->horizontalScrollBar()->maximum(), 0);
        for (const auto column : {SuggestionModel::Units, SuggestionModel::Sku, SuggestionModel::Name, SuggestionModel::Cost})
            QVERIFY(!shop.table->isColumnHidden(column));
        const int letters = shop.table->fontMetrics().horizontalAdvance(QStringLiteral("Brass lamp, polished"));
        QVERIFY2(shop.table->columnWidth(SuggestionModel::Name) > letters, qPrintable(QString::number(letters)));
    }
    void whatTheBudgetCutSaysSo()
    {
        Shop shop;
        shop.makePlan();
        auto *budget = shop.window.shown<QLineEdit>(QStringLiteral("planBudget"));
        budget->setFocus();
        shop.window.enter(QStringLiteral("100")); // a lamp costs 10.00, and they come by the half dozen
        QTRY_COMPARE(Bench::column(shop.table, SuggestionModel::Units).value(0), QStringLiteral("6"));
        shop.table->setFocus();
        shop.table->selectRow(0);
        QTRY_VERIFY2(shop.window.textOf("planReason").contains(QStringLiteral("are needed, but the budget pays for no more")),
                     qPrintable(shop.window.textOf("planReason")));
        QTRY_VERIFY(shop.window.textOf("whatIfAnswer").contains(QStringLiteral("for the budget pays for no more")));
    }
    void everyControlHasAName()
    {
        Shop shop;
        shop.makePlan();
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
    }
};

QTEST_MAIN(PlanPageTest)
#include "planpagetest.moc"
