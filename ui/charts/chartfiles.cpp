#include "ui/charts/chartfiles.h"

#include "models/domain/wholefile.h"
#include "ui/charts/plot.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace waitline {

namespace {

constexpr int margin = 24;
constexpr double pictureScale = 2;
constexpr int pointsPerInch = 72;

QString tr(const char *text) { return QCoreApplication::translate("ChartFiles", text); }

Error cannotKeep(const QString &path) { return cannotWrite(path, tr("check the folder's permissions and free space")); }

/// The title and what it is narrowed to, on as many lines as they need.
class Heading final {
public:
    Heading(const Plot &plot)
        : m_sheet(plot.sheet())
        , m_width(plot.viewport()->width())
        , m_title(sized(plot.font(), 18, true))
        , m_filter(sized(plot.font(), 12))
    {}

    [[nodiscard]] int height() const
    {
        return std::max(leastHeight, titleHeight() + gapBelowTitle + heightOf(m_filter, m_sheet.filter) + gapBelow);
    }
    void draw(QPainter *painter, QPointF at) const
    {
        const Theme &theme = Theme::current();
        const auto text = [&](const QFont &font, const QColor &colour, double top, const QString &words) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(QRectF(at.x(), at.y() + top, m_width, heightOf(font, words)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                              words);
        };
        text(m_title, theme.text, 0, m_sheet.title);
        text(m_filter, theme.muted, titleHeight() + gapBelowTitle, m_sheet.filter);
    }

private:
    static constexpr int leastHeight = 64;
    static constexpr int gapBelowTitle = 4;
    static constexpr int gapBelow = 16;
    [[nodiscard]] int heightOf(const QFont &font, const QString &words) const
    {
        return QFontMetrics(font).boundingRect(QRect(0, 0, m_width, 10'000), Qt::AlignLeft | Qt::TextWordWrap, words).height();
    }
    [[nodiscard]] int titleHeight() const { return heightOf(m_title, m_sheet.title); }

    const ChartSheet &m_sheet;
    int m_width;
    QFont m_title;
    QFont m_filter;
};

QSize pictureSize(const Plot &plot)
{
    const QSize inner = plot.viewport()->size();
    return {inner.width() + 2 * margin, inner.height() + Heading(plot).height() + 2 * margin};
}

/// Pictures leave the window for paper, mail and slides: they are light, whatever the window is.
void drawLight(QPainter *painter, Plot &plot)
{
    const ThemeScope paper(Theme::light());
    plot.recolour();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->fillRect(QRect(QPoint(), pictureSize(plot)), Theme::current().raised);
    const Heading heading(plot);
    heading.draw(painter, QPointF(margin, margin));
    plot.draw(painter, QPointF(margin, margin + heading.height()));
}

void draw(QPainter *painter, Plot &plot)
{
    drawLight(painter, plot);
    plot.recolour();
}

Result<Done> commit(QSaveFile &file, bool isDrawn, const QString &path)
{
    if (!isDrawn || !commitWhole(file))
        return cannotKeep(path);
    return Done{};
}

Result<Done> savePng(Plot &plot, QSaveFile &file, const QString &path) { return commit(file, chartPicture(plot).save(&file, "PNG"), path); }

Result<Done> saveSvg(Plot &plot, QSaveFile &file, const QString &path)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&file);
    svg.setSize(pictureSize(plot));
    svg.setViewBox(QRect(QPoint(), pictureSize(plot)));
    svg.setTitle(plot.sheet().title);
    svg.setDescription(plot.sheet().filter);
    QPainter painter;
    const bool begun = painter.begin(&svg);
    if (begun)
        draw(&painter, plot);
    return commit(file, begun && painter.end(), path);
}

Result<Done> savePdf(Plot &plot, QSaveFile &file, const QString &path)
{
    QPdfWriter pdf(&file);
    pdf.setResolution(pointsPerInch);
    pdf.setPageSize(QPageSize(QSizeF(pictureSize(plot)), QPageSize::Point));
    pdf.setPageMargins({});
    pdf.setTitle(plot.sheet().title);
    pdf.setCreator(QCoreApplication::applicationName());
    QPainter painter;
    const bool begun = painter.begin(&pdf);
    if (begun)
        draw(&painter, plot);
    return commit(file, begun && painter.end(), path);
}

/// As a workbook writes them.
QString formatOf(ChartUnit unit, const Currency &currency)
{
    switch (unit) {
    case ChartUnit::Count: return QStringLiteral("#,##0");
    case ChartUnit::Number: return QStringLiteral("0");
    case ChartUnit::Amount:
        return currency.exponent == 0 ? QStringLiteral("#,##0") : QStringLiteral("#,##0.") + QString(currency.exponent, u'0');
    case ChartUnit::Share: return QStringLiteral("0.0%");
    case ChartUnit::Ratio: return QStringLiteral("0.00");
    case ChartUnit::Day: return QStringLiteral("yyyy-mm-dd");
    case ChartUnit::Week: return QStringLiteral("\"%1\" yyyy-mm-dd").arg(tr("Week of"));
    case ChartUnit::Month: return QStringLiteral("mmm yyyy");
    case ChartUnit::Text: return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString chartFileKinds()
{
    return tr("Picture, twice the size (*.png);;Drawing (*.svg);;Document (*.pdf);;Table (*.csv);;Workbook (*.xlsx)");
}

QImage chartPicture(Plot &plot)
{
    QImage image(pictureSize(plot) * pictureScale, QImage::Format_RGB32);
    image.setText(QStringLiteral("Title"), plot.sheet().title);
    image.setText(QStringLiteral("Description"), plot.sheet().filter);
    QPainter painter(&image);
    painter.scale(pictureScale, pictureScale);
    draw(&painter, plot);
    return image;
}

HeadedTable numbersOf(const ChartSheet &sheet)
{
    HeadedTable table{{sheet.title, sheet.filter}, {}, {}};
    for (const ChartColumn &column : sheet.columns) {
        const bool isText = column.unit == ChartUnit::Text;
        table.columns.push_back({columnTitle(column, sheet.currency),
                                 isText                  ? HeadedTable::Kind::Text
                                 : isOfDays(column.unit) ? HeadedTable::Kind::Day
                                                         : HeadedTable::Kind::Number,
                                 formatOf(column.unit, sheet.currency)});
    }
    for (const QVariantList &row : sheet.rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells += neutralText(row[i], sheet.columns[size_t(i)].unit, sheet.currency);
        table.rows += cells;
    }
    return table;
}

Result<Done> saveChart(Plot &plot, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"csv" || suffix == u"xlsx")
        return writeHeadedTable(path, numbersOf(plot.sheet()));
    if (suffix != u"png" && suffix != u"svg" && suffix != u"pdf")
        return invalid(QStringLiteral("file"), tr("“%1” is no kind of file a chart can be kept in: use .png, .svg, .pdf, .csv or .xlsx.")
                                                   .arg(QFileInfo(path).fileName()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    if (suffix == u"png")
        return savePng(plot, file, path);
    return suffix == u"svg" ? saveSvg(plot, file, path) : savePdf(plot, file, path);
}

} // namespace waitline
