#include "ui/charts/chartframe.h"
#include "models/charts/sheetwords.h"
#include "tests/ui/support/bench.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString longName = QStringLiteral("The Last Foundry of the Inland Empire");

/// A name and so many columns of numbers.
ChartSheet sheetWith(int numbers)
{
    ChartSheet sheet;
    sheet.title = QStringLiteral("Units by product");
    sheet.layout = ChartSheet::Layout::Across;
    sheet.series = {barSeries(QStringLiteral("Units"), ChartSeries::Hue::First)};
    sheet.columns = {{QStringLiteral("Name"), {}, ChartUnit::Text}};
    for (int i = 0; i < numbers; ++i)
        sheet.columns.push_back({QStringLiteral("Value %1").arg(i), {}, ChartUnit::Amount});
    for (int row = 0; row < 20; ++row) {
        sheet.points.emplace_back().name = longName;
        sheet.series.front().values.emplace_back(row + 1.0);
        QVariantList cells{longName};
        for (int i = 0; i < numbers; ++i)
            cells += qint64(123'456'789);
        sheet.rows.push_back(cells);
    }
    return sheet;
}

struct Shown {
    explicit Shown(const ChartSheet &sheet, QSize size) : frame(QStringLiteral("framed"), sheet.title, prompts)
    {
        frame.resize(size);
        frame.setSheet(sheet);
        frame.show();
        QApplication::processEvents();
        table = frame.findChild<DataTable *>();
        splitter = frame.findChild<QSplitter *>();
    }
    /// Columns whose texts or titles do not fit.
    [[nodiscard]] QStringList cut() const
    {
        constexpr int around = 24;
        QStringList found;
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            for (const QString &text : {table->model()->index(0, column).data().toString(), title}) {
                if (table->columnWidth(column) < table->fontMetrics().horizontalAdvance(text) + around)
                    found += title;
            }
        }
        return found;
    }
    [[nodiscard]] bool scrollsSideways() const { return table->horizontalScrollBar()->maximum() > 0; }

    FakePrompts prompts;
    ChartFrame frame;
    const DataTable *table;
    const QSplitter *splitter;
};

} // namespace

/// A chart's frame: its table has the room it needs, and an empty one helps.
class ChartFrameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }

    void whereThereIsRoomNothingOfTheTableIsCut()
    {
        const Shown wide(sheetWith(4), {1560, 700});
        QCOMPARE(wide.splitter->orientation(), Qt::Horizontal);
        QCOMPARE(wide.cut(), QStringList());
        QVERIFY(!wide.scrollsSideways());
    }
    void withLessRoomNamesAreCutAndNumbersAreNot()
    {
        const Shown narrower(sheetWith(2), {1000, 430});
        QCOMPARE(narrower.splitter->orientation(), Qt::Horizontal);
        QCOMPARE(narrower.cut(), QStringList{QStringLiteral("Name")});
        QVERIFY(!narrower.scrollsSideways());
        QVERIFY(narrower.frame.plot()->width() >= 400);
    }
    void whatDoesNotFitBesideStandsBelow()
    {
        const Shown narrow(sheetWith(4), {900, 600});
        QCOMPARE(narrow.splitter->orientation(), Qt::Vertical);
        QCOMPARE(narrow.cut(), QStringList());
        QVERIFY(!narrow.scrollsSideways());
        QVERIFY(narrow.table->height() >= 4 * 32);
    }
    void amountsThatGrowAreNotCutEither()
    {
        ChartSheet sheet = sheetWith(2);
        for (QVariantList &row : sheet.rows)
            row = {QStringLiteral("Under 1 week"), qint64(0), qint64(0)};
        Shown shown(sheet, {1100, 430});
        sheet.rows.front()[2] = qint64(1'234'567'890);
        shown.frame.setSheet(sheet);
        QApplication::processEvents();
        QCOMPARE(shown.cut(), QStringList());
    }
    void theFilesNameHasNoTwoDotsAndNoTwoSpaces()
    {
        ChartSheet sheet = sheetWith(1);
        sheet.filter = QStringLiteral("QQ  Backorder gizmo. All products with such orders.");
        Shown shown(sheet, {1000, 430});
        shown.frame.exportChart();
        QCOMPARE(shown.prompts.asked.last(), QStringLiteral("Units by product, QQ Backorder gizmo. All products with such orders.png"));
    }
    void namesOfAsManyWordsAreBrokenAlike()
    {
        ChartSheet sheet;
        for (const char *name : {"23 Feb", "2 Mar", "9 Mar", "16 Mar", "23 Mar", "30 Mar", "6 Apr", "13 Apr", "20 Apr", "27 Apr"})
            sheet.points.emplace_back().name = QString::fromLatin1(name);
        const QFont font = QApplication::font();
        const QFontMetricsF metrics(sized(font, 11));
        const double place = metrics.horizontalAdvance(QStringLiteral("2 Mar")) + 6; // more than the short ones need
        const auto fit = fitNames(sheet, {0, 10}, 10 * place, font);
        QCOMPARE(fit.lines, 2);
        QCOMPARE(fit.step, 1);
        for (const QStringList &lines : brokenNames(sheet, {0, 10}, QFontMetricsF(sized(font, fit.pixels)), place - 4))
            QCOMPARE(lines.size(), 2);
    }
    void todayAndSoFarAreOneName()
    {
        ChartSheet sheet;
        sheet.points.resize(3);
        sheet.points[2].isUnfinished = true;
        sheet.marks = {{1, QStringLiteral("begins")}, {2.4, QStringLiteral("today")}};
        const std::vector<ChartMark> names = namesAbove(sheet);
        QCOMPARE(names.size(), size_t(2));
        QCOMPARE(names[0].name, QStringLiteral("begins"));
        QCOMPARE(names[1].name, QStringLiteral("today, so far"));
        QCOMPARE(names[1].at, 2.5);
    }
    void anEmptyChartSaysWhyAndOffersAButton()
    {
        ChartSheet nothing;
        nothing.title = QStringLiteral("Units by product");
        nothing.emptySentence = QStringLiteral("Nothing was ordered.");
        Shown shown(nothing, {1000, 430});
        int helped = 0;
        shown.frame.setHelp({}, QStringLiteral("New order"), [&] { ++helped; });
        shown.frame.setSheet(nothing);
        QVERIFY(shown.frame.isEmpty());
        auto *button = shown.frame.findChild<QPushButton *>(QStringLiteral("framedHelp"));
        QVERIFY(button->isVisible());
        button->click();
        QCOMPARE(helped, 1);
        const QSignalSpy said(&shown.frame, &ChartFrame::said);
        shown.frame.exportChart();
        shown.frame.copyChart();
        QCOMPARE(said.count(), 2);
    }
    void whatIsToldInTheDarkDoesNotDazzle()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            const QPalette palette = theme->palette();
            QVERIFY(palette.color(QPalette::ToolTipBase).lightness() < 100);
            QVERIFY(palette.color(QPalette::ToolTipText).lightness() > 200);
        }
    }
};

QTEST_MAIN(ChartFrameTest)
#include "chartframetest.moc"
