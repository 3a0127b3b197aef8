#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"

#include <QVariantList>

#include <optional>
#include <vector>

namespace waitline {

class SqlDialect;

/// What a chart is narrowed to. Empty parts narrow nothing; the days are inclusive.
struct DemandScope {
    QDate from;
    QDate to;
    std::vector<ProductId> products;
    QString search; ///< words of the product's name, SKU …
    QString category;
    qint64 supplier = 0;
    QString campaign; ///< its code: only orders that came by it

    /// Whether it is about some products only.
    [[nodiscard]] bool isNarrow() const { return !products.empty() || !search.isEmpty() || !category.isEmpty() || supplier != 0; }
    friend bool operator==(const DemandScope &, const DemandScope &) = default;
};

/// A piece of SQL with the values of its placeholders.
struct SqlPart {
    QString text;
    QVariantList values;

    SqlPart &operator+=(const SqlPart &other)
    {
        text += other.text;
        values += other.values;
        return *this;
    }
};

/// " AND …" for each part of the scope that is about the product, for rows with `p` as their product.
[[nodiscard]] SqlPart productCondition(const SqlDialect &dialect, const DemandScope &scope);
/// The rows (day, ordered_units, preorder_units, backorder_units, ordered_value) of all products, by day: the maintained totals.
[[nodiscard]] SqlPart demandTotals(const DemandScope &scope);
/// The rows (product_id, day, ordered_units, preorder_units, backorder_units, ordered_value, preorder_value, backorder_value) within the scope's days as a
/// table expression: the maintained summary, or the lines themselves where the scope names a campaign.
[[nodiscard]] SqlPart demandDays(const DemandScope &scope);
/// The same rows with sales from before Waitline, which were had at once.
[[nodiscard]] SqlPart salesDays(const DemandScope &scope);

} // namespace waitline
