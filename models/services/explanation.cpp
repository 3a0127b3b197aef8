#include "models/services/explanation.h"

#include "models/domain/partlytext.h"
#include "models/domain/unitstext.h"
#include "models/services/unitofwork.h"
#include "models/store/productstore.h"
#include "models/store/purchasestore.h"
#include "models/store/queuestore.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Explanation", text); }

QString shortDay(QDate day, QDate today) { return QLocale().toString(day, day.year() == today.year() ? u"d MMM" : u"d MMM yyyy"); }

QString nameOf(Connection &connection, PurchaseId id)
{
    const auto purchase = PurchaseStore(connection).find(id);
    return purchase && !purchase->reference.isEmpty() ? purchase->reference : QStringLiteral("PO-%1").arg(id.value);
}

QString inWords(Connection &connection, const LineExplanation &seen, QDate today)
{
    if (!seen.place)
        return seen.line.allocated > 0 ? sentence("all its units are set aside") : sentence("nothing of it is open");
    QStringList parts{seen.unitsAhead == 0 ? sentence("nobody ahead") : sentence("%1 ahead").arg(unitsText(seen.unitsAhead))};
    if (seen.unitsFree > 0)
        parts += (seen.unitsFree == 1 ? sentence("%1 is free, but it is served whole or not at all")
                                      : sentence("%1 are free, but it is served whole or not at all"))
                     .arg(unitsText(seen.unitsFree));
    if (!seen.next)
        parts += sentence("nothing is on order");
    else
        parts +=
            (seen.next->day < today ? sentence("next supply %1, overdue since %2, covers %3") : sentence("next supply %1 on %2, covers %3"))
                .arg(seen.next->name, shortDay(seen.next->day, today))
                .arg(seen.next->units);
    if (seen.coverage.partlyBy)
        parts += partlyText(seen.coverage.partly, seen.line.waiting, nameOf(connection, *seen.coverage.partlyBy),
                            shortDay(seen.coverage.partlyOn, today));
    return parts.join(QStringLiteral("; "));
}

} // namespace

Result<LineExplanation> explainLine(Connection &connection, OrderLineId id, QDate today)
{
    return readIn(connection, [&] {
        const auto line = OrderStore(connection).line(id);
        if (!line)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        const StoredProduct product = *ProductStore(connection).find(line->product);
        const std::vector<Supply> supplies = PurchaseStore(connection).supplies(line->product);
        LineExplanation seen{*line, {}, 0, 0, {}, {}, {}};
        if (line->waiting > 0) {
            const Standing standing =
                QueueStore(connection).standing(line->product, line->rank, product.stock.waitingLines, product.stock.waiting());
            seen.place = standing.place;
            seen.unitsAhead = standing.unitsAhead;
            seen.unitsFree = std::max<Units>(product.stock.available(), 0);
        }
        if (!supplies.empty())
            seen.next = NextSupply{nameOf(connection, supplies.front().purchase), supplies.front().day, supplies.front().units};
        seen.coverage = coverage(product.stock.available(), supplies, seen.unitsAhead, line->waiting, today, product.terms.release);
        if (product.terms.policy == AllocationPolicy::WholeLines)
            seen.coverage = seen.coverage.whole();
        seen.sentence = inWords(connection, seen, today);
        return seen;
    });
}

Result<std::vector<AllocationReason>> allocationsOf(Connection &connection, OrderLineId line)
{
    return readIn(connection, [&] {
        std::vector<AllocationReason> reasons;
        for (const LedgerStore::Cause &cause : LedgerStore(connection).causes(line)) {
            reasons.push_back({cause.operation.kind, cause.operation.actor, cause.operation.reason, cause.operation.at, cause.entry.cause,
                               cause.line.units, cause.entry.policy, cause.entry.unitsSeen, cause.line.place, cause.line.unitsAhead});
        }
        return reasons;
    });
}

} // namespace waitline
