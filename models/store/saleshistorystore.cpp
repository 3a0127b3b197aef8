#include "models/store/saleshistorystore.h"

#include "models/store/bulkinsert.h"

namespace waitline {

void SalesHistoryStore::insertAll(const QString &source, const std::vector<HistorySale> &sales)
{
    BulkInsert insert(m_connection,
                      QStringLiteral(
                          "INSERT INTO sales_history (source, reference, position, product_id, sold_day, units, unit_price, country)"),
                      8);
    for (const HistorySale &sale : sales)
        insert.add(source, sale.reference, sale.position, sale.product, sale.day, sale.units, sale.unitPrice, sale.country);
    insert.finish();
}

} // namespace waitline
