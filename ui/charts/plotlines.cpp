// Which line of a point is meant, where each stands for orders of its own.
#include "ui/charts/plot.h"

#include <cmath>
#include <limits>

namespace waitline {

/// The line that is meant at a point: the one chosen, or the first that has orders there.
int Plot::lineAt(int point) const
{
    const auto &lines = m_sheet.points[size_t(point)].behindLines;
    if (size_t(m_line) < lines.size() && lines[size_t(m_line)])
        return m_line;
    for (size_t line = 0; line < lines.size(); ++line) {
        if (lines[line])
            return int(line);
    }
    return -1;
}

int Plot::nearestLine(int point, QPointF position) const
{
    const auto &lines = m_sheet.points[size_t(point)].behindLines;
    const PlotGround here = ground();
    double least = std::numeric_limits<double>::max();
    int nearest = 0;
    for (size_t line = 0; line < lines.size(); ++line) {
        const std::optional<double> value = m_sheet.series[line].values[size_t(point)];
        if (!lines[line] || !value)
            continue;
        const double distance = std::abs(here.plot.bottom() - here.along(*value) - position.y());
        if (distance < least) {
            least = distance;
            nearest = int(line);
        }
    }
    return nearest;
}

void Plot::setCurrentLine(int series)
{
    m_line = std::max(0, series);
    viewport()->update();
}

/// To the next line above or below that has orders at the current point.
bool Plot::stepLine(int by)
{
    if (m_current < 0 || m_sheet.points[size_t(m_current)].behindLines.empty())
        return false;
    const auto &lines = m_sheet.points[size_t(m_current)].behindLines;
    for (int line = lineAt(m_current) + by; line >= 0 && line < int(lines.size()); line += by) {
        if (lines[size_t(line)]) {
            setCurrentLine(line);
            break;
        }
    }
    return true;
}

std::optional<BehindQuestion> Plot::behind(int point) const
{
    const ChartPoint &at = m_sheet.points[size_t(point)];
    const int line = lineAt(point);
    return line < 0 ? at.behind : at.behindLines[size_t(line)];
}

} // namespace waitline
