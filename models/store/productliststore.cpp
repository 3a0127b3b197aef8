#include "models/store/productliststore.h"

#include "models/store/connection.h"
#include "models/store/ids.h"
#include "models/store/wordmatch.h"

namespace waitline {

namespace {

/// What to sort by, and for columns that may be empty, what puts the empty ones last either way.
QString expression(ProductSort sort)
{
    switch (sort) {
    case ProductSort::Sku:
    case ProductSort::State: return QStringLiteral("product.sku_folded");
    case ProductSort::Name: return QStringLiteral("product.name_folded");
    case ProductSort::OnHand: return QStringLiteral("s.on_hand");
    case ProductSort::Allocated: return QStringLiteral("s.allocated");
    case ProductSort::Available: return QStringLiteral("s.on_hand - s.allocated");
    case ProductSort::WaitingPreorder: return QStringLiteral("s.waiting_preorder");
    case ProductSort::WaitingBackorder: return QStringLiteral("s.waiting_backorder");
    case ProductSort::OnOrder: return QStringLiteral("s.on_order");
    case ProductSort::Committed: return QStringLiteral("s.allocated + s.waiting_preorder + s.waiting_backorder");
    case ProductSort::Projected: return QStringLiteral("s.on_hand + s.on_order - s.allocated - s.waiting_preorder - s.waiting_backorder");
    case ProductSort::Release: return QStringLiteral("product.release_day");
    case ProductSort::Price: return QStringLiteral("product.price");
    case ProductSort::Category: return QStringLiteral("product.category");
    case ProductSort::Supplier: return QStringLiteral("u.name_folded");
    }
    Q_UNREACHABLE();
}

QString emptyLast(ProductSort sort)
{
    switch (sort) {
    case ProductSort::Release: return QStringLiteral("product.release_day IS NULL, ");
    case ProductSort::Supplier: return QStringLiteral("u.name_folded IS NULL, ");
    case ProductSort::Category: return QStringLiteral("CASE WHEN product.category = '' THEN 1 ELSE 0 END, ");
    default: return {};
    }
}

} // namespace

Rows ProductListStore::rows(const QString &columns, const QString &text, ProductSort sort, bool descending)
{
    WordMatch match{QStringLiteral("1 = 1"), {}};
    if (!text.trimmed().isEmpty()) {
        match = WordMatch::of(m_connection.dialect(), QStringLiteral("product"),
                              {QStringLiteral("product.sku_folded"), QStringLiteral("product.name_folded")}, text);
    }
    const QString supplier =
        sort == ProductSort::Supplier ? QStringLiteral("LEFT JOIN supplier u ON u.id = product.supplier_id ") : QString();
    return m_connection.run(QStringLiteral("SELECT %1 FROM product JOIN product_stock s ON s.product_id = product.id %2WHERE %3 "
                                           "ORDER BY %4%5%6, product.sku_folded, product.id")
                                .arg(columns, supplier, match.condition, emptyLast(sort), expression(sort),
                                     descending ? QStringLiteral(" DESC") : QString()),
                            match.values);
}

std::vector<ProductId> ProductListStore::ids(const QString &text, ProductSort sort, bool descending)
{
    return idsOf<ProductId>(rows(QStringLiteral("product.id"), text, sort, descending));
}

void ProductListStore::walk(const QString &text, ProductSort sort, bool descending, const std::function<void(const StoredProduct &)> &seen)
{
    Rows found = rows(QStringLiteral("product.id, product.release_day, product.edition_size, product.backorder_limit, product.low_stock, "
                                     "product.discontinued, s.on_hand, s.allocated, s.waiting_preorder, s.waiting_backorder, s.shipped"),
                      text, sort, descending);
    while (found.next()) {
        StoredProduct product;
        product.id = found.id<ProductId>(0);
        product.terms.release = found.optionalDay(1);
        product.terms.editionSize = found.optionalInteger(2);
        product.terms.backorderLimit = found.optionalInteger(3);
        product.terms.lowStock = found.integer(4);
        product.terms.discontinued = found.boolean(5);
        product.stock.onHand = found.integer(6);
        product.stock.allocated = found.integer(7);
        product.stock.waitingPreorder = found.integer(8);
        product.stock.waitingBackorder = found.integer(9);
        product.stock.shipped = found.integer(10);
        seen(product);
    }
}

} // namespace waitline
