#include "models/services/receivingservice.h"

#include "models/domain/order.h"
#include "models/services/purchaseservice.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"
#include "models/store/orderstore.h"
#include "models/store/shipmentstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Receiving", text); }

/// Each line is told once, also where it loses what the receipt gave it and what it had from elsewhere.
void addReturned(std::vector<LineUnits> &returned, const LineUnits &more)
{
    const auto known = std::find_if(returned.begin(), returned.end(), [&](const LineUnits &line) { return line.line == more.line; });
    if (known == returned.end())
        returned.push_back(more);
    else
        known->units += more.units;
}

void refuseClosed(PurchaseId id, const std::optional<StoredPurchase> &purchase)
{
    if (!purchase)
        throw unknownPurchase(id);
    if (purchase->isClosed)
        throw Refusal{refused("purchase", sentence("Purchase %1 is closed: receive the goods without a purchase.").arg(id.value))};
}

/// The first lines of a product's waiting line that get nothing, and how many more there are.
void tellUnserved(Connection &connection, const StoredProduct &product, const StockBook::Proposal &proposal,
                  const std::vector<LineUnits> &served, ReceiptOutcome &told)
{
    using Why = ReceiptOutcome::Unserved::Why;
    constexpr qint64 mostTold = 200;
    std::set<OrderLineId> got;
    for (const LineUnits &line : served)
        got.insert(line.line);
    const qint64 lastPlace = served.empty() ? 0 : served.back().place;
    const bool hasRest = proposal.policy == AllocationPolicy::WholeLines && proposal.plan.leftFree > 0;
    const qint64 lookedAt = mostTold + std::ssize(served);
    qint64 place = 0;
    Units ahead = 0;
    qint64 names = 0;
    for (const QueueLine &line : QueueStore(connection).head(product.id, lookedAt, false)) {
        ++place;
        if (!got.contains(line.line) && ++names <= mostTold) {
            const Why why = hasRest ? Why::TooLarge : place < lastPlace ? Why::PassedOver : Why::NothingLeft;
            told.unserved.push_back(
                {{line.order, line.line, product.id, 0, place, ahead, line.units}, product.terms.sku, proposal.policy, why});
        }
        ahead += line.units;
    }
    told.moreUnserved += std::max<qint64>(0, product.stock.waitingLines - std::ssize(served) - std::min(names, mostTold));
}

} // namespace

/// A draft with its products found.
struct ReceivingService::Resolved {
    std::vector<StoredReceiptLine> lines; ///< in the draft's order
    std::vector<ProductId> products; ///< each once, ascending: the order in which they are settled
    std::map<ProductId, Units> accepted;
    std::map<ProductId, QString> skus;

    ReceiptOutcome outcome(ReceiptId receipt, const std::vector<LineUnits> &served, const std::function<Units(ProductId)> &free) const
    {
        ReceiptOutcome result;
        result.receipt = receipt;
        for (const StoredReceiptLine &line : lines)
            result.lines.push_back({line.sku, line.accepted, line.damaged});
        result.served.reserve(served.size());
        for (const LineUnits &units : served)
            result.served.push_back({units, skus.at(units.product)});
        for (ProductId product : products) {
            if (const Units units = free(product); units > 0)
                result.leftFree.push_back({skus.at(product), units});
        }
        return result;
    }
};

ReceivingService::Resolved ReceivingService::resolve(const ReceiptDraft &draft)
{
    if (draft.lines.empty())
        throw Refusal{invalid("line", sentence("The receipt has no line: scan or enter at least one product."))};
    Resolved resolved;
    for (const ReceiptLineDraft &line : draft.lines) {
        if (line.accepted < 0 || line.damaged < 0)
            throw Refusal{invalid("line", sentence("The units of %1 are negative: enter 0 or more.").arg(line.sku))};
        if (line.accepted > mostUnitsOfALine || line.damaged > mostUnitsOfALine)
            throw Refusal{invalid("line", sentence("The units of %1 are too many: enter at most %2.").arg(line.sku).arg(mostUnitsOfALine))};
        if (line.accepted + line.damaged == 0)
            throw Refusal{invalid("line", sentence("No units of %1 are received: enter a number or remove the line.").arg(line.sku))};
        const ProductId product = ProductStore(m_connection).idOfSku(line.sku);
        if (!product.isValid())
            throw Refusal{
                notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(line.sku))};
        if (!resolved.skus.contains(product))
            resolved.skus[product] = ProductStore(m_connection).find(product)->terms.sku;
        resolved.lines.push_back({product, {}, resolved.skus[product], line.accepted, line.damaged});
        resolved.accepted[product] += line.accepted;
    }
    for (const auto &[product, units] : resolved.accepted)
        resolved.products.push_back(product);
    return resolved;
}

