#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <vector>

namespace waitline {

class Connection;

/// What was ordered of a product on a day.
struct DemandFigures {
    Units ordered = 0;
    Units preorder = 0; ///< ordered before release
    Units backordered = 0; ///< ordered after it and not to be had at once
    Money value = 0;
    Money preorderValue = 0; ///< these are parts of it
    Money backorderedValue = 0;

    /// So many units of a line at its price, of which some are missing: all of a pre-order's.
    [[nodiscard]] static DemandFigures of(Units ordered, bool preorder, Units backordered, Money unitPrice);
    /// Whether any of it could not be had at once; of a change of price only the value differs.
    [[nodiscard]] bool isMissingAny() const { return preorder != 0 || backordered != 0 || preorderValue != 0 || backorderedValue != 0; }
    DemandFigures &operator+=(const DemandFigures &other);
};

struct DemandDelta {
    ProductId product;
    QDate day;
    DemandFigures figures;
};

/// The maintained demand summaries: by product and day, over all products, and by product over spans of days.
class DemandStore final {
public:
    explicit DemandStore(Connection &connection) : m_connection(connection) {}

    void add(ProductId product, QDate day, const DemandFigures &delta);
    /// The same product and day may be told of more than once.
    void addAll(std::vector<DemandDelta> deltas);
    /// Over all products; called once an operation, last, because every operation of a day meets here.
    void addTotal(QDate day, const DemandFigures &delta);
    void recordRefused(OperationId operation, ProductId product, const QString &customer, QDate day, Units units);
    /// Of what the operation with this uuid refused, so many units were sold after all.
    void lowerRefused(const QString &uuid, ProductId product, Units sold);

private:
    void addSpans(const std::vector<DemandDelta> &deltas);

    Connection &m_connection;
};

} // namespace waitline
