#include "models/services/campaigns.h"
#include "tests/ui/support/heldreports.h"
#include "tests/ui/support/looks.h"
#include "ui/charts/chartframe.h"
#include "ui/delegates/rowdelegate.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Two campaigns of the bench's business: SPRING with an order, AUTUMN without any.
class Shop final {
public:
    Shop()
    {
        window.addProduct(QStringLiteral("LAMP"), QStringLiteral("Brass lamp"));
        OrderDraft draft;
        draft.customer = QStringLiteral("Acme");
        draft.campaign = QStringLiteral("SPRING");
        draft.lines.push_back({QStringLiteral("LAMP"), 5, {}});
        must(OrderService(window.connection()).place(draft, callerAt(0)));
        window.placeOrder(QStringLiteral("Bolt"), QStringLiteral("LAMP"), 4, 1);
        CampaignTerms terms;
        terms.code = QStringLiteral("SPRING");
        terms.name = QStringLiteral("Spring");
        terms.first = callerAt().today().addDays(-2);
        terms.last = callerAt().today().addDays(5);
        must(CampaignService(window.connection()).add(terms, callerAt(2)));
        terms.code = QStringLiteral("AUTUMN");
        terms.name = QStringLiteral("Autumn");
        must(CampaignService(window.connection()).add(terms, callerAt(2)));
        window.open(QStringLiteral("campaigns"));
        list = window.shown<DataTable>(QStringLiteral("campaignsTable"));
    }
    [[nodiscard]] const ChartSheet &chart() const { return window.find<Plot>("campaignChart")->sheet(); }
    [[nodiscard]] QString figure(const QString &name, int column = 1) const
    {
        const QStringList names = window.column("campaignFigures", 0);
        const qsizetype row = names.indexOf(name);
        return row < 0 ? QStringLiteral("no ") + name : window.column("campaignFigures", column).value(row);
    }

    Bench window;
    DataTable *list = nullptr;
};

} // namespace

class CampaignsPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void theListShowsWhatCameOfEach()
    {
        Shop shop;
        QCOMPARE(Bench::column(shop.list, 0), QStringList({"AUTUMN", "SPRING"}));
        QCOMPARE(Bench::column(shop.list, 5), QStringList({"0", "5"}));
        QCOMPARE(Bench::column(shop.list, 7), QStringList({"no baseline", "no baseline"}));
    }
    void theChosenOneIsDrawnDayByDay()
    {
        Shop shop;
        shop.list->setFocus();
        Bench::press(Qt::Key_Down);
        QTRY_VERIFY(shop.chart().title.startsWith(QStringLiteral("Spring")));
        QCOMPARE(shop.chart().series[0].values.back().value_or(0), 5.0);
        QCOMPARE(shop.chart().series[1].values.back().value_or(0), 4.0);
        QCOMPARE(shop.chart().series.size(), size_t(2)); // no line of a baseline that is none
        QCOMPARE(shop.figure(QStringLiteral("Customers (new)")), QStringLiteral("1 (1)"));
        QVERIFY(shop.figure(QStringLiteral("Uplift")).startsWith(QStringLiteral("no baseline")));
    }
    void noFigureIsCutOrOutOfView()
    {
        Shop shop;
        shop.window.find<QComboBox>("compareWith")->setFocus();
        QTest::keyClicks(shop.window.find<QComboBox>("compareWith"), QStringLiteral("SPRING"));
        const auto *figures = shop.window.find<DataTable>("campaignFigures");
        QTRY_COMPARE(figures->model()->columnCount(), 3);
        constexpr int around = 24;
        for (const QSize &size : {QSize(1366, 720), QSize(1900, 1000), QSize(683, 384)}) {
            if (size.width() < 1000) { // two beside each other need more
                auto *with = shop.window.find<QComboBox>("compareWith");
                with->setCurrentIndex(0);
                Q_EMIT with->activated(0);
                QTRY_COMPARE(figures->model()->columnCount(), 2);
            }
            shop.window.window().resize(size);
            QTRY_COMPARE(shop.window.window().size(), size);
            for (const DataTable *table : {static_cast<const DataTable *>(shop.list), figures}) {
                QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    if (table->isColumnHidden(column) || (table == shop.list && column == 1))
                        continue; // names may be cut
                    for (const QString &text : Bench::column(table, column))
                        QVERIFY2(table->columnWidth(column) >= table->fontMetrics().horizontalAdvance(text) + around, qPrintable(text));
                }
            }
        }
    }
    void withoutAnyCampaignTheListHasThePage()
    {
        Bench window(QStringLiteral("campaigns"));
        QVERIFY(!window.find<Plot>("campaignChart")->isVisible());
        QTRY_VERIFY(window.find<DataTable>("campaignsTable")->height() > 400); // once it is known that there is none
    }
    void aDayLeadsToItsOrdersAndBack()
    {
        Shop shop;
        shop.list->setFocus();
        Bench::press(Qt::Key_Down);
        QTRY_VERIFY(shop.chart().title.startsWith(QStringLiteral("Spring")));
        Bench::press(Qt::Key_Return);
        Bench::press(Qt::Key_Home);
        Bench::press(Qt::Key_End);
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        QCOMPARE(shop.window.column("ordersBehind", 4), QStringList("5"));
        const auto *behind = Bench::shown<DataTable>(QStringLiteral("ordersBehind"));
        const int day = behind->fontMetrics().horizontalAdvance(QStringLiteral("27 Nov 2026"));
        QVERIFY(behind->columnWidth(1) >= day + 2 * RowDelegate::padding); // when it was placed is not cut
        Bench::press(Qt::Key_Escape);
        QVERIFY(shop.window.find<Plot>("campaignChart")->hasFocus());
    }
    void twoStandSideBySide()
    {
        Shop shop;
        auto *with = shop.window.find<QComboBox>("compareWith");
        QCOMPARE(with->findText(QStringLiteral("AUTUMN")), -1); // it is the one that is shown
        with->setFocus();
        QTest::keyClicks(with, QStringLiteral("SPRING"));
        QTest::keyClick(with, Qt::Key_Return);
        QTRY_COMPARE(shop.figure(QStringLiteral("Campaign"), 2), QStringLiteral("Spring"));
        QCOMPARE(shop.figure(QStringLiteral("Campaign"), 1), QStringLiteral("Autumn"));
        QCOMPARE(Bench::shown<DataTable>(QStringLiteral("campaignFigures"))->model()->headerData(2, Qt::Horizontal).toString(),
                 QStringLiteral("SPRING"));
        // The second line is then the other campaign, and no longer all orders beside the first.
        QTRY_COMPARE(shop.chart().series.at(1).values.back().value_or(0), 5.0);
        QCOMPARE(shop.chart().series.size(), size_t(2));
    }
    void allOfItFitsASmallScreen()
    {
        Shop shop;
        shop.window.window().resize(1366, 768);
        QApplication::processEvents();
        QTRY_COMPARE(clipped(&shop.window.page()).join(u';'), QString());
        const auto *title = shop.window.find<QLabel>("campaignChartTitle");
        QVERIFY(!title->text().isEmpty());
        QVERIFY2(title->heightForWidth(title->width()) < 2 * title->fontMetrics().height(), qPrintable(title->text()));
        // Buttons without their words keep them for those who cannot see their icons.
        QCOMPARE(shop.window.find<QPushButton>("campaignChartCopy")->accessibleName(), QStringLiteral("Copy"));
    }
    void twoFitASmallScreen()
    {
        Shop shop;
        for (const auto &[code, name] : {std::pair("SPRING", "Announcement of the hit"), std::pair("AUTUMN", "Stand at the convention")}) {
            must(CampaignService(shop.window.connection())
                     .change(
                         QString::fromLatin1(code),
                         [name = QString::fromLatin1(name)](CampaignTerms &terms) {
                             terms.name = name;
                             terms.budget = 1'234'500;
                             return Result<Done>(Done{});
                         },
                         callerAt(3)));
        }
        shop.window.window().resize(1366, 768);
        QTRY_COMPARE(Bench::column(shop.list, 1), QStringList({"Stand at the convention", "Announcement of the hit"}));
        auto *with = shop.window.find<QComboBox>("compareWith");
        with->setFocus();
        QTest::keyClicks(with, QStringLiteral("SPRING"));
        QTest::keyClick(with, Qt::Key_Return);
        QTRY_COMPARE(shop.chart().series.size(), size_t(2));
        QTRY_COMPARE(shop.chart().series[0].end, QStringLiteral("AUTUMN")); // beside a line that ends before the other
        auto *table = Bench::shown<DataTable>(QStringLiteral("campaignFigures"));
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < 3; ++column) {
                const QString text = table->model()->index(row, column).data().toString();
                const int room = table->columnWidth(column) - 2 * RowDelegate::padding;
                QVERIFY2(text.startsWith(QStringLiteral("Stand")) || text.startsWith(QStringLiteral("Announcement")) ||
                             table->fontMetrics().horizontalAdvance(text) <= room,
                         qPrintable(text));
            }
        }
    }
    void theListIsKeptInAFileForMachines()
    {
        Shop shop;
        shop.window.prompts.path = shop.window.inFolder(QStringLiteral("campaigns.csv"));
        shop.list->setFocus();
        Bench::press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(shop.window.prompts.path));
        QFile file(shop.window.prompts.path);
        QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Text));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        QVERIFY2(lines[0].contains(QStringLiteral("EUR")), qPrintable(lines[0]));
        QVERIFY(lines.filter(QStringLiteral("Value (EUR)")).size() == 1);
        const QStringList spring = lines.filter(QStringLiteral("SPRING"));
        QCOMPARE(spring.size(), qsizetype(1));
        QCOMPARE(spring.front().split(u',').mid(0, 11),
                 QStringList({"SPRING", "Spring", "2026-02-28", "2026-03-07", "1", "1", "1", "5", "0", "5", "50.00"}));
    }
    void nothingIsClaimedWhileTheyAreRead()
    {
        Bench window(QStringLiteral("overview"));
        HeldReports held(window.session());
        window.workspace().showPage(QStringLiteral("campaigns"));
        QApplication::processEvents();
        const auto claims = [&] {
            const auto labels = window.page().findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text().startsWith(QStringLiteral("There is no campaign yet"));
            });
        };
        QVERIFY(!claims());
        QPushButton *cancel = nullptr;
        QTRY_VERIFY((cancel = cancelButton(window, QStringLiteral("Reading the campaigns"))));
        cancel->setFocus();
        window.press(Qt::Key_Space);
        held.letGo();
        QTRY_VERIFY(window.message().contains(QStringLiteral("not read to their end")));
        QVERIFY(!claims());
        window.press(Qt::Key_F5);
        QTRY_VERIFY(claims()); // now it is known
    }
    void aNewOneIsMadeByKeys()
    {
        Shop shop;
        Bench::press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(Bench::shown(QStringLiteral("campaignDialog")));
        QTRY_COMPARE(QApplication::activeWindow(), Bench::shown(QStringLiteral("campaignDialog")));
        Bench::type(QStringLiteral("WINTER"));
        auto *last = Bench::shown<QLineEdit>(QStringLiteral("to"));
        last->setFocus();
        Bench::type(QStringLiteral("+7"));
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        auto *first = Bench::shown<QLineEdit>(QStringLiteral("from"));
        QTRY_VERIFY(!first->accessibleDescription().isEmpty()); // it is missing
        QCOMPARE(last->text(), QStringLiteral("9 Mar 2026")); // the day it was read as
        first->setFocus();
        Bench::type(QStringLiteral("t"));
        Bench::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(Bench::column(shop.list, 0), QStringList({"AUTUMN", "SPRING", "WINTER"}));
    }
    void ordersAreGivenByTheirNumbers()
    {
        Shop shop;
        shop.list->setFocus();
        auto *orders = shop.window.find<QLineEdit>("ordersToAssign");
        orders->setFocus();
        Bench::enter(QStringLiteral("2 x"));
        QVERIFY(shop.window.message().contains(QStringLiteral("“x”")));
        QCOMPARE(orders->text(), QStringLiteral("2 x"));
        orders->clear();
        Bench::enter(QStringLiteral("2"));
        QTRY_COMPARE(Bench::column(shop.list, 5), QStringList({"4", "5"}));
    }
    void everyControlHasAName()
    {
        Shop shop;
        QCOMPARE(namelessControls(&shop.window.page()).join(u'\n'), QString());
    }
};

QTEST_MAIN(CampaignsPageTest)
#include "campaignspagetest.moc"
