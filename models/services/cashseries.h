#pragma once

#include "models/domain/eta.h"
#include "models/services/cashreport.h"
#include "models/services/reports.h"
#include "models/store/cashstore.h"

#include <optional>
#include <vector>

namespace waitline {

/// What the cash over time is asked for; the days are inclusive.
struct CashOverTimeQuestion {
    std::optional<QDate> from; ///< none: from the first day something happened
    QDate to;
    Period by = Period::Month;
};

/// A period's customer deposits: opening + in − consumed − refunded = closing.
struct CashBucket {
    QDate start; ///< first day of the period, also where the question begins within it
    QDate end;
    Money opening = 0;
    Money in = 0;
    Money refunded = 0;
    Money consumed = 0; ///< of deposits, by the value shipped
    Money shipped = 0; ///< value of all that shipped, paid before or not
    Money closing = 0;
};

struct CashOverTime {
    CashOverTimeQuestion question;
    std::vector<CashBucket> buckets; ///< one for each period, those without movement too
    Currency currency;
};

/// Deposits by the month their lines are promised for, with the part no supply covers.
struct CashByMonth {
    CashReport report;
    Currency currency;
};

/// What a product's pre-orders bring in, against what making or buying it costs.
struct ProductionRun {
    RunFigures product;

    /// Units of the run: those bought or being bought; where none are, those pre-ordered.
    [[nodiscard]] Units units() const { return product.bought > 0 ? product.bought : product.ordered; }
    [[nodiscard]] Money cost() const { return product.bought > 0 ? product.boughtCost : product.ordered * product.unitCost; }
    /// What pre-orders still owe.
    [[nodiscard]] Money toCollect() const { return qMax<Money>(0, product.value - product.collected); }
    /// What neither was collected nor is owed, of the run's cost.
    [[nodiscard]] Money missing() const { return qMax<Money>(0, cost() - qMax(product.value, product.collected)); }
    /// Units to be sold until their value is the run's cost: at what pre-orders pay on average, or at the product's
    /// price; none where it is sold for nothing.
    [[nodiscard]] std::optional<Units> breakEven() const;
};

struct ProductionRuns {
    std::vector<ProductionRun> runs; ///< by the value of their pre-orders, the largest first
    Currency currency;
};

/// A waiting line that a purchase's delay puts off: all of it, where it is served in full later, else the part that comes later.
struct SlippedLine {
    ProductId product;
    OrderId order;
    OrderLineId line;
    QString customer;
    QString sku;
    Units units = 0; ///< that become later
    Money value = 0; ///< of these
    std::optional<QDate> promise;
    QDate before; ///< the line's ETA now; of a part, when the last of its units come
    QDate after; ///< the same then
    Units waiting = 0; ///< of the whole line

    [[nodiscard]] bool isPart() const { return units < waiting; }
    /// Whether it is in time now and would not be then. What comes of a part does not decide it.
    [[nodiscard]] bool isNewlyLate() const { return !isPart() && promise && before <= *promise && after > *promise; }
};

struct PurchaseSlip {
    PurchaseId purchase;
    int days = 0;
    std::vector<SlippedLine> lines; ///< newly late ones first, then by ETA
    Units units = 0;
    Money value = 0;
    qint64 newlyLate = 0;
    Currency currency;
};

[[nodiscard]] Result<CashOverTime> cashOverTime(Connection &connection, const CashOverTimeQuestion &question);
[[nodiscard]] Result<CashByMonth> cashByMonth(Connection &connection);
/// Of the scope, what is about products counts.
[[nodiscard]] Result<ProductionRuns> productionRuns(Connection &connection, const DemandScope &scope = {});
/// What becomes later when an open purchase arrives `days` after its expected day; refuses a purchase with nothing to come.
[[nodiscard]] Result<PurchaseSlip> whatSlips(Connection &connection, PurchaseId purchase, int days, QDate today);

} // namespace waitline
