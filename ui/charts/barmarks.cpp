#include "ui/charts/barmarks.h"

#include "ui/charts/scale.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr double gap = 8;
constexpr double keyHeight = 26; // the row that names the series
constexpr double axisHeight = 22;
constexpr double fullNameShare = .36;

QFont sized(QFont font, int pixels, bool strong = false)
{
    font.setPixelSize(pixels);
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

double valueWidth(const BarMarks &marks, double value)
{
    return value / marks.end * (marks.isAcross ? marks.plot.width() : marks.plot.height());
}

/// The part of a bar that belongs to one series.
QRectF partRect(const BarMarks &marks, int bar, double before, double value)
{
    const QRectF band = bandRect(marks.plot, marks.isAcross, bar, int(marks.data.bars.size()), marks.plot.size());
    const double from = valueWidth(marks, before);
    const double length = valueWidth(marks, value);
    if (marks.isAcross)
        return {marks.plot.left() + from, marks.plot.top() + band.height() * (bar + .17), length, band.height() * .66};
    return {marks.plot.left() + band.width() * (bar + .11), marks.plot.bottom() - from - length, band.width() * .78, length};
}

void drawKey(QPainter *painter, const BarMarks &marks)
{
    const QFontMetricsF metrics(painter->font());
    double left = marks.isAcross ? 2 : marks.plot.left();
    for (const BarSeries &series : marks.data.series) {
        const QRectF swatch(left, 4, 14, 14);
        painter->setPen(Qt::NoPen);
        painter->setBrush(patternBrush(series));
        painter->drawRoundedRect(swatch, 3, 3);
        painter->setPen(Theme::current().text);
        painter->drawText(QPointF(swatch.right() + 6, swatch.center().y() + metrics.capHeight() / 2), series.name);
        left = swatch.right() + 6 + metrics.horizontalAdvance(series.name) + 2 * gap;
    }
}

void drawName(QPainter *painter, const BarMarks &marks, int bar)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(painter->font());
    const QRectF band = bandRect(marks.plot, marks.isAcross, bar, int(marks.data.bars.size()), marks.view);
    const QString &name = marks.data.bars[size_t(bar)].name;
    painter->setPen(marks.isAcross ? theme.text : theme.muted);
    if (marks.isAcross) {
        const QRectF area(2, band.top(), marks.plot.left() - gap - 2, band.height());
        return painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, area.width()));
    }
    painter->drawText(QRectF(band.center().x() - 60, marks.plot.bottom() + 5, 120, 18), Qt::AlignHCenter | Qt::AlignTop, name);
}

/// Every so many names, so that they do not touch.
int nameStep(const BarMarks &marks)
{
    if (marks.isAcross || marks.data.bars.empty())
        return 1;
    const QFontMetricsF metrics(sized(marks.font, 11));
    double widest = 1;
    for (const Bar &bar : marks.data.bars)
        widest = std::max(widest, metrics.horizontalAdvance(bar.name));
    return std::max(1, int(std::ceil((widest + 2 * gap) / (marks.plot.width() / double(marks.data.bars.size())))));
}

/// A part's value on the part itself, where it fits; the colour behind it is made plain so that it can be read.
void drawPart(QPainter *painter, const QRectF &part, const QString &text, const BarSeries &series)
{
    const QFontMetricsF metrics(painter->font());
    const QSizeF size(metrics.horizontalAdvance(text) + 8, 14);
    if (text.isEmpty() || part.width() < size.width() + 2 || part.height() < size.height())
        return;
    const Theme &theme = Theme::current();
    QRectF label(QPointF(), size);
    label.moveCenter(part.center());
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.*series.colour);
    painter->drawRoundedRect(label, 3, 3);
    painter->setPen(theme.raised);
    painter->drawText(label, Qt::AlignCenter, text);
}

void drawBar(QPainter *painter, const BarMarks &marks, int index)
{
    const Bar &bar = marks.data.bars[size_t(index)];
    double before = 0;
    for (size_t series = 0; series < bar.parts.size(); ++series) {
        // A bar of one part says its value at its end already.
        if (bar.parts[series] > 0 && bar.parts[series] < bar.sum())
            drawPart(painter, partRect(marks, index, before, bar.parts[series]), bar.texts.value(qsizetype(series)),
                     marks.data.series[series]);
        before += bar.parts[series];
    }
    const QRectF whole = partRect(marks, index, 0, before);
    const QFontMetricsF metrics(painter->font());
    painter->setPen(Theme::current().text);
    if (marks.isAcross)
        painter->drawText(QRectF(whole.right() + 6, whole.top() - 4, 200, whole.height() + 8), Qt::AlignLeft | Qt::AlignVCenter, bar.total);
    else if (before > 0 && metrics.horizontalAdvance(bar.total) < whole.width() / .78)
        painter->drawText(QRectF(whole.center().x() - 60, whole.top() - 17, 120, 15), Qt::AlignHCenter | Qt::AlignBottom, bar.total);
}

/// What the grid's lines stand for, at the left of bars upwards.
void drawValues(QPainter *painter, const BarMarks &marks)
{
    const int steps = scaleUpTo(marks.end).ticks - 1;
    painter->setPen(Theme::current().muted);
    for (int step = 0; step <= steps; ++step) {
        const double y = marks.plot.bottom() - marks.plot.height() * step / steps;
        painter->drawText(QRectF(0, y - 10, marks.plot.left() - gap, 20), Qt::AlignRight | Qt::AlignVCenter,
                          QLocale().toString(marks.end * step / steps, 'f', 0));
    }
}

} // namespace

