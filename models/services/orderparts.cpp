#include "models/services/orderparts.h"

#include "models/store/storeerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }
} // namespace

QueueLine queueLine(const StoredOrderLine &line, Units units)
{
    return {line.product, line.rank, line.id, line.order, units, line.unitPrice, line.preorder, true};
}

StoredOrderLine lineOf(const std::vector<StoredOrderLine> &lines, OrderId order, OrderLineId id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto &line) { return line.id == id; });
    if (found == lines.end())
        throw Refusal{notFound("line", sentence("Order %1 has no line %2.").arg(order.value).arg(id.value))};
    return *found;
}

StoredProduct asSeenBy(const StoredOrderLine &line, StoredProduct product)
{
    if (product.terms.policy == AllocationPolicy::WholeLines && line.waiting > 0)
        product.stock.onHand = product.stock.allocated;
    return product;
}

void mustSayWhy(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
}

} // namespace waitline
