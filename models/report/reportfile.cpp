// The monthly report drawn on paper.
#include "models/report/monthlyreport.h"

#include "models/domain/wholefile.h"
#include "models/exchange/exportsheet.h"
#include "models/report/sheetpainter.h"
#include "models/report/wrappedtext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <span>

namespace waitline {

namespace {

constexpr int dotsPerInch = 300;
constexpr double mmPerInch = 25.4;
constexpr double marginMm = 16;
constexpr double lineMm = 5.2;
constexpr double chartMm = 74; // at least
constexpr double mostChartMm = 118;
constexpr double gapMm = 7;

QString tr(const char *text) { return QCoreApplication::translate("MonthlyReport", text); }

/// One report on its pages.
class ReportPages final {
public:
    ReportPages(QPdfWriter &device, QPainter &painter) : m_device(device), m_painter(painter), m_mm(device.logicalDpiX() / mmPerInch)
    {
        m_size = QSizeF(m_painter.viewport().size());
    }

    void draw(const MonthlyReport &report)
    {
        setReportFont(m_painter, 18, true);
        line(report.title, 9);
        setReportFont(m_painter, 9);
        m_painter.setPen(QColor(0x58, 0x61, 0x6F));
        line(report.subtitle, 9);
        drawSections(report.sections);
        drawCharts(report.charts);
        drawFoot();
    }

private:
    void line(const QString &words, double heightMm)
    {
        m_painter.drawText(QRectF(0, m_y, m_size.width(), heightMm * m_mm), Qt::AlignLeft | Qt::AlignTop, words);
        m_y += heightMm * m_mm;
    }

    [[nodiscard]] QFontMetricsF metrics() const { return {m_painter.font(), m_painter.device()}; }

    /// Two beside each other.
    void drawSections(const std::vector<ReportSection> &sections)
    {
        const double width = (m_size.width() - gapMm * m_mm) / 2;
        for (size_t i = 0; i < sections.size(); i += 2) {
            double lowest = 0;
            for (size_t j = i; j < std::min(i + 2, sections.size()); ++j)
                lowest = std::max(lowest, drawSection(sections[j], (width + gapMm * m_mm) * double(j - i), width));
            m_y += lowest + gapMm * m_mm;
        }
    }

    double drawSection(const ReportSection &section, double left, double width)
    {
        double y = m_y;
        setReportFont(m_painter, 11, true);
        m_painter.drawText(QRectF(left, y, width, 6 * m_mm), Qt::AlignLeft | Qt::AlignVCenter, section.heading);
        y += 6 * m_mm;
        setReportFont(m_painter, 7.5);
        m_painter.setPen(QColor(0x58, 0x61, 0x6F));
        m_painter.drawText(QRectF(left, y, width, 5 * m_mm), Qt::AlignLeft | Qt::AlignTop, section.note);
        y += 5 * m_mm;
        const bool hasBefore = std::any_of(section.figures.begin(), section.figures.end(),
                                           [](const ReportFigure &figure) { return !figure.before.isEmpty(); });
        const double column = hasBefore ? width * .24 : 0;
        setReportFont(m_painter, 8, true);
        double values = 0;
        for (const ReportFigure &figure : section.figures)
            values = std::max(values, metrics().horizontalAdvance(figure.value));
        const double names = width - column - values - 2 * m_mm;
        for (const ReportFigure &figure : section.figures) {
            m_painter.setPen(QPen(QColor(0xDD, 0xE1, 0xE7), .2 * m_mm));
            m_painter.drawLine(QPointF(left, y), QPointF(left + width, y));
            setReportFont(m_painter, 8);
            drawWrapped(m_painter, QRectF(left, y, names, lineMm * m_mm), Qt::AlignLeft | Qt::AlignVCenter, figure.name, 8);
            setReportFont(m_painter, 8);
            m_painter.setPen(QColor(0x58, 0x61, 0x6F));
            m_painter.drawText(QRectF(left + width - column, y, column, lineMm * m_mm), Qt::AlignRight | Qt::AlignVCenter, figure.before);
            setReportFont(m_painter, 8, true);
            m_painter.drawText(QRectF(left + width - column - values, y, values, lineMm * m_mm), Qt::AlignRight | Qt::AlignVCenter,
                               figure.value);
            y += lineMm * m_mm;
        }
        return y - m_y;
    }

