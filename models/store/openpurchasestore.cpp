#include "models/store/openpurchasestore.h"

#include "models/store/connection.h"

namespace waitline {

std::vector<StoredOpenPurchase> OpenPurchaseStore::all()
{
    std::vector<StoredOpenPurchase> purchases;
    Rows rows =
        m_connection.run("SELECT o.id, u.name, o.reference, o.expected, open.lines, CAST(open.units AS BIGINT) FROM ("
                         "SELECT purchase_id, COUNT(*) AS lines, SUM(ordered - received - closed_short) AS units FROM purchase_line "
                         "WHERE ordered > received + closed_short GROUP BY purchase_id) open "
                         "JOIN purchase_order o ON o.id = open.purchase_id JOIN supplier u ON u.id = o.supplier_id "
                         "ORDER BY o.expected, o.id");
    while (rows.next())
        purchases.push_back({rows.id<PurchaseId>(0), rows.text(1), rows.text(2), rows.day(3), rows.integer(4), rows.integer(5)});
    return purchases;
}

} // namespace waitline
