#pragma once

#include "models/services/productforecast.h"

#include <QWidget>

namespace waitline {

/// A product's demand by periods and what is expected of it: the past as a line that stops where nothing is known, today
/// marked, the forecast dashed between its 80 and 95 % bands.
class ForecastChart final : public QWidget {
    Q_OBJECT

public:
    explicit ForecastChart(QWidget *parent = nullptr);
    void setForecast(const ProductForecast &forecast);
    void clear();
    [[nodiscard]] QSize sizeHint() const override { return {340, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where period `at` (0 is the first that is forecast) and so many units stand.
    [[nodiscard]] QPointF point(double at, double units) const;
    void drawAxes(QPainter &painter) const;
    void drawBand(QPainter &painter, size_t low, size_t high, int percent) const;
    void drawHistory(QPainter &painter) const;
    void drawForecast(QPainter &painter) const;

    std::optional<ProductForecast> m_forecast;
    int m_shownPast = 0;
    double m_end = 1;
};

} // namespace waitline
