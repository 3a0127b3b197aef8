#include "models/charts/campaignsheets.h"
#include "models/charts/cashsheets.h"
#include "models/charts/demandquestion.h"
#include "models/services/demobusiness.h"
#include "models/store/salesstore.h"
#include "tests/ui/support/bench.h"
#include "ui/charts/chartframe.h"
#include "ui/charts/hues.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QPaintEngine>
#include <QPainter>
#include <QScrollBar>

using namespace waitline;
using namespace waitline::test;

namespace {

/// Keeps what texts are painted and where; paints nothing.
class TextKeeper final : public QPaintEngine {
public:
    TextKeeper() : QPaintEngine(QPaintEngine::AllFeatures) {}
    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath &) override {}
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QRectF text(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        texts.emplace_back(item.text(), state->transform().mapRect(text));
    }
    Type type() const override { return User; }

    std::vector<std::pair<QString, QRectF>> texts;
};

class TextDevice final : public QPaintDevice {
public:
    explicit TextDevice(QSize size) : m_size(size) {}
    QPaintEngine *paintEngine() const override { return &m_keeper; }
    [[nodiscard]] const std::vector<std::pair<QString, QRectF>> &texts() const { return m_keeper.texts; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth: return m_size.width();
        case PdmHeight: return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY: return dotsPerInch;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return int(devicePixelRatioFScale());
        case PdmDepth: return 32;
        default: return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable TextKeeper m_keeper;
};

/// Texts of a chart that lie on each other or reach over its edge.
QStringList spoilt(Plot &plot)
{
    constexpr double air = 2; // of a line's height nothing is drawn
    TextDevice device(plot.viewport()->size());
    {
        QPainter painter(&device);
        plot.draw(&painter, {});
    }
    const QRectF whole(QPointF(), plot.viewport()->size());
    QStringList found;
    const auto &texts = device.texts();
    for (size_t i = 0; i < texts.size(); ++i) {
        const QRectF one = texts[i].second.adjusted(0, air, 0, -air);
        if (texts[i].first.trimmed().isEmpty())
            continue;
        if (!whole.contains(one))
            found += QStringLiteral("“%1” is cut").arg(texts[i].first);
        for (size_t j = 0; j < i; ++j) {
            const QRectF both = one & texts[j].second.adjusted(0, air, 0, -air);
            if (both.width() > air && both.height() > air && !texts[j].first.trimmed().isEmpty())
                found += QStringLiteral("“%1” lies on “%2”").arg(texts[i].first, texts[j].first);
        }
    }
    return found;
}

/// Numbers and days of the table that are cut, or out of its view.
QStringList cutInTable(const ChartFrame &frame)
{
    constexpr int around = 24;
    QStringList found;
    const auto *table = frame.findChild<DataTable *>();
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        if (table->isColumnHidden(column) || frame.sheet().columns[size_t(column)].unit == ChartUnit::Text)
            continue;
        for (int row = 0; row < std::min(50, table->model()->rowCount()); ++row) {
            const QString text = table->model()->index(row, column).data().toString();
            if (table->columnWidth(column) < table->fontMetrics().horizontalAdvance(text) + around)
                found += QStringLiteral("“%1” is cut in the table").arg(text);
        }
    }
    constexpr int leastWidth = 900; // narrower, a table of many columns may scroll
    if (frame.width() >= leastWidth && table->horizontalScrollBar()->maximum() > 0)
        found += QStringLiteral("the table scrolls sideways");
    return found;
}

/// Series of bars that are high enough to be seen, and of whose colour there is nothing in the picture.
QStringList unseenBars(Plot &plot)
{
    constexpr double seen = .05; // of the highest bar
    constexpr int near = 150;
    const ChartSheet &sheet = plot.sheet();
    if (sheet.layout == ChartSheet::Layout::Grid)
        return {};
    double most = 0;
    for (size_t point = 0; point < sheet.points.size(); ++point)
        most = std::max(most, sheet.sum(point));
    QImage picture(plot.viewport()->size(), QImage::Format_RGB32);
    {
        QPainter painter(&picture);
        plot.draw(&painter, {});
    }
    QStringList found;
    for (const ChartSeries &series : sheet.series) {
        bool isHigh = false; // what is not over yet is seen through a veil
        for (size_t point = 0; point < sheet.points.size(); ++point)
            isHigh = isHigh || (!sheet.points[point].isUnfinished && series.values[point].value_or(0) > seen * most);
        if (series.shape != ChartSeries::Shape::Bar || !isHigh)
            continue;
        const QColor wanted = colourOf(series.hue);
        bool isSeen = false;
        // Below the key, which shows every colour.
        for (int y = plot.bandOf(0).top() + 2; y < picture.height() && !isSeen; ++y) {
            for (int x = 0; x < picture.width() && !isSeen; ++x) {
                const QColor colour = picture.pixelColor(x, y);
                isSeen = std::abs(colour.red() - wanted.red()) + std::abs(colour.green() - wanted.green()) +
                             std::abs(colour.blue() - wanted.blue()) <
                         near;
            }
        }
        if (!isSeen)
            found += QStringLiteral("no bar of “%1” is seen").arg(series.name);
    }
    return found;
}

struct Named {
    QString name;
    ChartSheet sheet;
};

constexpr int demandCharts = int(DemandChart::Forecast) + 1;

