#include "models/store/noticestore.h"

#include "models/store/connection.h"

namespace waitline {

qint64 NoticeStore::prepare(OperationId operation, ProductId product, QDate before, QDate after)
{
    return m_connection
        .run("INSERT INTO notice (operation_id, customer_id, product_id, day_before, day_after) "
             "SELECT DISTINCT CAST(? AS BIGINT), o.customer_id, l.product_id, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM order_line l "
             "JOIN sales_order o ON o.id = l.order_id WHERE l.product_id = ? AND l.preorder = 1 AND l.ordered > l.cancelled + l.shipped",
             operation, before, after, product)
        .affected();
}

std::vector<Notice> NoticeStore::open()
{
    std::vector<Notice> notices;
    Rows rows = m_connection.run("SELECT n.id, n.customer_id, c.name, c.email, n.product_id, p.sku, n.day_before, n.day_after "
                                 "FROM notice n JOIN customer c ON c.id = n.customer_id JOIN product p ON p.id = n.product_id "
                                 "WHERE n.told_by IS NULL ORDER BY n.id");
    while (rows.next()) {
        notices.push_back({rows.integer(0), rows.id<CustomerId>(1), rows.text(2), rows.text(3), rows.id<ProductId>(4), rows.text(5),
                           rows.day(6), rows.day(7)});
    }
    return notices;
}

bool NoticeStore::markTold(qint64 notice, OperationId by)
{
    return m_connection.run("UPDATE notice SET told_by = ? WHERE id = ? AND told_by IS NULL", by, notice).affected() == 1;
}

} // namespace waitline
