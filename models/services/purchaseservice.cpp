#include "models/services/purchaseservice.h"

#include "models/domain/order.h"
#include "models/services/ordernotices.h"
#include "models/services/stockbook.h"
#include "models/services/unitofwork.h"
#include "models/services/whatif.h"
#include "models/store/customerstore.h"

#include <QCoreApplication>

#include <limits>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Purchases", text); }

void validate(const PurchaseDraft &draft)
{
    if (draft.supplier.trimmed().isEmpty())
        throw Refusal{invalid("supplier", sentence("The purchase has no supplier: choose or enter one."))};
    if (draft.lines.empty())
        throw Refusal{invalid("line", sentence("The purchase has no line: enter at least one product."))};
    if (!draft.expected.isValid())
        throw Refusal{invalid("expected", sentence("The purchase has no expected day: enter one such as 2026-10-14."))};
    for (const PurchaseLineDraft &line : draft.lines) {
        orRefuse(validateUnits(line.units, "line", sentence("The units of %1").arg(line.sku)));
        if (line.unitCost && (*line.unitCost < 0 || *line.unitCost > maximumMoney))
            throw Refusal{invalid("line", sentence("The cost of %1 is negative or too large: enter 0 or more.").arg(line.sku))};
    }
}

} // namespace

Refusal unknownPurchase(PurchaseId id) { return Refusal{notFound("purchase", sentence("There is no purchase %1.").arg(id.value))}; }

StoredPurchase PurchaseService::read(PurchaseId id)
{
    const auto purchase = PurchaseStore(m_connection).find(id);
    if (!purchase)
        throw unknownPurchase(id);
    return *purchase;
}

void PurchaseService::refuseOddUnits(StockBook &book, const PurchaseDraft &draft, const std::vector<ProductId> &products)
{
    for (size_t i = 0; draft.inPacks && i < products.size(); ++i) {
        if (const auto problem = packProblem(book.product(products[i]).terms, draft.lines[i].units))
            throw Refusal{invalid("line", *problem)};
    }
}

/// The products of a draft's lines; refuses unknown ones, and a reference that another purchase has.
std::vector<ProductId> PurchaseService::resolve(const PurchaseDraft &draft, PurchaseId changed)
{
    validate(draft);
    if (!draft.reference.isEmpty()) {
        if (const PurchaseId known = PurchaseStore(m_connection).idOfReference(draft.reference); known.isValid() && known != changed)
            throw Refusal{
                {Error::Kind::Conflict, "reference",
                 sentence("The reference “%1” belongs to purchase %2 already: use another one.").arg(draft.reference).arg(known.value)}};
    }
    std::vector<ProductId> products;
    for (const PurchaseLineDraft &line : draft.lines) {
        products.push_back(ProductStore(m_connection).idOfSku(line.sku));
        if (!products.back().isValid())
            throw Refusal{
                notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(line.sku))};
    }
    return products;
}

Result<StoredPurchase> PurchaseService::place(const PurchaseDraft &draft, const Caller &caller, PurchaseDraftId kept)
{
    return writeIn(m_connection, [&] {
        const std::vector<ProductId> products = resolve(draft, {});
        PurchaseStore store(m_connection);
        StockBook book(m_connection);
        book.lock(products);
        refuseOddUnits(book, draft, products);
        if (kept.isValid())
            static_cast<void>(readDraft(kept)); // nobody else has placed it
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("purchase")));
        const SupplierId supplier = SupplierStore(m_connection).idForName(draft.supplier);
        const PurchaseId id = store.insert(book.operation(), supplier, draft.reference, caller.now, draft.expected);
        for (size_t i = 0; i < draft.lines.size(); ++i) {
            const PurchaseLineDraft &line = draft.lines[i];
            store.insertLine(id, products[i], line.units, line.unitCost.value_or(book.product(products[i]).terms.cost));
            book.changeOnOrder(products[i], line.units);
        }
        if (kept.isValid())
            PurchaseDraftStore(m_connection).end(kept, book.operation());
        book.finish();
        return read(id);
    });
}

Result<StoredPurchase> PurchaseService::show(PurchaseId id)
{
    return readIn(m_connection, [&] { return read(id); });
}

Result<StoredPurchase> PurchaseService::expect(PurchaseId id, QDate day, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        if (!day.isValid())
            throw Refusal{invalid("day", sentence("The expected day is not a date: write it like 2026-10-14."))};
        const auto purchase = PurchaseStore(m_connection).lock(id);
        if (!purchase)
            throw unknownPurchase(id);
        if (purchase->isClosed)
            throw Refusal{
                refused("purchase", sentence("Purchase %1 is closed: nothing more of it is coming; place a new one.").arg(id.value))};
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp("expect", day.toString(Qt::ISODate)));
        const auto affected = affectedBy(m_connection, *purchase, day, caller.today(), std::numeric_limits<size_t>::max());
        PurchaseStore(m_connection).setExpected(id, day);
        tellPurchaseMoved(m_connection, affected, operation);
        return read(id);
    });
}

Result<StoredPurchase> PurchaseService::close(PurchaseId id, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        PurchaseStore store(m_connection);
        StockBook book(m_connection);
        book.lock(store.products(id));
        const auto purchase = store.lock(id);
        if (!purchase)
            throw unknownPurchase(id);
        if (purchase->isClosed)
            throw Refusal{refused("purchase", sentence("Purchase %1 is closed already.").arg(id.value))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("close_purchase")));
        for (const StoredPurchaseLine &line : purchase->lines) {
            store.setClosedShort(line.id, line.closedShort + line.onOrder());
            book.changeOnOrder(line.product, -line.onOrder());
        }
        store.setClosed(id, true);
        book.finish();
        return read(id);
    });
}

} // namespace waitline
