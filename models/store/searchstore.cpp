#include "models/store/searchstore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/wordmatch.h"

namespace waitline {

std::vector<ProductHit> SearchStore::products(const WordMatch &match, const QString &order, int limit)
{
    std::vector<ProductHit> hits;
    Rows rows =
        m_connection.run(QStringLiteral(
                             "SELECT product.id, product.sku, product.name, product.price, s.on_hand - s.allocated, "
                             "s.waiting_preorder + s.waiting_backorder, product.release_day, (SELECT MIN(o.expected) FROM purchase_line l "
                             "JOIN purchase_order o ON o.id = l.purchase_id WHERE l.product_id = product.id "
                             "AND l.ordered > l.received + l.closed_short) FROM product JOIN product_stock s ON s.product_id = product.id "
                             "WHERE %1 %2 LIMIT ?")
                             .arg(match.condition, order),
                         match.values + QVariantList{limit});
    while (rows.next()) {
        hits.push_back({rows.id<ProductId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5),
                        rows.optionalDay(6), rows.optionalDay(7)});
    }
    return hits;
}

std::vector<ProductHit> SearchStore::firstProducts(int limit)
{
    return products({QStringLiteral("product.discontinued = 0"), {}}, QStringLiteral("ORDER BY product.sku_folded"), limit);
}

std::vector<CustomerHit> SearchStore::firstCustomers(int limit)
{
    return customers({QStringLiteral("customer.merged_into IS NULL"), {}}, QStringLiteral("ORDER BY customer.name_folded, customer.id"),
                     limit);
}

std::vector<ProductHit> SearchStore::productsNamed(const QString &skuOrBarcode)
{
    return products({QStringLiteral("product.id IN (SELECT id FROM product WHERE sku = ? OR sku_folded = ? "
                                    "UNION SELECT product_id FROM barcode WHERE code = ?)"),
                     {skuOrBarcode, folded(skuOrBarcode), skuOrBarcode}},
                    {}, 2);
}

std::vector<ProductHit> SearchStore::productsBeginning(const QString &text, int limit)
{
    auto hits = products(WordMatch::beginning(m_connection.dialect(), {QStringLiteral("product.sku_folded")}, text),
                         QStringLiteral("ORDER BY product.sku_folded"), limit);
    const auto named = products(WordMatch::beginning(m_connection.dialect(), {QStringLiteral("product.name_folded")}, text),
                                QStringLiteral("ORDER BY product.name_folded"), limit);
    hits.insert(hits.end(), named.begin(), named.end());
    return hits;
}

std::vector<ProductHit> SearchStore::productsContaining(const QString &text, int limit)
{
    return products(WordMatch::of(m_connection.dialect(), QStringLiteral("product"),
                                  {QStringLiteral("product.sku_folded"), QStringLiteral("product.name_folded")}, text, limit),
                    {}, limit);
}

std::vector<CustomerHit> SearchStore::customers(const WordMatch &match, const QString &order, int limit)
{
    std::vector<CustomerHit> hits;
    Rows rows = m_connection.run(
        // What a merged duplicate says leads to the customer it became.
        QStringLiteral("SELECT s.id, s.name, s.reference, s.email, s.phone, s.country, s.address FROM customer "
                       "JOIN customer s ON s.id = COALESCE(customer.merged_into, customer.id) WHERE %1 %2 LIMIT ?")
            .arg(match.condition, order),
        match.values + QVariantList{limit});
    while (rows.next())
        hits.push_back({rows.id<CustomerId>(0), {rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6)}});
    return hits;
}

std::vector<CustomerHit> SearchStore::customersNamed(const QString &nameOrReference, int limit)
{
    return customers({QStringLiteral("(customer.name_folded = ? OR customer.reference = ?)"), {folded(nameOrReference), nameOrReference}},
                     QStringLiteral("ORDER BY customer.id"), limit);
}

std::vector<CustomerHit> SearchStore::customersBeginning(const QString &text, int limit)
{
    return customers(WordMatch::beginning(m_connection.dialect(), {QStringLiteral("customer.name_folded")}, text),
                     QStringLiteral("ORDER BY customer.name_folded, customer.id"), limit);
}

std::vector<CustomerHit> SearchStore::customersContaining(const QString &text, int limit)
{
    return customers(WordMatch::of(m_connection.dialect(), QStringLiteral("customer"), {QStringLiteral("customer.name_folded")}, text,
                                   limit),
                     {}, limit);
}

std::optional<OrderHit> SearchStore::order(OrderId id)
{
    Rows rows =
        m_connection.run("SELECT o.id, c.name, o.reference, o.placed_at, "
                         "CAST((SELECT COALESCE(SUM(ordered - cancelled), 0) FROM order_line WHERE order_id = o.id) AS BIGINT), "
                         "CAST((SELECT COALESCE(SUM(l.ordered - l.cancelled - l.shipped - COALESCE(a.units, 0)), 0) "
                         "FROM order_line l LEFT JOIN allocated_line a ON a.product_id = l.product_id "
                         "AND a.urgency = COALESCE(l.moved_urgency, -o.priority) AND a.placed_at = COALESCE(l.moved_at, o.placed_at) "
                         "AND a.rank_line = COALESCE(l.moved_line, l.id) AND a.sequence = COALESCE(l.moved_sequence, 0) "
                         "WHERE l.order_id = o.id) AS BIGINT) "
                         "FROM sales_order o JOIN customer c ON c.id = o.customer_id WHERE o.id = ?",
                         id);
    if (!rows.next())
        return std::nullopt;
    return OrderHit{rows.id<OrderId>(0), rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5)};
}

std::optional<PurchaseHit> SearchStore::purchase(PurchaseId id)
{
    Rows rows =
        m_connection.run("SELECT o.id, u.name, o.reference, o.expected, CAST((SELECT COALESCE(SUM(ordered - received - closed_short), 0) "
                         "FROM purchase_line WHERE purchase_id = o.id AND ordered > received + closed_short) AS BIGINT) "
                         "FROM purchase_order o JOIN supplier u ON u.id = o.supplier_id WHERE o.id = ?",
                         id);
    if (!rows.next())
        return std::nullopt;
    return PurchaseHit{rows.id<PurchaseId>(0), rows.text(1), rows.text(2), rows.day(3), rows.integer(4)};
}

std::pair<qint64, Units> SearchStore::waitingOf(CustomerId customer)
{
    Rows rows = m_connection.run("SELECT COUNT(DISTINCT o.id), CAST(COALESCE(SUM(w.units), 0) AS BIGINT) FROM sales_order o "
                                 "CROSS JOIN order_line l CROSS JOIN waiting_line w WHERE o.customer_id = ? AND l.order_id = o.id "
                                 "AND w.product_id = l.product_id AND w.urgency = COALESCE(l.moved_urgency, -o.priority) "
                                 "AND w.placed_at = COALESCE(l.moved_at, o.placed_at) AND w.rank_line = COALESCE(l.moved_line, l.id) "
                                 "AND w.sequence = COALESCE(l.moved_sequence, 0)",
                                 customer);
    return rows.next() ? std::pair(rows.integer(0), rows.integer(1)) : std::pair(qint64(0), Units(0));
}

} // namespace waitline
