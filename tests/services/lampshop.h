#pragma once

#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/planservice.h"
#include "models/services/productservice.h"
#include "tests/support/testdatabase.h"

/// A shop of lamps that plans: what tests of plans and forecasts sell and count in it.
namespace waitline::test {

inline constexpr qint64 minutesADay = 24 * 60;
inline const Progress goOn = [](qint64, qint64) { return true; };

inline ProductTerms lamp(const QString &sku = QStringLiteral("LAMP"))
{
    ProductTerms terms;
    terms.sku = sku;
    terms.name = QStringLiteral("Lamp ") + sku;
    terms.price = 5000;
    terms.cost = 2000;
    terms.supplier = QStringLiteral("Brightworks");
    terms.leadDays = 14;
    return terms;
}

inline void order(Connection &connection, const QString &sku, Units units, qint64 day)
{
    OrderDraft draft;
    draft.customer = QStringLiteral("Acme");
    draft.lines.push_back({sku, units, {}});
    must(OrderService(connection).place(draft, callerAt(day * minutesADay)));
}

inline void count(Connection &connection, const QString &sku, Units units, qint64 day)
{
    must(CountService(connection).count(sku, units, QStringLiteral("stocktaking"), callerAt(day * minutesADay)));
}

/// Two a day over the days; nothing is there to be shipped.
inline void sellDaily(Connection &connection, const QString &sku, qint64 from, qint64 to)
{
    for (qint64 day = from; day < to; ++day)
        order(connection, sku, 2, day);
}

inline const StoredSuggestion *suggestionFor(const Plan &plan, const QString &sku)
{
    for (const StoredSuggestion &each : plan.suggestions) {
        if (each.sku == sku)
            return &each;
    }
    return nullptr;
}

} // namespace waitline::test