    /// On pages that are all filled alike: none ends half empty because the last chart stands alone.
    void drawCharts(const std::vector<ChartSheet> &charts)
    {
        for (size_t next = 0; next < charts.size();) {
            const std::span<const ChartSheet> left(charts.begin() + std::ptrdiff_t(next), charts.end());
            const size_t fit = howManyFit(left, roomMm());
            if (fit == 0) {
                beginPage();
                continue;
            }
            size_t pages = 0;
            for (size_t placed = 0; placed < left.size(); ++pages)
                placed += std::max<size_t>(1, howManyFit(left.subspan(placed), m_page == 1 && pages == 0 ? roomMm() : wholePageMm()));
            const size_t here = m_page == 1 ? fit : std::min(fit, (left.size() + pages - 1) / pages);
            drawPage(left.first(here));
            next += here;
            if (next < charts.size())
                beginPage();
        }
    }

    [[nodiscard]] static double leastMm(const ChartSheet &chart)
    {
        return std::min(chartMm, SheetPainter::mostMm(chart).value_or(chartMm) + gapMm);
    }

    [[nodiscard]] static size_t howManyFit(std::span<const ChartSheet> charts, double room)
    {
        size_t fit = 0;
        while (fit < charts.size() && (room -= leastMm(charts[fit])) >= 0)
            ++fit;
        return fit;
    }

    /// What a few bars across leave over is the other charts'.
    void drawPage(std::span<const ChartSheet> charts)
    {
        double room = roomMm();
        size_t growing = 0;
        for (const ChartSheet &chart : charts) {
            const bool grows = leastMm(chart) >= chartMm;
            growing += grows;
            room -= grows ? 0 : leastMm(chart);
        }
        const double each = growing > 0 ? std::min(mostChartMm, room / double(growing)) : 0;
        for (const ChartSheet &chart : charts)
            drawChart(chart,
                      leastMm(chart) < chartMm ? leastMm(chart) : std::min(each, SheetPainter::mostMm(chart).value_or(each) + gapMm));
    }

    [[nodiscard]] double wholePageMm() const { return m_size.height() / m_mm - gapMm; }
    [[nodiscard]] double roomMm() const { return m_size.height() / m_mm - m_y / m_mm - gapMm; }

    void beginPage()
    {
        drawFoot();
        m_device.newPage();
        ++m_page;
        m_y = 0;
    }

    void drawChart(const ChartSheet &chart, double heightMm)
    {
        SheetPainter(m_painter, chart, m_mm).draw(QRectF(0, m_y, m_size.width(), (heightMm - gapMm) * m_mm));
        m_y += heightMm * m_mm;
    }

    void drawFoot()
    {
        setReportFont(m_painter, 7.5);
        m_painter.setPen(QColor(0x58, 0x61, 0x6F));
        m_painter.drawText(QRectF(0, m_size.height() - 5 * m_mm, m_size.width(), 5 * m_mm), Qt::AlignRight | Qt::AlignBottom,
                           tr("Page %1").arg(m_page));
    }

    QPdfWriter &m_device;
    QPainter &m_painter;
    double m_mm;
    QSizeF m_size;
    double m_y = 0;
    int m_page = 1;
};

} // namespace

Result<Done> writeReport(const MonthlyReport &report, const QString &path)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return refused(QStringLiteral("file"), tr("The report is drawn by a call of its own: waitlinectl report FILE.pdf."));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    QPdfWriter pdf(&file);
    pdf.setResolution(dotsPerInch);
    pdf.setPageLayout(
        {QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter});
    pdf.setTitle(report.title);
    pdf.setCreator(QCoreApplication::applicationName());
    QPainter painter;
    const bool isBegun = painter.begin(&pdf);
    if (isBegun)
        ReportPages(pdf, painter).draw(report);
    if (!isBegun || !painter.end() || !commitWhole(file))
        return cannotWrite(path, tr("check the folder's permissions and free space"));
    return Done{};
}

} // namespace waitline
