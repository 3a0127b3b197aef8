#include "models/services/queueddemand.h"

#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int ageBounds[] = {0, 7, 14, 28, 91, 182, 365};
constexpr int mostLaunches = 6;
constexpr int mostComing = 3;

const QDate fromTheBeginning(1970, 1, 1); // what days are counted from

/// The first days of the periods from the scope's first day to its last; from the first day with something where all days are
/// asked for. None where there is nothing.
template <typename Day>
std::vector<QDate> periodStarts(const DemandScope &scope, const std::vector<Day> &days, Period by)
{
    std::vector<QDate> starts;
    if (days.empty())
        return starts;
    const QDate first = scope.from > fromTheBeginning ? scope.from : fromDayNumber(days.front().day);
    for (QDate start = startOfPeriod(first, by); start <= scope.to; start = nextPeriod(start, by))
        starts.push_back(start);
    return starts;
}

size_t placeOf(const std::vector<QDate> &starts, DayNumber day, Period by)
{
    return size_t(std::lower_bound(starts.begin(), starts.end(), startOfPeriod(fromDayNumber(day), by)) - starts.begin());
}

} // namespace

Result<WaitingAges> waitingAges(Connection &connection, const DemandScope &scope, QDate today)
{
    return readIn(connection, [&] {
        WaitingAges found;
        found.currency = SettingStore(connection).currency();
        for (size_t i = 0; i < std::size(ageBounds); ++i) {
            WaitingAge age;
            age.fromDays = ageBounds[i];
            if (i + 1 < std::size(ageBounds))
                age.toDays = ageBounds[i + 1] - 1;
            found.ages.push_back(age);
        }
        for (const QueuedDay &day : QueuedDemandStore(connection).waitingByDay(scope)) {
            const qint64 waited = std::max<qint64>(0, toDayNumber(today) - day.day);
            const auto next = std::upper_bound(std::begin(ageBounds), std::end(ageBounds), waited);
            QueuedDay &sum = found.ages[size_t(next - std::begin(ageBounds)) - 1].waiting;
            sum.preorder += day.preorder;
            sum.backorder += day.backorder;
            sum.lines += day.lines;
            sum.value += day.value;
            sum.preorderValue += day.preorderValue;
        }
        return found;
    });
}

Units Launch::bookedUntil(qint64 daysToRelease) const
{
    Units units = 0;
    for (const UnitsOnDay &booking : bookings) {
        if (toDayNumber(release) - booking.day >= daysToRelease)
            units += booking.units;
    }
    return units;
}

Result<std::vector<Launch>> launchesToCompare(Connection &connection, const DemandScope &scope, QDate today)
{
    return readIn(connection, [&] {
        QueuedDemandStore store(connection);
        std::vector<LaunchOfProduct> chosen = store.launches(scope, today, true, scope.products.empty() ? mostComing : mostLaunches);
        DemandScope others = scope;
        if (!scope.products.empty()) {
            const auto released = store.launches(scope, today, false, mostLaunches);
            chosen.insert(chosen.end(), released.begin(), released.end());
            others.products.clear();
        }
        for (const LaunchOfProduct &earlier : store.launches(others, today, false, 2 * mostLaunches)) {
            const bool isKnown = std::any_of(chosen.begin(), chosen.end(),
                                             [&](const LaunchOfProduct &each) { return each.product.product == earlier.product.product; });
            if (!isKnown && chosen.size() < mostLaunches)
                chosen.push_back(earlier);
        }
        chosen.resize(std::min<size_t>(chosen.size(), mostLaunches));
        std::vector<Launch> launches;
        for (const LaunchOfProduct &each : chosen)
            launches.push_back({each.product, each.release, store.preorders(each.product.product)});
        return launches;
    });
}

Result<RefusedDemand> refusedDemand(Connection &connection, const DemandScope &scope, MostBy by, int top)
{
    return readIn(connection, [&] {
        RefusedDemand found;
        found.currency = SettingStore(connection).currency();
        found.products = QueuedDemandStore(connection).refused(scope, by);
        found.restProducts = std::max<qint64>(0, std::ssize(found.products) - top);
        while (std::ssize(found.products) > top) {
            found.rest.units += found.products.back().units;
            found.rest.times += found.products.back().times;
            found.rest.value += found.products.back().value;
            found.products.pop_back();
        }
        return found;
    });
}

Result<WithdrawnOverTime> withdrawnOverTime(Connection &connection, const DemandScope &scope, Period by)
{
    return readIn(connection, [&] {
        WithdrawnOverTime found;
        found.currency = SettingStore(connection).currency();
        const std::vector<QueuedDay> days = QueuedDemandStore(connection).withdrawnByDay(scope);
        const std::vector<QDate> starts = periodStarts(scope, days, by);
        for (QDate start : starts)
            found.periods.push_back({start, 0, 0, 0, 0});
        for (const QueuedDay &day : days) {
            WithdrawnPeriod &period = found.periods[placeOf(starts, day.day, by)];
            period.preorder += day.preorder;
            period.backorder += day.backorder;
            period.value += day.value;
            period.preorderValue += day.preorderValue;
        }
        return found;
    });
}

Result<std::vector<KeptPeriod>> keptOverTime(Connection &connection, const DemandScope &scope, Period by)
{
    return readIn(connection, [&] {
        QueuedDemandStore store(connection);
        std::vector<UnitsOnDay> placed = store.queuedByDay(scope);
        std::erase_if(placed, [](const UnitsOnDay &day) { return day.units == 0; });
        const std::vector<QDate> starts = periodStarts(scope, placed, by);
        std::vector<KeptPeriod> periods;
        for (QDate start : starts)
            periods.push_back({start, {}});
        for (const UnitsOnDay &day : placed)
            periods[placeOf(starts, day.day, by)].kept.placed += day.units;
        for (const UnitsOnDay &day : store.withdrawnByOrderDay(scope)) {
            if (const size_t place = placeOf(starts, day.day, by); place < periods.size())
                periods[place].kept.withdrawn += day.units;
        }
        return periods;
    });
}

} // namespace waitline
