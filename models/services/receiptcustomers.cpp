#include "models/services/receiptcustomers.h"

#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"

namespace waitline {

Result<OrderCustomers> customersOf(Connection &connection, const ReceiptOutcome &outcome)
{
    return readIn(connection, [&] {
        OrderCustomers customers;
        const auto name = [&](OrderId id) {
            const auto [customer, isNew] = customers.try_emplace(id);
            if (!isNew)
                return;
            if (const auto order = OrderStore(connection).find(id))
                customer->second = order->customerName;
        };
        for (const ReceiptOutcome::Served &served : outcome.served)
            name(served.units.order);
        for (const ReceiptOutcome::Unserved &line : outcome.unserved)
            name(line.units.order);
        return customers;
    });
}

} // namespace waitline
