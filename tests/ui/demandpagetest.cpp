#include "models/charts/demandcharts.h"
#include "models/services/orderjobs.h"
#include "models/services/reports.h"
#include "tests/ui/support/bench.h"
#include "ui/charts/barchart.h"
#include "ui/charts/scale.h"
#include "ui/style/theme.h"

#include <QBarSet>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedBarSeries>
#include <QTableView>

using namespace waitline;
using namespace waitline::test;

namespace {

BarChart &products(const Bench &bench) { return *bench.find<BarChart>("productsChart"); }
BarChart &overTime(const Bench &bench) { return *bench.find<BarChart>("timeChart"); }

/// "Brass lamp 0 15": name, pre-order and backorder units.
QStringList barsOf(const BarChart &chart)
{
    QStringList bars;
    for (const Bar &bar : chart.data().bars) {
        QStringList words{bar.name};
        for (double part : bar.parts)
            words += QString::number(part);
        bars += words.join(u' ');
    }
    return bars;
}

double sumOf(const BarChart &chart)
{
    double sum = 0;
    for (const Bar &bar : chart.data().bars)
        sum += bar.sum();
    return sum;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void choose(const Bench &bench, const char *box, const QString &text)
{
    auto *combo = bench.find<QComboBox>(box);
    combo->setFocus();
    QTest::keyClicks(combo, text);
    QTest::keyClick(combo, Qt::Key_Return);
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
        QVERIFY(bench.textOf("productsChartTitle").contains(QStringLiteral("units")));
    }
    void theTableHoldsTheSameNumbers()
    {
        Bench bench(QStringLiteral("demand"));
        QCOMPARE(bench.column("demandProducts", DemandBarsModel::Backorder).value(0), QStringLiteral("15"));
        QCOMPARE(bench.column("demandProducts", DemandBarsModel::Preorder).value(1), QStringLiteral("3"));
    }
    void arrowsGoFromBarToBarAndSayIt()
    {
        Bench bench(QStringLiteral("demand"));
        BarChart &chart = products(bench);
        QVERIFY(chart.hasFocus());
        bench.press(Qt::Key_Down);
        QCOMPARE(chart.currentBar(), 0);
        QVERIFY(chart.accessibleDescription().contains(QStringLiteral("Brass lamp")));
        bench.press(Qt::Key_Down);
        QCOMPARE(chart.currentBar(), 1);
        QVERIFY2(chart.accessibleDescription().contains(QStringLiteral("3 pre-order")), qPrintable(chart.accessibleDescription()));
        bench.press(Qt::Key_Down);
        QCOMPARE(chart.currentBar(), 1);
        bench.press(Qt::Key_Home);
        QCOMPARE(chart.currentBar(), 0);
    }
    void enterOrAClickOpensTheOrdersBehindABar()
    {
        Bench bench(QStringLiteral("demand"));
        QSignalSpy went(&bench.page(), &Page::goTo);
        BarChart &chart = products(bench);
        QObject::disconnect(&bench.page(), &Page::goTo, &bench.workspace(), nullptr);
        bench.press(Qt::Key_Down);
        bench.press(Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        const auto destination = went.front().front().value<Destination>();
        QCOMPARE(destination.kind, Destination::Kind::Waiting);
        QCOMPARE(destination.id, bench.product("LAMP").id.value);
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, chart.bandOf(1).center());
        QCOMPARE(went.size(), 2);
        QCOMPARE(went.back().front().value<Destination>().id, bench.product("GAME").id.value);
    }
    void theRowChosenIsTheBarShownAndBack()
    {
        Bench bench(QStringLiteral("demand"));
        auto *table = bench.find<QTableView>("demandProducts");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, DemandBarsModel::Name));
        bench.press(Qt::Key_Down);
        QCOMPARE(products(bench).currentBar(), 1);
        table->sortByColumn(DemandBarsModel::Name, Qt::DescendingOrder);
        products(bench).setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_Home);
        QCOMPARE(table->currentIndex().siblingAtColumn(DemandBarsModel::Sku).data().toString(), QStringLiteral("LAMP"));
        QCOMPARE(table->currentIndex().row(), 1);
    }
    void valueIsMeasuredInTheCurrency()
    {
        Bench bench(QStringLiteral("demand"));
        choose(bench, "measure", QStringLiteral("Value"));
        QTRY_VERIFY(bench.textOf("productsChartTitle").contains(bench.session().currency().code));
        QCOMPARE(products(bench).data().bars.front().sum(), 15 * 50.0);
    }
    void oneKeySwitchesThePeriod()
    {
        Bench bench(QStringLiteral("demand"));
        products(bench).setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_D);
        QTRY_VERIFY(overTime(bench).isVisible());
        QTRY_VERIFY(overTime(bench).data().bars.size() > 80);
        QCOMPARE(sumOf(overTime(bench)), 18.0);
        overTime(bench).setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_M);
        QTRY_VERIFY(overTime(bench).data().bars.size() <= 4);
        QCOMPARE(sumOf(overTime(bench)), 18.0);
        bench.press(Qt::Key_W);
        QTRY_VERIFY(overTime(bench).data().bars.size() > 10);
    }
    void oneProductOverTime()
    {
        Bench bench(QStringLiteral("demand"));
        bench.page().show({Destination::Kind::Demand, bench.product("GAME").id.value, QStringLiteral("GAME")});
        QTRY_COMPARE(sumOf(overTime(bench)), 3.0);
    }
    void theBeginningIsTheFirstOrder()
    {
        Bench bench(QStringLiteral("demand"));
        products(bench).setFocus(Qt::TabFocusReason);
        bench.press(Qt::Key_M);
        QTRY_VERIFY(overTime(bench).isVisible());
        choose(bench, "days", QStringLiteral("From"));
        QTRY_COMPARE(overTime(bench).data().bars.size(), size_t(1));
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
    void thePictureIsTwiceTheSize()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("chart.png"));
        products(bench).setFocus();
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QImage picture(bench.prompts.path);
        QVERIFY(!picture.isNull());
        QVERIFY(picture.width() >= 2 * products(bench).viewport()->width());
        QVERIFY(picture.height() >= 2 * products(bench).viewport()->height());
    }
    void theRowsAreSavedWithTitleFilterAndDay()
    {
        Bench bench(QStringLiteral("demand"));
        QTemporaryDir folder;
        bench.prompts.path = folder.filePath(QStringLiteral("chart.csv"));
        bench.press(Qt::Key_E, Qt::ControlModifier);
        const QByteArray saved = contentOf(bench.prompts.path);
        QVERIFY(saved.contains(bench.textOf("productsChartTitle").toUtf8()));
        QVERIFY(saved.contains("On "));
        QVERIFY2(saved.contains("LAMP,Brass lamp,0,15,15,750.00\r\n"), saved.constData());
        QVERIFY(saved.contains("GAME,Harbour game,3,0,3,90.00\r\n"));
    }
    void aFileThatCannotBeWrittenIsSaid()
    {
        Bench bench(QStringLiteral("demand"));
        bench.prompts.path = QStringLiteral("/nowhere/chart.csv");
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(bench.message().contains(QStringLiteral("/nowhere/chart.csv")));
        bench.prompts.path = QStringLiteral("/tmp/chart.txt");
        bench.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(bench.message().contains(QStringLiteral(".png or .csv")));
    }
    void pictureAndNumbersAreCopied()
    {
        Bench bench(QStringLiteral("demand"));
        QTest::keyClick(bench.find<QPushButton>("copy"), Qt::Key_Space);
        QVERIFY(QApplication::clipboard()->mimeData()->hasImage());
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("LAMP\tBrass lamp\t0\t15")));
    }
    void nothingWaitingIsSaidInASentence()
    {
        Bench bench(QStringLiteral("demand"), Bench::Content::Nothing);
        QVERIFY(bench.find<QLabel>("productsChartEmpty")->isVisible());
        QVERIFY(!products(bench).isVisible());
    }
    void coloursFollowTheTheme()
    {
        Bench bench(QStringLiteral("demand"));
        const auto *series = qobject_cast<QAbstractBarSeries *>(products(bench).chart()->series().front());
        QCOMPARE(series->barSets().front()->brush().color(), Theme::light().preorder);
        applyTheme(ThemeChoice::Dark);
        QTRY_COMPARE(series->barSets().front()->brush().color(), Theme::dark().preorder);
        applyTheme(ThemeChoice::Light);
    }
    void seriesDifferWithoutColour()
    {
        Bench bench(QStringLiteral("demand"));
        const auto *series = qobject_cast<QAbstractBarSeries *>(products(bench).chart()->series().front());
        QVERIFY(series->barSets().at(0)->brush().style() != series->barSets().at(1)->brush().style());
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
};

QTEST_MAIN(DemandPageTest)
#include "demandpagetest.moc"
