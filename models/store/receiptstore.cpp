#include "models/store/receiptstore.h"

#include "models/store/connection.h"

namespace waitline {

ReceiptId ReceiptStore::insert(const StoredReceipt &head, std::optional<AllocationPolicy> policy)
{
    std::optional<qint64> number;
    if (policy)
        number = qint64(*policy);
    Rows rows = m_connection.run("INSERT INTO receipt (operation_id, purchase_id, reference, received_at, policy, note) "
                                 "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                                 head.operation, head.purchase, head.reference, head.receivedAt, number, head.note);
    return rows.next() ? rows.id<ReceiptId>(0) : ReceiptId{};
}

void ReceiptStore::insertLine(ReceiptId receipt, const StoredReceiptLine &line)
{
    m_connection.run("INSERT INTO receipt_line (receipt_id, product_id, purchase_line_id, accepted, damaged) VALUES (?, ?, ?, ?, ?)",
                     receipt, line.product, line.purchaseLine, line.accepted, line.damaged);
}

std::optional<StoredReceipt> ReceiptStore::lock(ReceiptId id)
{
    m_connection.run("SELECT id FROM receipt WHERE id = ? @forUpdate", id);
    return find(id);
}

std::optional<StoredReceipt> ReceiptStore::find(ReceiptId id)
{
    StoredReceipt receipt;
    {
        Rows rows =
            m_connection.run("SELECT operation_id, purchase_id, voided_by, received_at, reference, note FROM receipt WHERE id = ?", id);
        if (!rows.next())
            return std::nullopt;
        receipt.id = id;
        receipt.operation = rows.id<OperationId>(0);
        receipt.purchase = rows.id<PurchaseId>(1);
        receipt.isVoid = !rows.isNull(2);
        receipt.receivedAt = rows.integer(3);
        receipt.reference = rows.text(4);
        receipt.note = rows.text(5);
    }
    Rows rows = m_connection.run("SELECT l.product_id, l.purchase_line_id, p.sku, l.accepted, l.damaged, p.name FROM receipt_line l "
                                 "JOIN product p ON p.id = l.product_id WHERE l.receipt_id = ? ORDER BY l.id",
                                 id);
    while (rows.next()) {
        receipt.lines.push_back(
            {rows.id<ProductId>(0), rows.id<PurchaseLineId>(1), rows.text(2), rows.integer(3), rows.integer(4), rows.text(5)});
    }
    return receipt;
}

std::vector<ReceiptId> ReceiptStore::withReference(const QString &reference)
{
    std::vector<ReceiptId> receipts;
    if (reference.isEmpty())
        return receipts;
    Rows rows =
        m_connection.run("SELECT id FROM receipt WHERE reference = ? AND reference <> '' AND voided_by IS NULL ORDER BY id", reference);
    while (rows.next())
        receipts.push_back(rows.id<ReceiptId>(0));
    return receipts;
}

void ReceiptStore::markVoid(ReceiptId id, OperationId by) { m_connection.run("UPDATE receipt SET voided_by = ? WHERE id = ?", by, id); }

} // namespace waitline
