#include "models/services/shorteditions.h"
#include "models/services/whatif.h"
#include "models/tables/affectedmodel.h"
#include "models/tables/arrivalmodel.h"
#include "models/tables/celltext.h"
#include "models/tables/editionmodels.h"
#include "tests/ui/support/bench.h"
#include "tests/ui/support/looks.h"
#include "ui/style/theme.h"
#include "ui/words.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString prints = QStringLiteral("PRINT");
constexpr int customers = 5;

/// A print of which ten are left to give, five people wait for, and eight are on their way.
class Shop final {
public:
    explicit Shop(const QString &page)
    {
        window.addProduct(prints, QStringLiteral("Kupferstich der Donaudampfschifffahrtsgesellschaft, von Hand koloriert"),
                          [](ProductTerms &terms) { terms.editionSize = 100; });
        for (int i = 0; i < customers; ++i)
            window.placeOrder(i == 0 ? QStringLiteral("Vermögensverwaltungsgesellschaft Übermorgen mbH & Co. KG")
                                     : QStringLiteral("Customer %1").arg(i),
                              prints, i + 2, i, QDate(2026, 3, 25));
        window.placePurchase(prints, 12, QDate(2026, 3, 20));
        window.open(page);
    }
    /// Opens the question about the purchase by its button.
    QWidget *askWhatIf()
    {
        if (!QTest::qWaitFor([&] { return window.shown(QStringLiteral("whatIf")); }))
            return nullptr;
        window.shown(QStringLiteral("whatIf"))->setFocus();
        window.press(Qt::Key_Space);
        return opened(QStringLiteral("whatIfDialog"));
    }
    QWidget *planEdition()
    {
        auto *table = window.shown<DataTable>(QStringLiteral("productsTable"));
        table->setFocus();
        table->selectRow(0);
        if (!QTest::qWaitFor([&] { return window.shown(QStringLiteral("productTitle")); }))
            return nullptr;
        window.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
        return opened(QStringLiteral("editionDialog"));
    }

    Bench window;

private:
    static QWidget *opened(const QString &name)
    {
        if (!QTest::qWaitFor([&] { return Bench::shown(name); }))
            return nullptr;
        Bench::shown(name)->activateWindow();
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == Bench::shown(name); }) ? Bench::shown(name) : nullptr;
    }
};

/// Chooses by the letters of a text, as the keyboard does.
void choose(const QString &box, const QString &text)
{
    auto *combo = Bench::shown<QComboBox>(box);
    combo->setFocus();
    QTest::keyClicks(combo, text);
    QTRY_COMPARE(combo->currentText(), text);
}

void typeDay(const QString &field, const QString &text)
{
    auto *day = Bench::shown<QLineEdit>(field);
    QTRY_VERIFY(day->isEnabled()); // a day of the rest is asked for only once there is a rest
    day->setFocus();
    day->selectAll();
    Bench::type(text);
}

/// "1 Customer 1 3/20/26 not covered" of each line.
QStringList asShown(const std::vector<AffectedLine> &lines)
{
    const auto day = [](QDate eta) { return eta.isValid() ? dayText(eta) : AffectedModel::tr("not covered"); };
    QStringList all;
    for (const AffectedLine &line : lines)
        all += QStringList({QString::number(line.order.value), line.customer, day(line.before), day(line.after)}).join(u' ');
    return all;
}
QStringList affectedShown()
{
    const auto *table = Bench::shown<DataTable>(QStringLiteral("whatIfTable"));
    QStringList all;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        QStringList cells;
        for (int column : {AffectedModel::Order, AffectedModel::Customer, AffectedModel::Before, AffectedModel::After})
            cells += table->model()->index(row, column).data().toString();
        all += cells.join(u' ');
    }
    return all;
}