Result<ReceiptOutcome> ReceivingService::preview(const ReceiptDraft &draft)
{
    return readIn(m_connection, [&] {
        const Resolved resolved = resolve(draft);
        if (draft.purchase.isValid())
            refuseClosed(draft.purchase, PurchaseStore(m_connection).find(draft.purchase));
        StockBook book(m_connection);
        book.load(resolved.products);
        std::vector<LineUnits> served;
        ReceiptOutcome told;
        for (ProductId product : resolved.products) {
            book.product(product).stock.onHand += resolved.accepted.at(product);
            const StockBook::Proposal proposal = book.propose(product, draft.policy);
            const std::vector<LineUnits> more = proposal.served();
            served.insert(served.end(), more.begin(), more.end());
            tellUnserved(m_connection, book.product(product), proposal, more, told);
            book.product(product).stock.allocated += proposal.units();
        }
        ReceiptOutcome outcome = resolved.outcome({}, served, [&](ProductId product) { return book.product(product).stock.available(); });
        outcome.unserved = std::move(told.unserved);
        outcome.moreUnserved = told.moreUnserved;
        return outcome;
    });
}

Result<ReceiptOutcome> ReceivingService::post(const ReceiptDraft &draft, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const Resolved resolved = resolve(draft);
        StockBook book(m_connection);
        book.lock(resolved.products);
        std::optional<StoredPurchase> purchase;
        if (draft.purchase.isValid()) {
            purchase = PurchaseStore(m_connection).lock(draft.purchase);
            refuseClosed(draft.purchase, purchase);
        }
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("receive", draft.reference)));
        const ReceiptId id =
            ReceiptStore(m_connection)
                .insert({{}, book.operation(), draft.purchase, caller.now, draft.reference, draft.note, false, {}}, draft.policy);
        for (const StoredReceiptLine &line : resolved.lines)
            bookOnPurchase(book, id, purchase, line);
        for (const auto &[product, units] : resolved.accepted)
            book.changeOnHand(product, QStringLiteral("receive"), units);
        const std::vector<LineUnits> served = book.finish(draft.policy);
        return resolved.outcome(id, served, [&](ProductId product) { return book.product(product).stock.available(); });
    });
}

/// Writes a receipt line, spread over the purchase's lines of that product: open ones first, the rest over-received.
void ReceivingService::bookOnPurchase(StockBook &book, ReceiptId receipt, std::optional<StoredPurchase> &purchase,
                                      const StoredReceiptLine &line)
{
    ReceiptStore receipts(m_connection);
    std::vector<StoredPurchaseLine *> matching;
    if (purchase) {
        for (StoredPurchaseLine &candidate : purchase->lines) {
            if (candidate.product == line.product)
                matching.push_back(&candidate);
        }
    }
    if (matching.empty())
        return receipts.insertLine(receipt, line);
    Units left = line.accepted;
    Units damaged = line.damaged;
    for (StoredPurchaseLine *target : matching) {
        const bool isLast = target == matching.back();
        const Units units = isLast ? left : std::min(left, target->onOrder());
        if (units == 0 && !(isLast && damaged > 0))
            continue;
        const Units before = target->onOrder();
        target->received += units;
        target->overReceived = std::max<Units>(0, target->received - target->ordered);
        PurchaseStore(m_connection).setReceived(target->id, target->received, target->overReceived);
        book.changeOnOrder(line.product, target->onOrder() - before);
        receipts.insertLine(receipt, {line.product, target->id, line.sku, units, isLast ? damaged : 0});
        left -= units;
    }
}

void ReceivingService::takeOffPurchase(StockBook &book, const StoredReceipt &receipt)
{
    if (!receipt.purchase.isValid())
        return;
    auto purchase = PurchaseStore(m_connection).lock(receipt.purchase);
    for (const StoredReceiptLine &line : receipt.lines) {
        for (StoredPurchaseLine &target : purchase->lines) {
            if (target.id != line.purchaseLine)
                continue;
            const Units before = target.onOrder();
            target.received -= line.accepted;
            target.overReceived = std::max<Units>(0, target.received - target.ordered);
            PurchaseStore(m_connection).setReceived(target.id, target.received, target.overReceived);
            if (purchase->isClosed) { // what is missing now is not coming either
                target.closedShort += target.onOrder();
                PurchaseStore(m_connection).setClosedShort(target.id, target.closedShort);
            }
            book.changeOnOrder(line.product, target.onOrder() - before);
        }
    }
}

