#include "models/store/overridestore.h"

#include "models/store/connection.h"

#include <cmath>

namespace waitline {

namespace {

#define WAITLINE_OVERRIDE                                                                                                                                 \
    "SELECT f.id, f.product_id, f.first_day, f.last_day, f.units, f.said_milli, p.reason, p.actor, p.at, CASE WHEN f.ended_by IS NULL THEN 0 ELSE 1 END " \
    "FROM forecast_override f JOIN operation p ON p.id = f.operation_id "

std::vector<StoredOverride> overridesOf(Rows rows)
{
    std::vector<StoredOverride> found;
    while (rows.next()) {
        found.push_back({rows.id<OverrideId>(0), rows.id<ProductId>(1), rows.day(2), rows.day(3), rows.integer(4),
                         double(rows.integer(5)) / 1000, rows.text(6), rows.text(7), rows.integer(8), rows.boolean(9)});
    }
    return found;
}

} // namespace

OverrideId OverrideStore::insert(OperationId operation, const StoredOverride &wanted)
{
    Rows rows =
        m_connection.run("INSERT INTO forecast_override (operation_id, product_id, first_day, last_day, units, said_milli) "
                         "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                         operation, wanted.product, wanted.first, wanted.last, wanted.units, qint64(std::llround(wanted.said * 1000)));
    m_connection.changes().products.insert(wanted.product);
    return rows.next() ? rows.id<OverrideId>(0) : OverrideId{};
}

void OverrideStore::end(OverrideId id, OperationId by)
{
    m_connection.run("UPDATE forecast_override SET ended_by = ? WHERE id = ?", by, id);
    if (const auto ended = find(id))
        m_connection.changes().products.insert(ended->product);
}

std::optional<StoredOverride> OverrideStore::find(OverrideId id)
{
    const auto found = overridesOf(m_connection.run(WAITLINE_OVERRIDE "WHERE f.id = ?", id));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<StoredOverride> OverrideStore::all(ProductId product)
{
    if (!product.isValid())
        return overridesOf(m_connection.run(WAITLINE_OVERRIDE "ORDER BY f.product_id, f.first_day, f.id"));
    return overridesOf(m_connection.run(WAITLINE_OVERRIDE "WHERE f.product_id = ? ORDER BY f.first_day, f.id", product));
}

} // namespace waitline
