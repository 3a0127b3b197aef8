#pragma once

#include "models/store/connection.h"

#include <algorithm>
#include <map>
#include <vector>

namespace waitline::test {

/// How many units of each waiting line of a purchase's products come later once it is `days` late, counted unit by unit: the
/// n-th unit of a line is the n-th that is free or comes.
inline std::map<OrderLineId, Units> laterUnits(Connection &connection, PurchaseId purchase, int days, QDate today)
{
    struct Coming {
        qint64 now;
        qint64 then;
        qint64 purchase;
        Units units;
    };
    const auto rows = [&](const QString &text) { return connection.run(text, QVariantList()); };
    const qint64 floor = QDate(1970, 1, 1).daysTo(today);
    std::map<qint64, std::pair<qint64, Units>> products; // the first day it may go out, and what is free
    for (Rows each = rows(QStringLiteral("SELECT DISTINCT p.id, COALESCE(p.release_day, 0), s.on_hand - s.allocated FROM product p JOIN "
                                         "product_stock s ON s.product_id = p.id JOIN purchase_line l ON l.product_id = p.id WHERE "
                                         "l.purchase_id = %1 AND l.ordered > l.received + l.closed_short")
                              .arg(purchase.value));
         each.next();)
        products[each.integer(0)] = {std::max(floor, each.integer(1)), each.integer(2)};
    std::map<OrderLineId, Units> later;
    for (const auto &[product, stands] : products) {
        const auto [earliest, free] = stands;
        std::vector<Coming> coming;
        for (Rows each = rows(QStringLiteral("SELECT o.expected, o.id, l.ordered - l.received - l.closed_short FROM purchase_line l JOIN "
                                             "purchase_order o ON o.id = l.purchase_id WHERE l.product_id = %1 AND l.ordered > "
                                             "l.received + l.closed_short")
                                  .arg(product));
             each.next();)
            coming.push_back(
                {each.integer(0), each.integer(0) + (each.integer(1) == purchase.value ? days : 0), each.integer(1), each.integer(2)});
        const auto daysOfUnits = [&, free = free, earliest = earliest](qint64 Coming::*day) {
            std::stable_sort(coming.begin(), coming.end(), [&](const Coming &a, const Coming &b) {
                return std::pair(a.*day, a.purchase) < std::pair(b.*day, b.purchase);
            });
            std::vector<qint64> units(size_t(std::max<Units>(0, free)), earliest);
            for (const Coming &each : coming)
                units.insert(units.end(), size_t(each.units), std::max(earliest, each.*day));
            return units;
        };
        const std::vector<qint64> now = daysOfUnits(&Coming::now);
        const std::vector<qint64> then = daysOfUnits(&Coming::then);
        size_t unit = 0;
        for (Rows line = rows(QStringLiteral("SELECT order_line_id, units FROM waiting_line WHERE product_id = %1 ORDER BY urgency, "
                                             "placed_at, rank_line, sequence")
                                  .arg(product));
             line.next();) {
            for (const size_t end = unit + size_t(line.integer(1)); unit < end; ++unit)
                later[line.id<OrderLineId>(0)] += unit < now.size() && then[unit] > now[unit] ? 1 : 0;
        }
    }
    std::erase_if(later, [](const auto &line) { return line.second == 0; });
    return later;
}

} // namespace waitline::test
