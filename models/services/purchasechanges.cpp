// Purchases that are still being written, and those nothing has come of yet.
#include "models/services/purchaseservice.h"
#include "models/services/stockbook.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Purchases", text); }

Units shortBefore(const std::optional<StoredPurchase> &before, PurchaseLineId line)
{
    Units units = 0;
    for (size_t i = 0; before && i < before->lines.size(); ++i) {
        if (before->lines[i].id == line)
            units = before->lines[i].closedShort;
    }
    return units;
}

Refusal unknownDraft(PurchaseDraftId id)
{
    return Refusal{notFound("draft", sentence("There is no draft %1 any more: it was placed or thrown away.").arg(id.value))};
}
} // namespace

StoredPurchaseDraft PurchaseService::readDraft(PurchaseDraftId id)
{
    auto draft = PurchaseDraftStore(m_connection).lock(id);
    if (!draft)
        throw unknownDraft(id);
    return *draft;
}

Result<PurchaseDraftId> PurchaseService::keepDraft(const StoredPurchaseDraft &draft, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const bool isBlank = draft.supplier.trimmed().isEmpty() && draft.lines.empty();
        if (isBlank)
            throw Refusal{invalid("supplier", sentence("The draft is empty: enter a supplier or a line before you keep it."))};
        if (draft.id.isValid())
            static_cast<void>(readDraft(draft.id));
        StoredPurchaseDraft kept = draft;
        kept.savedAt = caller.now;
        return PurchaseDraftStore(m_connection).save(OperationStore(m_connection).insert(caller.stamp("purchase_draft")), kept);
    });
}

Result<StoredPurchaseDraft> PurchaseService::showDraft(PurchaseDraftId id)
{
    return readIn(m_connection, [&] {
        auto draft = PurchaseDraftStore(m_connection).find(id);
        if (!draft)
            throw unknownDraft(id);
        return *draft;
    });
}

Result<Done> PurchaseService::discardDraft(PurchaseDraftId id, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        static_cast<void>(readDraft(id));
        PurchaseDraftStore(m_connection).end(id, OperationStore(m_connection).insert(caller.stamp("discard_draft")));
        return Done{};
    });
}

Result<StoredPurchase> PurchaseService::change(PurchaseId id, const PurchaseDraft &draft, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        PurchaseStore store(m_connection);
        const std::vector<ProductId> products = resolve(draft, id);
        std::vector<ProductId> touched = store.products(id);
        touched.insert(touched.end(), products.begin(), products.end());
        StockBook book(m_connection);
        book.lock(touched);
        const auto before = store.lock(id);
        if (!before)
            throw unknownPurchase(id);
        if (before->isClosed)
            throw Refusal{refused("purchase", sentence("Purchase %1 is closed: place a new one.").arg(id.value))};
        if (before->hasReceived())
            throw Refusal{
                refused("purchase",
                        sentence("Goods of purchase %1 have come in: move its day, close it short, or place another one.").arg(id.value))};
        refuseOddUnits(book, draft, products);
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("change_purchase")));
        store.setHead(id, SupplierStore(m_connection).idForName(draft.supplier), draft.reference);
        changeLines(book, *before, draft, products);
        if (draft.expected != before->expected)
            store.setExpected(id, draft.expected);
        book.finish();
        return read(id);
    });
}

Result<StoredPurchase> PurchaseService::reopen(PurchaseId id, const Caller &caller, const std::optional<StoredPurchase> &before)
{
    return writeIn(m_connection, [&] {
        PurchaseStore store(m_connection);
        StockBook book(m_connection);
        book.lock(store.products(id));
        const auto purchase = store.lock(id);
        if (!purchase)
            throw unknownPurchase(id);
        if (!purchase->isClosed)
            throw Refusal{refused("purchase", sentence("Purchase %1 is open: only a closed one can be opened again.").arg(id.value))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("reopen_purchase")));
        Units again = 0;
        for (StoredPurchaseLine line : purchase->lines) {
            const Units closed = std::exchange(line.closedShort, std::min(line.closedShort, shortBefore(before, line.id)));
            if (closed == line.closedShort)
                continue;
            store.setClosedShort(line.id, line.closedShort);
            book.changeOnOrder(line.product, line.onOrder());
            again += line.onOrder();
        }
        if (again == 0)
            throw Refusal{
                refused("purchase", sentence("Purchase %1 has nothing that could still come: all of it was received.").arg(id.value))};
        store.setClosed(id, false);
        book.finish();
        return read(id);
    });
}

/// Lines keep their identity as far as products stay; what is left out goes, or is closed short where a void receipt names it.
void PurchaseService::changeLines(StockBook &book, const StoredPurchase &before, const PurchaseDraft &draft,
                                  const std::vector<ProductId> &products)
{
    PurchaseStore store(m_connection);
    std::vector<StoredPurchaseLine> left = before.lines;
    for (size_t i = 0; i < draft.lines.size(); ++i) {
        const PurchaseLineDraft &line = draft.lines[i];
        const Money cost = line.unitCost.value_or(book.product(products[i]).terms.cost);
        const auto same =
            std::find_if(left.begin(), left.end(), [&](const auto &known) { return known.product == products[i] && known.onOrder() > 0; });
        if (same == left.end()) {
            store.insertLine(before.id, products[i], line.units, cost);
            book.changeOnOrder(products[i], line.units);
            continue;
        }
        store.setOrdered(same->id, line.units, cost);
        book.changeOnOrder(products[i], line.units - same->onOrder());
        left.erase(same);
    }
    for (const StoredPurchaseLine &line : left) {
        book.changeOnOrder(line.product, -line.onOrder());
        if (!store.removeLine(line.id))
            store.setClosedShort(line.id, line.ordered);
    }
}

} // namespace waitline
