#include "models/services/receiptcustomers.h"

#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"

namespace waitline {

Result<OrderCustomers> customersOf(Connection &connection, const ReceiptOutcome &outcome)
{
    return readIn(connection, [&] {
        OrderCustomers customers;
        for (const ReceiptOutcome::Served &served : outcome.served) {
            const auto [customer, isNew] = customers.try_emplace(served.units.order);
            if (!isNew)
                continue;
            if (const auto order = OrderStore(connection).find(served.units.order))
                customer->second = order->customerName;
        }
        return customers;
    });
}

} // namespace waitline
