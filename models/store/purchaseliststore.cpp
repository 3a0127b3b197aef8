#include "models/store/purchaseliststore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/likepattern.h"

namespace waitline {

namespace {

/// Drafts are numbered apart, and later than all that is placed.
QString ordering(PurchaseSort sort, bool descending)
{
    const QString way = descending ? QStringLiteral(" DESC") : QString();
    switch (sort) {
    case PurchaseSort::Number: return QStringLiteral("p.draft%1, p.id%1").arg(way);
    case PurchaseSort::State: return QStringLiteral("p.state") + way;
    case PurchaseSort::Supplier: return QStringLiteral("p.supplier") + way;
    case PurchaseSort::Expected: return QStringLiteral("p.expected IS NULL, p.expected") + way;
    case PurchaseSort::FirstExpected: return QStringLiteral("p.expected_first IS NULL, p.expected_first") + way;
    case PurchaseSort::Slip: return QStringLiteral("p.expected - p.expected_first") + way;
    case PurchaseSort::ToCome: return QStringLiteral("p.units") + way;
    case PurchaseSort::Value: return QStringLiteral("p.value") + way;
    }
    Q_UNREACHABLE();
}

/// Purchases as placed (state 1), part received (2), received (3) and closed short (4); drafts are 0.
const QString everything = QStringLiteral(
    "(SELECT 0 AS draft, o.id, u.name_folded AS supplier, o.reference, CASE WHEN o.closed = 1 THEN 4 WHEN l.units = 0 THEN 3 "
    "WHEN l.received > 0 THEN 2 ELSE 1 END AS state, o.expected, o.expected_first, l.units, l.value FROM purchase_order o "
    "JOIN supplier u ON u.id = o.supplier_id JOIN (SELECT purchase_id, CAST(SUM(received) AS BIGINT) AS received, "
    "CAST(SUM(CASE WHEN ordered > received + closed_short THEN ordered - received - closed_short ELSE 0 END) AS BIGINT) AS units, "
    "CAST(SUM(CASE WHEN ordered > received + closed_short THEN (ordered - received - closed_short) * unit_cost ELSE 0 END) AS BIGINT) "
    "AS value FROM purchase_line GROUP BY purchase_id) l ON l.purchase_id = o.id UNION ALL "
    "SELECT 1, id, LOWER(supplier), reference, 0, expected, expected, 0, 0 FROM purchase_draft WHERE ended_by IS NULL) AS p");

} // namespace

std::vector<PurchaseKey> PurchaseListStore::keys(const PurchaseFilter &filter, PurchaseSort sort, bool descending)
{
    QStringList conditions{QStringLiteral("1 = 1")};
    QVariantList values;
    if (filter.state) {
        conditions += QStringLiteral("p.state = ?");
        values += int(*filter.state);
    }
    if (filter.openOnly)
        conditions += QStringLiteral("p.state <= 2");
    if (const QString text = folded(filter.text); !text.isEmpty()) {
        conditions += QStringLiteral("(p.id = ? OR p.supplier LIKE ? ESCAPE '\\' OR LOWER(COALESCE(p.reference, '')) LIKE ? ESCAPE '\\' "
                                     "OR (p.draft = 0 AND EXISTS (SELECT 1 FROM purchase_line x JOIN product y ON y.id = x.product_id "
                                     "WHERE x.purchase_id = p.id AND y.sku_folded LIKE ? ESCAPE '\\')))");
        const qint64 number = QString(text).remove(QStringLiteral("po-")).toLongLong();
        values += {number, containsPattern(text), containsPattern(text), containsPattern(text)};
    }
    Rows rows = m_connection.run(QStringLiteral("SELECT p.draft, p.id FROM %1 WHERE %2 ORDER BY %3, p.draft DESC, p.id DESC")
                                     .arg(everything, conditions.join(QStringLiteral(" AND ")), ordering(sort, descending)),
                                 values);
    std::vector<PurchaseKey> keys;
    while (rows.next())
        keys.push_back({rows.boolean(0), rows.integer(1)});
    return keys;
}

} // namespace waitline
