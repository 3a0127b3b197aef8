#include "models/store/stockstore.h"

#include "models/store/connection.h"

namespace waitline {

void StockStore::add(ProductId product, const StockFigures &delta)
{
    m_connection.changes().products.insert(product);
    m_connection.run("UPDATE product_stock SET on_hand = on_hand + ?, allocated = allocated + ?, "
                     "waiting_preorder = waiting_preorder + ?, waiting_backorder = waiting_backorder + ?, "
                     "waiting_lines = waiting_lines + ?, waiting_value = waiting_value + ?, on_order = on_order + ?, "
                     "shipped = shipped + ? WHERE product_id = ?",
                     delta.onHand, delta.allocated, delta.waitingPreorder, delta.waitingBackorder, delta.waitingLines, delta.waitingValue,
                     delta.onOrder, delta.shipped, product);
}

bool StockStore::hasComeIn(ProductId product)
{
    return m_connection.integer("SELECT COUNT(*) FROM (SELECT 1 FROM stock_ledger g JOIN operation p ON p.id = g.operation_id "
                                "WHERE g.product_id = ? AND g.on_hand_delta > 0 AND p.kind <> 'place' LIMIT 1) AS incoming",
                                product) > 0;
}

void StockStore::recordDamage(OperationId operation, ProductId product, Units units)
{
    m_connection.run("INSERT INTO stock_damage (operation_id, product_id, units) VALUES (?, ?, ?)", operation, product, units);
}

void StockStore::recordCount(OperationId operation, ProductId product, Units before, Units counted)
{
    m_connection.run("INSERT INTO stock_count (operation_id, product_id, before, counted) VALUES (?, ?, ?, ?)", operation, product, before,
                     counted);
}

} // namespace waitline
