#include "models/domain/caps.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace waitline {

namespace {

Units leftUnder(const std::optional<Units> &cap, Units used) { return cap ? std::max<Units>(*cap - used, 0) : unlimited; }

} // namespace

Units freeForNewcomers(const ProductTerms &terms, const StockFigures &stock)
{
    const Units promisedAhead = terms.policy == AllocationPolicy::WholeLines ? 0 : stock.waiting();
    return std::max<Units>(stock.available() - promisedAhead, 0);
}

Units unitsThatWouldWait(Units available, std::span<const Units> wishes, AllocationPolicy policy)
{
    Units free = std::max<Units>(available, 0);
    Units waits = 0;
    for (Units wish : wishes) {
        const bool whole = policy == AllocationPolicy::WholeLines;
        const Units served = wish <= free ? wish : (whole ? 0 : free);
        free -= served;
        waits += wish - served;
    }
    return waits;
}

namespace {

/// The most units of the wishes, the last ones lowered first, of which no more than `mayWait` wait.
Units sellableFor(Units mayWait, Units available, std::span<const Units> wishes, AllocationPolicy policy)
{
    const auto fits = [&](Units total) {
        std::vector<Units> lowered;
        for (Units wish : wishes) {
            lowered.push_back(std::min(wish, total));
            total -= lowered.back();
        }
        return unitsThatWouldWait(available, lowered, policy) <= mayWait;
    };
    Units low = 0; // what waits only grows with the units asked for
    Units high = std::accumulate(wishes.begin(), wishes.end(), Units(0));
    while (low < high) {
        const Units middle = low + (high - low + 1) / 2;
        if (fits(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

CapVerdict checkCaps(const ProductTerms &terms, const StockFigures &stock, Units customerHolds, std::span<const Units> wishes,
                     bool preorder)
{
    const Units wanted = std::accumulate(wishes.begin(), wishes.end(), Units(0));
    CapVerdict verdict{unlimited, std::nullopt};
    const auto narrow = [&](Units sellable, CapKind kind) {
        if (sellable < verdict.sellable) {
            verdict.sellable = sellable;
            if (sellable < wanted)
                verdict.stoppedBy = kind;
        }
    };
    narrow(leftUnder(terms.editionSize, stock.sold()), CapKind::Edition);
    narrow(leftUnder(terms.customerLimit, customerHolds), CapKind::PerCustomer);
    if (!preorder && terms.backorderLimit) {
        const Units mayWait = leftUnder(terms.backorderLimit, stock.waitingBackorder);
        const Units free = freeForNewcomers(terms, stock);
        if (unitsThatWouldWait(free, wishes, terms.policy) > mayWait)
            narrow(sellableFor(mayWait, free, wishes, terms.policy), CapKind::Backorder);
    }
    return verdict;
}

} // namespace waitline
