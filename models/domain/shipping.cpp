#include "models/domain/shipping.h"

#include "models/domain/daytext.h"
#include "models/domain/unitstext.h"

#include <QCoreApplication>
#include <QStringList>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Shipping", text); }

/// What a wish to be shipped complete waits for.
QStringList missingFor(const ShippingOrder &order, QDate today)
{
    QStringList blockers;
    QStringList waiting;
    Units units = 0;
    for (const ShippingLine &line : order.lines) {
        if (line.waiting > 0)
            waiting += sentence("%1 of %2").arg(unitsText(line.waiting), line.sku);
        units += line.waiting;
        if (line.allocated > 0 && !line.isReleased(today))
            blockers += sentence("it asks to be shipped complete and %1 is not released before %2").arg(line.sku, dayText(*line.release));
    }
    if (units > 0)
        blockers.prepend((units == 1 ? sentence("it asks to be shipped complete and %1 still waits")
                                     : sentence("it asks to be shipped complete and %1 still wait"))
                             .arg(waiting.join(QStringLiteral(", "))));
    return blockers;
}

QStringList orderBlockers(const ShippingOrder &order, const ShippingTerms &terms)
{
    QStringList blockers;
    if (order.shipComplete)
        blockers = missingFor(order, terms.today);
    Money total = 0;
    for (const ShippingLine &line : order.lines)
        total += line.active * line.unitPrice;
    const Currency &currency = terms.currency;
    if (order.held < order.depositRequired)
        blockers += sentence("its deposit of %1 is not paid in full: %2 is missing")
                        .arg(currency.toDecimal(order.depositRequired), currency.toDecimal(order.depositRequired - order.held));
    if (terms.fullBalance && order.held < total)
        blockers += sentence("its balance of %1 is not paid").arg(currency.toDecimal(total - order.held));
    return blockers;
}

std::optional<QString> told(const QStringList &blockers)
{
    return blockers.isEmpty() ? std::nullopt : std::optional(blockers.join(QStringLiteral("; ")));
}

} // namespace

std::optional<QString> orderBlocker(const ShippingOrder &order, const ShippingTerms &terms) { return told(orderBlockers(order, terms)); }

Units unitsToShip(const ShippingOrder &order, QDate today)
{
    Units units = 0;
    for (const ShippingLine &line : order.lines)
        units += line.isReleased(today) ? line.allocated : 0;
    return units;
}

std::optional<QString> shippingBlocker(const ShippingOrder &order, const ShippingTerms &terms)
{
    QStringList blockers = orderBlockers(order, terms);
    if (unitsToShip(order, terms.today) > 0)
        return told(blockers);
    bool isAllocated = false;
    for (const ShippingLine &line : order.lines) {
        if (line.allocated == 0)
            continue;
        isAllocated = true;
        if (!order.shipComplete) // else it is said already
            blockers += sentence("%1 is not released before %2").arg(line.sku, dayText(*line.release));
    }
    if (!isAllocated)
        blockers += sentence("no units are allocated to it");
    return told(blockers);
}

} // namespace waitline