BarRoom roomFor(const BarChartData &data, bool isAcross, QSizeF view, const QFont &font, const QString &widestValue)
{
    const QFontMetricsF small(sized(font, 11));
    const QFontMetricsF body(sized(font, 12));
    if (!isAcross)
        return {small.horizontalAdvance(widestValue) + 2 * gap, keyHeight + 16, 12, axisHeight + 4};
    double names = 40;
    double totals = 0;
    for (const Bar &bar : data.bars) {
        names = std::max(names, body.horizontalAdvance(bar.name));
        totals = std::max(totals, small.horizontalAdvance(bar.total));
    }
    const double end = small.horizontalAdvance(widestValue) / 2 + 4;
    return {std::min(names, view.width() * fullNameShare) + gap + 2, keyHeight + axisHeight, std::max(totals + 12, end), 4};
}

QRectF bandRect(QRectF plot, bool isAcross, int bar, int bars, QSizeF view)
{
    const double band = (isAcross ? plot.height() : plot.width()) / std::max(1, bars);
    if (isAcross)
        return {0, plot.top() + band * bar, view.width(), band};
    return {plot.left() + band * bar, plot.top(), band, view.height() - plot.top()};
}

QBrush patternBrush(const BarSeries &series)
{
    const QColor colour = Theme::current().*series.colour;
    if (series.pattern == Qt::SolidPattern)
        return colour;
    constexpr int tile = 8;
    QPixmap pixmap(tile, tile);
    pixmap.fill(colour);
    QPainter painter(&pixmap);
    QColor cut = Theme::current().raised;
    cut.setAlphaF(.55f);
    painter.fillRect(pixmap.rect(), QBrush(cut, series.pattern));
    return QBrush(colour, pixmap);
}

void drawBarMarks(QPainter *painter, const BarMarks &marks)
{
    if (marks.data.bars.empty())
        return;
    painter->save();
    painter->setFont(sized(marks.font, 12));
    drawKey(painter, marks);
    const auto count = int(marks.data.bars.size());
    painter->setFont(sized(marks.font, marks.isAcross ? 12 : 11));
    for (int bar = 0, step = nameStep(marks); bar < count; bar += step)
        drawName(painter, marks, bar);
    painter->setFont(sized(marks.font, 11));
    if (!marks.isAcross)
        drawValues(painter, marks);
    for (int bar = 0; bar < count; ++bar)
        drawBar(painter, marks, bar);
    painter->restore();
}

void drawCurrent(QPainter *painter, const BarMarks &marks, int bar)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::current().accent, 2));
    painter->setBrush(Qt::NoBrush);
    const QRectF band = bandRect(marks.plot, marks.isAcross, bar, int(marks.data.bars.size()), marks.view);
    painter->drawRoundedRect(band.adjusted(1, 1, -1, -1), 4, 4);
    painter->restore();
}

void drawBubble(QPainter *painter, const BarMarks &marks, int bar)
{
    const Theme &theme = Theme::current();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(sized(marks.font, 12));
    const QString &words = marks.data.bars[size_t(bar)].words;
    const QRectF text =
        QFontMetricsF(painter->font()).boundingRect(QRectF(0, 0, std::min(360.0, marks.view.width() - 40), 400), Qt::TextWordWrap, words);
    QRectF bubble(0, 0, text.width() + 20, text.height() + 14);
    const QRectF whole = partRect(marks, bar, 0, marks.data.bars[size_t(bar)].sum());
    bubble.moveTo(marks.isAcross ? QPointF(std::min(whole.right(), marks.plot.center().x()) - bubble.width() / 2, whole.bottom() + 8)
                                 : QPointF(whole.center().x() - bubble.width() / 2, whole.top() - bubble.height() - 24));
    if (marks.isAcross && bubble.bottom() > marks.view.height() - 4)
        bubble.moveBottom(whole.top() - 8);
    bubble.moveLeft(std::clamp(bubble.left(), 4.0, std::max(4.0, marks.view.width() - bubble.width() - 4)));
    bubble.moveTop(std::max(4.0, bubble.top()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.text);
    painter->drawRoundedRect(bubble, 6, 6);
    painter->setPen(theme.raised);
    painter->drawText(bubble.adjusted(10, 7, -10, -7), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, words);
    painter->restore();
}

void drawHeading(QPainter *painter, const QRectF &area, const QString &title, const QString &subtitle, const QFont &font)
{
    const Theme &theme = Theme::current();
    painter->setPen(theme.text);
    painter->setFont(sized(font, 18, true));
    const QString shown = QFontMetricsF(painter->font()).elidedText(title, Qt::ElideRight, area.width());
    painter->drawText(QRectF(area.left(), area.top(), area.width(), 26), Qt::AlignLeft | Qt::AlignVCenter, shown);
    painter->setPen(theme.muted);
    painter->setFont(sized(font, 12));
    const QString below = QFontMetricsF(painter->font()).elidedText(subtitle, Qt::ElideRight, area.width());
    painter->drawText(QRectF(area.left(), area.top() + 28, area.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, below);
}

} // namespace waitline
