#include "ui/charts/chartfiles.h"

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
constexpr int headingHeight = 64;
constexpr double pictureScale = 2;
constexpr int pointsPerInch = 72;

QString tr(const char *text) { return QCoreApplication::translate("ChartFiles", text); }

Error cannotKeep(const QString &path) { return cannotWrite(path, tr("check the folder's permissions and free space")); }

QSize pictureSize(const Plot &plot)
{
    const QSize inner = plot.viewport()->size();
    return {inner.width() + 2 * margin, inner.height() + headingHeight + 2 * margin};
}

void drawHeading(QPainter *painter, const QRectF &area, const ChartSheet &sheet, const QFont &font)
{
    const Theme &theme = Theme::current();
    const auto line = [&](const QString &text, double top, double height) {
        painter->drawText(QRectF(area.left(), area.top() + top, area.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetricsF(painter->font()).elidedText(text, Qt::ElideRight, area.width()));
    };
    painter->setPen(theme.text);
    painter->setFont(sized(font, 18, true));
    line(sheet.title, 0, 26);
    painter->setPen(theme.muted);
    painter->setFont(sized(font, 12));
    line(sheet.filter, 28, 18);
}

/// Pictures leave the window for paper, mail and slides: they are light, whatever the window is.
void drawLight(QPainter *painter, Plot &plot)
{
    const ThemeScope paper(Theme::light());
    plot.recolour();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->fillRect(QRect(QPoint(), pictureSize(plot)), Theme::current().raised);
    drawHeading(painter, QRectF(margin, margin, plot.viewport()->width(), headingHeight), plot.sheet(), plot.font());
    plot.draw(painter, QPointF(margin, margin + headingHeight));
}

void draw(QPainter *painter, Plot &plot)
{
    drawLight(painter, plot);
    plot.recolour();
}

Result<Done> commit(QSaveFile &file, bool isDrawn, const QString &path)
{
    if (!isDrawn || !file.commit())
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
        table.columns.push_back({column.title, isText                          ? HeadedTable::Kind::Text
                                               : column.unit == ChartUnit::Day ? HeadedTable::Kind::Day
                                                                               : HeadedTable::Kind::Number});
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
