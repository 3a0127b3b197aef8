#pragma once

#include "models/domain/result.h"
#include "models/forecast/forecaster.h"

#include <QString>

#include <functional>
#include <vector>

namespace waitline {

/// One series of a file of series.
struct NamedSeries {
    QString id;
    forecasting::Series series;
};

/// Reads a file with the columns id, frequency, period and value, oldest period first within each id; other columns do
/// not count. An empty value, NA or NaN is a period nobody knows about, and so is a month or week that dated periods
/// leave out. The frequency is a number of periods a year or a word such as "monthly". Errors name file, row and column.
[[nodiscard]] Result<std::vector<NamedSeries>> readSeries(const QString &path);

/// The columns of a file of forecasts: id, step, mean, q025 … q975, method.
[[nodiscard]] QStringList forecastColumns();
/// One row of it; numbers are plain decimals.
[[nodiscard]] QStringList forecastRow(const QString &id, int step, const forecasting::Forecast &forecast);

/// Forecasts every series and writes the file, which takes the place of an older one only when it is complete.
[[nodiscard]] Result<Done> writeForecasts(const QString &path, const std::vector<NamedSeries> &series, int horizon);

} // namespace waitline
