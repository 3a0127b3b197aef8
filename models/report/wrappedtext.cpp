#include "models/report/wrappedtext.h"

#include "models/report/sheetpainter.h"

#include <QFontMetricsF>

namespace waitline {

namespace {

constexpr double leastPoints = 5.5;
constexpr double fewerPoints = .5;

/// Between words, and within a word that is longer than the line.
int flagsFor(const QFontMetricsF &metrics, const QString &words, double width)
{
    for (const QString &word : words.split(u' ')) {
        if (metrics.horizontalAdvance(word) > width)
            return Qt::TextWrapAnywhere;
    }
    return Qt::TextWordWrap;
}

QSizeF sizeOf(const QFontMetricsF &metrics, const QString &words, double width)
{
    constexpr double high = 1e6;
    return metrics.boundingRect(QRectF(0, 0, width, high), flagsFor(metrics, words, width), words).size();
}

QFontMetricsF metricsOf(QPainter &painter, double points, bool strong)
{
    setReportFont(painter, points, strong);
    return {painter.font(), painter.device()};
}

} // namespace

double wrappedHeight(QPainter &painter, const QString &words, double width, double points)
{
    return sizeOf(metricsOf(painter, points, false), words, width).height();
}

void drawWrapped(QPainter &painter, const QRectF &area, Qt::Alignment alignment, const QString &words, double points, bool strong)
{
    const QPen pen = painter.pen();
    for (double size = points; size >= leastPoints; size -= fewerPoints) {
        const QFontMetricsF metrics = metricsOf(painter, size, strong);
        if (sizeOf(metrics, words, area.width()).height() > area.height())
            continue;
        painter.setPen(pen);
        return painter.drawText(area, int(alignment) | flagsFor(metrics, words, area.width()), words);
    }
    const QFontMetricsF metrics = metricsOf(painter, points, strong);
    painter.setPen(pen);
    painter.drawText(area, int(alignment), metrics.elidedText(words, Qt::ElideRight, area.width()));
}

} // namespace waitline
