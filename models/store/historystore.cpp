#include "models/store/historystore.h"

#include "models/store/bulkinsert.h"
#include "models/store/connection.h"

namespace waitline {

qint64 HistoryStore::insert(const QString &source, const std::vector<PastSale> &sales)
{
    BulkInsert insert(m_connection,
                      QStringLiteral("INSERT INTO sales_history (source, reference, position, product_id, customer_id, sold_day, "
                                     "units, unit_price, country)"),
                      9, QStringLiteral("ON CONFLICT (source, reference, position) DO NOTHING"));
    for (const PastSale &sale : sales) {
        insert.add(source, sale.reference, sale.position, sale.product, sale.customer, sale.day, sale.units, sale.unitPrice, sale.country);
    }
    insert.finish();
    if (insert.written() > 0)
        m_connection.changes().everything = true;
    return insert.written();
}

} // namespace waitline
