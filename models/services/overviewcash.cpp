#include "models/services/overviewparts.h"
#include "models/store/overviewstore.h"

#include <algorithm>
#include <unordered_set>

namespace waitline {

namespace {

/// The waiting lines no supply covers: in each product those behind the last line that stock and purchases serve.
struct Uncovered {
    std::unordered_set<qint64> lines;
    std::unordered_set<qint64> orders;
};

Uncovered uncoveredLines(Connection &connection, const std::vector<WaitingProduct> &products)
{
    Uncovered uncovered;
    for (const WaitingProduct &product : products) {
        const Units supply = std::max<Units>(product.available, 0) + product.onOrder;
        if (supply >= product.waiting())
            continue;
        const qint64 served = supply > 0 ? WaitingStore(connection).servedBy(product.product, supply).lines : 0;
        for (const auto &[line, order] : OverviewStore(connection).linesBehind(product.product, served)) {
            uncovered.lines.insert(line.value);
            uncovered.orders.insert(order.value);
        }
    }
    return uncovered;
}

/// An order's deposit lies on its open lines by their value, rounded so that the shares add up.
Money depositOnUncovered(const std::vector<OpenLineValue> &lines, Money deposit, const Uncovered &uncovered)
{
    Money open = 0;
    for (const OpenLineValue &line : lines)
        open += line.open;
    if (open == 0)
        return 0;
    const Money onLines = std::min(deposit, open);
    Money valueSoFar = 0;
    Money given = 0;
    Money atRisk = 0;
    for (const OpenLineValue &line : lines) {
        valueSoFar += line.open;
        const Money share = proportion(onLines, valueSoFar, open) - given;
        given += share;
        atRisk += uncovered.lines.contains(line.line.value) ? share : 0;
    }
    return atRisk;
}

} // namespace

void addCash(Connection &connection, const std::vector<WaitingProduct> &products, Overview &overview)
{
    OverviewStore store(connection);
    const std::vector<OrderDeposit> deposits = store.deposits();
    if (deposits.empty())
        return;
    const Uncovered uncovered = uncoveredLines(connection, products);
    for (const OrderDeposit &order : deposits) {
        overview.deposits += order.deposit;
        if (uncovered.orders.contains(order.order.value))
            overview.depositsAtRisk += depositOnUncovered(store.openLines(order.order), order.deposit, uncovered);
    }
}

} // namespace waitline
