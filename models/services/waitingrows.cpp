#include "models/services/waitinglist.h"

#include "models/services/supplyview.h"
#include "models/services/unitofwork.h"

#include <algorithm>
#include <map>

namespace waitline {

namespace {

WaitingRow rowOf(WaitingDetail detail, const WaitingProduct &product, const SupplyView &supply, qint64 place, Units unitsAhead)
{
    const Coverage coverage = supply.covers(unitsAhead, detail.queue.units);
    return {std::move(detail), product.sku, product.name, place, unitsAhead, coverage, product.release, {}};
}

/// Adds place, units ahead and coverage to lines of one product, in rank order: the first line is placed by counting
/// from the nearer end of the line, the others by what stands between them.
std::vector<WaitingRow> placed(Connection &connection, const WaitingProduct &product, std::vector<WaitingDetail> lines, QDate today)
{
    const SupplyView supply(connection, product, today);
    std::vector<WaitingRow> rows;
    Standing standing;
    RankKey before;
    for (WaitingDetail &line : lines) {
        const RankKey rank = line.queue.rank;
        if (rows.empty()) {
            standing = QueueStore(connection).standing(product.product, rank, product.lines, product.waiting());
        } else {
            const WaitingSum between = WaitingStore(connection).between(product.product, before, rank);
            standing = {standing.place + between.lines, standing.unitsAhead + between.units};
        }
        before = rank;
        rows.push_back(rowOf(std::move(line), product, supply, standing.place, standing.unitsAhead));
    }
    return rows;
}

/// `count` lines of a product that follow each other, after `skip` of them.
std::vector<WaitingRow> consecutive(Connection &connection, const WaitingProduct &product, qint64 skip, qint64 count, QDate today)
{
    using From = WaitingStore::From;
    WaitingStore store(connection);
    const qint64 behind = product.lines - skip - count;
    const bool nearHead = skip <= behind;
    std::vector<WaitingDetail> lines =
        nearHead ? store.slice(product.product, {}, From::Head, skip, count) : store.slice(product.product, {}, From::Tail, behind, count);
    Units ahead = nearHead ? store.unitsAtEnd(product.product, From::Head, skip)
                           : product.waiting() - store.unitsAtEnd(product.product, From::Tail, behind + std::ssize(lines));
    const SupplyView supply(connection, product, today);
    std::vector<WaitingRow> rows;
    for (WaitingDetail &line : lines) {
        const Units units = line.queue.units;
        rows.push_back(rowOf(std::move(line), product, supply, skip + std::ssize(rows) + 1, ahead));
        ahead += units;
    }
    return rows;
}

std::vector<WaitingRow> rowsOfStretch(Connection &connection, const WaitingListing::Stretch &stretch, qint64 first, qint64 count,
                                      QDate today)
{
    using From = WaitingStore::From;
    // The line may have changed since the listing was made: its counters are read again.
    const auto product = WaitingStore(connection).product(stretch.product.product);
    if (!product)
        return {};
    if (!stretch.preorder) {
        const qint64 skip = stretch.skip + first;
        return consecutive(connection, *product, skip, std::clamp<qint64>(product->lines - skip, 0, count), today);
    }
    const qint64 behind = stretch.lines - first - count;
    const auto lines = first <= behind ? WaitingStore(connection).slice(product->product, stretch.preorder, From::Head, first, count)
                                       : WaitingStore(connection).slice(product->product, stretch.preorder, From::Tail, behind, count);
    return placed(connection, *product, lines, today);
}

std::vector<WaitingRow> rowsOfStretches(Connection &connection, const WaitingListing &listing, qint64 first, qint64 count)
{
    std::vector<WaitingRow> rows;
    auto stretch = std::upper_bound(listing.stretches.begin(), listing.stretches.end(), first,
                                    [](qint64 row, const auto &candidate) { return row < candidate.before; });
    if (stretch != listing.stretches.begin())
        --stretch;
    for (; stretch != listing.stretches.end() && count > 0; ++stretch) {
        const qint64 within = first - stretch->before;
        const qint64 here = std::min(count, stretch->lines - within);
        const qint64 fromHead = listing.isBackwards ? stretch->lines - within - here : within;
        auto found = rowsOfStretch(connection, *stretch, fromHead, here, listing.question.today);
        if (listing.isBackwards)
            std::reverse(found.begin(), found.end());
        rows.insert(rows.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        first += here;
        count -= here;
    }
    return rows;
}

std::vector<WaitingRow> rowsOfLines(Connection &connection, const WaitingListing &listing, qint64 first, qint64 count)
{
    const auto begin = listing.lines.begin() + first;
    const std::vector<OrderLineId> ids(begin, begin + count);
    std::map<ProductId, std::vector<WaitingDetail>> byProduct;
    for (WaitingDetail &line : WaitingStore(connection).lines(ids))
        byProduct[line.queue.product].push_back(std::move(line));
    std::map<OrderLineId, WaitingRow> byLine;
    for (auto &[id, lines] : byProduct) {
        const auto product = WaitingStore(connection).product(id);
        if (!product)
            continue;
        std::sort(lines.begin(), lines.end(), [](const auto &a, const auto &b) { return a.queue.rank < b.queue.rank; });
        for (WaitingRow &row : placed(connection, *product, std::move(lines), listing.question.today))
            byLine.emplace(row.line.queue.line, std::move(row));
    }
    std::vector<WaitingRow> rows;
    for (OrderLineId id : ids) {
        if (const auto found = byLine.find(id); found != byLine.end())
            rows.push_back(std::move(found->second));
    }
    return rows;
}

} // namespace

Result<std::vector<WaitingRow>> waitingRows(Connection &connection, const WaitingListing &listing, qint64 first, qint64 count)
{
    count = std::min(count, listing.totals.lines - first);
    if (count <= 0)
        return std::vector<WaitingRow>{};
    return readIn(connection, [&] {
        auto rows = listing.isByLine ? rowsOfLines(connection, listing, first, count) : rowsOfStretches(connection, listing, first, count);
        Punctuality punctuality(connection, listing.question.today);
        for (WaitingRow &row : rows) {
            if (listing.question.isWithOdds)
                row.odds = punctuality.oddsOf(row.coverage, row.release, row.line.promise);
        }
        return rows;
    });
}

} // namespace waitline
