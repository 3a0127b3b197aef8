#include "models/store/releasestore.h"

#include "models/store/connection.h"

namespace waitline {

qint64 ReleaseStore::promises(ProductId product)
{
    return m_connection.integer("SELECT COUNT(*) FROM order_line WHERE product_id = ? AND preorder = 1 AND promise_current IS NOT NULL "
                                "AND ordered > cancelled + shipped",
                                product);
}

qint64 ReleaseStore::orders(ProductId product)
{
    return m_connection.integer("SELECT COUNT(DISTINCT order_id) FROM order_line WHERE product_id = ? AND preorder = 1 "
                                "AND ordered > cancelled + shipped",
                                product);
}

qint64 ReleaseStore::customers(ProductId product)
{
    return m_connection.integer("SELECT COUNT(DISTINCT o.customer_id) FROM order_line l JOIN sales_order o ON o.id = l.order_id "
                                "WHERE l.product_id = ? AND l.preorder = 1 AND l.ordered > l.cancelled + l.shipped",
                                product);
}

} // namespace waitline