void ReceivingService::refuseShipped(const StoredReceipt &receipt, const std::vector<ShipmentId> &shipments)
{
    constexpr size_t mostNamed = 5;
    if (shipments.empty()) // counts and other voids have taken them
        throw Refusal{refused("receipt", sentence("Receipt %1 cannot be voided: its units are not here any more. Count the stock instead.")
                                             .arg(QString::number(receipt.id.value)))};
    QStringList numbers;
    for (size_t i = 0; i < std::min(shipments.size(), mostNamed); ++i)
        numbers += QString::number(shipments[i].value);
    if (shipments.size() > mostNamed)
        numbers += sentence("%1 more").arg(shipments.size() - mostNamed);
    if (numbers.size() == 1)
        throw Refusal{refused("receipt", sentence("Receipt %1 cannot be voided: units of it have left with shipment %2.")
                                             .arg(QString::number(receipt.id.value), numbers.first()))};
    const QString last = numbers.takeLast();
    throw Refusal{refused("receipt", sentence("Receipt %1 cannot be voided: units of it have left with shipments %2 and %3.")
                                         .arg(QString::number(receipt.id.value), numbers.join(QStringLiteral(", ")), last))};
}

/// Units are alike: where an earlier receipt was voided since, what shipped before this one has left with its units.
std::vector<ShipmentId> ReceivingService::shipmentsSince(const StoredReceipt &receipt, ProductId product)
{
    const std::vector<ShipmentId> since = ShipmentStore(m_connection).ofProduct(product, receipt.operation);
    return since.empty() ? ShipmentStore(m_connection).ofProduct(product, {}) : since;
}

/// The lines the receipt fed, with the units of it they still hold; refuses when some of them have shipped, and names each
/// shipment that took some.
std::vector<QueueLine> ReceivingService::fedAndHeld(const StoredReceipt &receipt)
{
    std::vector<QueueLine> lines;
    std::set<ShipmentId> left;
    for (const FedLine &fed : LedgerStore(m_connection).fedBy(receipt.operation)) {
        LineLots lots = replayLots(LedgerStore(m_connection).steps(fed.line));
        for (OperationId shipping : lots.shippedBy[receipt.operation])
            left.insert(ShipmentStore(m_connection).ofLine(fed.line, shipping));
        const Units held = lots.held[receipt.operation];
        if (held == 0)
            continue;
        const auto line = OrderStore(m_connection).line(fed.line);
        lines.push_back({line->product, line->rank, line->id, line->order, held, line->unitPrice, line->preorder, true});
    }
    if (!left.empty())
        refuseShipped(receipt, {left.begin(), left.end()});
    return lines;
}

Result<VoidOutcome> ReceivingService::voidReceipt(ReceiptId id, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        if (reason.trimmed().isEmpty())
            throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
        auto receipt = ReceiptStore(m_connection).lock(id);
        if (!receipt)
            throw Refusal{notFound("receipt", sentence("There is no receipt %1.").arg(id.value))};
        std::map<ProductId, Units> accepted;
        std::vector<ProductId> products;
        for (const StoredReceiptLine &line : receipt->lines) {
            accepted[line.product] += line.accepted;
            products.push_back(line.product);
        }
        StockBook book(m_connection);
        book.lock(products);
        receipt = ReceiptStore(m_connection).lock(id); // as it is now that nobody else can void it
        if (receipt->isVoid)
            throw Refusal{refused("receipt", sentence("Receipt %1 is void already.").arg(id.value))};
        const std::vector<QueueLine> fed = fedAndHeld(*receipt);
        std::map<ProductId, Units> leaving; // without what was counted away since
        for (const auto &[product, units] : accepted) {
            const Units onHand = book.product(product).stock.onHand;
            if (onHand + LedgerStore(m_connection).countedAwaySince(product, receipt->operation) < units)
                refuseShipped(*receipt, shipmentsSince(*receipt, product));
            leaving[product] = std::min(units, onHand);
        }
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("void_receipt", reason)));
        VoidOutcome outcome{id, {}, {}};
        for (const QueueLine &line : fed)
            outcome.returned.push_back({line.order, line.line, line.product, line.units, 0, 0, 0});
        book.release(fed, QStringLiteral("void"), true);
        for (const auto &[product, units] : leaving) {
            book.changeOnHand(product, QStringLiteral("void"), -units);
            const std::vector<LineUnits> more = book.takeBackShortage(product, QStringLiteral("take_back"));
            for (const LineUnits &line : more)
                addReturned(outcome.returned, line);
        }
        takeOffPurchase(book, *receipt);
        ReceiptStore(m_connection).markVoid(id, book.operation());
        NoticeStore(m_connection).withdrawPreparedBy(receipt->operation, book.operation());
        outcome.served = book.finish();
        return outcome;
    });
}

} // namespace waitline
