#include "models/store/productstore.h"

#include "models/domain/foldedtext.h"
#include "models/store/connection.h"
#include "models/store/customerstore.h"
#include "models/store/ids.h"

namespace waitline {

namespace {

QString searchText(const ProductTerms &terms)
{
    return folded(QString(terms.sku + u' ' + terms.name + u' ' + terms.barcodes.join(u' ') + u' ' + terms.category));
}

#define WAITLINE_PRODUCT_COLUMNS                                                                                                           \
    "SELECT p.id, p.sku, p.name, p.price, p.cost, p.category, COALESCE(u.name, ''), p.release_day, p.edition_size, "                       \
    "p.customer_limit, p.backorder_limit, p.deposit_kind, p.deposit_value, p.policy, p.lead_days, p.pack, "                                \
    "p.minimum_order, p.low_stock, p.discontinued, p.edition_excess, p.backorder_excess, "                                                 \
    "s.on_hand, s.allocated, s.waiting_preorder, s.waiting_backorder, s.waiting_lines, s.waiting_value, s.on_order, "                      \
    "s.shipped, p.location FROM product_stock s JOIN product p ON p.id = s.product_id "                                                    \
    "LEFT JOIN supplier u ON u.id = p.supplier_id WHERE s.product_id = ?"

} // namespace

ProductId ProductStore::insert(const ProductTerms &terms)
{
    const SupplierId supplier = SupplierStore(m_connection).idForName(terms.supplier);
    ProductId id;
    {
        Rows rows =
            m_connection.run("INSERT INTO product (sku, sku_folded, name, name_folded, price, cost, category, supplier_id, release_day, "
                             "edition_size, customer_limit, backorder_limit, deposit_kind, deposit_value, policy, lead_days, pack, "
                             "minimum_order, low_stock, discontinued, search, location) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                             terms.sku, folded(terms.sku), terms.name, folded(terms.name), terms.price, terms.cost, terms.category,
                             supplier, terms.release, terms.editionSize, terms.customerLimit, terms.backorderLimit, int(terms.deposit.kind),
                             terms.deposit.value, int(terms.policy), terms.leadDays, terms.pack, terms.minimumOrder, terms.lowStock,
                             terms.discontinued, searchText(terms), terms.location);
        id = rows.next() ? rows.id<ProductId>(0) : ProductId{};
    }
    m_connection.run("INSERT INTO product_stock (product_id) VALUES (?)", id);
    m_connection.changes().products.insert(id);
    replaceBarcodes(id, terms);
    return id;
}

void ProductStore::update(ProductId id, const ProductTerms &terms)
{
    m_connection.changes().products.insert(id);
    const SupplierId supplier = SupplierStore(m_connection).idForName(terms.supplier);
    m_connection.run("UPDATE product SET sku = ?, sku_folded = ?, name = ?, name_folded = ?, price = ?, cost = ?, category = ?, "
                     "supplier_id = ?, release_day = ?, edition_size = ?, customer_limit = ?, backorder_limit = ?, deposit_kind = ?, "
                     "deposit_value = ?, policy = ?, lead_days = ?, pack = ?, minimum_order = ?, low_stock = ?, discontinued = ?, "
                     "search = ?, location = ? WHERE id = ?",
                     terms.sku, folded(terms.sku), terms.name, folded(terms.name), terms.price, terms.cost, terms.category, supplier,
                     terms.release, terms.editionSize, terms.customerLimit, terms.backorderLimit, int(terms.deposit.kind),
                     terms.deposit.value, int(terms.policy), terms.leadDays, terms.pack, terms.minimumOrder, terms.lowStock,
                     terms.discontinued, searchText(terms), terms.location, id);
    replaceBarcodes(id, terms);
}

void ProductStore::updateExcess(ProductId id, const CapExcess &excess)
{
    m_connection.run("UPDATE product SET edition_excess = ?, backorder_excess = ? WHERE id = ?", excess.edition, excess.backorder, id);
}

void ProductStore::fitCustomerExcess(ProductId id)
{
    m_connection.run("DELETE FROM customer_excess WHERE product_id = ?", id);
    m_connection.run("INSERT INTO customer_excess (product_id, customer_id, units) "
                     "SELECT p.id, o.customer_id, CAST(SUM(l.ordered - l.cancelled) AS BIGINT) - p.customer_limit "
                     "FROM product p JOIN order_line l ON l.product_id = p.id JOIN sales_order o ON o.id = l.order_id "
                     "WHERE p.id = ? AND p.customer_limit IS NOT NULL GROUP BY p.id, p.customer_limit, o.customer_id "
                     "HAVING SUM(l.ordered - l.cancelled) > p.customer_limit",
                     id);
}

ProductId ProductStore::idOfSku(const QString &sku)
{
    Rows rows = m_connection.run("SELECT id FROM product WHERE sku = ?", sku);
    if (rows.next())
        return rows.id<ProductId>(0);
    return byBarcode(sku).first;
}

StoredProduct ProductStore::read(const Rows &rows)
{
    StoredProduct product;
    int c = 0;
    product.id = rows.id<ProductId>(c++);
    ProductTerms &terms = product.terms;
    terms.sku = rows.text(c++);
    terms.name = rows.text(c++);
    terms.price = rows.integer(c++);
    terms.cost = rows.integer(c++);
    terms.category = rows.text(c++);
    terms.supplier = rows.text(c++);
    terms.release = rows.optionalDay(c++);
    terms.editionSize = rows.optionalInteger(c++);
    terms.customerLimit = rows.optionalInteger(c++);
    terms.backorderLimit = rows.optionalInteger(c++);
    terms.deposit.kind = DepositTerms::Kind(rows.integer(c++));
    terms.deposit.value = rows.integer(c++);
    terms.policy = AllocationPolicy(rows.integer(c++));
    terms.leadDays = int(rows.integer(c++));
    terms.pack = rows.integer(c++);
    terms.minimumOrder = rows.integer(c++);
    terms.lowStock = rows.integer(c++);
    terms.discontinued = rows.boolean(c++);
    product.excess = {rows.integer(c), rows.integer(c + 1)};
    c += 2;
    for (qint64 *figure : {&product.stock.onHand, &product.stock.allocated, &product.stock.waitingPreorder, &product.stock.waitingBackorder,
                           &product.stock.waitingLines, &product.stock.waitingValue, &product.stock.onOrder, &product.stock.shipped})
        *figure = rows.integer(c++);
    terms.location = rows.text(c);
    return product;
}

std::optional<StoredProduct> ProductStore::find(ProductId id)
{
    Rows rows = m_connection.run(WAITLINE_PRODUCT_COLUMNS, id);
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

std::optional<StoredProduct> ProductStore::lock(ProductId id)
{
    // Two statements: one that waits for a lock gives the terms as they were before it waited.
    m_connection.run("SELECT product_id FROM product_stock WHERE product_id = ? @forUpdate", id);
    return find(id);
}

QStringList ProductStore::barcodes(ProductId id)
{
    QStringList codes;
    Rows rows = m_connection.run("SELECT code FROM barcode WHERE product_id = ? ORDER BY code", id);
    while (rows.next())
        codes += rows.text(0);
    return codes;
}

void ProductStore::readBarcodes(ProductId id, ProductTerms &terms)
{
    terms.barcodes.clear();
    terms.packs.clear();
    Rows rows = m_connection.run("SELECT code, units FROM barcode WHERE product_id = ? ORDER BY code", id);
    while (rows.next()) {
        terms.barcodes += rows.text(0);
        if (rows.integer(1) > 1)
            terms.packs[rows.text(0)] = rows.integer(1);
    }
}

std::pair<ProductId, Units> ProductStore::byBarcode(const QString &code)
{
    Rows rows = m_connection.run("SELECT product_id, units FROM barcode WHERE code = ?", code);
    return rows.next() ? std::pair(rows.id<ProductId>(0), rows.integer(1)) : std::pair(ProductId{}, Units(0));
}

std::vector<ProductId> ProductStore::all() { return idsOf<ProductId>(m_connection.run("SELECT id FROM product ORDER BY id")); }

void ProductStore::addBarcode(ProductId id, const QString &code, Units units)
{
    m_connection.changes().products.insert(id);
    m_connection.run("INSERT INTO barcode (code, product_id, units) VALUES (?, ?, ?)", code, id, units);
    m_connection.run("UPDATE product SET search = search || ' ' || ? WHERE id = ?", folded(code), id);
}

void ProductStore::replaceBarcodes(ProductId id, const ProductTerms &terms)
{
    m_connection.run("DELETE FROM barcode WHERE product_id = ?", id);
    for (const QString &code : terms.barcodes) {
        const auto pack = terms.packs.find(code);
        m_connection.run("INSERT INTO barcode (code, product_id, units) VALUES (?, ?, ?)", code, id,
                         pack == terms.packs.end() ? Units(1) : pack->second);
    }
}

} // namespace waitline
