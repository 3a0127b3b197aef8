#include "models/services/purchasepegs.h"

#include "models/store/connection.h"
#include "models/store/productstore.h"
#include "models/store/queuestore.h"

#include <algorithm>
#include <limits>

namespace waitline {

namespace {

constexpr size_t mostNamed = 200; // pegs of a line that are named one by one

Units sum(const std::vector<Supply> &supplies)
{
    Units units = 0;
    for (const Supply &supply : supplies)
        units += supply.units;
    return units;
}

/// The lines from the head that so many units reach.
std::vector<WaitingStep> reachedBy(Connection &connection, ProductId product, Units supply)
{
    std::vector<WaitingStep> steps;
    Units ahead = 0;
    WaitingStore(connection).walk(product, {false, true}, [&](const WaitingStep &step) {
        if (ahead < supply)
            steps.push_back(step);
        ahead += step.units;
    });
    return steps;
}

} // namespace

const PurchasePegs::Walked &PurchasePegs::walked(ProductId id)
{
    const auto known = m_walked.find(id);
    if (known != m_walked.end())
        return known->second;
    Walked &walked = m_walked[id];
    walked.supplies = PurchaseStore(m_connection).supplies(id);
    const auto product = ProductStore(m_connection).find(id);
    if (!product)
        return walked;
    const Units available = product->stock.available();
    if (product->terms.policy != AllocationPolicy::FirstCome) {
        walked.steps = reachedBy(m_connection, id, std::numeric_limits<Units>::max());
        std::vector<WaitingEntry> entries;
        const bool asksDeposits = product->terms.policy == AllocationPolicy::PaidFirst;
        for (const QueueLine &line : QueueStore(m_connection).head(id, std::numeric_limits<qint64>::max(), asksDeposits))
            entries.push_back({line.line, line.units, line.depositMet});
        walked.pegged = giveOut(available, walked.supplies, entries, product->terms.policy);
        walked.pegged.erase(walked.pegged.begin()); // what is free now is of no purchase
        return walked;
    }
    walked.steps = reachedBy(m_connection, id, std::max<Units>(available, 0) + sum(walked.supplies));
    std::vector<Units> waiting;
    for (const WaitingStep &step : walked.steps)
        waiting.push_back(step.units);
    walked.pegged = pegSupplies(available, walked.supplies, waiting);
    return walked;
}

std::vector<size_t> PurchasePegs::suppliesOf(const Walked &walked, PurchaseId purchase)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < walked.supplies.size(); ++i) {
        if (walked.supplies[i].purchase == purchase)
            found.push_back(i);
    }
    return found;
}

std::set<CustomerId> PurchasePegs::customersOf(const StoredPurchase &purchase)
{
    std::set<CustomerId> customers;
    for (const StoredPurchaseLine &line : purchase.lines) {
        if (line.onOrder() == 0)
            continue;
        const Walked &product = walked(line.product);
        for (size_t supply : suppliesOf(product, purchase.id)) {
            for (const Peg &peg : product.pegged[supply].pegs)
                customers.insert(product.steps[peg.entry].customer);
        }
    }
    return customers;
}

PurchasePegs::Served PurchasePegs::servedBy(PurchaseId purchase, const std::vector<ProductId> &products, size_t mostNamed)
{
    Served served;
    std::vector<CustomerId> customers;
    std::vector<OrderLineId> named; // one of each of them
    for (ProductId id : products) {
        const Walked &product = walked(id);
        for (size_t supply : suppliesOf(product, purchase)) {
            for (const Peg &peg : product.pegged[supply].pegs) {
                const WaitingStep &step = product.steps[peg.entry];
                served.lines += peg.completes ? 1 : 0;
                served.units += peg.units;
                if (customers.size() == mostNamed || std::find(customers.begin(), customers.end(), step.customer) != customers.end())
                    continue;
                customers.push_back(step.customer);
                named.push_back(step.line);
            }
        }
    }
    for (const WaitingDetail &line : WaitingStore(m_connection).lines(named))
        served.customers += line.customer;
    return served;
}

PurchaseView PurchasePegs::view(const StoredPurchase &purchase)
{
    PurchaseView view{purchase, {}, qint64(customersOf(purchase).size())};
    std::map<ProductId, size_t> seen; // open lines of the product before this one
    for (const StoredPurchaseLine &line : purchase.lines) {
        PeggedPurchaseLine pegged{line, {}, 0, 0};
        if (line.onOrder() > 0) {
            const Walked &product = walked(line.product);
            const PeggedSupply &supply = product.pegged[suppliesOf(product, purchase.id)[seen[line.product]++]];
            pegged.leftOver = supply.leftOver;
            std::vector<OrderLineId> named;
            for (size_t i = 0; i < std::min(supply.pegs.size(), mostNamed); ++i) {
                const Peg &peg = supply.pegs[i];
                const WaitingStep &step = product.steps[peg.entry];
                pegged.pegs.push_back({step.line, step.order, {}, peg.units, peg.completes, {}});
                named.push_back(step.line);
            }
            pegged.morePegs = qint64(supply.pegs.size() - named.size());
            const std::vector<WaitingDetail> details = WaitingStore(m_connection).lines(named);
            for (size_t i = 0; i < std::min(details.size(), pegged.pegs.size()); ++i) {
                pegged.pegs[i].customer = details[i].customer;
                pegged.pegs[i].promise = details[i].promise;
            }
        }
        view.lines.push_back(std::move(pegged));
    }
    return view;
}

} // namespace waitline
