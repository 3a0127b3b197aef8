#pragma once

#include "models/domain/result.h"
#include "models/forecast/buying.h"
#include "models/forecast/forecaster.h"
#include "models/services/demandhistory.h"
#include "models/services/overrideservice.h"

namespace waitline {

class Connection;

/// What a forecast of one product is asked for.
struct ForecastQuestion {
    ProductId product; ///< where it is not valid, the SKU tells it
    QString sku;
    std::optional<Grid> by; ///< none: that of the plan
    std::optional<int> periods; ///< none: half a year
};

/// A product's past and what is expected of it.
struct ProductForecast {
    ProductId product;
    QString sku;
    QString name;
    Grid by = Grid::Week;
    ProductDemandSeries history;
    forecasting::Forecast methods; ///< as the methods make it; its first period is the one that is running
    forecasting::Forecast forecast; ///< with what somebody knows better
    forecasting::DaysAhead ahead; ///< the same from today on
    Overrides overrides;
    forecasting::BuyingTerms terms;
    forecasting::StockPosition stock;
    std::optional<Units> editionLeft; ///< what its edition may still give beyond what is there and coming
    [[nodiscard]] QDate startOfHistory(size_t period) const { return startOf(history.firstPeriod + qint64(period), by); }
    [[nodiscard]] QDate startOfForecast(size_t period) const { return startOf(firstForecast + qint64(period), by); }
    qint64 firstForecast = 0;
    double soFar = 0; ///< what was asked for in the running period, up to today
    std::optional<QDate> lastAsked; ///< the last day something was asked for
    double shareGone = 0; ///< of the running period, today counted
};

/// Reads a product's demand and forecasts it; takes some milliseconds.
[[nodiscard]] Result<ProductForecast> productForecast(Connection &connection, const ForecastQuestion &question, QDate today);

/// The same inside a transaction. Throws Refusal and StoreError.
[[nodiscard]] ProductForecast readProductForecast(Connection &connection, const ForecastQuestion &question, QDate today);

/// A question put to a forecast: what if a campaign lifted demand, and being short of a unit cost so much?
struct DemandWhatIf {
    double lift = 1; ///< times the demand
    std::optional<Money> costOfShort; ///< none: the plan's service target
};
struct WhatIfAnswer {
    forecasting::Forecast forecast;
    double serviceLevel = 0;
    forecasting::Buying buying;
};
/// Answers at once: nothing is read.
[[nodiscard]] WhatIfAnswer answerOf(const ProductForecast &forecast, const DemandWhatIf &question);

/// The places in its history of amounts so large that the forecast takes them for exceptions, oldest first.
[[nodiscard]] std::vector<size_t> exceptionsOf(const ProductForecast &forecast);

/// How good the forecast has been and what it is made from, in words: "Off by 18 % on average over the last 12 weeks; last
/// year's pattern repeats." With the exceptions it does not count on.
[[nodiscard]] QString qualityOf(const ProductForecast &forecast);

} // namespace waitline
