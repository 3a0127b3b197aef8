#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QDate>

#include <optional>
#include <vector>

namespace waitline {

class Connection;

/// A line of an order that holds money, as the cash report needs it.
struct CashLine {
    OrderId order;
    Money held = 0; ///< of its order: paid − refunded
    Money openValue = 0; ///< neither shipped nor cancelled
    Money shippedValue = 0;
    Money waitingValue = 0;
    bool isCovered = true; ///< stock and open purchases reach all of it
    std::optional<QDate> promise;
};

/// Reads for the cash report.
class CashStore final {
public:
    explicit CashStore(Connection &connection) : m_connection(connection) {}

    /// All lines of orders whose payments are not refunded in full, order by order.
    [[nodiscard]] std::vector<CashLine> linesWithMoney();

private:
    Connection &m_connection;
};

} // namespace waitline
