#pragma once

#include "models/services/caller.h"
#include "models/services/orderview.h"
#include "models/store/paymentstore.h"

namespace waitline {

class Connection;

/// By what money moved: "card", "transfer" …, and the statement's or the terminal's own number.
struct PaymentMeans {
    PaymentMeans(QString how = {}, QString number = {}) : method(std::move(how)), reference(std::move(number)) {}
    PaymentMeans(const char *how) : method(QString::fromUtf8(how)) {}

    QString method;
    QString reference;
};

/// Money on orders: deposits and balances in, refunds out. Nothing is deleted: a mistake is taken back by a counter-entry.
class PaymentService final {
public:
    explicit PaymentService(Connection &connection) : m_connection(connection) {}

    /// `amount` in minor units, above 0.
    Result<OrderView> pay(OrderId order, Money amount, const PaymentMeans &means, const Caller &caller);
    /// Refuses more than was paid and not refunded yet.
    Result<OrderView> refund(OrderId order, Money amount, const PaymentMeans &means, const Caller &caller);
    /// Takes an entry back by a counter-entry. Refuses one that is none or taken back already, and a payment that has
    /// been refunded since.
    Result<OrderView> reverse(PaymentId payment, const QString &reason, const Caller &caller);

    /// Entries of the journal, the latest first.
    Result<std::vector<StoredPayment>> journal(const PaymentFilter &filter, qint64 first, qint64 count);
    Result<PaymentSum> sum(const PaymentFilter &filter);

private:
    Result<OrderView> record(OrderId order, Money amount, const PaymentMeans &means, const Caller &caller, bool isRefund);

    Connection &m_connection;
};

} // namespace waitline
