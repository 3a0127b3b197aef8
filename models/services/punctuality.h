#pragma once

#include "models/domain/eta.h"
#include "models/forecast/leadtimes.h"

#include <map>
#include <vector>

namespace waitline {

class Connection;

/// How sure a day is that a delivery decides.
struct DayOdds {
    QDate likely; ///< by then with the probability likelyShare
    std::optional<double> kept; ///< the probability that the promise is kept; none without a promise
};
inline constexpr double likelyShare = 0.8;

/// How sure the days of open purchases are, told from how late their suppliers' past deliveries were. A purchase that is
/// overdue is held against days later still. Reads each purchase once; throws StoreError.
class Punctuality final {
public:
    Punctuality(Connection &connection, QDate today) : m_connection(connection), m_today(today) {}

    /// None where no purchase decides the day, or fewer than three deliveries of its supplier are known.
    [[nodiscard]] std::optional<DayOdds> oddsOf(const Coverage &coverage, std::optional<QDate> release, std::optional<QDate> promise);
    /// By when the goods of a purchase are there with the probability likelyShare; none where too little is known.
    [[nodiscard]] std::optional<QDate> likelyDay(PurchaseId purchase);

private:
    struct Past {
        QDate expected;
        double overdue = 0; ///< days
        std::optional<forecasting::Lateness> lateness; ///< none where too little is known
    };
    const Past &pastOf(PurchaseId purchase);

    Connection &m_connection;
    QDate m_today;
    std::map<PurchaseId, Past> m_past;
};

} // namespace waitline
