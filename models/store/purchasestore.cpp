#include "models/store/purchasestore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"

namespace waitline {

Units StoredPurchase::toCome() const
{
    Units units = 0;
    for (const StoredPurchaseLine &line : lines)
        units += line.onOrder();
    return units;
}

Units StoredPurchase::missing() const
{
    Units units = 0;
    for (const StoredPurchaseLine &line : lines)
        units += std::max<Units>(0, line.ordered - line.received);
    return units;
}

bool StoredPurchase::hasReceived() const
{
    return std::any_of(lines.begin(), lines.end(), [](const StoredPurchaseLine &line) { return line.received > 0; });
}

QString StoredPurchase::status() const
{
    if (isClosed)
        return QStringLiteral("closed");
    bool anyReceived = false;
    bool anyOpen = false;
    for (const StoredPurchaseLine &line : lines) {
        anyReceived = anyReceived || line.received > 0;
        anyOpen = anyOpen || line.onOrder() > 0;
    }
    if (!anyOpen)
        return QStringLiteral("received");
    return anyReceived ? QStringLiteral("part_received") : QStringLiteral("placed");
}

PurchaseId PurchaseStore::insert(OperationId operation, SupplierId supplier, const QString &reference, Instant placedAt, QDate expected)
{
    Rows rows = m_connection.run("INSERT INTO purchase_order (operation_id, supplier_id, reference, placed_at, expected_first, expected) "
                                 "VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                                 operation, supplier, textOrNull(reference), placedAt, expected, expected);
    const PurchaseId id = rows.next() ? rows.id<PurchaseId>(0) : PurchaseId{};
    m_connection.changes().purchases.insert(id);
    return id;
}

void PurchaseStore::insertLine(PurchaseId purchase, ProductId product, Units units, Money unitCost)
{
    m_connection.run("INSERT INTO purchase_line (purchase_id, product_id, ordered, unit_cost) VALUES (?, ?, ?, ?)", purchase, product,
                     units, unitCost);
}

std::optional<StoredPurchase> PurchaseStore::find(PurchaseId id)
{
    StoredPurchase purchase;
    {
        Rows rows = m_connection.run("SELECT o.id, u.name, o.reference, o.placed_at, o.expected_first, o.expected, o.closed "
                                     "FROM purchase_order o JOIN supplier u ON u.id = o.supplier_id WHERE o.id = ?",
                                     id);
        if (!rows.next())
            return std::nullopt;
        purchase.id = id;
        purchase.supplier = rows.text(1);
        purchase.reference = rows.text(2);
        purchase.placedAt = rows.integer(3);
        purchase.expectedFirst = rows.day(4);
        purchase.expected = rows.day(5);
        purchase.isClosed = rows.boolean(6);
    }
    Rows rows = m_connection.run("SELECT l.id, l.product_id, p.sku, p.name, l.ordered, l.received, l.over_received, l.closed_short, "
                                 "l.unit_cost FROM purchase_line l JOIN product p ON p.id = l.product_id WHERE l.purchase_id = ? "
                                 "ORDER BY l.id",
                                 id);
    while (rows.next()) {
        purchase.lines.push_back({rows.id<PurchaseLineId>(0), rows.id<ProductId>(1), rows.text(2), rows.text(3), rows.integer(4),
                                  rows.integer(5), rows.integer(6), rows.integer(7), rows.integer(8)});
    }
    return purchase;
}

std::optional<StoredPurchase> PurchaseStore::lock(PurchaseId id)
{
    m_connection.run("SELECT id FROM purchase_order WHERE id = ? @forUpdate", id);
    m_connection.changes().purchases.insert(id);
    return find(id);
}

PurchaseId PurchaseStore::idOfReference(const QString &reference)
{
    Rows rows = m_connection.run("SELECT id FROM purchase_order WHERE reference = ?", reference);
    return rows.next() ? rows.id<PurchaseId>(0) : PurchaseId{};
}

std::vector<ProductId> PurchaseStore::products(PurchaseId id)
{
    return idsOf<ProductId>(
        m_connection.run("SELECT DISTINCT product_id FROM purchase_line WHERE purchase_id = ? ORDER BY product_id", id));
}

void PurchaseStore::setReceived(PurchaseLineId line, Units received, Units overReceived)
{
    m_connection.run("UPDATE purchase_line SET received = ?, over_received = ? WHERE id = ?", received, overReceived, line);
}

void PurchaseStore::setClosedShort(PurchaseLineId line, Units units)
{
    m_connection.run("UPDATE purchase_line SET closed_short = ? WHERE id = ?", units, line);
}

void PurchaseStore::setClosed(PurchaseId id, bool isClosed)
{
    m_connection.run("UPDATE purchase_order SET closed = ? WHERE id = ?", isClosed, id);
}

void PurchaseStore::setExpected(PurchaseId id, QDate day)
{
    m_connection.run("UPDATE purchase_order SET expected = ? WHERE id = ?", day, id);
    for (ProductId product : products(id)) // their lines are covered on other days now
        m_connection.changes().products.insert(product);
}

void PurchaseStore::setHead(PurchaseId id, SupplierId supplier, const QString &reference)
{
    m_connection.run("UPDATE purchase_order SET supplier_id = ?, reference = ? WHERE id = ?", supplier, textOrNull(reference), id);
}

void PurchaseStore::setOrdered(PurchaseLineId line, Units ordered, Money unitCost)
{
    m_connection.run("UPDATE purchase_line SET ordered = ?, unit_cost = ? WHERE id = ?", ordered, unitCost, line);
}

bool PurchaseStore::removeLine(PurchaseLineId line)
{
    if (m_connection.integer("SELECT COUNT(*) FROM receipt_line WHERE purchase_line_id = ?", line) > 0)
        return false;
    m_connection.run("DELETE FROM purchase_line WHERE id = ?", line);
    return true;
}

std::vector<Supply> PurchaseStore::supplies(ProductId product)
{
    std::vector<Supply> supplies;
    Rows rows = m_connection.run("SELECT l.ordered - l.received - l.closed_short, o.expected, o.id FROM purchase_line l "
                                 "JOIN purchase_order o ON o.id = l.purchase_id WHERE l.product_id = ? "
                                 "AND l.ordered > l.received + l.closed_short ORDER BY o.expected, o.id, l.id",
                                 product);
    while (rows.next())
        supplies.push_back({rows.integer(0), rows.day(1), rows.id<PurchaseId>(2)});
    return supplies;
}

QDate PurchaseStore::expected(PurchaseId id)
{
    Rows rows = m_connection.run("SELECT expected FROM purchase_order WHERE id = ?", id);
    return rows.next() ? rows.day(0) : QDate();
}

std::vector<double> PurchaseStore::daysLate(PurchaseId id)
{
    constexpr int mostPurchases = 200;
    std::vector<double> days;
    Rows rows = m_connection.run("SELECT MIN(r.received_at) / 86400000 - o.expected_first FROM (SELECT s.id, s.expected_first "
                                 "FROM purchase_order s JOIN purchase_order p ON p.supplier_id = s.supplier_id WHERE p.id = ? "
                                 "ORDER BY s.id DESC LIMIT ?) o JOIN receipt r ON r.purchase_id = o.id WHERE r.voided_by IS NULL "
                                 "GROUP BY o.id, o.expected_first",
                                 id, mostPurchases);
    while (rows.next())
        days.push_back(double(rows.integer(0)));
    return days;
}

} // namespace waitline
