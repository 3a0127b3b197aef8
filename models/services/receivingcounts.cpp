#include "models/services/receivingcounts.h"

#include "models/domain/order.h"
#include "models/services/previewedreceipt.h"
#include "models/services/purchaseservice.h"
#include "models/services/storesettings.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("ReceivingCounts", text); }

/// What a scanned code stands for; none: no product has it.
std::optional<ScannedProduct> productOf(Connection &connection, const QString &code)
{
    auto scanned = resolveScan(connection, code);
    if (scanned)
        return *scanned;
    if (scanned.error().kind != Error::Kind::NotFound)
        throw Refusal{scanned.error()};
    return std::nullopt;
}

} // namespace

StoredReceivingCount ReceivingCounts::lockOpen(ReceivingCountId id)
{
    const auto count = ReceivingStore(m_connection).lock(id);
    if (!count)
        throw Refusal{notFound("count", sentence("There is no such delivery being counted: open it again."))};
    if (!count->isOpen && count->receipt.isValid())
        throw Refusal{refused("count", sentence("This delivery is posted already, as receipt %1.").arg(count->receipt.value))};
    if (!count->isOpen)
        throw Refusal{refused("count", sentence("This count was thrown away: open the delivery again."))};
    return *count;
}

Result<ReceivingCountView> ReceivingCounts::open(PurchaseId purchase, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        ReceivingStore store(m_connection);
        if (purchase.isValid()) {
            const auto found = PurchaseStore(m_connection).find(purchase);
            if (!found)
                throw unknownPurchase(purchase);
            if (found->isClosed)
                throw Refusal{
                    refused("purchase", sentence("Purchase %1 is closed: receive the goods without a purchase.").arg(purchase.value))};
        }
        if (const ReceivingCountId known = store.openOf(purchase, caller.actor); known.isValid())
            return read(known);
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp("count_delivery"));
        return read(store.insert(operation, purchase, caller.actor, caller.now));
    });
}

Result<ScanOutcome> ReceivingCounts::scan(ReceivingCountId id, const ScanText &scan, bool isDamaged, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredReceivingCount count = lockOpen(id);
        ReceivingStore store(m_connection);
        StoredScan stored{id, store.nextStep(id), caller.now, caller.actor, scan.code, {}, 0, 0};
        Units units = scan.times;
        if (const auto scanned = productOf(m_connection, scan.code)) {
            stored.product = scanned->product;
            units *= scanned->units;
            const StoredScan before = store.counted(id, scanned->product);
            orRefuse(
                validateUnits(before.accepted + before.damaged + units, "units", sentence("The units counted of %1").arg(scanned->sku)));
        }
        (isDamaged ? stored.damaged : stored.accepted) = units;
        store.insertScan(stored);
        return outcomeOf(count, stored.product, scan.code);
    });
}

Result<ScanOutcome> ReceivingCounts::takeBack(ReceivingCountId id, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredReceivingCount count = lockOpen(id);
        ReceivingStore store(m_connection);
        const std::vector<StoredScan> scans = store.takeBackLast(id, caller.actor);
        if (scans.empty())
            throw Refusal{refused("scan", sentence("Nothing is left to take back."))};
        for (const StoredScan &scan : scans) {
            const StoredScan left = store.counted(id, scan.product);
            if (scan.product.isValid() && (left.accepted < 0 || left.damaged < 0))
                throw Refusal{refused("scan", sentence("Somebody else has corrected %1 meanwhile: enter its units in the table.")
                                                  .arg(lineOf(count, scan.product).sku))};
        }
        return outcomeOf(count, scans.back().product, scans.back().code);
    });
}

Result<ScanOutcome> ReceivingCounts::correct(ReceivingCountId id, ProductId product, std::optional<Units> accepted,
                                             std::optional<Units> damaged, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredReceivingCount count = lockOpen(id);
        ReceivingStore store(m_connection);
        const StoredScan before = store.counted(id, product);
        const StoredScan change{id,
                                store.nextStep(id),
                                caller.now,
                                caller.actor,
                                {},
                                product,
                                accepted.value_or(before.accepted) - before.accepted,
                                damaged.value_or(before.damaged) - before.damaged};
        const Units least = std::min(accepted.value_or(0), damaged.value_or(0));
        const Units most = accepted.value_or(before.accepted) + damaged.value_or(before.damaged);
        if (least < 0 || most > mostUnitsOfALine)
            throw Refusal{invalid("units", sentence("The units are not between 0 and %1: enter what was counted.").arg(mostUnitsOfALine))};
        if (change.accepted != 0 || change.damaged != 0)
            store.insertScan(change);
        return outcomeOf(count, product);
    });
}

