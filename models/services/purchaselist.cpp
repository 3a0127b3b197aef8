#include "models/services/purchaselist.h"

#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"
#include "models/services/whatif.h"

namespace waitline {

namespace {

StoredPurchase found(Connection &connection, PurchaseId id)
{
    auto purchase = PurchaseStore(connection).find(id);
    if (!purchase)
        throw unknownPurchase(id);
    return *purchase;
}

PurchaseRow rowOf(const StoredPurchaseDraft &draft)
{
    PurchaseRow row;
    row.key = {true, draft.id.value};
    row.supplier = draft.supplier;
    row.reference = draft.reference;
    row.expected = draft.expected;
    row.lines = qint64(draft.lines.size());
    return row;
}

PurchaseRow rowOf(const StoredPurchase &purchase, PurchasePegs &pegs)
{
    PurchaseRow row;
    row.key = {false, purchase.id.value};
    row.state = stateOf(purchase);
    row.supplier = purchase.supplier;
    row.reference = purchase.reference;
    row.expected = purchase.expected;
    row.expectedFirst = purchase.expectedFirst;
    row.lines = qint64(purchase.lines.size());
    for (const StoredPurchaseLine &line : purchase.lines) {
        row.toCome += line.onOrder();
        row.value += line.onOrder() * line.unitCost;
    }
    row.customers = qint64(pegs.customersOf(purchase).size());
    return row;
}

} // namespace

PurchaseState stateOf(const StoredPurchase &purchase)
{
    if (purchase.isClosed)
        return PurchaseState::ClosedShort;
    if (purchase.toCome() == 0)
        return PurchaseState::Received;
    return purchase.hasReceived() ? PurchaseState::PartReceived : PurchaseState::Placed;
}

Result<std::vector<PurchaseKey>> listPurchases(Connection &connection, const PurchaseQuestion &question)
{
    return readIn(connection, [&] { return PurchaseListStore(connection).keys(question.filter, question.sort, question.descending); });
}

Result<std::vector<PurchaseRow>> purchaseRows(Connection &connection, const std::vector<PurchaseKey> &keys)
{
    return readIn(connection, [&] {
        PurchasePegs pegs(connection);
        std::vector<PurchaseRow> rows;
        for (const PurchaseKey &key : keys) {
            if (key.isDraft) {
                if (const auto draft = PurchaseDraftStore(connection).find(key.draft()))
                    rows.push_back(rowOf(*draft));
            } else if (const auto purchase = PurchaseStore(connection).find(key.purchase())) {
                rows.push_back(rowOf(*purchase, pegs));
            }
        }
        return rows;
    });
}

Result<PurchaseView> viewPurchase(Connection &connection, PurchaseId purchase)
{
    return readIn(connection, [&] { return PurchasePegs(connection).view(found(connection, purchase)); });
}

Result<std::vector<AffectedLine>> whoIsAffected(Connection &connection, PurchaseId purchase, QDate day, QDate today)
{
    constexpr size_t most = 500;
    return readIn(connection, [&] { return affectedBy(connection, found(connection, purchase), day, today, most); });
}

} // namespace waitline
