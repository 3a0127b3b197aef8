#pragma once

#include "models/charts/chartsheet.h"

#include <QPainter>

namespace waitline {

/// Draws a chart sheet of bars and lines on paper: title, filter, axis and direct labels; series differ by pattern too.
class SheetPainter final {
public:
    /// `unit`: device units of a millimetre.
    SheetPainter(QPainter &painter, const ChartSheet &sheet, double unit) : m_painter(painter), m_sheet(sheet), m_mm(unit) {}

    void draw(QRectF area);
    /// The height beyond which a chart gains nothing, in millimetres; none: it takes what there is.
    [[nodiscard]] static std::optional<double> mostMm(const ChartSheet &sheet);

private:
    void drawHeading(QRectF &area);
    void drawKey(QRectF &area);
    void drawAcross(const QRectF &area);
    void drawUpwards(const QRectF &area);
    void drawGrid(const QRectF &plot, double step, double end);
    void drawBands(const QRectF &plot, double end);
    void drawBars(const QRectF &plot, double end);
    void drawLines(const QRectF &plot, double end);
    void drawLabels(const QRectF &plot, double end);
    void drawUnfinished(const QRectF &plot);
    void drawMarkLines(const QRectF &plot);
    void drawNamesAbove(const QRectF &plot);
    [[nodiscard]] QPen linePen(const ChartSeries &series) const;
    void drawNames(const QRectF &plot);
    void fill(const QRectF &part, ChartSeries::Hue hue);
    void setFont(double points, bool strong = false);
    void text(const QRectF &area, Qt::Alignment alignment, const QString &words);
    [[nodiscard]] double most() const;

    QPainter &m_painter;
    const ChartSheet &m_sheet;
    double m_mm;
};

/// The font of the report in points, in black.
void setReportFont(QPainter &painter, double points, bool strong = false);

} // namespace waitline
