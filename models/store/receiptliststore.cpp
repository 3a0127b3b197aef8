#include "models/store/receiptliststore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/likepattern.h"

namespace waitline {

Units ListedReceipt::accepted() const
{
    Units units = 0;
    for (const StoredReceiptLine &line : receipt.lines)
        units += line.accepted;
    return units;
}

Units ListedReceipt::damaged() const
{
    Units units = 0;
    for (const StoredReceiptLine &line : receipt.lines)
        units += line.damaged;
    return units;
}

std::vector<ReceiptId> ReceiptListStore::list(const QString &foldedText, qint64 number, PurchaseId purchase)
{
    if (purchase.isValid())
        return idsOf<ReceiptId>(m_connection.run("SELECT id FROM receipt WHERE purchase_id = ? ORDER BY id DESC", purchase));
    if (foldedText.isEmpty())
        return idsOf<ReceiptId>(m_connection.run("SELECT id FROM receipt ORDER BY id DESC"));
    const QString pattern = containsPattern(foldedText);
    return idsOf<ReceiptId>(
        m_connection.run("SELECT r.id FROM receipt r LEFT JOIN purchase_order o ON o.id = r.purchase_id "
                         "LEFT JOIN supplier s ON s.id = o.supplier_id WHERE r.id = ? OR r.purchase_id = ? "
                         "OR LOWER(r.reference) LIKE ? ESCAPE '\\' OR s.name_folded LIKE ? ESCAPE '\\' ORDER BY r.id DESC",
                         number, number, pattern, pattern));
}

std::optional<ListedReceipt> ReceiptListStore::find(ReceiptId id)
{
    const auto receipt = ReceiptStore(m_connection).find(id);
    if (!receipt)
        return std::nullopt;
    ListedReceipt listed{*receipt, {}, {}, {}, {}, 0};
    Rows rows = m_connection.run("SELECT COALESCE(s.name, ''), p.actor, COALESCE(v.reason, ''), COALESCE(v.actor, ''), v.at FROM receipt r "
                                 "JOIN operation p ON p.id = r.operation_id LEFT JOIN operation v ON v.id = r.voided_by "
                                 "LEFT JOIN purchase_order o ON o.id = r.purchase_id LEFT JOIN supplier s ON s.id = o.supplier_id "
                                 "WHERE r.id = ?",
                                 id);
    if (rows.next()) {
        listed.supplier = rows.text(0);
        listed.actor = rows.text(1);
        listed.voidReason = rows.text(2);
        listed.voidActor = rows.text(3);
        listed.voidedAt = rows.integer(4);
    }
    return listed;
}

} // namespace waitline
