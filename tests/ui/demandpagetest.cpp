#include "models/charts/demandquestion.h"
#include "models/services/orderjobs.h"
#include "models/services/reports.h"
#include "tests/ui/support/bench.h"
#include "ui/charts/chartframe.h"
#include "ui/charts/hues.h"
#include "ui/charts/scale.h"
#include "ui/pages/demandtoolbar.h"
#include "ui/style/theme.h"
#include "ui/widgets/viewsbutton.h"

#include <QAbstractItemView>
#include <QBarSet>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedBarSeries>
#include <QTableView>

using namespace waitline;
using namespace waitline::test;

namespace {

Plot &plotOf(const Bench &bench, DemandChart chart)
{
    return *bench.find<Plot>(qPrintable(QStringLiteral("demandChart%1").arg(int(chart))));
}
Plot &products(const Bench &bench) { return plotOf(bench, DemandChart::Products); }
Plot &overTime(const Bench &bench) { return plotOf(bench, DemandChart::OverTime); }

/// "Brass lamp 0 15": name, pre-order and backorder units.
QStringList barsOf(const Plot &plot)
{
    QStringList bars;
    for (size_t point = 0; point < plot.sheet().points.size(); ++point) {
        QStringList words{plot.sheet().points[point].name};
        for (const ChartSeries &series : plot.sheet().series)
            words += QString::number(series.values[point].value_or(0));
        bars += words.join(u' ');
    }
    return bars;
}

double sumOf(const Plot &plot)
{
    double sum = 0;
    for (size_t point = 0; point < plot.sheet().points.size(); ++point)
        sum += plot.sheet().sum(point);
    return sum;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A part of a workbook, as unzip finds it.
QByteArray partOf(const QString &workbook, const char *part)
{
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-p"), workbook, QString::fromLatin1(part)});
    return unzip.waitForFinished() ? unzip.readAllStandardOutput() : QByteArray();
}

void choose(const Bench &bench, const char *box, const QString &text)
{
    auto *combo = bench.find<QComboBox>(box);
    combo->setFocus();
    combo->view()->keyboardSearch({}); // what was typed before is over
    QTest::keyClicks(combo, text);
    QTest::keyClick(combo, Qt::Key_Return);
}

/// Demand over time by day, with the keyboard on it.
void showDays(Bench &bench)
{
    products(bench).setFocus();
    Bench::press(Qt::Key_D);
    QVERIFY(QTest::qWaitFor(
        [&] { return bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible(); }));
    overTime(bench).setFocus();
}

} // namespace

class DemandPageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void theBarsAreTheWaitingLine()
    {
        Bench bench(QStringLiteral("demand"));
        QCOMPARE(barsOf(products(bench)), (QStringList{QStringLiteral("Brass lamp 0 15"), QStringLiteral("Harbour game 3 0")}));
        Units waiting = 0;
        for (const char *sku : {"LAMP", "GAME"}) {
            for (const QueueEntry &entry : must(queueOf(bench.connection(), QString::fromLatin1(sku), QDate(2026, 3, 2))))
                waiting += entry.row.waiting;
        }
        QCOMPARE(sumOf(products(bench)), double(waiting));
        QVERIFY(bench.textOf("demandChart0Title").contains(QStringLiteral("units")));
    }
    void theTableHoldsTheSameNumbers()
    {
        Bench bench(QStringLiteral("demand"));
        QCOMPARE(bench.column("demandChart0Table", 3).value(0), QStringLiteral("15"));
        QCOMPARE(bench.column("demandChart0Table", 2).value(1), QStringLiteral("3"));
    }
    void arrowsGoFromBarToBarAndSayIt()
    {
        Bench bench(QStringLiteral("demand"));
        Plot &plot = products(bench);
        QVERIFY(plot.hasFocus());
        bench.press(Qt::Key_Down);
        QCOMPARE(plot.currentPoint(), 0);
        QVERIFY(plot.accessibleDescription().contains(QStringLiteral("Brass lamp")));
        bench.press(Qt::Key_Down);
        QCOMPARE(plot.currentPoint(), 1);
        QVERIFY2(plot.accessibleDescription().contains(QStringLiteral("3 pre-order")), qPrintable(plot.accessibleDescription()));
        bench.press(Qt::Key_Down);
        QCOMPARE(plot.currentPoint(), 1);
        bench.press(Qt::Key_Home);
        QCOMPARE(plot.currentPoint(), 0);
    }
    void enterOpensTheOrdersBehindABarAndEscComesBack()
    {
        Bench bench(QStringLiteral("demand"));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(bench.find<QTableView>("ordersBehind")->isVisible());
        QCOMPARE(bench.column("ordersBehind", 4), (QStringList{QStringLiteral("6"), QStringLiteral("4"), QStringLiteral("5")}));
        QVERIFY(bench.textOf("behindSum").contains(QStringLiteral("15 units")));
        QSignalSpy went(&bench.page(), &Page::goTo);
        QObject::disconnect(&bench.page(), &Page::goTo, &bench.workspace(), nullptr);
        bench.press(Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went.front().front().value<Destination>().kind, Destination::Kind::Order);
        bench.press(Qt::Key_Escape);
        QVERIFY(products(bench).hasFocus());
        QCOMPARE(products(bench).currentPoint(), 0);
    }
    void aClickOpensTheOrdersBehindABar()
    {
        Bench bench(QStringLiteral("demand"));
        QTest::mouseClick(products(bench).viewport(), Qt::LeftButton, {}, products(bench).bandOf(1).center());
        QTRY_VERIFY(bench.find<QTableView>("ordersBehind")->isVisible());
        QCOMPARE(bench.column("ordersBehind", 4), QStringList{QStringLiteral("3")});
    }
    void theRowChosenIsTheBarShownAndBack()
    {
        Bench bench(QStringLiteral("demand"));
        auto *table = bench.find<QTableView>("demandChart0Table");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        bench.press(Qt::Key_Down);
        QCOMPARE(products(bench).currentPoint(), 1);
        table->sortByColumn(1, Qt::DescendingOrder);
        products(bench).setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_Home);
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("LAMP"));
        QCOMPARE(table->currentIndex().row(), 1);
    }
    void valueIsMeasuredInTheCurrency()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "measure", QStringLiteral("Value"));
        QTRY_VERIFY(bench.textOf("demandChart0Title").contains(bench.session().currency().code));
        QCOMPARE(products(bench).sheet().sum(0), 15 * 5000.0);
        const ChartSheet &sheet = products(bench).sheet(); // both kinds in their colours
        QCOMPARE(sheet.series.size(), size_t(2));
        QCOMPARE(sheet.series[0].hue, ChartSeries::Hue::Preorder);
        QCOMPARE(sheet.series[0].values[1].value_or(0), 3 * 3000.0);
        QCOMPARE(sheet.series[1].values[0].value_or(0), 15 * 5000.0);
        QVERIFY(bench.find<QTableView>("demandChart0Table")
                    ->model()
                    ->headerData(3, Qt::Horizontal)
                    .toString()
                    .contains(QStringLiteral("(EUR)")));
        QCOMPARE(bench.column("demandChart0Table", 3).value(0), QStringLiteral("750.00"));
    }
    void oneKeySwitchesThePeriod()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        QTRY_VERIFY(overTime(bench).sheet().points.size() > 50);
        QCOMPARE(sumOf(overTime(bench)), 18.0);
        bench.press(Qt::Key_M);
        QTRY_COMPARE(overTime(bench).sheet().points.size(), size_t(4));
        QCOMPARE(sumOf(overTime(bench)), 18.0);
        bench.press(Qt::Key_W);
        QTRY_COMPARE(overTime(bench).sheet().points.size(), size_t(14)); // this month and the three before have days in so many
    }
    void keysZoomPanAndShowAllAgain()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        QTRY_VERIFY(overTime(bench).sheet().points.size() > 50);
        Plot &plot = overTime(bench);
        const int all = plot.places();
        QCOMPARE(plot.window(), (ChartWindow{0, all}));
        bench.press(Qt::Key_Plus);
        const ChartWindow near = plot.window();
        QVERIFY(near.count < all);
        bench.press(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(plot.window().count, near.count);
        QVERIFY(plot.window().first > near.first);
        bench.press(Qt::Key_Minus);
        QVERIFY(plot.window().count > near.count);
        bench.press(Qt::Key_0);
        QCOMPARE(plot.window(), (ChartWindow{0, all}));
    }
    void wheelAndDragZoom()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        QTRY_VERIFY(overTime(bench).sheet().points.size() > 50);
        Plot &plot = overTime(bench);
        const int all = plot.places();
        QWheelEvent turn(plot.rect().center(), plot.mapToGlobal(plot.rect().center()), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot.viewport(), &turn);
        QVERIFY(plot.window().count < all);
        bench.press(Qt::Key_0);
        QTest::mousePress(plot.viewport(), Qt::LeftButton, {}, plot.bandOf(10).center());
        QTest::mouseMove(plot.viewport(), plot.bandOf(15).center());
        QTest::mouseMove(plot.viewport(), plot.bandOf(20).center());
        QTest::mouseRelease(plot.viewport(), Qt::LeftButton, {}, plot.bandOf(20).center());
        QCOMPARE(plot.window(), (ChartWindow{10, 11}));
        bench.press(Qt::Key_0);
        QCOMPARE(plot.window().count, all);
    }
    void backFromTheOrdersKeepsTheZoom()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        QTRY_VERIFY(overTime(bench).sheet().points.size() > 50);
        Plot &plot = overTime(bench);
        bench.press(Qt::Key_End);
        bench.press(Qt::Key_Plus);
        const ChartWindow zoomed = plot.window();
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(bench.find<QTableView>("ordersBehind")->isVisible());
        bench.press(Qt::Key_Escape);
        QVERIFY(plot.isVisible());
        QCOMPARE(plot.window(), zoomed);
    }
    void oneProductOverTime()
    {
        Bench bench(QStringLiteral("demand"));
        bench.page().show({Destination::Kind::Demand, bench.product("GAME").id.value, QStringLiteral("GAME")});
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible());
        QTRY_COMPARE(sumOf(overTime(bench)), 3.0);
    }
    void theBeginningIsTheFirstOrder()
    {
        Bench bench(QStringLiteral("demand"));
        products(bench).setFocus();
        bench.press(Qt::Key_M);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible());
        choose(bench, "days", QStringLiteral("From"));
        QTRY_COMPARE(overTime(bench).sheet().points.size(), size_t(1));
    }
    void twoProductsAreCompared()
    {
        Bench bench(QStringLiteral("demand"));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_C);
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_C);
        choose(bench, "chart", QStringLiteral("Compare"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart2")) && plotOf(bench, DemandChart::Compare).isVisible());
        const ChartSheet &sheet = plotOf(bench, DemandChart::Compare).sheet();
        QCOMPARE(sheet.series.size(), size_t(2));
        QCOMPARE(sheet.series[0].values.back().value_or(0), 15.0);
        QCOMPARE(sheet.series[1].values.back().value_or(0), 3.0);
        QVERIFY(sheet.series[0].hue != sheet.series[1].hue);
    }
    void aRefusedWishIsShownWithWhoAskedAndWhen()
    {
        Bench bench(QStringLiteral("demand"));
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        ProductTerms terms;
        terms.sku = QStringLiteral("RARE");
        terms.name = QStringLiteral("Rare print");
        terms.editionSize = 2;
        must(ProductService(bench.connection()).add(terms, callerAt(20)));
        draft.lines.push_back({QStringLiteral("RARE"), 5, {}});
        QVERIFY(!OrderService(bench.connection()).place(draft, callerAt(21)));
        choose(bench, "chart", QStringLiteral("Refused"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart6")) && plotOf(bench, DemandChart::Refused).isVisible());
        plotOf(bench, DemandChart::Refused).setFocus();
        bench.press(Qt::Key_Home);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        QCOMPARE(bench.column("ordersBehind", 3), QStringList("Eck"));
        QCOMPARE(bench.column("ordersBehind", 2), QStringList("RARE"));
        bench.press(Qt::Key_Escape);
        QTRY_VERIFY(plotOf(bench, DemandChart::Refused).hasFocus());
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.page().word(), QStringLiteral("products")); // no order came of it
    }
    void whatHadToWaitIsNamedAboveItsOrders()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "chart", QStringLiteral("Fill"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart5")) &&
                    plotOf(bench, DemandChart::FillRate).isVisible());
        plotOf(bench, DemandChart::FillRate).setFocus();
        bench.press(Qt::Key_Home);
        bench.press(Qt::Key_End);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        QVERIFY2(bench.textOf("behindTitle").contains(QStringLiteral("18 of 18 units had to wait")),
                 qPrintable(bench.textOf("behindTitle")));
        QVERIFY(bench.textOf("behindSum").contains(QStringLiteral("18 units")));
    }
    void everyLineOfABookingCurveLeadsToItsOwnOrders()
    {
        Bench bench(QStringLiteral("demand"));
        ProductTerms terms;
        terms.sku = QStringLiteral("EXPO");
        terms.name = QStringLiteral("Expo set");
        terms.release = QDate(2026, 6, 1);
        must(ProductService(bench.connection()).add(terms, callerAt(20)));
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        draft.lines.push_back({QStringLiteral("EXPO"), 50, {}});
        must(OrderService(bench.connection()).place(draft, callerAt(21)));
        choose(bench, "chart", QStringLiteral("Booking"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart4")) &&
                    plotOf(bench, DemandChart::Bookings).isVisible());
        Plot &plot = plotOf(bench, DemandChart::Bookings);
        QTRY_COMPARE(plot.sheet().series.size(), size_t(2));
        plot.setFocus();
        bench.press(Qt::Key_Home);
        const int point = plot.currentPoint();
        for (int line = 0; line < 2; ++line) {
            plot.setCurrentLine(line);
            const auto behind = plot.behind(point);
            QVERIFY(behind.has_value());
            for (const BehindRow &row : must(ordersBehind(bench.connection(), *behind)).rows)
                QCOMPARE(row.sku, plot.sheet().columns[size_t(line) + 1].title);
        }
        plot.setCurrentLine(0);
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        QCOMPARE(bench.column("ordersBehind", 2).value(0), plot.sheet().columns[2].title);
    }
    void seasonClassesAndPairsLeadFurther()
    {
        Bench bench(QStringLiteral("demand"));
        auto *toolbar = bench.window().findChild<DemandToolbar *>();
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        draft.lines = {{QStringLiteral("LAMP"), 1, {}}, {QStringLiteral("ROPE"), 2, {}}};
        must(OrderService(bench.connection()).place(draft, callerAt(21)));
        toolbar->setChart(DemandChart::Together);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart12")) &&
                    plotOf(bench, DemandChart::Together).isVisible());
        plotOf(bench, DemandChart::Together).setFocus();
        bench.press(Qt::Key_Home);
        bench.press(Qt::Key_Return);
        QTRY_VERIFY(Bench::shown<QTableView>(QStringLiteral("ordersBehind")));
        QCOMPARE(bench.column("ordersBehind", 3), QStringList({"Eck", "Eck"}));
        bench.press(Qt::Key_Escape);
        for (const DemandChart chart : {DemandChart::Season, DemandChart::Classes}) {
            toolbar->setChart(chart);
            const QString name = QStringLiteral("demandChart%1").arg(int(chart));
            QTRY_VERIFY(bench.workspace().findChild<Plot *>(name));
            QTRY_VERIFY(plotOf(bench, chart).isVisible() || bench.shown<QLabel>(name + QStringLiteral("Empty")));
            if (!plotOf(bench, chart).isVisible())
                continue; // not enough history
            const ChartSheet &sheet = plotOf(bench, chart).sheet();
            for (int point = 0; point < int(sheet.points.size()); ++point) // nothing is behind what is of no value
                QVERIFY(plotOf(bench, chart).behind(point) || sheet.series[0].values[size_t(point)].value_or(0) == 0);
        }
    }
    void everyChartKeepsItsOwnProducts()
    {
        Bench bench(QStringLiteral("demand"));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_C);
        choose(bench, "chart", QStringLiteral("Compare"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart2")));
        QTRY_COMPARE(plotOf(bench, DemandChart::Compare).sheet().series.size(), size_t(1));
        choose(bench, "chart", QStringLiteral("By product"));
        QTRY_VERIFY(products(bench).isVisible());
        QCOMPARE(products(bench).sheet().points.size(), size_t(2));
        const auto *toolbar = bench.window().findChild<DemandToolbar *>();
        QVERIFY(toolbar->products().empty());
        const QVariantMap state = toolbar->state();
        DemandToolbar other(bench.session());
        other.setState(state);
        QCOMPARE(other.chosenFor(DemandChart::Compare).size(), size_t(1));
        QVERIFY(other.products().empty());
    }
    void monthsAreNamedInTheTableAndInFiles()
    {
        Bench bench(QStringLiteral("demand"));
        products(bench).setFocus();
        bench.press(Qt::Key_M);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible());
        const auto *table = bench.find<QTableView>("demandChart1Table");
        const QStringList months{QStringLiteral("Dec 2025"), QStringLiteral("Jan 2026"), QStringLiteral("Feb 2026"),
                                 QStringLiteral("Mar 2026")};
        QCOMPARE(Bench::column(table, 0), months); // this one and the three before
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("months.csv"));
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QByteArray csv = contentOf(bench.prompts.path);
        QVERIFY2(csv.contains("\r\n2026-02,") && !csv.contains("2026-02-01,"), csv.constData());
        bench.prompts.path = folder.filePath(QStringLiteral("months.xlsx"));
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QByteArray sheet = partOf(bench.prompts.path, "xl/worksheets/sheet1.xml");
        QVERIFY(sheet.contains("<v>46082</v>")); // 1 March 2026 as Excel counts days
        const QByteArray styles = partOf(bench.prompts.path, "xl/styles.xml");
        QVERIFY2(styles.contains("formatCode=\"mmm yyyy\""), styles.constData());
        QVERIFY2(styles.contains("formatCode=\"#,##0.00\"") || styles.contains("numFmtId=\"4\""), styles.constData());
    }
    void theToolbarStandsOnOneGrid()
    {
        Bench bench(QStringLiteral("demand"));
        bench.window().resize(1600, 900);
        const auto *toolbar = bench.window().findChild<DemandToolbar *>();
        QTRY_VERIFY(toolbar->width() > 1000);
        constexpr int step = 36; // a column and the gap beside it
        for (const char *name : {"chart", "show", "measure", "top", "chartSearch", "chartProduct", "category", "supplier", "campaign"}) {
            const auto *field = bench.find<QWidget>(name);
            QTRY_VERIFY2(field->mapTo(toolbar, QPoint()).x() % step == 0, name);
        }
    }
    void nothingScrollsSidewaysWhereItIsNarrow()
    {
        Bench bench(QStringLiteral("demand"));
        bench.window().resize(683, 384); // 200 % of 1366 by 768
        const QWidget *above = bench.page().parentWidget();
        while (above && !qobject_cast<const QScrollArea *>(above))
            above = above->parentWidget();
        QVERIFY(above);
        for (int chart = 0; chart <= int(DemandChart::Forecast); ++chart) {
            bench.window().findChild<DemandToolbar *>()->setChart(DemandChart(chart));
            QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart%1").arg(chart)));
            QTRY_COMPARE(qobject_cast<const QScrollArea *>(above)->horizontalScrollBar()->maximum(), 0);
        }
    }
    void theChartIsSeenWithoutScrollingAtTwiceTheSize()
    {
        Bench bench(QStringLiteral("demand"));
        bench.window().resize(955, 520); // 200 % of 1910 by 1040
        bench.window().findChild<DemandToolbar *>()->setChart(DemandChart::OverTime);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")));
        const auto *measure = bench.find<QWidget>("measure");
        const auto *campaign = bench.find<QWidget>("campaign");
        QTRY_COMPARE(measure->mapTo(&bench.window(), QPoint()).y(), campaign->mapTo(&bench.window(), QPoint()).y()); // two rows
        constexpr int leastSeen = 150;
        QTRY_VERIFY(overTime(bench).mapTo(&bench.window(), QPoint()).y() < bench.window().height() - leastSeen);
    }
    void theSearchNarrowsTheBars()
    {
        Bench bench(QStringLiteral("demand"));
        bench.workspace().focusFilter();
        bench.type(QStringLiteral("harb"));
        QTRY_COMPARE(barsOf(products(bench)), QStringList{QStringLiteral("Harbour game 3 0")});
    }
    void aSavedViewOpensAsItWasLeft()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        QTRY_VERIFY(overTime(bench).sheet().points.size() > 50);
        bench.press(Qt::Key_Plus);
        const ChartWindow zoomed = overTime(bench).window();
        auto *views = bench.find<ViewsButton>("views");
        views->saveAs(QStringLiteral("My days / ä"));
        Q_EMIT views->resetAsked();
        QTRY_VERIFY(products(bench).isVisible());
        QCOMPARE(views->names(), QStringList{QStringLiteral("My days / ä")});
        views->choose(QStringLiteral("My days / ä"));
        QTRY_VERIFY(overTime(bench).isVisible());
        QTRY_COMPARE(overTime(bench).window(), zoomed);
        views->remove(QStringLiteral("My days / ä"));
        QVERIFY(views->names().isEmpty());
    }
    void aViewIsSavedByKeys()
    {
        Bench bench(QStringLiteral("demand"));
        bench.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("viewName"));
        bench.type(QStringLiteral("Mondays"));
        bench.press(Qt::Key_Return);
        QTRY_COMPARE(bench.find<ViewsButton>("views")->names(), QStringList{QStringLiteral("Mondays")});
        bench.window().activateWindow();
        QTRY_VERIFY(bench.message().contains(QStringLiteral("Mondays")));
    }
    void aViewOfAnotherDatabaseBringsNoneOfItsProducts()
    {
        Bench bench(QStringLiteral("demand"));
        auto *toolbar = bench.window().findChild<DemandToolbar *>();
        toolbar->setProducts(DemandChart::Products, {{bench.product("GAME").id, QStringLiteral("GAME"), QStringLiteral("Harbour game")}});
        QVariantMap view{{QStringLiteral("toolbar"), toolbar->state()}, {QStringLiteral("database"), QStringLiteral("elsewhere")}};
        Q_EMIT bench.find<ViewsButton>("views")->chosen(view);
        QVERIFY(toolbar->products().empty());
    }
    void aSeventhProductIsRefusedWithASentence()
    {
        Bench bench;
        for (int i = 1; i <= 7; ++i) {
            const QString sku = QStringLiteral("P%1").arg(i);
            bench.addProduct(sku, QStringLiteral("Product %1").arg(i));
            bench.placeOrder(QStringLiteral("Acme"), sku, 20 - i, i);
        }
        bench.open(QStringLiteral("demand"));
        for (int i = 1; i <= 7; ++i) {
            bench.press(Qt::Key_Down);
            bench.press(Qt::Key_C);
        }
        const auto *toolbar = bench.window().findChild<DemandToolbar *>();
        QVERIFY(toolbar->products().empty()); // of the chart that is shown
        QCOMPARE(toolbar->chosenFor(DemandChart::Compare).size(), size_t(6));
        QCOMPARE(toolbar->chosenFor(DemandChart::Compare).front().sku, QStringLiteral("P1"));
        QVERIFY(bench.message().contains(QStringLiteral("Six products at most")));
    }
    void theForecastsTableShowsItsDays()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "chart", QStringLiteral("Forecast"));
        QTRY_VERIFY(bench.shown<QLabel>(QStringLiteral("demandChart15Empty")));
        auto *toolbar = bench.window().findChild<DemandToolbar *>();
        toolbar->setProducts(DemandChart::Forecast, {{bench.product("LAMP").id, QStringLiteral("LAMP"), QStringLiteral("Brass lamp")},
                                                     {bench.product("GAME").id, QStringLiteral("GAME"), QStringLiteral("Harbour game")}});
        toolbar->setChart(DemandChart::Forecast);
        QTRY_VERIFY(plotOf(bench, DemandChart::Forecast).isVisible()); // of the first of them
        QVERIFY(bench.textOf("demandChart15Title").startsWith(QStringLiteral("Brass lamp (LAMP)")));
        const auto *table = bench.find<QTableView>("demandChart15Table");
        for (int row = 0; row < table->model()->rowCount(); ++row) { // "Nov" is wider than "Jan"
            const QString day = table->model()->index(row, 0).data().toString();
            QVERIFY2(table->columnWidth(0) >= table->fontMetrics().horizontalAdvance(day), qPrintable(day));
        }
    }
    void aForecastIsOverruledBesideItsChart()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "chart", QStringLiteral("Forecast"));
        QTRY_VERIFY(bench.shown<QLabel>(QStringLiteral("demandChart15Empty")));
        QVERIFY(bench.find<QPushButton>("expectOtherwise")->isHidden()); // of no product yet
        auto *toolbar = bench.window().findChild<DemandToolbar *>();
        toolbar->setProducts(DemandChart::Forecast, {{bench.product("LAMP").id, QStringLiteral("LAMP"), QStringLiteral("Brass lamp")}});
        toolbar->setChart(DemandChart::Forecast);
        QTRY_VERIFY(plotOf(bench, DemandChart::Forecast).isVisible());
        QTRY_VERIFY(bench.find<QPushButton>("expectOtherwise")->isVisible());
        plotOf(bench, DemandChart::Forecast).setFocus();
        bench.press(Qt::Key_E);
        QTRY_COMPARE(QApplication::activeWindow() ? QApplication::activeWindow()->objectName() : QString(),
                     QStringLiteral("expectationDialog"));
        const QPointer<QWidget> dialog = QApplication::activeWindow();
        QTRY_VERIFY(!dialog->findChild<QLabel *>(QStringLiteral("whatIfAnswer"))->text().isEmpty());
        QCOMPARE(namelessControls(dialog).join(u'\n'), QString());
        dialog->findChild<QPushButton *>(QStringLiteral("overrideForecast"))->setFocus();
        bench.press(Qt::Key_Space);
        QTRY_COMPARE(bench.focus()->objectName(), QStringLiteral("from"));
        bench.press(Qt::Key_Return);
        bench.enter(QStringLiteral("+6"));
        bench.enter(QStringLiteral("40"));
        bench.enter(QStringLiteral("trade fair"));
        QTRY_COMPARE(bench.connection().integer("SELECT COUNT(*) FROM forecast_override WHERE ended_by IS NULL"), qint64(1));
        QTRY_VERIFY(dialog->findChild<QLabel *>(QStringLiteral("overrides"))->text().contains(QStringLiteral("trade fair")));
        dialog->findChild<QPushButton *>(QStringLiteral("closeExpectation"))->setFocus();
        bench.press(Qt::Key_Space);
        QTRY_VERIFY(!dialog);
    }
    void aForecastIsNotByDaysAndSaysSo()
    {
        Bench bench(QStringLiteral("demand"));
        showDays(bench);
        auto *toolbar = bench.window().findChild<DemandToolbar *>();
        toolbar->setProducts(DemandChart::Forecast, {{bench.product("LAMP").id, QStringLiteral("LAMP"), QStringLiteral("Brass lamp")}});
        toolbar->setChart(DemandChart::Forecast);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart15")));
        QTRY_VERIFY(plotOf(bench, DemandChart::Forecast).isVisible());
        QCOMPARE(toolbar->question(QDate(2026, 3, 2)).by, Period::Week);
        for (const QPushButton *button : toolbar->findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Day"))
                QVERIFY(!button->isEnabled() && button->toolTip().contains(QStringLiteral("by weeks or by months")));
        }
        plotOf(bench, DemandChart::Forecast).setFocus();
        Bench::press(Qt::Key_D);
        QTRY_VERIFY(bench.message().contains(QStringLiteral("by weeks or by months")));
        QCOMPARE(toolbar->chart(), DemandChart::Forecast);
        Bench::press(Qt::Key_M);
        QCOMPARE(toolbar->question(QDate(2026, 3, 2)).by, Period::Month);
    }
    void aChosenProductMakesTheChartGiveWay()
    {
        Bench bench(QStringLiteral("demand"));
        QTRY_VERIFY(products(bench).isVisible());
        const auto scrolled = [&] {
            const QWidget *above = bench.page().parentWidget();
            while (above && !qobject_cast<const QScrollArea *>(above))
                above = above->parentWidget();
            return above && qobject_cast<const QScrollArea *>(above)->verticalScrollBar()->isVisible();
        };
        QVERIFY(!scrolled());
        bench.window().findChild<DemandToolbar *>()->setProducts(DemandChart::Products, {{bench.product("LAMP").id, QStringLiteral("LAMP"),
                                                                                          QStringLiteral("Brass lamp")}});
        QTest::qWait(50); // for a bar that would come
        QVERIFY(!scrolled());
    }
    void aFilterWithoutAHitSaysSoAndIsCleared()
    {
        Bench bench(QStringLiteral("demand"));
        bench.workspace().focusFilter();
        bench.type(QStringLiteral("zzz"));
        auto *help = bench.find<QPushButton>("demandChart0Help");
        QTRY_VERIFY(help->isVisible());
        QCOMPARE(bench.textOf("demandChart0Empty"), QStringLiteral("Nothing is meant by this filter."));
        QCOMPARE(help->text(), QStringLiteral("Clear the filter"));
        bench.prompts.path = QStringLiteral("/nowhere/chart.png");
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(bench.message().contains(QStringLiteral("nothing to save")));
        help->click();
        QTRY_COMPARE(products(bench).sheet().points.size(), size_t(2));
    }
    void ordersPlacedElsewhereAreDrawn()
    {
        Bench bench(QStringLiteral("demand"));
        OrderDraft draft;
        draft.customer = QStringLiteral("Eck");
        draft.lines.push_back({QStringLiteral("LAMP"), 10, {}});
        jobs::placeOrder(bench.session(), draft).waitForFinished();
        QTRY_COMPARE(sumOf(products(bench)), 28.0);
    }
    /// Start, a period key on the product's bar, save: far within 12 keys.
    void oneProductsDemandIsAPictureInFourKeys()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("lamp.png"));
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_W);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible());
        QTRY_COMPARE(sumOf(overTime(bench)), 15.0);
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!QImage(bench.prompts.path).isNull());
        QVERIFY(bench.textOf("demandChart1Filter").contains(QStringLiteral("Brass lamp")));
    }
    /// From the start, the page left last being another: every key counts.
    void fromTheStartToThePictureInTwelveKeys()
    {
        Bench bench(QStringLiteral("waiting"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("lamp.png"));
        int keys = 0;
        const auto press = [&keys](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            ++keys;
            Bench::press(key, modifiers);
        };
        press(Qt::Key_9, Qt::ControlModifier);
        QTRY_COMPARE(bench.page().word(), QStringLiteral("demand"));
        bench.waitUntilReady();
        QTRY_VERIFY(products(bench).hasFocus());
        press(Qt::Key_Down); // the product that waits most
        press(Qt::Key_W);
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart1")) && overTime(bench).isVisible());
        QTRY_COMPARE(sumOf(overTime(bench)), 15.0);
        press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!QImage(bench.prompts.path).isNull());
        QVERIFY2(keys <= 12, qPrintable(QString::number(keys)));
    }
    /// Each is reached by keys alone, drawn or says why not, with as many table rows as points at least.
    void everyChartIsChosenByKeys()
    {
        Bench bench(QStringLiteral("demand"));
        auto *chart = bench.find<QComboBox>("chart");
        QApplication::setKeyboardInputInterval(50); // letters that come later begin another word
        for (int i = 0; i < chart->count(); ++i) {
            if (QWidget *plot = bench.workspace().findChild<Plot *>(QStringLiteral("demandChart%1").arg(std::max(0, i - 1)));
                plot && plot->isVisible())
                plot->setFocus();
            else
                chart->setFocus();
            QTest::qWait(100);
            choose(bench, "chart", chart->itemText(i).section(u' ', 0, 0)); // the space bar would open the list
            QTRY_VERIFY(bench.workspace().findChild<ChartFrame *>() &&
                        bench.workspace().findChild<Plot *>(QStringLiteral("demandChart%1").arg(i)));
            Plot &plot = plotOf(bench, DemandChart(i));
            QTRY_VERIFY(plot.isVisible() || bench.find<QLabel>(qPrintable(QStringLiteral("demandChart%1Empty").arg(i)))->isVisible());
            QVERIFY(bench.textOf(qPrintable(QStringLiteral("demandChart%1Title").arg(i))).size() > 5);
            QVERIFY(plot.sheet().rows.size() >= plot.sheet().points.size());
            for (const ChartSeries &series : plot.sheet().series)
                QCOMPARE(series.values.size(), plot.sheet().points.size());
            for (const ChartPoint &point : plot.sheet().points)
                QVERIFY(!point.words.isEmpty());
        }
        QApplication::setKeyboardInputInterval(400);
    }
    void aKeyOpensTheListOfCharts()
    {
        Bench bench(QStringLiteral("demand"));
        products(bench).setFocus();
        Bench::press(Qt::Key_G);
        QTRY_VERIFY(bench.find<QComboBox>("chart")->view()->isVisible());
        bench.find<QComboBox>("chart")->hidePopup();
    }
    void anAgeLeadsToItsWaitingLines()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "chart", QStringLiteral("Waiting"));
        QTRY_VERIFY(bench.workspace().findChild<Plot *>(QStringLiteral("demandChart3")) &&
                    plotOf(bench, DemandChart::WaitingAge).isVisible());
        Plot &plot = plotOf(bench, DemandChart::WaitingAge);
        plot.setFocus();
        Bench::press(Qt::Key_Home);
        QVERIFY(plot.accessibleDescription().contains(QStringLiteral("18 units")));
        Bench::press(Qt::Key_Return);
        QTRY_VERIFY(bench.find<QTableView>("ordersBehind")->isVisible());
        QCOMPARE(bench.column("ordersBehind", 4).size(), 4);
    }
    void thePictureIsTwiceTheSizeAndSaysWhatItIs()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("chart.png"));
        products(bench).setFocus();
        const QSize drawn = products(bench).viewport()->size(); // as it stands when the picture is taken
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QImage picture(bench.prompts.path);
        QVERIFY(!picture.isNull());
        QVERIFY(picture.width() >= 2 * drawn.width());
        QVERIFY(picture.height() >= 2 * drawn.height());
        QCOMPARE(picture.text(QStringLiteral("Title")), bench.textOf("demandChart0Title"));
        QCOMPARE(picture.text(QStringLiteral("Description")), bench.textOf("demandChart0Filter"));
    }
    /// It goes to paper, mail and slides: dark letters on white, whatever the window is.
    void aPictureIsLightAlsoFromADarkWindow()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("light.png"));
        products(bench).setFocus();
        bench.press(Qt::Key_E, Qt::ControlModifier);
        bench.press(Qt::Key_E, Qt::ControlModifier); // below the sentence that the first one is saved
        const QImage light(bench.prompts.path);
        applyTheme(ThemeChoice::Dark);
        QTRY_COMPARE(products(bench).grab().toImage().pixelColor(1, 1), Theme::dark().raised);
        bench.prompts.path = folder.filePath(QStringLiteral("dark.png"));
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QImage dark(bench.prompts.path);
        QCOMPARE(dark.pixelColor(1, 1), Theme::light().raised);
        const auto brightness = [](const QImage &picture) {
            return picture.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0).lightnessF();
        };
        QVERIFY(qAbs(brightness(dark) - brightness(light)) < 0.05);
        QCOMPARE(products(bench).grab().toImage().pixelColor(1, 1), Theme::dark().raised);
        applyTheme(ThemeChoice::Light);
    }
    void everyKindOfFileHoldsTitleFilterAndNumbers()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        const QByteArray title = bench.textOf("demandChart0Title").toUtf8();
        const auto saved = [&](const char *name) {
            bench.prompts.path = folder.filePath(QString::fromLatin1(name));
            bench.press(Qt::Key_E, Qt::ControlModifier);
            return contentOf(bench.prompts.path);
        };
        const QByteArray csv = saved("chart.csv");
        QVERIFY(csv.contains(title));
        QVERIFY(csv.contains("On "));
        QVERIFY2(csv.contains("LAMP,Brass lamp,0,15,15,750.00\r\n"), csv.constData());
        QVERIFY(csv.contains("GAME,Harbour game,3,0,3,90.00\r\n"));
        QVERIFY(csv.contains("Value (EUR)"));
        const QByteArray svg = saved("chart.svg");
        QVERIFY(svg.contains(QByteArray("<title>" + title)));
        QVERIFY(svg.contains("Brass lamp"));
        QVERIFY(saved("chart.pdf").startsWith("%PDF-"));
        QVERIFY(saved("chart.xlsx").startsWith("PK"));
    }
    void aFileThatCannotBeWrittenIsSaid()
    {
        Bench bench(QStringLiteral("demand"));
        bench.prompts.path = QStringLiteral("/nowhere/chart.csv");
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(bench.message().contains(QStringLiteral("/nowhere/chart.csv")));
        bench.prompts.path = QStringLiteral("/tmp/chart.txt");
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(bench.message().contains(QStringLiteral(".csv or .xlsx")));
    }
    void pictureAndNumbersAreCopied()
    {
        Bench bench(QStringLiteral("demand"));
        QTest::keyClick(bench.find<QPushButton>("demandChart0Copy"), Qt::Key_Space);
        QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("LAMP\tBrass lamp\t0\t15")));
        const ChartSheet &sheet = products(bench).sheet(); // what it is and of when, as files say it
        QVERIFY(QApplication::clipboard()->text().startsWith(sheet.title + u'\n' + sheet.filter + u'\n'));
    }
    void nothingWaitingIsSaidInASentence()
    {
        Bench bench(QStringLiteral("demand"), Bench::Content::Nothing);
        QVERIFY(bench.find<QLabel>("demandChart0Empty")->isVisible());
        QVERIFY(!products(bench).isVisible());
        const QSignalSpy asked(&bench.page(), &Page::newOrderAsked);
        auto *help = bench.find<QPushButton>("demandChart0Help");
        QVERIFY(help->isVisible());
        help->click();
        QCOMPARE(asked.count(), 1);
    }
    void coloursFollowTheTheme()
    {
        Bench bench(QStringLiteral("demand"));
        const auto firstColour = [&] {
            return qobject_cast<QAbstractBarSeries *>(products(bench).chart()->series().front())->barSets().front()->brush().color();
        };
        QCOMPARE(firstColour(), Theme::light().preorder);
        applyTheme(ThemeChoice::Dark);
        QTRY_COMPARE(firstColour(), Theme::dark().preorder);
        applyTheme(ThemeChoice::Light);
    }
    /// Two series drawn in the same grey would still differ: one of them is hatched.
    void seriesDifferWithoutColour()
    {
        const auto drawn = [](ChartSeries::Hue hue) {
            QImage image(40, 40, QImage::Format_RGB32);
            image.fill(Qt::gray);
            QPainter painter(&image);
            drawHatch(&painter, image.rect(), hue);
            drawMark(&painter, {20, 20}, hue);
            painter.end();
            return image.convertToFormat(QImage::Format_Grayscale8);
        };
        using Hue = ChartSeries::Hue;
        QVERIFY(drawn(Hue::Preorder) != drawn(Hue::Backorder));
        QVERIFY(drawn(Hue::Backorder) != drawn(Hue::Stock));
        // What is about neither of them has neither's hue nor its pattern.
        const Hue hues[] = {Hue::Preorder, Hue::Backorder, Hue::Stock, Hue::First, Hue::Second,
                            Hue::Third,    Hue::Fourth,    Hue::Fifth, Hue::Sixth};
        for (size_t one = 0; one < std::size(hues); ++one) {
            for (size_t other = 0; other < one; ++other) {
                QVERIFY(drawn(hues[one]) != drawn(hues[other]));
                QVERIFY(colourOf(hues[one]) != colourOf(hues[other]));
            }
        }
    }
    void everyControlHasAName()
    {
        Bench bench(QStringLiteral("demand"));
        QCOMPARE(namelessControls(&bench.page()).join(u'\n'), QString());
    }

    void theScaleBeginsAtZeroAndHoldsTheMost_data()
    {
        QTest::addColumn<double>("most");
        QTest::addColumn<double>("end");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("few") << 7.0 << 8.0;
        QTest::newRow("exact") << 50.0 << 50.0;
        QTest::newRow("many") << 12345.0 << 15000.0;
    }
    void theScaleBeginsAtZeroAndHoldsTheMost()
    {
        QFETCH(double, most);
        const Scale scale = scaleUpTo(most);
        QTEST(scale.end, "end");
        QVERIFY(scale.ticks >= 2 && scale.ticks <= 6);
    }
    void everyCategoryIsNamed()
    {
        ChartSheet sheet;
        for (const char *name :
             {"Under 1 week", "1 to 2 weeks", "2 to 4 weeks", "1 to 3 months", "3 to 6 months", "6 to 12 months", "Over a year"})
            sheet.points.push_back({QString::fromLatin1(name), {}, {}, 0, {}, 0, 0, false});
        const NameFit roomy = fitNames(sheet, {0, 7}, 900, QFont());
        QCOMPARE(roomy.step, 1);
        QCOMPARE(roomy.lines, 1);
        const NameFit narrow = fitNames(sheet, {0, 7}, 440, QFont());
        QCOMPARE(narrow.step, 1);
        QCOMPARE(narrow.lines, 2);
    }
    void sharesStandOnAScaleToTheWhole()
    {
        QCOMPARE(scaleFor(ChartUnit::Share, 0, 62).end, 100.0);
        QCOMPARE(scaleFor(ChartUnit::Share, 0, 100.00000000000003).end, 100.0); // reckoned from parts
        QVERIFY(scaleFor(ChartUnit::Share, 0, 130).end >= 130); // a growth
        QVERIFY(scaleFor(ChartUnit::Count, 0, 62).end < 100);
    }
    void aScaleBelowZeroHasZeroOnIt()
    {
        const Scale scale = scaleOver(-130, 420);
        QVERIFY(scale.begin <= -130 && scale.end >= 420);
        QCOMPARE(std::fmod(scale.begin, scale.step()), 0.0);
    }
};

QTEST_MAIN(DemandPageTest)
#include "demandpagetest.moc"
