#include "models/services/overrideservice.h"

#include "models/services/expecteddemand.h"
#include "models/services/productforecast.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Overrides", text); }

constexpr int mostDays = 731;

void validate(const OverrideDraft &draft, QDate today)
{
    constexpr Units mostUnits = 1'000'000'000;
    if (!draft.first.isValid() || !draft.last.isValid())
        throw Refusal{invalid("from", sentence("The days are not dates: write them like 2026-10-14."))};
    if (draft.first < today)
        throw Refusal{invalid("from", sentence("The first day has passed: choose today or later."))};
    if (draft.last < draft.first)
        throw Refusal{invalid("to", sentence("The last day lies before the first one: choose a later day."))};
    if (today.daysTo(draft.last) > mostDays)
        throw Refusal{invalid("to", sentence("The last day is more than two years away: choose a sooner one."))};
    if (draft.units < 0 || draft.units > mostUnits)
        throw Refusal{invalid("units", sentence("Expect from 0 to %1 units.").arg(QLocale().toString(mostUnits)))};
    if (draft.reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
}

} // namespace

Result<StoredOverride> OverrideService::keep(const OverrideDraft &draft, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const QDate today = caller.today();
        validate(draft, today);
        const ForecastQuestion question{draft.product, draft.sku, std::nullopt, mostDays / 7 + 1};
        const ProductForecast made = readProductForecast(m_connection, question, today);
        StoredOverride wanted;
        wanted.product = made.product;
        wanted.first = draft.first;
        wanted.last = draft.last;
        wanted.units = draft.units;
        wanted.said = expectedBetween(made.methods, made.firstForecast, made.by, draft.first, draft.last);
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp("override_forecast", draft.reason.trimmed()));
        OverrideStore store(m_connection);
        for (const StoredOverride &other : store.all(made.product)) {
            if (!other.isEnded && other.first >= draft.first && other.last <= draft.last)
                store.end(other.id, operation); // nothing of it is left
        }
        return *store.find(store.insert(operation, wanted));
    });
}

Result<StoredOverride> OverrideService::end(OverrideId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        OverrideStore store(m_connection);
        const auto found = store.find(id);
        if (!found)
            throw Refusal{notFound("override", sentence("There is no override %1.").arg(id.value))};
        if (found->isEnded)
            throw Refusal{refused("override", sentence("Override %1 has ended already: the method counts.").arg(id.value))};
        store.end(id, OperationStore(m_connection).insert(caller.stamp("end_override", reason)));
        return *store.find(id);
    });
}

OverrideAccuracy accuracyOf(const std::vector<StoredOverride> &overrides, const DemandHistory &history, QDate today)
{
    OverrideAccuracy accuracy;
    for (const StoredOverride &each : overrides) {
        if (each.isEnded || each.last >= today)
            continue;
        const double asked = history.unitsBetween(each.product, each.first, each.last);
        ++accuracy.overrides;
        accuracy.asked += asked;
        accuracy.missed += std::abs(double(each.units) - asked);
        accuracy.methodMissed += std::abs(each.said - asked);
    }
    return accuracy;
}

forecasting::SaidMiss missOf(const OverrideAccuracy &accuracy)
{
    // Where nothing was asked for, a share of it tells nothing.
    return accuracy.asked > 0 ? forecasting::SaidMiss{accuracy.share(), accuracy.overrides} : forecasting::SaidMiss{};
}

Overrides readOverrides(Connection &connection, ProductId product, QDate today)
{
    const std::vector<StoredOverride> all = OverrideStore(connection).all(product);
    Overrides found;
    if (std::any_of(all.begin(), all.end(), [&](const StoredOverride &each) { return !each.isEnded && each.last < today; }))
        found.accuracy = accuracyOf(all, DemandHistory(connection, PlanScope{product, {}}), today);
    std::copy_if(all.begin(), all.end(), std::back_inserter(found.standing),
                 [&](const StoredOverride &each) { return !each.isEnded && each.last >= today; });
    return found;
}

QString accuracyText(const OverrideAccuracy &accuracy)
{
    if (accuracy.overrides == 0 || accuracy.asked <= 0)
        return {};
    const QLocale locale;
    const QString times =
        accuracy.overrides == 1 ? sentence("Overruled once so far") : sentence("Overruled %1 times so far").arg(accuracy.overrides);
    return sentence("%1: off by %2 %, the method by %3 %.")
        .arg(times, locale.toString(100 * accuracy.share(), 'f', 0), locale.toString(100 * accuracy.methodShare(), 'f', 0));
}

} // namespace waitline
