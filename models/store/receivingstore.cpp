#include "models/store/receivingstore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

namespace waitline {

ReceivingCountId ReceivingStore::insert(OperationId operation, PurchaseId purchase, const QString &actor, Instant at)
{
    m_connection.changes().purchases.insert(purchase);
    Rows rows =
        m_connection.run("INSERT INTO receiving_count (operation_id, purchase_id, actor, started_at) VALUES (?, ?, ?, ?) RETURNING id",
                         operation, purchase, actor, at);
    return rows.next() ? rows.id<ReceivingCountId>(0) : ReceivingCountId{};
}

std::optional<StoredReceivingCount> ReceivingStore::find(ReceivingCountId id)
{
    Rows rows = m_connection.run("SELECT COALESCE(purchase_id, 0), actor, started_at, reference, note, policy, ended_by, "
                                 "COALESCE(receipt_id, 0) FROM receiving_count WHERE id = ?",
                                 id);
    if (!rows.next())
        return std::nullopt;
    StoredReceivingCount count;
    count.id = id;
    count.purchase = rows.id<PurchaseId>(0);
    count.actor = rows.text(1);
    count.startedAt = rows.integer(2);
    count.terms = {rows.text(3), rows.text(4), std::nullopt};
    if (const auto policy = rows.optionalInteger(5))
        count.terms.policy = AllocationPolicy(*policy);
    count.isOpen = rows.isNull(6);
    count.receipt = rows.id<ReceiptId>(7);
    return count;
}

std::optional<StoredReceivingCount> ReceivingStore::lock(ReceivingCountId id)
{
    m_connection.run("SELECT id FROM receiving_count WHERE id = ? @forUpdate", id);
    const auto count = find(id);
    if (count)
        m_connection.changes().purchases.insert(count->purchase);
    return count;
}

ReceivingCountId ReceivingStore::openOf(PurchaseId purchase, const QString &actor)
{
    Rows rows = purchase.isValid()
                    ? m_connection.run("SELECT id FROM receiving_count WHERE purchase_id = ? AND ended_by IS NULL", purchase)
                    : m_connection.run("SELECT id FROM receiving_count WHERE purchase_id IS NULL AND ended_by IS NULL AND actor = ? "
                                       "ORDER BY id DESC LIMIT 1",
                                       actor);
    return rows.next() ? rows.id<ReceivingCountId>(0) : ReceivingCountId{};
}

std::vector<ReceivingCountId> ReceivingStore::open()
{
    return idsOf<ReceivingCountId>(m_connection.run("SELECT id FROM receiving_count WHERE ended_by IS NULL ORDER BY id"));
}

ReceivingCountId ReceivingStore::ofReceipt(ReceiptId receipt)
{
    Rows rows = m_connection.run("SELECT id FROM receiving_count WHERE receipt_id = ?", receipt);
    return rows.next() ? rows.id<ReceivingCountId>(0) : ReceivingCountId{};
}

void ReceivingStore::setTerms(ReceivingCountId id, const CountTerms &terms)
{
    std::optional<qint64> policy;
    if (terms.policy)
        policy = qint64(*terms.policy);
    m_connection.run("UPDATE receiving_count SET reference = ?, note = ?, policy = ? WHERE id = ?", terms.reference, terms.note, policy,
                     id);
}

void ReceivingStore::end(ReceivingCountId id, OperationId by, ReceiptId receipt)
{
    m_connection.run("UPDATE receiving_count SET ended_by = ?, receipt_id = ? WHERE id = ?", by, receipt, id);
}

void ReceivingStore::reopen(ReceivingCountId id)
{
    m_connection.run("UPDATE receiving_count SET ended_by = NULL, receipt_id = NULL WHERE id = ?", id);
}

qint64 ReceivingStore::nextStep(ReceivingCountId id)
{
    return 1 + m_connection.integer("SELECT COALESCE(MAX(step), 0) FROM receiving_scan WHERE count_id = ?", id);
}

void ReceivingStore::insertScan(const StoredScan &scan)
{
    m_connection.run("INSERT INTO receiving_scan (count_id, step, scanned_at, actor, code, product_id, accepted, damaged) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                     scan.count, scan.step, scan.at, scan.actor, scan.code, scan.product, scan.accepted, scan.damaged);
}

std::vector<StoredScan> ReceivingStore::takeBackLast(ReceivingCountId id, const QString &actor)
{
    std::vector<StoredScan> scans;
    const qint64 step =
        m_connection.integer("SELECT COALESCE(MAX(step), 0) FROM receiving_scan WHERE count_id = ? AND actor = ? AND taken_back = 0", id,
                             actor);
    {
        Rows rows = m_connection.run("SELECT scanned_at, code, COALESCE(product_id, 0), accepted, damaged FROM receiving_scan "
                                     "WHERE count_id = ? AND step = ? AND taken_back = 0 ORDER BY id",
                                     id, step);
        while (rows.next())
            scans.push_back({id, step, rows.integer(0), actor, rows.text(1), rows.id<ProductId>(2), rows.integer(3), rows.integer(4)});
    }
    m_connection.run("UPDATE receiving_scan SET taken_back = 1 WHERE count_id = ? AND step = ?", id, step);
    return scans;
}

std::vector<StoredScan> ReceivingStore::counted(ReceivingCountId id)
{
    std::vector<StoredScan> products;
    Rows rows = m_connection.run("SELECT product_id, CAST(SUM(accepted) AS BIGINT), CAST(SUM(damaged) AS BIGINT) FROM receiving_scan "
                                 "WHERE count_id = ? AND taken_back = 0 AND product_id IS NOT NULL GROUP BY product_id ORDER BY MIN(id)",
                                 id);
    while (rows.next())
        products.push_back({id, 0, 0, {}, {}, rows.id<ProductId>(0), rows.integer(1), rows.integer(2)});
    return products;
}

StoredScan ReceivingStore::counted(ReceivingCountId id, ProductId product)
{
    Rows rows = m_connection.run("SELECT CAST(COALESCE(SUM(accepted), 0) AS BIGINT), CAST(COALESCE(SUM(damaged), 0) AS BIGINT) "
                                 "FROM receiving_scan WHERE count_id = ? AND taken_back = 0 AND product_id = ?",
                                 id, product);
    return rows.next() ? StoredScan{id, 0, 0, {}, {}, product, rows.integer(0), rows.integer(1)} : StoredScan{};
}

std::vector<std::pair<QString, Units>> ReceivingStore::unknown(ReceivingCountId id)
{
    std::vector<std::pair<QString, Units>> codes;
    Rows rows = m_connection.run("SELECT code, CAST(SUM(accepted + damaged) AS BIGINT) FROM receiving_scan "
                                 "WHERE count_id = ? AND taken_back = 0 AND product_id IS NULL GROUP BY code ORDER BY MIN(id)",
                                 id);
    while (rows.next())
        codes.emplace_back(rows.text(0), rows.integer(1));
    return codes;
}

void ReceivingStore::bind(ReceivingCountId id, const QString &code, ProductId product, Units units)
{
    m_connection.run("UPDATE receiving_scan SET product_id = ?, accepted = accepted * ?, damaged = damaged * ? "
                     "WHERE count_id = ? AND code = ? AND product_id IS NULL",
                     product, units, units, id, code);
}

void ReceivingStore::forget(ReceivingCountId id, const QString &code)
{
    m_connection.run("UPDATE receiving_scan SET taken_back = 1 WHERE count_id = ? AND code = ? AND product_id IS NULL", id, code);
}

} // namespace waitline
