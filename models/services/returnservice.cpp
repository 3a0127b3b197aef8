#include "models/services/returnservice.h"

#include "models/domain/order.h"
#include "models/domain/unitstext.h"
#include "models/services/ordernotices.h"
#include "models/services/orderview.h"
#include "models/services/unitofwork.h"
#include "models/store/shipmentstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Returns", text); }

void validate(const ReturnDraft &draft)
{
    if (draft.reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
    if (draft.lines.empty())
        throw Refusal{invalid("line", sentence("Nothing is returned: enter the units of at least one line."))};
    for (const ReturnLineDraft &line : draft.lines) {
        if (line.toStock < 0 || line.scrapped < 0 || line.toStock > mostUnitsOfALine || line.scrapped > mostUnitsOfALine ||
            line.toStock + line.scrapped == 0)
            throw Refusal{
                invalid("line",
                        sentence("The units returned of line %1 must be from 1 to %2.").arg(line.line.value).arg(mostUnitsOfALine))};
    }
}

/// The shipment's line, with all units of the order line that left with it; throws Refusal where there are too few.
StoredShipmentLine shippedLine(const StoredShipment &shipment, const ReturnLineDraft &wanted)
{
    StoredShipmentLine found;
    for (const StoredShipmentLine &line : shipment.lines) {
        if (line.line != wanted.line)
            continue;
        const Units before = found.units;
        found = line;
        found.units += before;
    }
    if (!found.line.isValid())
        throw Refusal{notFound("line", sentence("Shipment %1 has no line %2.").arg(shipment.id.value).arg(wanted.line.value))};
    if (wanted.toStock + wanted.scrapped > found.kept())
        throw Refusal{refused("line", sentence("Only %1 of %2 left with shipment %3 and did not come back: enter at most that many.")
                                          .arg(unitsText(found.kept()), found.sku)
                                          .arg(shipment.id.value))};
    return found;
}

/// What is asked for once may stand twice in a draft.
std::vector<ReturnLineDraft> summed(const std::vector<ReturnLineDraft> &lines)
{
    std::map<OrderLineId, ReturnLineDraft> byLine;
    for (const ReturnLineDraft &line : lines) {
        ReturnLineDraft &sum = byLine[line.line];
        sum.line = line.line;
        sum.toStock += line.toStock;
        sum.scrapped += line.scrapped;
    }
    std::vector<ReturnLineDraft> result;
    for (const auto &[id, line] : byLine)
        result.push_back(line);
    return result;
}

} // namespace

Result<ReturnOutcome> ReturnService::take(const ReturnDraft &draft, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        validate(draft);
        ShipmentStore shipments(m_connection);
        const OrderId order = shipments.orderOf(draft.shipment);
        if (!order.isValid())
            throw Refusal{notFound("shipment", sentence("There is no shipment %1.").arg(draft.shipment.value))};
        StockBook book(m_connection);
        book.lock(OrderStore(m_connection).products(order));
        static_cast<void>(OrderStore(m_connection).lock(order));
        const auto shipment = shipments.find(draft.shipment);
        if (shipment->isVoid)
            throw Refusal{
                refused("shipment", sentence("Shipment %1 is void: nothing of it is with the customer.").arg(shipment->id.value))};
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("return", draft.reason)));
        ReturnOutcome outcome{draft.shipment, order, {}, 0, {}};
        for (const ReturnLineDraft &line : summed(draft.lines)) {
            const StoredShipmentLine shipped = shippedLine(*shipment, line);
            ReturnStore(m_connection).insert(book.operation(), {draft.shipment, line.line, shipped.product, line.toStock, line.scrapped});
            book.takeReturn(shipped.product, line.toStock + line.scrapped, line.toStock);
            outcome.lines.push_back({line.line, shipped.sku, line.toStock, line.scrapped});
        }
        refreshDeposit(m_connection, order);
        outcome.served = book.finish();
        const OrderView after = readOrder(m_connection, order, caller.today());
        outcome.refundDue = after.refundDue();
        tellCancelled(m_connection, after, book.operation());
        return outcome;
    });
}

} // namespace waitline
