#include "models/domain/shipping.h"

#include "models/domain/unitswords.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Shipping", text); }
} // namespace

std::optional<QString> orderBlocker(const ShippingOrder &order, const ShippingTerms &terms)
{
    Money total = 0;
    for (const ShippingLine &line : order.lines) {
        total += line.active * line.unitPrice;
        if (order.shipComplete && line.waiting > 0)
            return (line.waiting == 1 ? sentence("it asks to be shipped complete and %1 of %2 still waits")
                                      : sentence("it asks to be shipped complete and %1 of %2 still wait"))
                .arg(unitsWords(line.waiting), line.sku);
        if (order.shipComplete && line.allocated > 0 && !line.isReleased(terms.today))
            return sentence("it asks to be shipped complete and %1 is not released yet").arg(line.sku);
    }
    const Currency &currency = terms.currency;
    if (order.held < order.depositRequired)
        return sentence("its deposit of %1 is not paid in full: %2 is missing")
            .arg(currency.toDecimal(order.depositRequired), currency.toDecimal(order.depositRequired - order.held));
    if (terms.fullBalance && order.held < total)
        return sentence("its balance of %1 is not paid").arg(currency.toDecimal(total - order.held));
    return std::nullopt;
}

Units unitsToShip(const ShippingOrder &order, QDate today)
{
    Units units = 0;
    for (const ShippingLine &line : order.lines)
        units += line.isReleased(today) ? line.allocated : 0;
    return units;
}

std::optional<QString> shippingBlocker(const ShippingOrder &order, const ShippingTerms &terms)
{
    if (auto blocker = orderBlocker(order, terms))
        return blocker;
    if (unitsToShip(order, terms.today) > 0)
        return std::nullopt;
    for (const ShippingLine &line : order.lines) {
        if (line.allocated > 0)
            return sentence("%1 is not released before %2").arg(line.sku, line.release->toString(Qt::ISODate));
    }
    return sentence("no units are allocated to it");
}

} // namespace waitline
