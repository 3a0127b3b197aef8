#include "models/services/overviewparts.h"
#include "models/store/overviewstore.h"

#include <algorithm>
#include <span>

namespace waitline {

namespace {

/// The waiting lines no supply covers, ascending: in each product those behind the last line that is served.
std::vector<OrderLineId> uncoveredLines(Connection &connection, const std::vector<WaitingProduct> &products)
{
    std::vector<OrderLineId> uncovered;
    for (const WaitingProduct &product : products) {
        const Units supply = std::max<Units>(product.available, 0) + product.onOrder;
        if (supply >= product.waiting())
            continue;
        const qint64 served = supply > 0 ? WaitingStore(connection).servedBy(product.product, supply).lines : 0;
        const auto behind = OverviewStore(connection).linesBehind(product.product, served);
        uncovered.insert(uncovered.end(), behind.begin(), behind.end());
    }
    std::sort(uncovered.begin(), uncovered.end());
    return uncovered;
}

/// Adds one order: its deposit lies on its open lines by their value, rounded so that the shares add up.
void addOrder(std::span<const MoneyLine> lines, const std::vector<OrderLineId> &uncovered, Overview &overview)
{
    Money open = 0;
    Money shipped = 0;
    for (const MoneyLine &line : lines) {
        open += line.open;
        shipped += line.shipped;
    }
    const Money deposit = std::max<Money>(lines.front().held - shipped, 0);
    overview.deposits += deposit;
    if (open == 0)
        return;
    Money valueSoFar = 0;
    Money given = 0;
    for (const MoneyLine &line : lines) {
        valueSoFar += line.open;
        const Money share = proportion(std::min(deposit, open), valueSoFar, open) - given;
        given += share;
        if (share > 0 && std::binary_search(uncovered.begin(), uncovered.end(), line.line))
            overview.depositsAtRisk += share;
    }
}

} // namespace

void addCash(Connection &connection, const std::vector<WaitingProduct> &products, Overview &overview)
{
    const std::vector<MoneyLine> lines = OverviewStore(connection).linesWithMoney();
    if (lines.empty())
        return;
    const std::vector<OrderLineId> uncovered = uncoveredLines(connection, products);
    for (auto first = lines.begin(); first != lines.end();) {
        const auto last = std::find_if(first, lines.end(), [&](const MoneyLine &line) { return line.order != first->order; });
        addOrder({first, last}, uncovered, overview);
        first = last;
    }
}

} // namespace waitline
