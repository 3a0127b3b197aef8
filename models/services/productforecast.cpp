#include "models/services/productforecast.h"

#include "models/domain/daytext.h"
#include "models/forecast/adjusted.h"
#include "models/forecast/classification.h"
#include "models/services/expecteddemand.h"
#include "models/services/planinputs.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

using namespace forecasting;

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Forecast", text); }

constexpr int weeksAhead = 26;
constexpr int monthsAhead = 6;

QString madeFrom(Method method)
{
    switch (method) {
    case Method::Nothing: return sentence("nothing was asked for so far");
    case Method::Smoothing: return sentence("made from its level, trend and season");
    case Method::SmoothingWithYear: return sentence("made from its level and trend, and last year's pattern is repeated");
    case Method::Blend: return sentence("made from its level and trend and from what was asked for lately, each as far as it was right");
    case Method::BlendByYear:
        return sentence("made from its level and trend and from what was asked for lately and at this time of other years, "
                        "each as far as it was right");
    case Method::CountsByYear: return sentence("made from what was asked for lately and at this time of other years");
    case Method::Bookings: return sentence("made from the bookings so far");
    case Method::CountsByCategory: return sentence("made from its level, with the year's course of its category");
    case Method::Launch: return sentence("made from how similar products began, and its own first sales");
    case Method::LaunchAndOwn:
        return sentence("made from how similar products went on at its age, and from its own sales, which count more from week to week");
    case Method::Counts: return sentence("made from how often and how much was asked for, the latest counting most");
    }
    Q_UNREACHABLE();
}

} // namespace

ProductForecast readProductForecast(Connection &connection, const ForecastQuestion &question, QDate today)
{
    ProductStore products(connection);
    const ProductId id = question.product.isValid() ? question.product : products.idOfSku(question.sku);
    const auto product = id.isValid() ? products.find(id) : std::nullopt;
    if (!product)
        throw Refusal{notFound("sku", sentence("There is no product “%1”: check the SKU.").arg(question.sku))};
    const DemandHistory history(connection, {id, {}});
    ProductForecast made;
    made.product = id;
    made.sku = product->terms.sku;
    made.name = product->terms.name;
    made.by = question.by ? *question.by : planGrid(connection, today);
    made.history = history.series(id, made.by, today);
    made.firstForecast = periodOf(toDayNumber(today), made.by);
    const QDate begun = made.startOfForecast(0);
    made.soFar = history.unitsBetween(id, begun, today);
    made.lastAsked = history.lastAsked(id);
    made.shareGone = double(begun.daysTo(today) + 1) / double(begun.daysTo(made.startOfForecast(1)));
    made.terms = buyingTerms(connection, id);
    made.stock = {product->stock.onHand, product->stock.onOrder, product->stock.committed()};
    if (product->terms.editionSize)
        made.editionLeft = *product->terms.editionSize - product->stock.shipped - product->stock.onHand - product->stock.onOrder;
    Kin kin;
    if (asksKin(made.history) && !product->terms.category.isEmpty())
        kin = kinOf(DemandHistory(connection, {{}, product->terms.category}),
                    PlanInputStore(connection).productsOf(product->terms.category), made.by, today);
    const int usual = std::max(made.by == Grid::Week ? weeksAhead : monthsAhead, periodsToForecast(made.terms, today, made.by));
    const int periods = question.periods.value_or(usual);
    made.methods = methodForecast(made.history, kin, made.by, std::max(periods, usual));
    if (made.methods.method == Method::Launch || made.methods.method == Method::LaunchAndOwn)
        made.methods.backtest = backtestOfYoung(made.history, kin, made.by);
    made.overrides = readOverrides(connection, id, today);
    const SaidMiss miss = missOf(made.overrides.accuracy);
    made.ahead = daysAhead(made.methods, made.overrides.standing, miss, today, made.by);
    made.methods.periods.resize(size_t(periods));
    made.methods.totals.resize(size_t(periods));
    made.forecast = withOverrides(made.methods, made.overrides.standing, miss, made.firstForecast, made.by);
    return made;
}

