#include "models/exchange/planviews.h"

#include <algorithm>
#include <cmath>

namespace waitline {

using namespace forecasting;

namespace {

/// Thousandths are enough for demand.
double rounded(double value) { return std::round(value * 1000) / 1000; }

QJsonObject backtestView(const Backtest &test)
{
    const auto share = [&](double miss) { return test.meanActual > 0 ? QJsonValue(rounded(miss / test.meanActual)) : QJsonValue(); };
    return {{"periods", test.periods},    {"mean_actual", rounded(test.meanActual)}, {"mean_absolute_error", rounded(test.meanMiss)},
            {"bias", rounded(test.bias)}, {"relative_error", share(test.meanMiss)},  {"naive_relative_error", share(test.naiveMiss)}};
}

QJsonArray list(const std::vector<StoredOverride> &overrides)
{
    QJsonArray array;
    for (const StoredOverride &each : overrides)
        array += overrideView(each);
    return array;
}

QJsonObject accuracyView(const OverrideAccuracy &accuracy)
{
    const bool isKnown = accuracy.overrides > 0 && accuracy.asked > 0;
    return {{"overrides", accuracy.overrides},
            {"relative_error", isKnown ? QJsonValue(rounded(accuracy.share())) : QJsonValue()},
            {"method_relative_error", isKnown ? QJsonValue(rounded(accuracy.methodShare())) : QJsonValue()}};
}

QJsonArray historyView(const ProductForecast &forecast)
{
    QJsonArray history;
    const std::vector<size_t> exceptions = exceptionsOf(forecast);
    for (size_t i = 0; i < forecast.history.series.values.size(); ++i) {
        const double units = forecast.history.series.values[i];
        const bool isException = std::find(exceptions.begin(), exceptions.end(), i) != exceptions.end();
        history += QJsonObject{{"period", forecast.startOfHistory(i).toString(Qt::ISODate)},
                               {"units", isMissing(units) ? QJsonValue() : QJsonValue(qint64(units))},
                               {"exception", isException}};
    }
    return history;
}

} // namespace

QJsonObject overrideView(const StoredOverride &each)
{
    return {{"override", each.id.value},
            {"from", each.first.toString(Qt::ISODate)},
            {"to", each.last.toString(Qt::ISODate)},
            {"units", each.units},
            {"method_units", rounded(each.said)},
            {"reason", each.reason},
            {"actor", each.actor},
            {"ended", each.isEnded}};
}

QJsonObject choicesView(const PlanChoices &choices, const Currency &currency)
{
    return {{"service", choices.servicePermille / 10.0},
            {"review_days", choices.reviewDays},
            {"lead_days", choices.leadDays},
            {"order_cost", currency.toDecimal(choices.orderCost)},
            {"holding", choices.holdingPermille / 10.0},
            {"budget", choices.budget ? QJsonValue(currency.toDecimal(*choices.budget)) : QJsonValue()}};
}

QJsonArray alertsView(const std::vector<BookingAlert> &alerts)
{
    QJsonArray array;
    for (const BookingAlert &each : alerts)
        array += QJsonObject{{"sku", each.sku}, {"name", each.name}, {"booked", each.booked},
                             {"low", each.low}, {"high", each.high}, {"reason", alertText(each)}};
    return array;
}

QJsonArray suggestionsView(const std::vector<StoredSuggestion> &suggestions, const StoredPlan &plan, const Currency &currency, QDate today)
{
    QJsonArray array;
    for (const StoredSuggestion &each : suggestions) {
        array += QJsonObject{{"sku", each.sku},
                             {"name", each.name},
                             {"supplier", each.supplier.isEmpty() ? QJsonValue() : QJsonValue(each.supplier)},
                             {"units", each.units},
                             {"needed", std::max(each.units, each.needed)},
                             {"drafted", each.drafted},
                             {"taken_up", each.isTakenUp},
                             {"silent_since", each.silentSince ? QJsonValue(each.silentSince->toString(Qt::ISODate)) : QJsonValue()},
                             {"unit_cost", currency.toDecimal(each.unitCost)},
                             {"cost", currency.toDecimal(each.cost())},
                             {"worth", currency.toDecimal(each.worth)},
                             {"reorder_point", each.reorderPoint},
                             {"order_up_to", each.orderUpTo},
                             {"safety_stock", each.safetyStock},
                             {"position", each.position()},
                             {"on_hand", each.onHand},
                             {"on_order", each.onOrder},
                             {"committed", each.committed},
                             {"waiting", each.waiting},
                             {"demand_per_day", double(each.demandMilli) / 1000},
                             {"lead_days", double(each.leadMilli) / 1000},
                             {"lead_spread", double(each.leadSpreadMilli) / 1000},
                             {"service_level", plan.servicePermille / 1000.0},
                             {"order_by", each.orderBy.toString(Qt::ISODate)},
                             {"method", each.method},
                             {"expected_demand", double(each.needMilli) / 1000},
                             {"demand_spread", double(each.needSpreadMilli) / 1000},
                             {"economic_quantity", each.economicUnits},
                             {"fill_rate", rounded(servedFromStock(each))},
                             {"reason", explanationOf(each, today)}};
    }
    return array;
}

QJsonObject forecastView(const ProductForecast &made)
{
    QJsonArray forecast;
    for (size_t i = 0; i < made.forecast.periods.size(); ++i) {
        const Outlook &outlook = made.forecast.periods[i];
        const Bands bands = bandsOf(outlook);
        forecast += QJsonObject{{"period", made.startOfForecast(i).toString(Qt::ISODate)},
                                {"mean", rounded(outlook.mean)},
                                {"lo80", rounded(bands.low80)},
                                {"hi80", rounded(bands.high80)},
                                {"lo95", rounded(bands.low95)},
                                {"hi95", rounded(bands.high95)}};
    }
    return {{"sku", made.sku},
            {"by", made.by == Grid::Week ? QStringLiteral("week") : QStringLiteral("month")},
            {"method", QString::fromLatin1(methodWord(made.forecast.method))},
            {"quality", qualityOf(made)},
            {"overrides", list(made.overrides.standing)},
            {"override_accuracy", accuracyView(made.overrides.accuracy)},
            {"backtest", backtestView(made.forecast.backtest)},
            {"history", historyView(made)},
            {"forecast", forecast}};
}

} // namespace waitline
