#include "models/services/promotions.h"

#include "models/forecast/series.h"
#include "models/services/planinputs.h"
#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

constexpr int daysAWeek = 7;

struct TwoQuarters {
    Units recent = 0;
    Units before = 0;
};

std::map<ProductId, TwoQuarters> lastQuarters(Connection &connection, const DemandScope &scope, QDate today)
{
    const QDate recent = today.addDays(1 - Promotions::weeks * daysAWeek);
    DemandScope read = scope;
    read.from = recent.addDays(-Promotions::weeks * daysAWeek);
    read.to = today;
    std::map<ProductId, TwoQuarters> sold;
    SalesStore(connection).productDays(read, [&, first = toDayNumber(recent)](const ProductDay &day) {
        TwoQuarters &product = sold[day.product];
        (day.day >= first ? product.recent : product.before) += day.units;
    });
    return sold;
}

Promotion figuresOf(const StockedProduct &product, const TwoQuarters &sold, const PlanChoices &choices)
{
    Promotion found;
    found.product = product.product;
    found.recent = sold.recent;
    found.before = sold.before;
    if (product.cost > 0) {
        found.unitMargin = product.price - product.cost;
        found.margin = product.price > 0 ? double(found.unitMargin) / double(product.price) : 0;
    }
    found.cost = product.cost;
    found.available = product.available;
    found.targetDays = (product.leadDays > 0 ? product.leadDays : choices.leadDays) + choices.reviewDays;
    constexpr Units days = Promotions::weeks * daysAWeek;
    if (sold.recent > 0)
        found.coverDays = double(product.available * days) / double(sold.recent);
    found.excess = product.available - (2 * std::max<Units>(0, sold.recent) * found.targetDays + days - 1) / days; // rounded up
    return found;
}

bool isCovered(const Promotion &product) { return !product.coverDays || *product.coverDays >= product.targetDays; }

bool isRising(const Promotion &product)
{
    return product.recent >= Promotions::fewest && 100 * product.recent >= (100 + Promotions::leastGrowthPercent) * product.before &&
           isCovered(product);
}

bool isToClear(const Promotion &product) { return product.excess > 0 && (product.recent <= 0 || product.recent < product.before); }

} // namespace

std::optional<double> Promotion::growth() const
{
    return before > 0 ? std::optional(double(recent - before) / double(before)) : std::nullopt;
}

std::optional<qint64> Promotion::wholeCoverDays() const
{
    return coverDays ? std::optional<qint64>(std::llround(*coverDays)) : std::nullopt;
}

Result<Promotions> promotions(Connection &connection, const DemandScope &scope, QDate today)
{
    return readIn(connection, [&] {
        Promotions found;
        found.currency = SettingStore(connection).currency();
        const PlanChoices choices = planChoices(connection);
        std::map<ProductId, TwoQuarters> sold = lastQuarters(connection, scope, today);
        std::vector<Promotion> all;
        std::vector<double> margins;
        for (const StockedProduct &product : SalesStore(connection).stocked(scope)) {
            const Promotion figures = figuresOf(product, sold[product.product.product], choices);
            if (figures.recent > 0 && figures.margin)
                margins.push_back(*figures.margin);
            const bool isShort = product.waiting > 0 || product.available <= 0;
            if (isShort || (product.release && *product.release > today))
                continue;
            if (isToClear(figures))
                found.clear.push_back(figures);
            else if (!product.isDiscontinued)
                all.push_back(figures);
        }
        if (!margins.empty())
            found.middleMargin = forecasting::medianOf(margins);
        std::erase_if(all, [](const Promotion &product) { return !isRising(product); });
        found.withoutCost = std::count_if(all.begin(), all.end(), [](const Promotion &product) { return !product.margin; });
        std::copy_if(all.begin(), all.end(), std::back_inserter(found.momentum),
                     [&](const Promotion &product) { return product.margin && *product.margin >= found.middleMargin; });
        std::stable_sort(found.momentum.begin(), found.momentum.end(),
                         [](const Promotion &a, const Promotion &b) { return a.gain() * a.unitMargin > b.gain() * b.unitMargin; });
        std::stable_sort(found.clear.begin(), found.clear.end(),
                         [](const Promotion &a, const Promotion &b) { return a.excess * a.cost > b.excess * b.cost; });
        return found;
    });
}

} // namespace waitline
