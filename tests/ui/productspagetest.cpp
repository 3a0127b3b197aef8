#include "models/services/scan.h"
#include "models/tables/celltext.h"
#include "models/tables/productmodel.h"
#include "tests/ui/support/bench.h"
#include "ui/widgets/productpanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Lamps that four people wait for, chairs to be released, and rugs that are not sold beyond the stock.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        window.addProduct(QStringLiteral("CHAIR"), QStringLiteral("Oak chair"),
                          [](ProductTerms &terms) { terms.release = QDate(2026, 6, 1); });
        window.addProduct(QStringLiteral("RUG"), QStringLiteral("Wool rug"), [](ProductTerms &terms) { terms.backorderLimit = 0; });
        for (int i = 0; i < 4; ++i)
            window.placeOrder(QStringLiteral("Customer %1").arg(i + 1), QStringLiteral("LAMP"), 2, i);
        window.placePurchase(QStringLiteral("LAMP"), 6, QDate(2026, 3, 20));
        window.open(QStringLiteral("products"));
        table = window.shown<DataTable>(QStringLiteral("productsTable"));
    }

    [[nodiscard]] QStringList skus() const { return Bench::column(table, ProductModel::Sku); }
    /// Puts the panel on the lamps.
    void chooseLamp()
    {
        table->setFocus();
        window.press(Qt::Key_Home);
        window.press(Qt::Key_Down);
        QTRY_COMPARE(window.shown<QLabel>(QStringLiteral("productTitle"))->text(), QStringLiteral("LAMP"));
    }
    void press(const QString &button)
    {
        window.shown(button)->setFocus();
        window.press(Qt::Key_Space);
    }
    [[nodiscard]] StockFigures lampStock() { return must(ProductService(window.connection()).show(QStringLiteral("LAMP"))).stock; }

    Bench window;
    DataTable *table = nullptr;
};

} // namespace

class ProductsPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKeyboardStaysInThePanelWhenItsFormIsDone()
    {
        Shop shop;
        shop.table->setFocus();
        shop.table->selectRow(0);
        QTRY_COMPARE(shop.window.shown<QLabel>(QStringLiteral("productTitle"))->text(), QStringLiteral("CHAIR"));
        const auto release = [&] { return must(ProductService(shop.window.connection()).show(QStringLiteral("CHAIR"))).terms.release; };
        shop.press(QStringLiteral("moveRelease"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("release"));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("note")));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("note"))->text().contains(QStringLiteral("Nobody waits for it")));
        shop.window.type(QStringLiteral("2026-07-01"));
        shop.window.press(Qt::Key_Return);
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("releaseForm")));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("moveRelease"));
        QTRY_VERIFY(release() == QDate(2026, 7, 1));
        QTest::qWait(100); // the panel reads it anew
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("moveRelease"));
        shop.press(QStringLiteral("releaseNow")); // which goes with it
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("releaseNow")));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("productPanel")); // where the next key does nothing
    }
    void endingAnEditionLeavesTheKeyboardInThePanel()
    {
        Bench window;
        window.addProduct(QStringLiteral("BOOK"), QStringLiteral("Art book"), [](ProductTerms &terms) {
            terms.release = QDate(2026, 6, 1);
            terms.editionSize = 9;
        });
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("BOOK"), 1, 1);
        window.placeOrder(QStringLiteral("Acme"), QStringLiteral("BOOK"), 1, 2);
        window.open(QStringLiteral("products"));
        QTRY_VERIFY(window.shown(QStringLiteral("moveRelease")));
        window.shown(QStringLiteral("moveRelease"))->setFocus();
        window.press(Qt::Key_Space);
        QTRY_VERIFY(window.shown<QLabel>(QStringLiteral("note")));
        const QString note = window.shown<QLabel>(QStringLiteral("note"))->text();
        QVERIFY2(note.contains(QStringLiteral("2 notices are prepared, one for each order of 1 customer")), qPrintable(note));
        window.type(QStringLiteral("+14"));
        window.press(Qt::Key_Tab);
        QCOMPARE(window.shown<QLineEdit>(QStringLiteral("release"))->text(), dayText(window.session().today().addDays(14)));
        window.shown(QStringLiteral("endEdition"))->setFocus();
        window.press(Qt::Key_Space);
        QTRY_VERIFY(!window.shown(QStringLiteral("endEdition")));
        const QWidget *panel = window.shown(QStringLiteral("productPanel"));
        QVERIFY(panel == window.focus() || panel->isAncestorOf(window.focus()));
        QTest::qWait(100);
        QCOMPARE(panel->findChild<QScrollArea *>()->verticalScrollBar()->value() >
                     panel->findChild<QScrollArea *>()->verticalScrollBar()->maximum() / 2,
                 false);
    }
    void whatIsThereStandsAboveTheButtons()
    {
        Shop shop;
        shop.chooseLamp();
        const auto bottomOf = [&](const QString &name) {
            const QWidget *widget = shop.window.shown(name);
            return widget->mapTo(widget->window(), QPoint(0, widget->height())).y();
        };
        QTRY_VERIFY(bottomOf(QStringLiteral("supplies")) < bottomOf(QStringLiteral("showLine")));
    }
    void aCartonsBarcodeStandsForItsUnits()
    {
        Shop shop;
        const auto units = [&](const char *code) { return must(resolveScan(shop.window.connection(), QString::fromLatin1(code))).units; };
        const auto edit = [&](const QString &field, const QString &text) {
            shop.chooseLamp();
            shop.window.press(Qt::Key_F2);
            QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku")); // the dialog has the keyboard
            auto *editor = shop.window.shown<QLineEdit>(field);
            editor->setFocus();
            editor->selectAll();
            shop.window.type(text);
            shop.window.press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(!shop.window.shown(QStringLiteral("productDialog")));
        };
        edit(QStringLiteral("barcode"), QStringLiteral("4010 4020*12"));
        QCOMPARE(units("4010"), Units(1));
        QCOMPARE(units("4020"), Units(12));
        edit(QStringLiteral("category"), QStringLiteral("lights")); // and the rest stays
        QCOMPARE(units("4020"), Units(12));
        shop.window.press(Qt::Key_F2);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku"));
        QCOMPARE(shop.window.shown<QLineEdit>(QStringLiteral("barcode"))->text(), QStringLiteral("4010 4020×12"));
        shop.window.press(Qt::Key_Escape);
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("productDialog")));
        edit(QStringLiteral("barcode"), QStringLiteral("4010 4020"));
        QCOMPARE(units("4020"), Units(1));
    }
    void theProductTellsWhatIsExpectedOfIt()
    {
        Shop shop;
        shop.chooseLamp();
        QTRY_VERIFY(!shop.window.textOf("forecastQuality").isEmpty());
        QTRY_VERIFY(!shop.window.textOf("whatIfAnswer").isEmpty());
        QVERIFY(shop.window.shown(QStringLiteral("overrideForecast")));
    }
    void typingAndAStateNarrowTheList()
    {
        Shop shop;
        QCOMPARE(shop.skus(), QStringList({"CHAIR", "LAMP", "RUG"}));
        shop.window.press(Qt::Key_F, Qt::ControlModifier);
        shop.window.type(QStringLiteral("wool"));
        QTRY_COMPARE(shop.skus(), QStringList{QStringLiteral("RUG")});
        shop.window.press(Qt::Key_Escape);
        QTRY_COMPARE(shop.skus().size(), 3);
        const auto chips = shop.window.page().findChildren<QPushButton *>();
        for (QPushButton *chip : chips) {
            if (chip->text() == u"Not sold") {
                chip->setFocus();
                shop.window.press(Qt::Key_Space);
                QTRY_COMPARE(shop.skus(), QStringList{QStringLiteral("RUG")});
                shop.window.press(Qt::Key_Space); // lets it go
                QTRY_COMPARE(shop.skus().size(), 3);
                shop.window.press(Qt::Key_Backtab, Qt::ShiftModifier); // each chip is reached by keys
                QVERIFY(chips.contains(qobject_cast<QPushButton *>(Bench::focus())));
                QVERIFY(Bench::focus() != chip);
                return;
            }
        }
        QFAIL("There is no chip for products not sold.");
    }
    void thePanelShowsTheCounters()
    {
        Shop shop;
        shop.chooseLamp();
        QCOMPARE(shop.window.shown<ProductPanel>(QStringLiteral("productPanel"))->view()->product.stock, shop.lampStock());
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("supplies"))->text().startsWith(QStringLiteral("PO-1 · 6 units on ")));
        QVERIFY(
            shop.window.shown<QLabel>(QStringLiteral("productsTotals"))->text().startsWith(QStringLiteral("3 products · 0 units on hand")));
    }
    void aCountServesTheLine()
    {
        Shop shop;
        shop.chooseLamp();
        shop.press(QStringLiteral("countStock"));
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("line"));
        shop.window.type(QStringLiteral("5"));
        shop.window.press(Qt::Key_Return);
        shop.window.press(Qt::Key_Return); // without a reason
        QTRY_VERIFY(shop.window.focus()->accessibleDescription().contains(QStringLiteral("No reason")));
        shop.window.type(QStringLiteral("found on the shelf"));
        shop.window.press(Qt::Key_Return);
        QTRY_COMPARE(shop.lampStock().allocated, Units(5));
        QTRY_VERIFY(shop.window.shown<QLabel>(QStringLiteral("message")));
        QVERIFY(shop.window.shown<QLabel>(QStringLiteral("message"))
                    ->text()
                    .contains(QStringLiteral("5 units went to the waiting line: order 1, 2, 3.")));
        QTRY_COMPARE(shop.window.shown<ProductPanel>(QStringLiteral("productPanel"))->view()->product.stock, shop.lampStock());
    }
    void aWrongFieldKeepsWhatWasTyped()
    {
        Shop shop;
        shop.chooseLamp();
        shop.press(QStringLiteral("editProduct"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku"));
        auto *price = shop.window.shown<QLineEdit>(QStringLiteral("price"));
        price->setFocus();
        price->selectAll();
        shop.window.type(QStringLiteral("a lot"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(price->accessibleDescription().contains(QStringLiteral("“a lot” is not an amount")));
        QCOMPARE(price->text(), QStringLiteral("a lot"));
        QVERIFY(price->hasFocus());
        price->selectAll();
        shop.window.type(QStringLiteral("12.5"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).terms.price, Money(1250));
        QTRY_VERIFY(!shop.window.shown(QStringLiteral("price")));
    }
    void anEditKeepsWhatAnotherDeskChanged()
    {
        Shop shop;
        shop.chooseLamp();
        shop.press(QStringLiteral("editProduct"));
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku"));
        must(ProductService(shop.window.connection())
                 .change(
                     QStringLiteral("LAMP"),
                     [](ProductTerms &terms) -> Result<Done> {
                         terms.name = QStringLiteral("Brass lamp, polished");
                         return Done{};
                     },
                     callerAt(50)));
        shop.window.shown(QStringLiteral("deposit"))->setFocus();
        shop.window.type(QStringLiteral("20%"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).terms.deposit.value, qint64(2000));
        QCOMPARE(must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).terms.name,
                 QStringLiteral("Brass lamp, polished"));
    }
    void aTakenSkuIsRefusedUnderItsField()
    {
        Shop shop;
        shop.window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku"));
        shop.window.type(QStringLiteral("RUG"));
        shop.window.press(Qt::Key_Tab);
        QCOMPARE(shop.window.focus()->objectName(), QStringLiteral("name"));
        shop.window.type(QStringLiteral("Another rug"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("sku"))->accessibleDescription().contains(QStringLiteral("taken already")));
        auto *sku = shop.window.shown<QLineEdit>(QStringLiteral("sku"));
        QTRY_VERIFY(sku->hasFocus());
        sku->selectAll();
        shop.window.type(QStringLiteral("RUG-2"));
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shop.skus(), QStringList({"CHAIR", "LAMP", "RUG", "RUG-2"}));
    }
    void anEditionBelowWhatIsSoldIsNotSetUnnoticed()
    {
        Shop shop;
        shop.chooseLamp();
        const auto enterEdition = [&] {
            shop.window.press(Qt::Key_F2);
            QTRY_COMPARE(shop.window.focus()->objectName(), QStringLiteral("sku"));
            auto *edition = shop.window.shown<QLineEdit>(QStringLiteral("edition"));
            edition->setFocus();
            edition->selectAll();
            shop.window.type(QStringLiteral("5")); // 8 are sold
            shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        };
        const auto edition = [&] { return must(ProductService(shop.window.connection()).show(QStringLiteral("LAMP"))).terms.editionSize; };
        shop.window.prompts.agrees = false;
        enterEdition();
        QTRY_COMPARE(shop.window.prompts.asked.size(), 1);
        QVERIFY(shop.window.prompts.asked.front().contains(QStringLiteral("8 units of LAMP are sold already, 3 more than that")));
        const QString said = shop.window.shown(QStringLiteral("edition"))->accessibleDescription();
        QVERIFY2(said.contains(QStringLiteral("Short edition…")), qPrintable(said));
        QVERIFY(!edition());
        shop.window.prompts.agrees = true;
        shop.window.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(edition(), std::optional<Units>(5));
    }
    void theLineOfAProductIsOneKeyAway()
    {
        Shop shop;
        shop.chooseLamp();
        shop.press(QStringLiteral("showLine"));
        QTRY_COMPARE(shop.window.page().word(), QStringLiteral("waiting"));
        QTRY_COMPARE(shop.window.shown<QLineEdit>(QStringLiteral("waitingProduct"))->text(), QStringLiteral("LAMP"));
    }
    void theDemandOfAProductIsOneKeyAway()
    {
        Shop shop;
        shop.chooseLamp();
        shop.press(QStringLiteral("showDemand"));
        QTRY_COMPARE(shop.window.page().word(), QStringLiteral("demand"));
        QTRY_VERIFY(shop.window.shown<QPushButton>(QStringLiteral("chosenProduct")));
        QCOMPARE(shop.window.shown<QPushButton>(QStringLiteral("chosenProduct"))->text().trimmed(), QStringLiteral("LAMP"));
    }
    void everyControlHasAName()
    {
        Shop shop;
        shop.chooseLamp();
        QCOMPARE(namelessControls(&shop.window.window()), QStringList());
        shop.window.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shop.window.shown(QStringLiteral("sku")));
        QCOMPARE(namelessControls(QApplication::activeWindow()), QStringList());
    }
};

QTEST_MAIN(ProductsPageTest)
#include "productspagetest.moc"
