#include "models/services/paymentservice.h"

#include "models/services/ordernotices.h"
#include "models/services/unitofwork.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Payments", text); }

StoredPayment standing(Connection &connection, PaymentId id)
{
    const auto payment = PaymentStore(connection).find(id);
    if (!payment)
        throw Refusal{notFound("payment", sentence("There is no entry %1 in the payment journal.").arg(id.value))};
    if (payment->isCounterEntry())
        throw Refusal{refused("payment", sentence("Entry %1 is a counter-entry: record the payment or refund anew.").arg(id.value))};
    if (payment->reversedBy.isValid())
        throw Refusal{
            refused("payment", sentence("Entry %1 was taken back already, by entry %2.").arg(id.value).arg(payment->reversedBy.value))};
    return *payment;
}

} // namespace

Result<OrderView> PaymentService::pay(OrderId order, Money amount, const PaymentMeans &means, const Caller &caller)
{
    return record(order, amount, means, caller, false);
}

Result<OrderView> PaymentService::refund(OrderId order, Money amount, const PaymentMeans &means, const Caller &caller)
{
    return record(order, amount, means, caller, true);
}

Result<OrderView> PaymentService::record(OrderId id, Money amount, const PaymentMeans &means, const Caller &caller, bool isRefund)
{
    return writeIn(m_connection, [&] {
        const Currency currency = SettingStore(m_connection).currency();
        if (amount <= 0 || amount > maximumMoney)
            throw Refusal{invalid("amount", sentence("The amount must be above 0, not %1.").arg(currency.toDecimal(amount)))};
        const auto order = OrderStore(m_connection).lock(id);
        if (!order)
            throw Refusal{notFound("order", sentence("There is no order %1.").arg(id.value))};
        if (isRefund && amount > order->held())
            throw Refusal{refused("amount", sentence("Only %1 of order %2 can be refunded, not %3: no more was paid.")
                                                .arg(currency.toDecimal(order->held()))
                                                .arg(id.value)
                                                .arg(currency.toDecimal(amount)))};
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp(isRefund ? "refund" : "pay"));
        PaymentStore(m_connection).insert(operation, {id, isRefund ? -amount : amount, means.method.trimmed(), means.reference.trimmed()});
        OrderView view = readOrder(m_connection, id, caller.today());
        withdrawSettledRefund(m_connection, view, operation);
        return view;
    });
}

Result<OrderView> PaymentService::reverse(PaymentId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        if (reason.trimmed().isEmpty())
            throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
        const OrderId order = standing(m_connection, id).order;
        const StoredOrder stored = *OrderStore(m_connection).lock(order);
        const StoredPayment payment = standing(m_connection, id); // as it is now that nobody else can take it back
        if (payment.amount > stored.held()) {
            const Currency currency = SettingStore(m_connection).currency();
            throw Refusal{
                refused("payment", sentence("Entry %1 cannot be taken back: of order %2 only %3 is held, the rest was refunded. Take the "
                                            "refund back first.")
                                       .arg(id.value)
                                       .arg(order.value)
                                       .arg(currency.toDecimal(stored.held())))};
        }
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp("reverse_payment", reason));
        PaymentStore(m_connection).insertReversal(operation, payment);
        OrderView view = readOrder(m_connection, order, caller.today());
        withdrawSettledRefund(m_connection, view, operation);
        return view;
    });
}

Result<std::vector<StoredPayment>> PaymentService::journal(const PaymentFilter &filter, qint64 first, qint64 count)
{
    return readIn(m_connection, [&] { return PaymentStore(m_connection).journal(filter, first, count); });
}

Result<PaymentSum> PaymentService::sum(const PaymentFilter &filter)
{
    return readIn(m_connection, [&] { return PaymentStore(m_connection).sum(filter); });
}

} // namespace waitline
