#include "models/exchange/campaignviews.h"

#include "models/exchange/jsonparts.h"

namespace waitline {

using namespace json;

namespace {

QJsonValue share(const std::optional<double> &value) { return value ? QJsonValue(*value) : QJsonValue(); }

QJsonValue paceView(const std::optional<DailyPace> &pace)
{
    if (!pace)
        return {};
    return QJsonObject{{"from", day(pace->first)}, {"to", day(pace->last)}, {"units", pace->units}, {"per_day", pace->perDay()}};
}

} // namespace

QJsonObject campaignView(const CampaignResult &result, const Currency &currency)
{
    const CampaignTerms &terms = result.campaign.terms;
    const auto cost = result.costPerUnit();
    return {{"code", terms.code},
            {"name", terms.name},
            {"from", day(terms.first)},
            {"to", day(terms.last)},
            {"products", QJsonArray::fromStringList(terms.skus)},
            {"budget", currency.toDecimal(terms.budget)},
            {"edition", number(terms.edition)},
            {"orders", result.orders.orders},
            {"by_hand", result.orders.byHand},
            {"customers", result.orders.customers},
            {"new_customers", result.newCustomers},
            {"ordered", result.orders.ordered},
            {"cancelled", result.orders.cancelled},
            {"units", result.orders.units()},
            {"value", currency.toDecimal(result.orders.value)},
            {"deposits", currency.toDecimal(result.money.held)},
            {"collected", currency.toDecimal(result.money.collected)},
            {"cost_per_unit", cost ? QJsonValue(currency.toDecimal(*cost)) : QJsonValue()},
            {"refused", result.refused},
            {"conversion", share(result.conversion())},
            {"kept", share(result.kept.rate())},
            {"share_of_edition", share(result.shareOfEdition())},
            {"bookings", paceView(result.pace)},
            {"baseline", paceView(result.baseline)},
            {"uplift", share(result.uplift())},
            {"uplift_low", result.interval ? QJsonValue(result.interval->low) : QJsonValue()},
            {"uplift_high", result.interval ? QJsonValue(result.interval->high) : QJsonValue()}};
}

} // namespace waitline
