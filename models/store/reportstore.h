#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/store/demandstore.h"

#include <QString>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// A waiting line as people read it, without what depends on the supply.
struct WaitingReportRow {
    ProductId product;
    OrderId order;
    OrderLineId line;
    QString customer;
    Units waiting = 0;
    bool preorder = false;
    std::optional<QDate> promise;
    std::optional<QDate> promiseFirst;
    Money unitPrice = 0;
};

struct DemandReportRow {
    ProductId product;
    QString sku;
    QString name;
    std::optional<DayNumber> bucket; ///< first day of the period, when asked by period
    Units preorderWaiting = 0;
    Units backorderWaiting = 0;
    Money valueWaiting = 0;
    DemandFigures ordered;
};

enum class Period { Day, Week, Month };

/// What the demand report is asked for; the days are inclusive.
struct DemandQuery {
    std::optional<QDate> from;
    std::optional<QDate> to;
    ProductId product; ///< invalid: all
    std::optional<qint64> top;
};

/// Reads for reports and feeds.
class ReportStore final {
public:
    explicit ReportStore(Connection &connection) : m_connection(connection) {}

    /// A product's waiting line in rank order.
    [[nodiscard]] std::vector<WaitingReportRow> waitingLine(ProductId product);
    /// Products with waiting lines that carry a promise.
    [[nodiscard]] std::vector<ProductId> productsWithPromises();
    /// Products by waiting units, then by units ordered in the period, most first; those with neither are left out.
    [[nodiscard]] std::vector<DemandReportRow> demand(const DemandQuery &query);
    /// Units ordered by product and day within the query, of the products it selects.
    [[nodiscard]] std::vector<DemandReportRow> demandByDay(const DemandQuery &query);
    /// The same of units that still wait, by the day on which their orders were placed.
    [[nodiscard]] std::vector<DemandReportRow> waitingByDay(const DemandQuery &query);

private:
    Connection &m_connection;
};

} // namespace waitline
