#include "models/services/demohistory.h"

#include "models/services/demodesk.h"
#include "models/store/historystore.h"

#include <algorithm>

namespace waitline {

namespace {

constexpr int historyWeeks = 104;
constexpr int daysOfAWeek = 7;
// Games are given in winter and played in the rain.
constexpr qint64 monthSeason[] = {84, 82, 90, 88, 80, 74, 78, 84, 98, 116, 152, 174};
constexpr qint64 growthAYear = 15;
constexpr const char *countries[] = {"DE", "FR", "ES", "PL", "SE", "CZ", "GB", "NL", "GR", "DK"};

bool wasSoldBefore(DemoRole role)
{
    return role != DemoRole::Hit && role != DemoRole::Edition && role != DemoRole::Upcoming && role != DemoRole::Fresh;
}

/// Units of a week around `hundredths` of a unit: what is less than one unit comes by chance.
Units unitsAround(qint64 hundredths, Chance &chance)
{
    const qint64 spread = hundredths * chance.between(50, 150) / 100;
    return spread / 100 + (chance.hasPercent(spread % 100) ? 1 : 0);
}

} // namespace

qint64 demoSeason(QDate monday, QDate today)
{
    const qint64 weeksAgo = monday.daysTo(today) / daysOfAWeek;
    const qint64 growth = 100 - growthAYear * weeksAgo / 52;
    return std::max<qint64>(10, monthSeason[monday.month() - 1] * growth / 100);
}

void writeHistory(Connection &connection, const DemoSize &size, const DemoDesk &desk, const DemoCatalogue &catalogue)
{
    Chance chance(size.seed, 3);
    std::vector<PastSale> sales;
    const QDate start = desk.day(-daysOfAWeek * (size.weeks + historyWeeks));
    // A product's usual week, in hundredths of a unit; one in five is new enough to have begun later.
    for (const DemoProduct &product : catalogue) {
        if (!wasSoldBefore(product.role))
            continue;
        const qint64 usual = std::max<qint64>(8, product.popularity * 3 / 2);
        const qint64 firstWeek = chance.isOneIn(5) ? chance.between(20, 60) : 0;
        for (qint64 week = firstWeek; week < historyWeeks; ++week) {
            const QDate monday = start.addDays(week * daysOfAWeek);
            const Units units = unitsAround(usual * demoSeason(monday, desk.today()) / 100, chance);
            if (units == 0)
                continue;
            sales.push_back({monday.toString(QStringLiteral("yyyy-MM-dd")), product.id.value, product.id, CustomerId(),
                             monday.addDays(chance.below(6)), units, product.terms.price, QString::fromLatin1(chance.pick(countries))});
        }
    }
    HistoryStore(connection).insert(QStringLiteral("till"), sales);
}

} // namespace waitline