struct Look {
    const char *name;
    ThemeChoice theme;
    int scale;
    QSize size; ///< logical
};
const Look looks[] = {{"light", ThemeChoice::Light, 1, {1000, 620}},
                      {"dark", ThemeChoice::Dark, 1, {1000, 620}},
                      {"1024", ThemeChoice::Light, 1, {920, 600}}, // of a screen of 1024 by 768
                      {"dark-200", ThemeChoice::Dark, 2, {1000, 700}}}; // of a screen of 2048 by 1536

} // namespace

/// The two dialogs that try out what would be: what the service answers is what they show, and all of it can be read.
/// The pictures are kept in the folder that WAITLINE_PICTURES names.
class PlannersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void aPurchaseThatComesInPartsNamesWhoIsServedOtherwise()
    {
        Shop shop(QStringLiteral("purchases"));
        QVERIFY(shop.askWhatIf());
        const QDate today = callerAt().today();
        QCOMPARE(Bench::focus()->objectName(), QStringLiteral("arrivalTable"));
        Bench::type(QStringLiteral("6")); // the number of units is what the keyboard is on
        Bench::press(Qt::Key_Return);
        typeDay(QStringLiteral("whatIfRestDay"), QStringLiteral("+40"));
        WhatIf change;
        const ProductId id = shop.window.product("PRINT").id;
        change.parts = {{QDate(2026, 3, 20), {{id, 6}}}, {today.addDays(40), {{id, 6}}}};
        const WhatIfOutcome expected = must(whatIf(shop.window.connection(), {1}, change, today));
        QVERIFY(expected.later > 0 && expected.broken > 0);
        QTRY_COMPARE(affectedShown(), asShown(expected.lines));
        const QString finding = shop.window.textOf("whatIfFinding");
        QVERIFY2(finding.contains(QStringLiteral("%1 later or not at all").arg(expected.later)) &&
                     finding.contains((expected.broken == 1 ? QStringLiteral("%1 promise breaks") : QStringLiteral("%1 promises break"))
                                          .arg(expected.broken)),
                 qPrintable(finding));
        // Under another policy.
        choose(QStringLiteral("whatIfPolicy"), policyText(AllocationPolicy::FairShare));
        change.policy = AllocationPolicy::FairShare;
        QTRY_COMPARE(affectedShown(), asShown(must(whatIf(shop.window.connection(), {1}, change, today)).lines));
    }
    void theRestThatIsNotComingIsCounted()
    {
        Shop shop(QStringLiteral("purchases"));
        QVERIFY(shop.askWhatIf());
        choose(QStringLiteral("whatIfShare"), QStringLiteral("Half"));
        choose(QStringLiteral("whatIfRest"), QStringLiteral("is not coming"));
        WhatIf change;
        change.parts = {{QDate(2026, 3, 20), {{shop.window.product("PRINT").id, 6}}}};
        const WhatIfOutcome expected = must(whatIf(shop.window.connection(), {1}, change, callerAt().today()));
        QCOMPARE(expected.notComing, Units(6));
        QTRY_COMPARE(affectedShown(), asShown(expected.lines));
        QVERIFY(shop.window.textOf("whatIfFinding").contains(QStringLiteral("6 units are not coming")));
    }
    void aShortEditionIsComparedAndCut()
    {
        Shop shop(QStringLiteral("products"));
        QVERIFY(shop.planEdition());
        auto *size = Bench::shown<QLineEdit>(QStringLiteral("size"));
        QTRY_VERIFY(size->hasFocus());
        size->selectAll();
        Bench::type(QStringLiteral("11"));
        const auto choices = must(ShortEditions(shop.window.connection()).compare(prints, 11));
        QStringList cut, policies;
        for (const EditionChoice &choice : choices) {
            cut += numberText(choice.emptied);
            policies += policyText(choice.policy);
        }
        auto *table = Bench::shown<DataTable>(QStringLiteral("editionChoices"));
        QTRY_COMPARE(Bench::column(table, EditionChoiceModel::Emptied), cut);
        QCOMPARE(Bench::column(table, EditionChoiceModel::Policy), policies);
        Bench::press(Qt::Key_Return); // to the ways
        QVERIFY(table->hasFocus());
        Bench::press(Qt::Key_Down);
        QStringList customersHit, losses;
        for (const EditionLoss &loss : choices[1].losses) {
            customersHit += loss.customer;
            losses += numberText(loss.cut);
        }
        const auto *lost = Bench::shown<DataTable>(QStringLiteral("editionLosses"));
        QTRY_COMPARE(Bench::column(lost, EditionLossModel::Customer), customersHit);
        QCOMPARE(Bench::column(lost, EditionLossModel::Cut), losses);
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!Bench::shown(QStringLiteral("editionDialog")));
        QCOMPARE(shop.window.product("PRINT").stock.waiting(), Units(11));
        QCOMPARE(shop.window.product("PRINT").terms.editionSize, std::optional<Units>(11));
    }
    void aSizeThatIsNoNumberKeepsWhatWasTyped()
    {
        Shop shop(QStringLiteral("products"));
        QVERIFY(shop.planEdition());
        auto *size = Bench::shown<QLineEdit>(QStringLiteral("size"));
        QTRY_VERIFY(size->hasFocus());
        size->selectAll();
        Bench::type(QStringLiteral("few"));
        QTRY_VERIFY(size->accessibleDescription().contains(QStringLiteral("“few”")));
        QCOMPARE(size->text(), QStringLiteral("few"));
    }
    void noTextIsCut_data()
    {
        QTest::addColumn<bool>("isEdition");
        QTest::addColumn<int>("look");
        for (bool isEdition : {false, true}) {
            for (int look = 0; look < int(std::size(looks)); ++look)
                QTest::addRow("%s %s", isEdition ? "edition" : "whatif", looks[look].name) << isEdition << look;
        }
    }
    void noTextIsCut()
    {
        QFETCH(bool, isEdition);
        QFETCH(int, look);
        const Look &as = looks[look];
        Shop shop(isEdition ? QStringLiteral("products") : QStringLiteral("purchases"));
        applyTheme(as.theme); // a new window begins light
        QWidget *dialog = isEdition ? shop.planEdition() : shop.askWhatIf();
        QVERIFY(dialog);
        if (isEdition) {
            Bench::shown<QLineEdit>(QStringLiteral("size"))->selectAll();
            Bench::type(QStringLiteral("11"));
            QTRY_VERIFY(Bench::shown<DataTable>(QStringLiteral("editionLosses"))->model()->rowCount() > 0);
        } else {
            choose(QStringLiteral("whatIfShare"), QStringLiteral("Half"));
            choose(QStringLiteral("whatIfRest"), QStringLiteral("is not coming"));
            QTRY_VERIFY(!affectedShown().isEmpty());
        }
        dialog->resize(as.size);
        QApplication::processEvents();
        // At 200 % a table of eight columns is moved sideways; its texts are whole.
        const auto cut = [&] {
            QStringList all = clipped(dialog);
            if (as.scale > 1)
                all.removeIf([](const QString &each) { return each.startsWith(QStringLiteral("columns beyond")); });
            return all.join(u';');
        };
        QTRY_COMPARE(cut(), QString());
        if (const QString folder = qEnvironmentVariable("WAITLINE_PICTURES"); !folder.isEmpty()) {
            QImage picture(dialog->size() * as.scale, QImage::Format_RGB32);
            picture.setDevicePixelRatio(as.scale);
            picture.fill(Theme::current().surface);
            dialog->render(&picture);
            QVERIFY(picture.save(
                QDir(folder).filePath(QStringLiteral("%1-%2.png")
                                          .arg(isEdition ? QStringLiteral("edition") : QStringLiteral("whatif"), QLatin1String(as.name)))));
        }
        QVERIFY2(dialog->height() <= as.size.height() && dialog->width() <= as.size.width(),
                 qPrintable(QStringLiteral("%1 × %2").arg(dialog->width()).arg(dialog->height())));
    }
};

QTEST_MAIN(PlannersTest)
#include "plannerstest.moc"
