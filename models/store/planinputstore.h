#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// What a plan needs of a product.
struct PlannedProduct {
    ProductId id;
    SupplierId supplier;
    Money price = 0;
    Money cost = 0;
    std::optional<QDate> release;
    std::optional<Units> editionSize;
    int leadDays = 0;
    Units pack = 1;
    Units minimum = 0;
    bool isDiscontinued = false;
    Units onHand = 0;
    Units onOrder = 0;
    Units committed = 0;
    Units waiting = 0;
    Units shipped = 0;
    QString category;
};

/// Units of a product on a day: asked for, of them as pre-orders; or by how much its free stock changed.
struct DayUnits {
    ProductId product;
    DayNumber day = 0;
    Units units = 0;
    Units preorder = 0;
};

/// A purchase whose first goods came.
struct FirstArrival {
    SupplierId supplier;
    DayNumber placed = 0;
    DayNumber expectedFirst = 0;
    DayNumber received = 0;
};

/// Whose demand is read: of one product, of those of a category, or of all where neither is given.
struct PlanScope {
    ProductId product;
    QString category;
};

/// Reads all that a plan, or the forecast of one product, is made from.
class PlanInputStore final {
public:
    explicit PlanInputStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::vector<PlannedProduct> products();
    /// One of them; it exists.
    [[nodiscard]] PlannedProduct product(ProductId id);
    [[nodiscard]] std::vector<ProductId> productsOf(const QString &category);
    /// What was asked for: ordered (withdrawn or not), refused, and sold before this database; what came back is taken off the day of
    /// its order. By product and day.
    [[nodiscard]] std::vector<DayUnits> demand(const PlanScope &scope);
    /// The day of the first order or sale on record; 0 where there is none.
    [[nodiscard]] DayNumber firstDay();
    /// By how much on hand less allocated changed, by product and day.
    [[nodiscard]] std::vector<DayUnits> freeStockChanges(const PlanScope &scope);
    /// Of one supplier, or of all where it is not valid.
    [[nodiscard]] std::vector<FirstArrival> deliveries(SupplierId supplier);
    /// Units placed as pre-orders on released products, and how many of them were withdrawn.
    [[nodiscard]] std::pair<Units, Units> preordersKept();

private:
    void add(std::vector<DayUnits> &days, const QString &select, const QString &rest, const PlanScope &scope);

    Connection &m_connection;
};

} // namespace waitline
