#include "models/store/returnstore.h"

#include "models/store/connection.h"
#include "models/store/orderstore.h"

namespace waitline {

void ReturnStore::insert(OperationId operation, const CustomerReturn &back)
{
    m_connection.run("INSERT INTO customer_return (operation_id, shipment_id, order_line_id, product_id, to_stock, scrapped) "
                     "VALUES (?, ?, ?, ?, ?, ?)",
                     operation, back.shipment, back.line, back.product, back.toStock, back.scrapped);
    OrderStore orders(m_connection);
    orders.addShipped(back.line, -back.units());
    orders.cancel(operation, back.line, back.units());
}

} // namespace waitline
