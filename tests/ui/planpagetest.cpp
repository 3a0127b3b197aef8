#include "models/services/planservice.h"
#include "models/services/receivingservice.h"
#include "models/tables/suggestionmodel.h"
#include "tests/ui/support/bench.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Lamps that 12 units are waited for, bought by the half dozen, and ropes of another supplier.
class Shop final {
public:
    Shop()
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
        QTRY_VERIFY(shop.window.textOf("planReason").contains(QStringLiteral("12 units wait")));
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
    void everyControlHasAName()
    {
        Shop shop;
        shop.makePlan();
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
    }
};

QTEST_MAIN(PlanPageTest)
#include "planpagetest.moc"
