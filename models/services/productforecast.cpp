#include "models/services/productforecast.h"

#include "models/forecast/classification.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

using namespace forecasting;

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Forecast", text); }

constexpr int weeksAhead = 26;
constexpr int monthsAhead = 6;

Grid gridFor(const DemandHistory &history, ProductId product, QDate today)
{
    const std::vector<double> weeks = knownValues(history.series(product, Grid::Week, today).series.values);
    return !weeks.empty() && prefersMonths({meanOf(weeks)}) ? Grid::Month : Grid::Week;
}

QString madeFrom(Method method)
{
    switch (method) {
    case Method::Nothing: return sentence("nothing was asked for so far");
    case Method::Smoothing: return sentence("made from its level, trend and season");
    case Method::SmoothingWithYear:
    case Method::CountsByYear: return sentence("last year's pattern is repeated");
    case Method::Bookings: return sentence("made from the bookings so far");
    case Method::Counts: return sentence("made from how often and how much was asked for, the latest counting most");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<ProductForecast> productForecast(Connection &connection, const ForecastQuestion &question, QDate today)
{
    return readIn(connection, [&] {
        ProductStore products(connection);
        const ProductId id = question.product.isValid() ? question.product : products.idOfSku(question.sku);
        const auto product = id.isValid() ? products.find(id) : std::nullopt;
        if (!product)
            throw Refusal{notFound("sku", sentence("There is no product “%1”: check the SKU.").arg(question.sku))};
        const DemandHistory history(connection, id);
        ProductForecast made;
        made.product = id;
        made.sku = product->terms.sku;
        made.name = product->terms.name;
        made.by = question.by ? *question.by : gridFor(history, id, today);
        made.history = history.series(id, made.by, today);
        made.firstForecast = periodOf(toDayNumber(today), made.by);
        made.forecast =
            forecasting::forecast(made.history.series, question.periods.value_or(made.by == Grid::Week ? weeksAhead : monthsAhead));
        return made;
    });
}

QString qualityOf(const ProductForecast &forecast)
{
    const Backtest &test = forecast.forecast.backtest;
    const QString how = madeFrom(forecast.forecast.method);
    if (test.periods == 0 || test.meanActual <= 0)
        return sentence("Too little is known yet to say how good the forecast is; %1.").arg(how);
    const QString share = QLocale().toString(100 * test.meanMiss / test.meanActual, 'f', 0);
    const QString many = forecast.by == Grid::Week ? sentence("the last %1 weeks") : sentence("the last %1 months");
    const QString one = forecast.by == Grid::Week ? sentence("the last week") : sentence("the last month");
    const QString periods = test.periods == 1 ? one : many.arg(test.periods);
    return sentence("Off by %1 % on average over %2; %3.").arg(share, periods, how);
}

} // namespace waitline
