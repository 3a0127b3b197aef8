#include "tests/support/referencemodel.h"

#include <algorithm>

namespace waitline::test {

using Number = ReferenceModel::Number;
using Answer = ReferenceModel::Answer;

namespace {
const Answer no{false, {}, {}};
}

Answer ReferenceModel::amend(Number id, Number units)
{
    Line &line = lines.at(id);
    const Order &order = orders.at(line.order);
    if (units < line.cancelled + line.shipped)
        return no;
    const Number more = units - line.ordered;
    if (more > 0) {
        // Under whole-lines what waits already keeps more units of the same line waiting.
        Number most = sellable(order.customer, line.product, {more}, line.preorder);
        const Terms &terms = products.at(line.product).terms;
        if (terms.policy == WholeLines && line.waiting > 0 && !line.preorder && terms.backorders)
            most = std::min(most, std::max(0LL, *terms.backorders - waiting(line.product, false)));
        if (most < more)
            return {false, most, {}};
        line.waiting += more;
    }
    ++m_operation;
    if (more < 0)
        withdraw(line, -more);
    line.ordered = units;
    settle(productsOf(order));
    return {};
}

Answer ReferenceModel::cancel(Number id, std::optional<Number> only, std::optional<Number> units)
{
    const Order &order = orders.at(id);
    Number total = 0;
    for (Number lineId : order.lines) {
        Line &line = lines.at(lineId);
        if (only && *only != lineId)
            continue;
        const Number open = line.waiting + line.allocated;
        if (units.value_or(open) > open)
            return no;
        total += units.value_or(open);
    }
    if (total == 0)
        return no;
    ++m_operation;
    for (Number lineId : order.lines) {
        Line &line = lines.at(lineId);
        if (only && *only != lineId)
            continue;
        const Number wanted = units.value_or(line.waiting + line.allocated);
        withdraw(line, wanted);
        line.cancelled += wanted;
    }
    settle(productsOf(order));
    return {};
}

Answer ReferenceModel::pay(Number order, Number amount)
{
    ++m_operation;
    orders.at(order).paid += amount;
    return {};
}

Answer ReferenceModel::refund(Number order, Number amount)
{
    Order &from = orders.at(order);
    if (amount > from.paid - from.refunded)
        return no;
    ++m_operation;
    from.refunded += amount;
    return {};
}

Answer ReferenceModel::ship(Number id, std::optional<Number> shipmentId)
{
    const Order &order = orders.at(id);
    const auto isReleased = [&](const Line &line) {
        const auto release = products.at(line.product).terms.release;
        return !release || *release <= today;
    };
    Number leaving = 0;
    for (Number lineId : order.lines) {
        const Line &line = lines.at(lineId);
        if (order.complete && (line.waiting > 0 || (line.allocated > 0 && !isReleased(line))))
            return no;
        leaving += isReleased(line) ? line.allocated : 0;
    }
    if (order.paid - order.refunded < depositRequired(id) || leaving == 0)
        return no;
    ++m_operation;
    const Number known = shipmentId.value_or(0);
    shipments[known] = {id, today, {}, {}, false};
    for (Number lineId : order.lines) {
        Line &line = lines.at(lineId);
        if (!isReleased(line) || line.allocated == 0)
            continue;
        shipments[known].units[lineId] = line.allocated;
        Product &product = products.at(line.product);
        product.onHand -= line.allocated;
        product.shipped += line.allocated;
        line.shipped += line.allocated;
        line.allocated = 0;
        line.shippedLots[known].assign(line.lots.begin(), line.lots.end());
        line.lots.clear();
    }
    settle(productsOf(order));
    return {};
}

Answer ReferenceModel::voidShipment(Number id)
{
    Shipment &shipment = shipments.at(id);
    if (shipment.voided || shipment.day != today || !shipment.returned.empty())
        return no;
    ++m_operation;
    shipment.voided = true;
    for (const auto &[lineId, units] : shipment.units) {
        Line &line = lines.at(lineId);
        Product &product = products.at(line.product);
        product.onHand += units;
        product.shipped -= units;
        line.shipped -= units;
        line.allocated += units;
        const std::vector<Lot> back = line.shippedLots[id];
        line.lots.insert(line.lots.begin(), back.begin(), back.end());
        line.shippedLots.erase(id);
    }
    settle(productsOf(orders.at(shipment.order)));
    return {};
}

Answer ReferenceModel::takeReturn(Number id, Number lineId, Number toStock, Number scrapped)
{
    Shipment &shipment = shipments.at(id);
    const Number units = toStock + scrapped;
    if (shipment.voided || !shipment.units.contains(lineId) || units > shipment.units[lineId] - shipment.returned[lineId]) {
        std::erase_if(shipment.returned, [](const auto &line) { return line.second == 0; });
        return no;
    }
    ++m_operation;
    shipment.returned[lineId] += units;
    Line &line = lines.at(lineId);
    line.shipped -= units;
    line.cancelled += units;
    products.at(line.product).shipped -= units;
    products.at(line.product).onHand += toStock;
    return {true, {}, settle(productsOf(orders.at(shipment.order)))};
}

Answer ReferenceModel::writeOff(Number id, Number units)
{
    Product &product = products.at(id);
    if (units > product.onHand)
        return no;
    ++m_operation;
    product.countedAway.push_back({m_operation, units});
    product.onHand -= units;
    takeShortage(id);
    return {true, {}, settle({id})};
}

Answer ReferenceModel::receive(std::optional<Number> id, std::optional<Number> from, const std::vector<Wish> &wishes,
                               std::optional<int> policy)
{
    if (from && purchases.at(*from).closed)
        return no;
    if (!id) { // a preview: the same, on a copy
        ReferenceModel copy = *this;
        return copy.receive(0, from, wishes, policy);
    }
    Receipt receipt{++m_operation, from, {}, false};
    std::set<Number> touched;
    for (const Wish &wish : wishes) {
        touched.insert(wish.product);
        products.at(wish.product).onHand += wish.units;
        std::vector<size_t> matching;
        for (size_t i = 0; from && i < purchases.at(*from).lines.size(); ++i) {
            if (purchases.at(*from).lines[i].product == wish.product)
                matching.push_back(i);
        }
        Number rest = wish.units;
        for (size_t i : matching) {
            PurchaseLine &line = purchases.at(*from).lines[i];
            const Number units = i == matching.back() ? rest : std::min(rest, line.open());
            line.received += units;
            line.over = std::max(0LL, line.received - line.ordered);
            rest -= units;
            receipt.parts.push_back({wish.product, units, i});
        }
        if (matching.empty())
            receipt.parts.push_back({wish.product, wish.units, {}});
    }
    receipts[*id] = receipt;
    return {true, {}, settle(touched, policy)};
}

Answer ReferenceModel::voidReceipt(Number id)
{
    Receipt &receipt = receipts.at(id);
    std::map<Number, Number> units;
    for (const ReceiptPart &part : receipt.parts)
        units[part.product] += part.units;
    if (receipt.voided)
        return no;
    for (const auto &[lineId, line] : lines) {
        for (const auto &[shipment, lots] : line.shippedLots) {
            for (const Lot &lot : lots) {
                if (lot.operation == receipt.operation && lot.units > 0)
                    return no;
            }
        }
    }
    for (const auto &[product, amount] : units) {
        Number there = products.at(product).onHand;
        for (const auto &[operation, away] : products.at(product).countedAway)
            there += operation > receipt.operation ? away : 0;
        if (there < amount)
            return no;
    }
    ++m_operation;
    receipt.voided = true;
    std::set<Number> touched;
    for (auto &[lineId, line] : lines) {
        Number fed = 0;
        for (const Lot &lot : line.lots)
            fed += lot.operation == receipt.operation ? lot.units : 0;
        takeBack(line, fed, receipt.operation);
        line.waiting += fed;
    }
    for (const auto &[product, amount] : units) {
        products.at(product).onHand = std::max(0LL, products.at(product).onHand - amount);
        takeShortage(product);
        touched.insert(product);
    }
    for (const ReceiptPart &part : receipt.parts) {
        if (!part.purchaseLine)
            continue;
        Purchase &purchase = purchases.at(*receipt.purchase);
        PurchaseLine &line = purchase.lines[*part.purchaseLine];
        line.received -= part.units;
        line.over = std::max(0LL, line.received - line.ordered);
        if (purchase.closed)
            line.closedShort += line.open();
    }
    settle(touched);
    return {};
}

Answer ReferenceModel::count(Number id, Number units)
{
    ++m_operation;
    Product &product = products.at(id);
    if (units < product.onHand)
        product.countedAway.push_back({m_operation, product.onHand - units});
    product.onHand = units;
    takeShortage(id);
    return {true, {}, settle({id})};
}

void ReferenceModel::placePurchase(Number id, const Purchase &purchase)
{
    ++m_operation;
    purchases[id] = purchase;
    std::set<Number> touched;
    for (const PurchaseLine &line : purchase.lines)
        touched.insert(line.product);
    settle(touched);
}

Answer ReferenceModel::reopenPurchase(Number id)
{
    Purchase &purchase = purchases.at(id);
    Number toCome = 0;
    for (const PurchaseLine &line : purchase.lines)
        toCome += std::max(0LL, line.ordered - line.received);
    if (!purchase.closed || toCome == 0)
        return no;
    ++m_operation;
    purchase.closed = false;
    std::set<Number> touched;
    for (PurchaseLine &line : purchase.lines) {
        line.closedShort = 0;
        touched.insert(line.product);
    }
    settle(touched);
    return {};
}

Answer ReferenceModel::closePurchase(Number id)
{
    Purchase &purchase = purchases.at(id);
    if (purchase.closed)
        return no;
    ++m_operation;
    purchase.closed = true;
    std::set<Number> touched;
    for (PurchaseLine &line : purchase.lines) {
        line.closedShort += line.open();
        touched.insert(line.product);
    }
    settle(touched);
    return {};
}

void ReferenceModel::setPriority(Number id, Number priority)
{
    ++m_operation;
    Order &order = orders.at(id);
    order.priority = priority;
    for (Number lineId : order.lines) {
        Line &line = lines.at(lineId);
        if (line.moves.empty())
            line.rank = {-priority, order.placedAt, line.id, 0.0};
    }
    settle(productsOf(order));
}

Answer ReferenceModel::move(Number id, bool before, Number anchorId)
{
    Line &line = lines.at(id);
    const Line &anchor = lines.at(anchorId);
    if (id == anchorId || anchor.product != line.product || anchor.waiting == 0 || line.waiting == 0)
        return no;
    ++m_operation;
    const auto &[urgency, placedAt, base, at] = anchor.rank;
    std::set<double> &taken = products.at(line.product).fractions[{urgency, placedAt, base}];
    taken.insert(0.0); // the place of the line itself
    const auto here = taken.find(at);
    double place = at;
    if (before)
        place = here == taken.begin() ? at - 1 : (at + *std::prev(here)) / 2;
    else
        place = std::next(here) == taken.end() ? at + 1 : (at + *std::next(here)) / 2;
    taken.insert(place);
    line.rank = {urgency, placedAt, base, place};
    line.moves.push_back(line.rank);
    settle(productsOf(orders.at(line.order)));
    return {};
}

Answer ReferenceModel::undoMove(Number id)
{
    Line &line = lines.at(id);
    if (line.moves.empty())
        return no;
    ++m_operation;
    const Order &order = orders.at(line.order);
    line.moves.pop_back();
    line.rank = line.moves.empty() ? Rank{-order.priority, order.placedAt, line.id, 0.0} : line.moves.back();
    settle(productsOf(order));
    return {};
}

Answer ReferenceModel::changeTerms(Number id, const Terms &terms)
{
    Product &product = products.at(id);
    if (terms.release && terms.release != product.terms.release) {
        const bool hasShipped = std::any_of(shipments.begin(), shipments.end(), [&](const auto &known) {
            const Shipment &shipment = known.second;
            return !shipment.voided && std::any_of(shipment.units.begin(), shipment.units.end(),
                                                   [&](const auto &units) { return lines.at(units.first).product == id; });
        });
        if (hasShipped)
            return no; // the driver moves releases into the future only
        if (product.terms.release) {
            for (auto &[lineId, line] : lines) {
                if (line.product == id && line.preorder && line.promise && line.ordered > line.cancelled + line.shipped)
                    *line.promise += *terms.release - *product.terms.release;
            }
        }
    }
    ++m_operation;
    product.terms = terms;
    settle({id});
    return {};
}

} // namespace waitline::test
