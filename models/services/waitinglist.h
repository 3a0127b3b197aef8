#pragma once

#include "models/domain/eta.h"
#include "models/services/caller.h"
#include "models/services/punctuality.h"
#include "models/store/waitingstore.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// Which waiting lines a list shows.
struct WaitingFilter {
    QString text; ///< SKU, product, customer, order number or reference
    ProductId product; ///< invalid: all
    std::optional<bool> preorder;
    bool lateOnly = false; ///< ETA later than the promise
    bool uncoveredOnly = false; ///< no supply in sight

    friend bool operator==(const WaitingFilter &, const WaitingFilter &) = default;
};

/// What the list is sorted by, odds by the ETA they are about; lines alike in it stand by product, then in rank order.
enum class WaitingSort {
    Place,
    Product,
    Name,
    Customer,
    Order,
    Kind,
    Waiting,
    UnitsAhead,
    Eta,
    CoveredBy,
    Promise,
    Slip,
    Placed,
    Value,
    Odds
};

struct WaitingQuestion {
    WaitingFilter filter;
    WaitingSort sort = WaitingSort::Product;
    bool descending = false;
    QDate today;
    bool isWithOdds = false; ///< asks how sure the days of the rows are that are read
};

/// A waiting line as a list shows it.
struct WaitingRow {
    WaitingDetail line;
    QString sku;
    QString name;
    qint64 place = 0;
    Units unitsAhead = 0;
    Coverage coverage;
    std::optional<QDate> release; ///< of the product
    std::optional<DayOdds> odds; ///< of the delivery that covers it, where the question asks for them

    [[nodiscard]] Money value() const { return line.queue.units * line.queue.unitPrice; }
    [[nodiscard]] bool isLate() const { return line.promise && (!coverage.isCovered() || coverage.eta > *line.promise); }
};

/// What a list of waiting lines holds: whole stretches of products' lines while these are in order of rank,
/// or else each line by its id. Small beside the lines themselves.
struct WaitingListing {
    struct Stretch {
        WaitingProduct product;
        qint64 before = 0; ///< rows of the list above it
        qint64 skip = 0; ///< lines of the product ranked ahead of it
        qint64 lines = 0;
        std::optional<bool> preorder; ///< of mixed lines only these
    };
    WaitingQuestion question;
    WaitingSum totals;
    bool isByLine = false;
    bool isBackwards = false; ///< each stretch from its tail
    std::vector<Stretch> stretches;
    std::vector<OrderLineId> lines;
};

[[nodiscard]] Result<WaitingListing> listWaiting(Connection &connection, const WaitingQuestion &question);
/// Rows `first` … `first + count - 1` of a listing; fewer when lines were served meanwhile.
[[nodiscard]] Result<std::vector<WaitingRow>> waitingRows(Connection &connection, const WaitingListing &listing, qint64 first,
                                                          qint64 count);

/// The late list added up.
[[nodiscard]] WaitingSum sumLate(Connection &connection, QDate today);

} // namespace waitline
