#include "models/services/paymentservice.h"

#include "models/services/unitofwork.h"
#include "models/store/paymentstore.h"
#include "models/store/settingstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Payments", text); }
} // namespace

Result<OrderView> PaymentService::pay(OrderId order, Money amount, const QString &method, const Caller &caller)
{
    return record(order, amount, method, caller, false);
}

Result<OrderView> PaymentService::refund(OrderId order, Money amount, const QString &method, const Caller &caller)
{
    return record(order, amount, method, caller, true);
}

Result<OrderView> PaymentService::record(OrderId id, Money amount, const QString &method, const Caller &caller, bool isRefund)
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
        PaymentStore(m_connection).insert(operation, id, isRefund ? -amount : amount, method, {});
        return readOrder(m_connection, id, caller.today());
    });
}

} // namespace waitline
