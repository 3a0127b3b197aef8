#include "tests/support/referencemodel.h"

#include <algorithm>

namespace waitline::test {

using Number = ReferenceModel::Number;

std::vector<const ReferenceModel::Line *> ReferenceModel::queue(Number product) const
{
    std::vector<const Line *> found;
    for (const auto &[id, line] : lines) {
        if (line.product == product && line.waiting > 0)
            found.push_back(&line);
    }
    std::sort(found.begin(), found.end(), [](const Line *a, const Line *b) { return a->rank < b->rank; });
    return found;
}

std::vector<const ReferenceModel::Line *> ReferenceModel::holders(Number product) const
{
    std::vector<const Line *> found;
    for (const auto &[id, line] : lines) {
        if (line.product == product && line.allocated > 0)
            found.push_back(&line);
    }
    std::sort(found.begin(), found.end(), [](const Line *a, const Line *b) { return a->rank < b->rank; });
    return found;
}

Number ReferenceModel::allocated(Number product) const
{
    Number sum = 0;
    for (const Line *line : holders(product))
        sum += line->allocated;
    return sum;
}

Number ReferenceModel::waiting(Number product, bool preorder) const
{
    Number sum = 0;
    for (const Line *line : queue(product))
        sum += line->preorder == preorder ? line->waiting : 0;
    return sum;
}

Number ReferenceModel::onOrder(Number product) const
{
    Number sum = 0;
    for (const auto &[id, purchase] : purchases) {
        for (const PurchaseLine &line : purchase.lines)
            sum += line.product == product ? line.open() : 0;
    }
    return sum;
}

Number ReferenceModel::depositRequired(Number order) const
{
    Number sum = 0;
    for (Number id : orders.at(order).lines) {
        const Line &line = lines.at(id);
        const Number active = line.ordered - line.cancelled;
        if (line.depositKind == 1)
            sum += (active * line.price * line.depositValue + 5000) / 10000;
        if (line.depositKind == 2)
            sum += active * std::min(line.depositValue, line.price); // never more than the goods
    }
    return sum;
}

bool ReferenceModel::isPreorder(Number product, Number day) const
{
    const auto release = products.at(product).terms.release;
    return release && day < *release;
}

Number ReferenceModel::held(Number customer, Number product) const
{
    Number sum = 0;
    for (const auto &[id, line] : lines) {
        if (line.product == product && orders.at(line.order).customer == customer)
            sum += line.ordered - line.cancelled;
    }
    return sum;
}

/// Units for each line of the queue; the supply is what is free.
std::vector<Number> ReferenceModel::plan(Number product, const std::vector<const Line *> &queue, int policy) const
{
    Number free = std::max(0LL, products.at(product).onHand - allocated(product));
    const Number supply = free;
    Number total = 0;
    for (const Line *line : queue)
        total += line->waiting;
    std::vector<Number> given(queue.size(), 0);
    const auto one = [&](size_t i) {
        if (free > 0 && given[i] < queue[i]->waiting) {
            ++given[i];
            --free;
        }
    };
    const auto asMany = [&](size_t i) {
        while (free > 0 && given[i] < queue[i]->waiting)
            one(i);
    };
    if (policy == FairShare && total > 0) {
        for (size_t i = 0; i < queue.size(); ++i) {
            given[i] = std::min(queue[i]->waiting, supply * queue[i]->waiting / total);
            free -= given[i];
        }
        for (size_t i = 0; i < queue.size(); ++i)
            one(i);
    }
    for (int paid = 1; paid >= 0 && policy == PaidFirst; --paid) {
        for (size_t i = 0; i < queue.size(); ++i) {
            const Order &order = orders.at(queue[i]->order);
            if ((order.paid - order.refunded >= depositRequired(order.id)) == (paid == 1))
                asMany(i);
        }
    }
    for (Number round = 0; round < supply && policy == OneEach; ++round) {
        for (size_t i = 0; i < queue.size(); ++i)
            one(i);
    }
    for (size_t i = 0; i < queue.size(); ++i) {
        if (policy == FirstCome || (policy == WholeLines && queue[i]->waiting <= free))
            asMany(i);
    }
    return given;
}

/// Units of new lines that would find nothing free: what others wait for is theirs, but under whole-lines.
Number ReferenceModel::wouldWait(Number product, const std::vector<Number> &wishes) const
{
    const bool whole = products.at(product).terms.policy == WholeLines;
    const Number ahead = whole ? 0 : waiting(product, true) + waiting(product, false);
    Number free = std::max(0LL, products.at(product).onHand - allocated(product) - ahead);
    Number waits = 0;
    for (Number wish : wishes) {
        const Number served = whole && wish > free ? 0 : std::min(wish, free);
        free -= served;
        waits += wish - served;
    }
    return waits;
}

/// The most units that could be sold, the last wishes lowered first.
Number ReferenceModel::sellable(Number customer, Number product, const std::vector<Number> &wishes, bool preorder) const
{
    const Terms &terms = products.at(product).terms;
    Number wanted = 0;
    for (Number wish : wishes)
        wanted += wish;
    const Number sold = allocated(product) + waiting(product, true) + waiting(product, false) + products.at(product).shipped;
    for (Number total = wanted; total > 0; --total) {
        std::vector<Number> lowered;
        Number rest = total;
        for (Number wish : wishes) {
            lowered.push_back(std::min(wish, rest));
            rest -= lowered.back();
        }
        const bool edition = !terms.edition || sold + total <= *terms.edition;
        const bool customers = !terms.perCustomer || held(customer, product) + total <= *terms.perCustomer;
        const bool backorders =
            preorder || !terms.backorders || wouldWait(product, lowered) <= std::max(0LL, *terms.backorders - waiting(product, false));
        if (edition && customers && backorders)
            return total;
    }
    return 0;
}

ReferenceModel::Answer ReferenceModel::mayPlace(Number customer, const std::vector<Wish> &wishes, Number day) const
{
    std::map<Number, std::vector<Number>> byProduct;
    for (const Wish &wish : wishes)
        byProduct[wish.product].push_back(wish.units);
    for (const auto &[product, units] : byProduct) {
        Number wanted = 0;
        for (Number each : units)
            wanted += each;
        const Number most = sellable(customer, product, units, isPreorder(product, day));
        if (most < wanted)
            return {false, most, {}};
    }
    return {};
}

void ReferenceModel::place(const Order &order, const std::vector<Wish> &wishes, const std::vector<Number> &lineIds, Number day,
                           std::optional<Number> promise)
{
    ++m_operation;
    Order placed = order;
    placed.lines = lineIds;
    orders[order.id] = placed;
    std::set<Number> touched;
    for (size_t i = 0; i < wishes.size(); ++i) {
        const Terms &terms = products.at(wishes[i].product).terms;
        Line line;
        line.id = lineIds[i];
        line.order = order.id;
        line.product = wishes[i].product;
        line.ordered = line.waiting = wishes[i].units;
        line.preorder = isPreorder(line.product, day);
        line.price = terms.price;
        line.depositKind = terms.depositKind;
        line.depositValue = terms.depositValue;
        line.promise = promise;
        line.rank = {-order.priority, order.placedAt, line.id, 0.0};
        lines[line.id] = line;
        touched.insert(line.product);
    }
    settle(touched);
}

std::vector<ReferenceModel::Served> ReferenceModel::settle(const std::set<Number> &touched, std::optional<int> policy)
{
    std::vector<Served> served;
    for (Number product : touched) {
        const std::vector<const Line *> waitingLines = queue(product);
        const std::vector<Number> given = plan(product, waitingLines, policy.value_or(products.at(product).terms.policy));
        for (size_t i = 0; i < given.size(); ++i) {
            if (given[i] == 0)
                continue;
            Line &line = lines.at(waitingLines[i]->id);
            give(line, given[i]);
            served.push_back({line.id, given[i], Number(i) + 1, line.waiting});
        }
    }
    return served;
}

void ReferenceModel::give(Line &line, Number units)
{
    line.waiting -= units;
    line.allocated += units;
    line.lots.push_back({m_operation, units});
}

void ReferenceModel::takeBack(Line &line, Number units, std::optional<Number> fromOperation)
{
    line.allocated -= units;
    for (Lot &lot : line.lots) {
        if (fromOperation && lot.operation == *fromOperation) {
            const Number taken = std::min(units, lot.units);
            lot.units -= taken;
            units -= taken;
        }
    }
    for (auto lot = line.lots.rbegin(); lot != line.lots.rend(); ++lot) {
        const Number taken = std::min(units, lot->units);
        lot->units -= taken;
        units -= taken;
    }
}

void ReferenceModel::withdraw(Line &line, Number units)
{
    const Number fromWaiting = std::min(units, line.waiting);
    line.waiting -= fromWaiting;
    takeBack(line, units - fromWaiting, {});
}

void ReferenceModel::takeShortage(Number product)
{
    const std::vector<const Line *> inOrder = holders(product);
    for (auto line = inOrder.rbegin(); line != inOrder.rend(); ++line) {
        const Number shortage = allocated(product) - products.at(product).onHand;
        const Number units = std::min(std::max(0LL, shortage), (*line)->allocated);
        Line &from = lines.at((*line)->id);
        takeBack(from, units, {});
        from.waiting += units;
    }
}

std::set<Number> ReferenceModel::productsOf(const Order &order) const
{
    std::set<Number> found;
    for (Number id : order.lines)
        found.insert(lines.at(id).product);
    return found;
}

} // namespace waitline::test
