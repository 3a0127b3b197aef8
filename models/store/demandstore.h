#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <map>
#include <utility>

namespace waitline {

class Connection;

/// What was ordered of a product on a day.
struct DemandFigures {
    Units ordered = 0;
    Units preorder = 0; ///< ordered before release
    Units backordered = 0; ///< ordered after it and not to be had at once
    Money value = 0;

    DemandFigures &operator+=(const DemandFigures &other)
    {
        ordered += other.ordered;
        preorder += other.preorder;
        backordered += other.backordered;
        value += other.value;
        return *this;
    }
};

/// The maintained demand summaries, by product and day and over all products.
class DemandStore final {
public:
    explicit DemandStore(Connection &connection) : m_connection(connection) {}

    void add(ProductId product, QDate day, const DemandFigures &delta);
    void addAll(const std::map<std::pair<ProductId, QDate>, DemandFigures> &deltas);
    /// Over all products; called once an operation, last, because every operation of a day meets here.
    void addTotal(QDate day, const DemandFigures &delta);
    void recordRefused(OperationId operation, ProductId product, const QString &customer, QDate day, Units units);

private:
    Connection &m_connection;
};

} // namespace waitline