Result<ScanOutcome> ReceivingCounts::complete(ReceivingCountId id, std::optional<ProductId> product, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredReceivingCount count = lockOpen(id);
        ReceivingStore store(m_connection);
        const qint64 step = store.nextStep(id);
        ProductId last = product.value_or(ProductId{});
        for (const CountLine &line : read(id).lines) {
            const Units missing = line.units.isOnPurchase ? line.units.expected - line.units.arrived() : 0;
            if (missing <= 0 || (product && line.product != *product))
                continue;
            store.insertScan({id, step, caller.now, caller.actor, {}, line.product, missing, 0});
            last = line.product;
        }
        if (!last.isValid())
            throw Refusal{refused("line", sentence("Nothing is missing: all that was announced is counted."))};
        return outcomeOf(count, last);
    });
}

Result<ScanOutcome> ReceivingCounts::bind(ReceivingCountId id, const QString &code, const QString &sku, Units units, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredReceivingCount count = lockOpen(id);
        orRefuse(validateUnits(units, "units", sentence("The units that “%1” stands for").arg(code)));
        if (productOf(m_connection, code))
            throw Refusal{{Error::Kind::Conflict, "code", sentence("“%1” has a product meanwhile: scan it again.").arg(code)}};
        const auto scanned = productOf(m_connection, sku);
        if (!scanned)
            throw Refusal{notFound("sku", sentence("There is no product with SKU or barcode “%1”: choose one from the list.").arg(sku))};
        OperationStore(m_connection).insert(caller.stamp("bind_code", code));
        ProductStore(m_connection).addBarcode(scanned->product, code, units);
        ReceivingStore(m_connection).bind(id, code, scanned->product, units);
        return outcomeOf(count, scanned->product, code);
    });
}

Result<Done> ReceivingCounts::forget(ReceivingCountId id, const QString &code)
{
    return writeIn(m_connection, [&] {
        static_cast<void>(lockOpen(id));
        ReceivingStore(m_connection).forget(id, code);
        return Done{};
    });
}

Result<std::vector<ReceiptId>> ReceivingCounts::setTerms(ReceivingCountId id, const CountTerms &terms)
{
    return writeIn(m_connection, [&] {
        static_cast<void>(lockOpen(id));
        ReceivingStore(m_connection).setTerms(id, terms);
        return ReceiptStore(m_connection).withReference(terms.reference);
    });
}

/// Empty: no more came than may.
QString ReceivingCounts::excessSentence(const ReceivingCountView &view)
{
    const int percent = readSettings(m_connection).overReceiptPercent;
    QStringList over;
    for (const CountLine &line : view.lines) {
        if (beyondTolerance(line.units, percent) > 0)
            over += sentence("%1: %2 of %3").arg(line.sku).arg(line.units.accepted).arg(line.units.expected);
    }
    return over.isEmpty() ? QString()
                          : sentence("More came than the tolerance of %1 % allows (%2): count again, or receive all of it.")
                                .arg(percent)
                                .arg(over.join(QStringLiteral(", ")));
}

Result<ReceiptOutcome> ReceivingCounts::post(ReceivingCountId id, const ReceiptOutcome &preview, bool takeExcess, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        static_cast<void>(lockOpen(id));
        const ReceivingCountView view = read(id);
        if (const QString excess = excessSentence(view); !takeExcess && !excess.isEmpty())
            throw Refusal{refused("excess", excess)};
        const ReceiptOutcome outcome = orRefuse(postAsPreviewed(m_connection, view.draft(), preview, caller));
        ReceivingStore(m_connection).end(id, ReceiptStore(m_connection).find(outcome.receipt)->operation, outcome.receipt);
        return outcome;
    });
}

Result<VoidOutcome> ReceivingCounts::voidReceipt(ReceiptId receipt, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const VoidOutcome outcome = orRefuse(ReceivingService(m_connection).voidReceipt(receipt, reason, caller));
        ReceivingStore store(m_connection);
        const auto count = store.lock(store.ofReceipt(receipt));
        const auto purchase = count ? PurchaseStore(m_connection).find(count->purchase) : std::nullopt;
        const bool isTaken = purchase && (purchase->isClosed || store.openOf(purchase->id, {}).isValid());
        if (count && !isTaken)
            store.reopen(count->id);
        return outcome;
    });
}

Result<Done> ReceivingCounts::discard(ReceivingCountId id, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        static_cast<void>(lockOpen(id));
        ReceivingStore(m_connection).end(id, OperationStore(m_connection).insert(caller.stamp("discard_count")));
        return Done{};
    });
}

Result<ReceivingCountView> ReceivingCounts::reopen(ReceivingCountId id)
{
    return writeIn(m_connection, [&] {
        ReceivingStore store(m_connection);
        const auto count = store.lock(id);
        if (!count || count->isOpen || count->receipt.isValid())
            throw Refusal{refused("count", sentence("This count was not thrown away."))};
        if (count->purchase.isValid() && store.openOf(count->purchase, {}).isValid())
            throw Refusal{refused("count", sentence("Purchase %1 is counted anew already.").arg(count->purchase.value))};
        store.reopen(id);
        return read(id);
    });
}

} // namespace waitline
