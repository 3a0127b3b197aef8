#include "models/store/paymentstore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

void PaymentStore::insert(OperationId operation, OrderId order, Money amount, const QString &method, const QString &reference)
{
    m_connection.run("INSERT INTO payment (operation_id, order_id, amount, method, reference) VALUES (?, ?, ?, ?, ?)", operation, order,
                     amount, method, reference);
    addToOrder(order, amount);
}

void PaymentStore::insertAll(OperationId operation, const std::vector<NewPayment> &payments)
{
    BulkInsert insert(m_connection, QStringLiteral("INSERT INTO payment (operation_id, order_id, amount, method)"), 4);
    for (const NewPayment &payment : payments)
        insert.add(operation, payment.order, payment.amount, payment.method);
    insert.finish();
    for (const NewPayment &payment : payments)
        addToOrder(payment.order, payment.amount);
}

void PaymentStore::addToOrder(OrderId order, Money amount)
{
    m_connection.run("UPDATE sales_order SET paid = paid + ?, refunded = refunded + ? WHERE id = ?", qMax<Money>(amount, 0),
                     qMax<Money>(-amount, 0), order);
}

} // namespace waitline
