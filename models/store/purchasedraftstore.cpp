#include "models/store/purchasedraftstore.h"

#include "models/store/connection.h"

namespace waitline {

PurchaseDraftId PurchaseDraftStore::save(OperationId operation, const StoredPurchaseDraft &draft)
{
    PurchaseDraftId id = draft.id;
    if (id.isValid()) {
        m_connection.run("UPDATE purchase_draft SET operation_id = ?, supplier = ?, expected = ?, reference = ?, saved_at = ? WHERE id = ?",
                         operation, draft.supplier, draft.expected, draft.reference, draft.savedAt, id);
        m_connection.run("DELETE FROM purchase_draft_line WHERE draft_id = ?", id);
    } else {
        Rows rows = m_connection.run("INSERT INTO purchase_draft (operation_id, supplier, expected, reference, saved_at) "
                                     "VALUES (?, ?, ?, ?, ?) RETURNING id",
                                     operation, draft.supplier, draft.expected, draft.reference, draft.savedAt);
        id = rows.next() ? rows.id<PurchaseDraftId>(0) : PurchaseDraftId{};
    }
    for (const StoredPurchaseDraft::Line &line : draft.lines)
        m_connection.run("INSERT INTO purchase_draft_line (draft_id, sku, units, unit_cost) VALUES (?, ?, ?, ?)", id, line.sku, line.units,
                         line.unitCost);
    m_connection.changes().purchases.insert(PurchaseId{}); // a list of purchases shows drafts too
    return id;
}

std::optional<StoredPurchaseDraft> PurchaseDraftStore::find(PurchaseDraftId id)
{
    StoredPurchaseDraft draft;
    {
        Rows rows =
            m_connection.run("SELECT supplier, expected, reference, saved_at FROM purchase_draft WHERE id = ? AND ended_by IS NULL", id);
        if (!rows.next())
            return std::nullopt;
        draft.id = id;
        draft.supplier = rows.text(0);
        draft.expected = rows.optionalDay(1);
        draft.reference = rows.text(2);
        draft.savedAt = rows.integer(3);
    }
    Rows rows = m_connection.run("SELECT sku, units, unit_cost FROM purchase_draft_line WHERE draft_id = ? ORDER BY id", id);
    while (rows.next())
        draft.lines.push_back({rows.text(0), rows.integer(1), rows.optionalInteger(2)});
    return draft;
}

std::optional<StoredPurchaseDraft> PurchaseDraftStore::lock(PurchaseDraftId id)
{
    m_connection.run("SELECT id FROM purchase_draft WHERE id = ? @forUpdate", id);
    return find(id);
}

std::map<QString, Units> PurchaseDraftStore::units()
{
    std::map<QString, Units> units;
    Rows rows = m_connection.run("SELECT l.sku, CAST(SUM(l.units) AS BIGINT) FROM purchase_draft d JOIN purchase_draft_line l "
                                 "ON l.draft_id = d.id WHERE d.ended_by IS NULL GROUP BY l.sku");
    while (rows.next())
        units.emplace(rows.text(0), rows.integer(1));
    return units;
}

void PurchaseDraftStore::end(PurchaseDraftId id, OperationId by)
{
    m_connection.run("UPDATE purchase_draft SET ended_by = ? WHERE id = ?", by, id);
    m_connection.changes().purchases.insert(PurchaseId{});
}

} // namespace waitline
