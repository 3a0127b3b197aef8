#include "models/services/planservice.h"

#include "models/domain/daytext.h"
#include "models/forecast/budget.h"
#include "models/services/planinputs.h"
#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace waitline {

using namespace forecasting;

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Plan", text); }

qint64 milli(double value) { return qint64(std::llround(value * 1000)); }

/// Whole units of a level that is not negative.
Units unitsOf(double level) { return Units(std::llround(std::clamp(level, 0.0, 1e15))); }

StoredSuggestion suggestionOf(const PlannedProduct &product, const Buying &buying, const BuyingTerms &terms, QDate today)
{
    StoredSuggestion suggestion;
    suggestion.product = product.id;
    suggestion.unitCost = product.cost;
    suggestion.onHand = product.onHand;
    suggestion.onOrder = product.onOrder;
    suggestion.committed = product.committed;
    suggestion.waiting = product.waiting;
    suggestion.leadMilli = milli(terms.lead.mean);
    suggestion.leadSpreadMilli = milli(terms.lead.deviation);
    suggestion.orderBy = today.addDays(qint64(buying.daysLeft));
    suggestion.method = QString::fromLatin1(methodWord(buying.method));
    return withBuying(suggestion, buying);
}

DemandOver needOf(const StoredSuggestion &suggestion)
{
    return {double(suggestion.needMilli) / 1000, double(suggestion.needSpreadMilli) / 1000};
}

/// What is held against the demand before the suggestion is bought: of a run, all that is made of it already.
Units stockBefore(const StoredSuggestion &suggestion)
{
    const Units since = suggestion.drafted + std::max<Units>(0, suggestion.came);
    return since + (isProduction(suggestion) ? suggestion.onHand + suggestion.onOrder + suggestion.shipped : suggestion.position());
}

Wish wishOf(const StoredSuggestion &suggestion)
{
    BuyingTerms terms;
    terms.price = suggestion.price;
    terms.cost = suggestion.unitCost;
    return {suggestion.units,   suggestion.isTakenUp ? 0 : suggestion.unitCost,
            suggestion.pack,    suggestion.minimum,
            needOf(suggestion), double(stockBefore(suggestion)),
            marginOf(terms)};
}

Money asMoney(double worth) { return Money(std::clamp(worth, 0.0, double(maximumMoney))); }

/// What is left of a suggestion is bought in whole packs.
void takeUp(StoredSuggestion &suggestion)
{
    const Units taken = suggestion.drafted + std::max<Units>(0, suggestion.came);
    const Units left = suggestion.units - taken;
    // What an order makes worth while beyond what is missing is not missed where that is taken up.
    const bool isCovered = taken > 0 && suggestion.economicUnits > 0 && stockBefore(suggestion) >= suggestion.orderUpTo;
    suggestion.isTakenUp = left <= 0 || isCovered;
    if (suggestion.isTakenUp || left == suggestion.units)
        return;
    const Units pack = std::max<Units>(1, suggestion.pack);
    const Units packs = (left + pack - 1) / pack * pack;
    const bool isWholeEdition = suggestion.units < suggestion.minimum;
    suggestion = withUnits(suggestion, isWholeEdition ? packs : std::max(suggestion.minimum, packs));
}

/// Whether less is suggested than is needed because the edition has no more to give.
bool isCutByEdition(const StoredSuggestion &suggestion)
{
    const Units planned = std::max(suggestion.units, suggestion.needed);
    const Units needed = std::max(suggestion.minimum, suggestion.orderUpTo - stockBefore(suggestion));
    return suggestion.editionLeft() && !suggestion.isTakenUp && planned < needed;
}

Plan readPlan(Connection &connection)
{
    PlanStore store(connection);
    Plan plan{store.last(), store.suggestions(), store.bookingAlerts(), store.draftedCost()};
    std::for_each(plan.suggestions.begin(), plan.suggestions.end(), takeUp);
    return plan;
}

/// A number as it is spoken: whole from 10 on, one decimal below.
QString spoken(qint64 milliValue)
{
    const double value = double(milliValue) / 1000;
    constexpr double large = 9.95;
    return QLocale().toString(value, 'f', value < large && milliValue % 1000 != 0 ? 1 : 0);
}

} // namespace

