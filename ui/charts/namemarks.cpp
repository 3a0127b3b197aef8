#include "ui/charts/plotmarks.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace waitline {

namespace {

constexpr double gap = 8;
constexpr double lineHeight = 18;
constexpr double secondLine = 13;
constexpr int usualPixels = 11;
constexpr int leastPixels = 9;
/// So few points are categories of which each is to be named.
constexpr int mostNamed = 13;

/// How many words fit a line.
qsizetype wordsThatFit(const QStringList &words, const QFontMetricsF &metrics, double width)
{
    QString first = words.front();
    qsizetype taken = 1;
    while (taken < words.size() && metrics.horizontalAdvance(first + u' ' + words[taken]) <= width)
        first += u' ' + words[taken++];
    return taken;
}

QStringList brokenAfter(const QStringList &words, qsizetype taken)
{
    const QString first = words.first(taken).join(u' ');
    return taken < words.size() ? QStringList{first, words.mid(taken).join(u' ')} : QStringList{first};
}

/// The words that fit a line, and the rest on a second one.
QStringList twoLines(const QString &name, const QFontMetricsF &metrics, double width)
{
    const QStringList words = name.split(u' ');
    return brokenAfter(words, wordsThatFit(words, metrics, width));
}

/// At the left of its bar, on two lines where there is room for them.
void drawNameAcross(QPainter *painter, const QRectF &area, const QString &name)
{
    const QFontMetricsF metrics(painter->font());
    const double line = metrics.height();
    const bool isRoomy = area.height() >= 2 * line;
    QStringList lines = name.split(u'\n');
    if (!isRoomy) {
        // Each of two names has its half, so that both begin.
        for (QString &each : lines)
            each = metrics.elidedText(each, Qt::ElideRight, area.width() / double(lines.size()) - 2);
        lines = {lines.join(u' ')};
    } else if (lines.size() == 1)
        lines = twoLines(name, metrics, area.width());
    const double top = area.center().y() - line * double(lines.size()) / 2;
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter->drawText(QRectF(area.left(), top + line * double(i), area.width(), line), Qt::AlignRight | Qt::AlignVCenter,
                          metrics.elidedText(lines[i], Qt::ElideRight, area.width()));
}

void drawNamesAcross(QPainter *painter, const PlotGround &ground)
{
    painter->setFont(sized(ground.font, 12));
    painter->setPen(Theme::current().text);
    const double height = QFontMetricsF(painter->font()).height();
    const int step = std::max(1, int(std::ceil(height * ground.window.count / ground.plot.height())));
    for (int i = 0; i < ground.window.count; i += step) {
        const int point = ground.window.first + i;
        const QRectF band = ground.band(point);
        drawNameAcross(painter, QRectF(2, band.top(), ground.plot.left() - gap - 2, band.height()),
                       ground.sheet.points[size_t(point)].name);
    }
}

/// Whether all names stand on two lines within their places.
bool fitOnTwoLines(const ChartSheet &sheet, ChartWindow window, double place, const QFontMetricsF &metrics)
{
    for (const QStringList &lines : brokenNames(sheet, window, metrics, place)) {
        for (const QString &line : lines) {
            if (metrics.horizontalAdvance(line) > place)
                return false;
        }
    }
    return true;
}

} // namespace

std::vector<QStringList> brokenNames(const ChartSheet &sheet, ChartWindow window, const QFontMetricsF &metrics, double width)
{
    std::vector<QStringList> names;
    bool areAlike = true;
    qsizetype taken = std::numeric_limits<qsizetype>::max();
    for (int i = 0; i < window.count; ++i) {
        names.push_back(sheet.points[size_t(window.first + i)].name.split(u' '));
        areAlike = areAlike && names.back().size() == names.front().size();
        taken = std::min(taken, wordsThatFit(names.back(), metrics, width));
    }
    for (QStringList &name : names)
        name = brokenAfter(name, areAlike ? taken : wordsThatFit(name, metrics, width));
    return names;
}

NameFit fitNames(const ChartSheet &sheet, ChartWindow window, double width, const QFont &font)
{
    constexpr double leastPlace = .01; // of one among very many points
    const double place = width / std::max(1, window.count);
    const QFontMetricsF usual(sized(font, usualPixels));
    double widest = 1;
    for (int i = 0; i < window.count; ++i)
        widest = std::max(widest, usual.horizontalAdvance(sheet.points[size_t(window.first + i)].name));
    const int step = std::max(1, int(std::ceil((widest + 2 * gap) / std::max(leastPlace, place))));
    if (step == 1 || window.count > mostNamed)
        return {step, 1, usualPixels};
    for (int pixels = usualPixels; pixels >= leastPixels; --pixels) {
        if (fitOnTwoLines(sheet, window, place - gap / 2, QFontMetricsF(sized(font, pixels))))
            return {1, 2, pixels};
    }
    return {step, 1, usualPixels};
}

void drawNames(QPainter *painter, const PlotGround &ground)
{
    if (ground.isAcross())
        return drawNamesAcross(painter, ground);
    const NameFit fit = fitNames(ground.sheet, ground.window, ground.plot.width(), ground.font);
    painter->setFont(sized(ground.font, fit.pixels));
    painter->setPen(Theme::current().muted);
    const QFontMetricsF metrics(painter->font());
    const double place = ground.plot.width() / std::max(1, ground.window.count) - gap / 2;
    std::vector<QStringList> broken;
    if (fit.lines > 1)
        broken = brokenNames(ground.sheet, ground.window, metrics, place);
    for (int i = 0; i < ground.window.count; i += fit.step) {
        const int point = ground.window.first + i;
        const QRectF band = ground.band(point);
        const QStringList lines = fit.lines > 1 ? broken[size_t(i)] : QStringList{ground.sheet.points[size_t(point)].name};
        for (qsizetype line = 0; line < lines.size(); ++line) {
            // Below its point, but for the first and the last: they stay within the picture.
            const double width = metrics.horizontalAdvance(lines[line]) + 1;
            const double left = std::clamp(band.center().x() - width / 2, 0.0, std::max(0.0, ground.view.width() - width));
            painter->drawText(QRectF(left, ground.plot.bottom() + 4 + secondLine * double(line), width, lineHeight),
                              Qt::AlignHCenter | Qt::AlignTop, lines[line]);
        }
    }
}

} // namespace waitline