Result<ProductForecast> productForecast(Connection &connection, const ForecastQuestion &question, QDate today)
{
    return readIn(connection, [&] { return readProductForecast(connection, question, today); });
}

WhatIfAnswer answerOf(const ProductForecast &forecast, const DemandWhatIf &question)
{
    WhatIfAnswer answer;
    answer.forecast = question.lift == 1.0 ? forecast.forecast : lifted(forecast.forecast, question.lift);
    BuyingTerms terms = forecast.terms;
    if (question.costOfShort)
        terms.serviceLevel = serviceFor(terms, double(*question.costOfShort));
    answer.serviceLevel = terms.serviceLevel;
    DaysAhead ahead = forecast.ahead;
    if (question.lift != 1.0)
        ahead.forecast = lifted(std::move(ahead.forecast), question.lift);
    answer.buying = toBuy(ahead, terms, forecast.stock);
    if (forecast.editionLeft)
        answer.buying = limitedTo(answer.buying, *forecast.editionLeft, terms, forecast.stock.units());
    return answer;
}

std::vector<size_t> exceptionsOf(const ProductForecast &forecast)
{
    const std::vector<double> &past = forecast.history.series.values;
    // Giants count from the first period with demand on.
    const size_t before = past.size() - cleaned(forecast.history.series).values.size();
    std::vector<size_t> places;
    for (const Giant &giant : forecast.methods.giants)
        places.push_back(before + giant.period);
    return places;
}

namespace {

QString accuracyTextOf(const ProductForecast &forecast)
{
    const Forecast &made = forecast.forecast;
    const Backtest &test = made.backtest;
    QString how = madeFrom(made.method);
    if (forecast.lastAsked && made.goingOn < likelyEnded)
        how = sentence("nothing sold since %1, so it has probably ended").arg(dayText(*forecast.lastAsked));
    if (test.periods == 0)
        return sentence("Too little is known yet to say how good the forecast is; %1.").arg(how);
    const QString many = forecast.by == Grid::Week ? sentence("the last %1 weeks") : sentence("the last %1 months");
    const QString one = forecast.by == Grid::Week ? sentence("the last week") : sentence("the last month");
    const QString periods = test.periods == 1 ? one : many.arg(test.periods);
    const QLocale locale;
    if (test.meanActual <= 0) // a share of nothing tells nothing
        return sentence("Off by %1 units on average over %2, in which nothing was asked for; %3.")
            .arg(locale.toString(test.meanMiss, 'f', 1), periods, how);
    const QString share = locale.toString(100 * test.meanMiss / test.meanActual, 'f', 0);
    return sentence("Off by %1 % on average over %2; %3.").arg(share, periods, how);
}

QString exceptionsText(const ProductForecast &forecast)
{
    const std::vector<size_t> places = exceptionsOf(forecast);
    if (places.empty())
        return {};
    const double units = forecast.history.series.values[places.back()];
    const QString start = dayText(forecast.startOfHistory(places.back()));
    const QString last = (forecast.by == Grid::Week ? sentence("%1 units in the week from %2 are taken for an exception")
                                                    : sentence("%1 units in the month from %2 are taken for an exception"))
                             .arg(QLocale().toString(units, 'f', 0), start);
    if (places.size() == 1)
        return sentence("%1.").arg(last);
    return places.size() == 2 ? sentence("%1, and another amount before.").arg(last)
                              : sentence("%1, and %2 other amounts before.").arg(last).arg(places.size() - 1);
}

} // namespace

QString qualityOf(const ProductForecast &forecast)
{
    const QString exceptions = exceptionsText(forecast);
    return exceptions.isEmpty() ? accuracyTextOf(forecast) : accuracyTextOf(forecast) + u' ' + exceptions;
}

} // namespace waitline