Result<Plan> PlanService::make(const Caller &caller, const Progress &progress)
{
    auto inputs = readIn(m_connection, [&] { return PlanInputs(m_connection, caller.today()); });
    if (!inputs)
        return inputs.error();
    std::vector<StoredSuggestion> suggestions;
    std::vector<BookingAlert> alerts;
    qint64 done = 0;
    PlanInputs &known = inputs.value();
    for (const PlannedProduct &product : known.products) {
        if (!progress(++done, qint64(known.products.size())))
            return Error{Error::Kind::Cancelled, {}, sentence("The plan was stopped: the last one stays as it is.")};
        const Buying buying = known.buyingOf(product);
        if (buying.units > 0) {
            suggestions.push_back(suggestionOf(product, buying, known.termsOf(product), caller.today()));
            if (buying.goingOn < likelyEnded)
                suggestions.back().silentSince = known.history.lastAsked(product.id);
        }
        if (const auto alert = known.bookingAlertOf(product))
            alerts.push_back(*alert);
    }
    return writeIn(m_connection, [&] {
        PlanStore(m_connection).replace({caller.now, known.grid == Grid::Month, known.choices.servicePermille, {}}, suggestions, alerts);
        return readPlan(m_connection);
    });
}

Result<Plan> PlanService::last()
{
    return readIn(m_connection, [&] { return readPlan(m_connection); });
}

Result<std::vector<PurchaseDraftId>> PlanService::keepDrafts(const std::vector<StoredSuggestion> &suggestions, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        PlanStore(m_connection).lock();
        std::map<QString, Units> drafted = PurchaseDraftStore(m_connection).units();
        std::map<QString, StoredPurchaseDraft> bySupplier;
        for (const StoredSuggestion &each : suggestions) {
            const Units units = each.units - std::max<Units>(0, drafted[each.sku] - each.drafted);
            if (units <= 0)
                continue;
            StoredPurchaseDraft &draft = bySupplier[each.supplier];
            draft.supplier = each.supplier;
            const QDate arrives = caller.today().addDays((each.leadMilli + 999) / 1000);
            draft.expected = std::max(draft.expected.value_or(arrives), arrives);
            draft.lines.push_back({each.sku, units, each.unitCost});
        }
        std::vector<PurchaseDraftId> kept;
        for (const auto &[supplier, draft] : bySupplier)
            kept.push_back(orRefuse(PurchaseService(m_connection).keepDraft(draft, caller)));
        return kept;
    });
}

Result<Done> PlanService::discardDrafts(const std::vector<PurchaseDraftId> &drafts, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        for (const PurchaseDraftId draft : drafts)
            orRefuse(PurchaseService(m_connection).discardDraft(draft, caller));
        return Done{};
    });
}

std::vector<StoredSuggestion> withinBudget(std::vector<StoredSuggestion> suggestions, Money budget)
{
    std::vector<Wish> wishes;
    wishes.reserve(suggestions.size());
    for (const StoredSuggestion &each : suggestions)
        wishes.push_back(wishOf(each));
    const std::vector<Units> bought = forecasting::withinBudget(wishes, budget);
    for (size_t i = 0; i < suggestions.size(); ++i) {
        const Units needed = suggestions[i].units;
        if (bought[i] == needed)
            continue;
        suggestions[i] = withUnits(suggestions[i], bought[i]);
        suggestions[i].needed = needed;
    }
    std::erase_if(suggestions, [](const StoredSuggestion &each) { return each.units <= 0; });
    return suggestions;
}

QString spokenADay(const StoredSuggestion &suggestion) { return spoken(suggestion.demandMilli); }

bool isSilent(const StoredSuggestion &suggestion) { return suggestion.silentSince && suggestion.position() >= 0; }

bool isProduction(const StoredSuggestion &suggestion) { return suggestion.method == QLatin1String(methodWord(Method::Bookings)); }

double servedFromStock(const StoredSuggestion &suggestion)
{
    const DemandOver demand = needOf(suggestion);
    const Units before = stockBefore(suggestion);
    if (isProduction(suggestion)) {
        const double isShort = unitsShort(demand, double(before + suggestion.units));
        return demand.mean > 0 ? std::clamp(1 - isShort / demand.mean, 0.0, 1.0) : 1.0;
    }
    const Units level = std::min(suggestion.orderUpTo, before + suggestion.units);
    // What is sold from one order to the next: a small order, too, is followed by another one after the review.
    const double untilNext = demand.mean - double(suggestion.demandMilli) / 1000 * double(suggestion.leadMilli) / 1000;
    const Units cycle = std::max({suggestion.units, suggestion.orderUpTo - before, suggestion.economicUnits});
    return forecasting::servedFromStock(demand, double(level), std::max(double(cycle), untilNext));
}

