#include "ui/charts/forecastchart.h"

#include "models/tables/celltext.h"
#include "ui/charts/scale.h"
#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace waitline {

namespace {

constexpr int mostPast = 52;
constexpr double leftMargin = 40;
constexpr double bottomMargin = 22;
constexpr double topMargin = 22;
constexpr double rightMargin = 8;

// Places of the levels in the forecaster's quantiles.
constexpr size_t low95 = 0;
constexpr size_t low80 = 2;
constexpr size_t high80 = 6;
constexpr size_t high95 = 8;

} // namespace

ForecastChart::ForecastChart(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("forecastChart"));
    setAccessibleName(tr("Demand and forecast"));
    setMinimumSize(240, 180);
}

void ForecastChart::setForecast(const ProductForecast &forecast)
{
    m_forecast = forecast;
    const std::vector<double> &past = forecast.history.series.values;
    m_shownPast = int(std::min<size_t>(past.size(), mostPast));
    double most = 1;
    for (size_t i = past.size() - size_t(m_shownPast); i < past.size(); ++i)
        most = std::max(most, forecasting::isMissing(past[i]) ? 0.0 : past[i]);
    for (const forecasting::Outlook &outlook : forecast.forecast.periods)
        most = std::max(most, outlook.quantiles[high95]);
    m_end = scaleUpTo(most, 4).end;
    setAccessibleDescription(qualityOf(forecast));
    update();
}

void ForecastChart::clear()
{
    m_forecast.reset();
    setAccessibleDescription({});
    update();
}

QPointF ForecastChart::point(double at, double units) const
{
    const double periods = double(m_shownPast) + double(m_forecast->forecast.periods.size());
    const double x = leftMargin + (width() - leftMargin - rightMargin) * (at + m_shownPast + 0.5) / std::max(1.0, periods);
    const double plot = height() - topMargin - bottomMargin;
    return {x, topMargin + plot * (1 - std::clamp(units / m_end, 0.0, 1.0))};
}

void ForecastChart::paintEvent(QPaintEvent *)
{
    if (!m_forecast)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont caption = font();
    caption.setPixelSize(11);
    painter.setFont(caption);
    drawAxes(painter);
    drawBand(painter, low95, high95, 14);
    drawBand(painter, low80, high80, 26);
    drawHistory(painter);
    drawForecast(painter);
}

void ForecastChart::drawAxes(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    constexpr int steps = 4;
    for (int step = 0; step <= steps; step += 2) {
        const double units = m_end * step / steps;
        const double y = point(0, units).y();
        painter.setPen(theme.line);
        painter.drawLine(QPointF(leftMargin, y), QPointF(width() - rightMargin, y));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(0, y - 8, leftMargin - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(units, 'f', m_end < 4 && step == 2 ? 1 : 0));
    }
    const bool isWeekly = m_forecast->by == Grid::Week;
    painter.drawText(QRectF(leftMargin, 0, width() - leftMargin, topMargin - 6), Qt::AlignLeft | Qt::AlignVCenter,
                     isWeekly ? tr("Units a week") : tr("Units a month"));
    const QRectF dates(leftMargin, height() - bottomMargin + 4, width() - leftMargin - rightMargin, bottomMargin - 4);
    const size_t firstShown = m_forecast->history.series.values.size() - size_t(m_shownPast);
    painter.drawText(dates, Qt::AlignLeft, m_shownPast > 0 ? dayText(m_forecast->startOfHistory(firstShown)) : QString());
    painter.drawText(dates, Qt::AlignRight, dayText(m_forecast->startOfForecast(m_forecast->forecast.periods.size() - 1)));
    const double today = point(-0.5, 0).x();
    painter.setPen(QPen(theme.muted, 1, Qt::DotLine));
    painter.drawLine(QPointF(today, topMargin), QPointF(today, height() - bottomMargin));
    painter.setPen(theme.muted);
    painter.drawText(QRectF(today - 40, 0, 80, topMargin - 6), Qt::AlignHCenter | Qt::AlignVCenter, tr("today"));
}

void ForecastChart::drawBand(QPainter &painter, size_t low, size_t high, int percent) const
{
    const auto &periods = m_forecast->forecast.periods;
    QPolygonF band;
    for (size_t i = 0; i < periods.size(); ++i)
        band << point(double(i), periods[i].quantiles[high]);
    for (size_t i = periods.size(); i-- > 0;)
        band << point(double(i), periods[i].quantiles[low]);
    QColor colour = Theme::current().accent;
    colour.setAlphaF(float(percent) / 100);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(band);
}

void ForecastChart::drawHistory(QPainter &painter) const
{
    const std::vector<double> &past = m_forecast->history.series.values;
    QPainterPath line;
    bool isOn = false;
    for (int i = 0; i < m_shownPast; ++i) {
        const double units = past[past.size() - size_t(m_shownPast) + size_t(i)];
        if (forecasting::isMissing(units)) {
            isOn = false;
            continue;
        }
        const QPointF at = point(double(i - m_shownPast), units);
        isOn ? line.lineTo(at) : line.moveTo(at);
        isOn = true;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::current().text, 1.6));
    painter.drawPath(line);
}

void ForecastChart::drawForecast(QPainter &painter) const
{
    const auto &periods = m_forecast->forecast.periods;
    QPolygonF line;
    for (size_t i = 0; i < periods.size(); ++i)
        line << point(double(i), periods[i].mean);
    painter.setPen(QPen(Theme::current().accent, 2, Qt::DashLine));
    painter.drawPolyline(line);
}

} // namespace waitline