void addDemand(std::vector<Named> &sheets, Connection &connection, QDate today)
{
    DemandScope all;
    all.to = today;
    const auto sold = SalesStore(connection).mostSold(all, 6);
    const auto add = [&](const QString &name, const DemandQuestion &question) {
        sheets.push_back({name, must(demandSheet(connection, question))});
    };
    for (int chart = 0; chart < demandCharts; ++chart) {
        DemandQuestion question;
        question.chart = DemandChart(chart);
        question.today = today;
        question.scope = all;
        question.scope.from = QDate(1970, 1, 1);
        question.by = Period::Month;
        for (size_t i = 0; i < sold.size(); ++i) {
            if (question.chart == DemandChart::Compare || (question.chart == DemandChart::Forecast && i == 0))
                question.scope.products.push_back(sold[i].product);
        }
        const QString name = QStringLiteral("demand-%1").arg(chart);
        add(name, question);
        question.isWaiting = false;
        question.isInValue = true;
        add(name + QStringLiteral("-value"), question);
        if (question.chart == DemandChart::OverTime) { // so many that no gap fits between them
            question.by = Period::Day;
            add(name + QStringLiteral("-days"), question);
        }
        for (int grouping = 1; question.chart == DemandChart::Buyers && grouping < 4; ++grouping) {
            question.buyers = BuyersGrouping(grouping);
            add(name + QStringLiteral("-by-%1").arg(grouping), question);
        }
    }
}

void addCash(std::vector<Named> &sheets, Connection &connection, QDate today)
{
    const auto purchases = must(openPurchases(connection, {}, today));
    for (int chart = 0; chart <= int(CashChart::Slip); ++chart) {
        CashQuestion question;
        question.chart = CashChart(chart);
        question.days.to = question.today = today;
        if (!purchases.empty())
            question.purchase = purchases.front().stored.id;
        sheets.push_back({QStringLiteral("cash-%1").arg(chart), must(cashSheet(connection, question))});
    }
}

void addCampaigns(std::vector<Named> &sheets, Connection &connection, QDate today)
{
    QString first;
    const auto campaigns = must(campaignResults(connection, today));
    for (const CampaignResult &campaign : campaigns) {
        const QString code = campaign.campaign.terms.code;
        sheets.push_back({QStringLiteral("campaign-%1").arg(code), must(campaignSheet(connection, code, today))});
        if (first.isEmpty())
            first = code;
        else
            sheets.push_back({QStringLiteral("campaigns-%1").arg(code), must(comparedCampaignsSheet(connection, first, code, today))});
    }
}

/// Every chart there is, over a business as it stands.
std::vector<Named> allSheets(Connection &connection, QDate today)
{
    std::vector<Named> sheets;
    addDemand(sheets, connection, today);
    addCash(sheets, connection, today);
    addCampaigns(sheets, connection, today);
    return sheets;
}

struct Size {
    const char *name;
    DemoSize demo;
};
const Size sizes[] = {{"0", {1, 0, 0, 0}}, {"1", {1, 1, 20, 60}}, {"10", {1, 10, 60, 600}}, {"10k", {1, 10'000, 2'000, 40'000}}};

struct Look {
    const char *name;
    ThemeChoice theme;
    QSize size;
};
const Look looks[] = {{"light", ThemeChoice::Light, {1080, 560}},
                      {"dark", ThemeChoice::Dark, {1080, 560}},
                      {"large", ThemeChoice::Light, {1580, 780}}, // on a screen of 1920 by 1080
                      {"narrow", ThemeChoice::Light, {620, 360}}}; // at 200 % on a screen of 1366 by 768

} // namespace

/// Every chart over businesses of no, one, ten and ten thousand products: an empty one says what it would show, and no text
/// of the others is cut or lies on another. The pictures are kept in the folder that WAITLINE_PICTURES names.
class ChartPicturesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginUiTest(); }
    void cleanup() { applyTheme(ThemeChoice::Light); }

    void everyChartCanBeRead_data()
    {
        QTest::addColumn<int>("size");
        for (int size = 0; size < int(std::size(sizes)); ++size)
            QTest::addRow("%s products", sizes[size].name) << size;
    }
    void everyChartCanBeRead()
    {
        QFETCH(int, size);
        TestDatabase database(Location::Kind::SqliteFile);
        const DemoSize &demo = sizes[size].demo;
        if (demo.products > 0)
            must(makeDemoBusiness(database.connection(), demo, callerAt().now, {}));
        FakePrompts prompts;
        QStringList problems;
        for (const Named &each : allSheets(database.connection(), callerAt().today())) {
            QVERIFY2(!each.sheet.title.isEmpty(), qPrintable(each.name));
            QVERIFY2(!each.sheet.isEmpty() || !each.sheet.emptySentence.isEmpty(), qPrintable(each.name));
            for (const Look &look : looks) {
                applyTheme(look.theme);
                ChartFrame frame(QStringLiteral("pictured-%1").arg(each.name), each.sheet.title, prompts);
                frame.resize(look.size);
                frame.setSheet(each.sheet);
                frame.show();
                QApplication::processEvents();
                const QString name = QStringLiteral("%1-%2-%3").arg(each.name, QLatin1String(sizes[size].name), QLatin1String(look.name));
                if (!frame.isEmpty()) {
                    for (const QString &problem : spoilt(*frame.plot()) + unseenBars(*frame.plot()) + cutInTable(frame))
                        problems += name + QStringLiteral(": ") + problem;
                }
                if (const QString folder = qEnvironmentVariable("WAITLINE_PICTURES"); !folder.isEmpty())
                    QVERIFY(frame.grab().save(QDir(folder).filePath(name + QStringLiteral(".png"))));
            }
        }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
};

QTEST_MAIN(ChartPicturesTest)
#include "chartpicturestest.moc"