StoredSuggestion withUnits(StoredSuggestion suggestion, Units units)
{
    suggestion.units = units;
    suggestion.needed = 0;
    suggestion.worth = asMoney(wishOf(suggestion).worthOf(units));
    return suggestion;
}

StoredSuggestion withBuying(StoredSuggestion suggestion, const forecasting::Buying &buying)
{
    suggestion.units = buying.units;
    suggestion.needed = 0;
    suggestion.worth = asMoney(buying.worth);
    suggestion.reorderPoint = unitsOf(buying.reorderPoint);
    suggestion.orderUpTo = unitsOf(buying.orderUpTo);
    suggestion.safetyStock = unitsOf(buying.safetyStock);
    suggestion.demandMilli = milli(buying.demandADay);
    suggestion.needMilli = milli(buying.demand.mean);
    suggestion.needSpreadMilli = milli(buying.demand.deviation);
    suggestion.economicUnits = unitsOf(buying.economic);
    return suggestion;
}

QString takenUpText(const StoredSuggestion &suggestion)
{
    const QLocale locale;
    QStringList parts;
    if (suggestion.drafted > 0)
        parts += (suggestion.drafts > 1 ? sentence("%1 in draft %2 and others") : sentence("%1 in draft %2"))
                     .arg(locale.toString(suggestion.drafted), QString::number(suggestion.firstDraft));
    if (suggestion.came > 0 && (suggestion.isTakenUp || suggestion.drafted > 0))
        parts += sentence("%1 come since").arg(locale.toString(suggestion.came));
    return parts.join(QStringLiteral(", "));
}

QString alertText(const BookingAlert &alert)
{
    const QLocale locale;
    const QString where =
        sentence("%1 (%2): %3 pre-orders so far; by now its like usually have %4 to %5.")
            .arg(alert.name, alert.sku, locale.toString(alert.booked), locale.toString(alert.low), locale.toString(alert.high));
    return alert.booked < alert.low ? sentence("%1 Fewer than usual: look at its campaign and at what is made of it.").arg(where)
                                    : sentence("%1 More than usual: make more, or stop selling it in time.").arg(where);
}

QString explanationOf(const StoredSuggestion &suggestion, QDate today)
{
    const QLocale locale;
    const QString by = suggestion.orderBy <= today ? sentence("today") : sentence("by %1").arg(dayText(suggestion.orderBy));
    QString text = isProduction(suggestion)
                       ? sentence("%1 are worth making for the orders that are there and those still expected: order %2 %3")
                             .arg(locale.toString(suggestion.orderUpTo), locale.toString(suggestion.units), by)
                   : suggestion.demandMilli > 0 ? sentence("%1 a day, %2 ± %3 days to arrive: order %4 %5")
                                                      .arg(spokenADay(suggestion), spoken(suggestion.leadMilli),
                                                           spoken(suggestion.leadSpreadMilli), locale.toString(suggestion.units), by)
                                                : sentence("Order %1 %2").arg(locale.toString(suggestion.units), by);
    if (isCutByEdition(suggestion))
        text += std::max(suggestion.units, suggestion.needed) < suggestion.minimum
                    ? sentence("; its edition has no more left, which is less than the supplier's minimum of %1: ask the supplier first")
                          .arg(locale.toString(suggestion.minimum))
                    : sentence("; its edition has no more left");
    if (suggestion.needed > 0)
        text += sentence("; %1 are needed, but the budget pays for no more").arg(locale.toString(suggestion.needed));
    const Units forThem = std::min(suggestion.units, std::max<Units>(0, -suggestion.position()));
    if (forThem > 0)
        text += (suggestion.waitingLines == 1 ? sentence("; %1 order waits for %2 of them") : sentence("; %1 orders wait for %2 of them"))
                    .arg(locale.toString(suggestion.waitingLines), locale.toString(forThem));
    text += u'.';
    if (suggestion.economicUnits > suggestion.orderUpTo - stockBefore(suggestion) && suggestion.units > 0 && !isProduction(suggestion))
        text +=
            sentence(" Ordering less than %1 at a time would cost more than keeping them.").arg(locale.toString(suggestion.economicUnits));
    if (suggestion.price > 0 && suggestion.unitCost > suggestion.price)
        text += sentence(" It is sold below its cost.");
    if (suggestion.silentSince)
        text += sentence(" Nothing sold since %1: look whether it is wanted still.").arg(dayText(*suggestion.silentSince));
    return text;
}

} // namespace waitline
