#include "models/store/paymentstore.h"

#include "models/store/connection.h"

namespace waitline {

void PaymentStore::insert(OperationId operation, OrderId order, Money amount, const QString &method, const QString &reference)
{
    m_connection.run("INSERT INTO payment (operation_id, order_id, amount, method, reference) VALUES (?, ?, ?, ?, ?)", operation, order,
                     amount, method, reference);
    m_connection.run("UPDATE sales_order SET paid = paid + ?, refunded = refunded + ? WHERE id = ?", qMax<Money>(amount, 0),
                     qMax<Money>(-amount, 0), order);
}

} // namespace waitline
