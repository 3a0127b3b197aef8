#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;

using PaymentId = Id<struct PaymentTag>;

/// Money in (amount > 0) or back out (< 0), to be recorded.
struct NewPayment {
    OrderId order;
    Money amount = 0;
    QString method;
    QString reference = {};
};

/// An entry of the payment journal.
struct StoredPayment {
    PaymentId id;
    OrderId order;
    QString customer;
    Instant at = 0;
    QString actor;
    Money amount = 0;
    QString method;
    QString reference;
    QString reason; ///< of a counter-entry
    PaymentId reverses; ///< the entry it takes back; invalid: none
    PaymentId reversedBy; ///< the counter-entry that took it back; invalid: it stands

    [[nodiscard]] bool isCounterEntry() const { return reverses.isValid(); }
    [[nodiscard]] bool isStanding() const { return !isCounterEntry() && !reversedBy.isValid(); }
};

/// Which entries of the journal are meant; the days are inclusive.
struct PaymentFilter {
    OrderId order; ///< invalid: all
    QString text; ///< order number, or part of the customer, method or reference
    std::optional<QDate> from;
    std::optional<QDate> to;

    friend bool operator==(const PaymentFilter &, const PaymentFilter &) = default;
};

struct PaymentSum {
    qint64 entries = 0;
    Money in = 0; ///< payments, less those taken back
    Money refunded = 0; ///< refunds, less those taken back
};

class PaymentStore final {
public:
    explicit PaymentStore(Connection &connection) : m_connection(connection) {}

    /// Records money in (amount > 0) or back out (< 0) and updates the order's counters.
    void insert(OperationId operation, const NewPayment &payment);
    /// Many payments of one operation at once, such as a day's bank statement.
    void insertAll(OperationId operation, const std::vector<NewPayment> &payments);
    /// The counter-entry of a standing entry.
    void insertReversal(OperationId operation, const StoredPayment &payment);
    [[nodiscard]] std::optional<StoredPayment> find(PaymentId id);
    /// Entries, the latest first.
    [[nodiscard]] std::vector<StoredPayment> journal(const PaymentFilter &filter, qint64 first, qint64 count);
    [[nodiscard]] PaymentSum sum(const PaymentFilter &filter);
    [[nodiscard]] bool hasEntries(OrderId order);

private:
    void addToOrder(OrderId order, Money paid, Money refunded);

    Connection &m_connection;
};

} // namespace waitline
