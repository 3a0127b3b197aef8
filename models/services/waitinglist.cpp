#include "models/services/waitinglist.h"

#include "models/services/supplyview.h"
#include "models/services/unitofwork.h"
#include "models/services/waitingorder.h"
#include "models/store/orderstore.h"

#include <algorithm>
#include <map>
#include <set>

namespace waitline {

namespace {

/// What the filter's text means: whole products, and single lines of others.
struct TextMatch {
    std::set<ProductId> products;
    std::vector<QueueLine> lines;
};

TextMatch matchText(Connection &connection, const QString &text)
{
    WaitingStore store(connection);
    TextMatch match;
    for (ProductId product : store.productsMatching(text))
        match.products.insert(product);
    match.lines = store.linesOfCustomersMatching(text);
    bool isNumber = false;
    const OrderId number{text.trimmed().toLongLong(&isNumber)};
    for (OrderId order : {isNumber ? number : OrderId{}, OrderStore(connection).idOfReference(text.trimmed())}) {
        const auto lines = store.linesOfOrder(order);
        match.lines.insert(match.lines.end(), lines.begin(), lines.end());
    }
    std::erase_if(match.lines, [&](const QueueLine &line) { return match.products.contains(line.product); });
    return match;
}

std::vector<WaitingProduct> candidates(Connection &connection, const WaitingQuestion &question)
{
    WaitingStore store(connection);
    if (question.filter.product.isValid()) {
        const auto product = store.product(question.filter.product);
        return product ? std::vector{*product} : std::vector<WaitingProduct>{};
    }
    const bool byName = question.sort == WaitingSort::Name;
    auto products = store.products(byName ? WaitingStore::ProductOrder::Name : WaitingStore::ProductOrder::Sku);
    const bool byProduct = byName || question.sort == WaitingSort::Product;
    if (byProduct && question.descending)
        std::reverse(products.begin(), products.end());
    return products;
}

/// Whether the order asked for is that of stretches: by product, or along one product's line.
bool isInRankOrder(const WaitingQuestion &question)
{
    switch (question.sort) {
    case WaitingSort::Product:
    case WaitingSort::Name: return true;
    case WaitingSort::Place:
    case WaitingSort::UnitsAhead: return question.filter.product.isValid();
    default: return false;
    }
}

/// The part of a product's line the filter leaves; lateness and text are not told by stretches.
std::optional<std::pair<WaitingListing::Stretch, WaitingSum>> stretchOf(Connection &connection, const WaitingProduct &product,
                                                                        const WaitingFilter &filter)
{
    WaitingStore store(connection);
    WaitingListing::Stretch stretch{product, 0, 0, product.lines, {}};
    WaitingSum sum{product.lines, product.waiting(), product.value};
    if (filter.preorder) {
        const Units others = *filter.preorder ? product.waitingBackorder : product.waitingPreorder;
        if (others == product.waiting())
            return std::nullopt;
        if (others > 0) {
            stretch.preorder = filter.preorder;
            sum = store.sum(product.product, *filter.preorder);
        }
    }
    if (filter.uncoveredOnly) {
        // Later lines need more supply: those without any are the tail.
        const Units supply = std::max<Units>(product.available, 0) + product.onOrder;
        const WaitingSum served = supply > 0 ? store.servedBy(product.product, supply) : WaitingSum{};
        stretch.skip = served.lines;
        sum = {sum.lines - served.lines, sum.units - served.units, sum.value - served.value};
    }
    stretch.lines = sum.lines;
    return stretch.lines > 0 ? std::optional(std::pair(stretch, sum)) : std::nullopt;
}

/// A filter that leaves whole stretches: uncovered pre-orders of a mixed line are scattered.
bool leavesStretches(const WaitingFilter &filter, const TextMatch &match)
{
    return match.lines.empty() && !filter.lateOnly && !(filter.preorder && filter.uncoveredOnly);
}

void addStretches(Connection &connection, WaitingListing &listing, const std::vector<WaitingProduct> &products)
{
    for (const WaitingProduct &product : products) {
        auto found = stretchOf(connection, product, listing.question.filter);
        if (!found)
            continue;
        auto &[stretch, sum] = *found;
        stretch.before = listing.totals.lines;
        listing.totals = {listing.totals.lines + sum.lines, listing.totals.units + sum.units, listing.totals.value + sum.value};
        listing.stretches.push_back(std::move(stretch));
    }
    const bool alongTheLine = listing.question.sort == WaitingSort::Place || listing.question.sort == WaitingSort::UnitsAhead;
    listing.isBackwards = alongTheLine && listing.question.descending;
}

WaitingListing readListing(Connection &connection, const WaitingQuestion &question)
{
    WaitingListing listing{question, {}, false, false, {}, {}};
    std::vector<WaitingProduct> products = candidates(connection, question);
    TextMatch match;
    if (!question.filter.text.trimmed().isEmpty()) {
        match = matchText(connection, question.filter.text);
        std::set<ProductId> reached = match.products;
        for (const QueueLine &line : match.lines)
            reached.insert(line.product);
        std::erase_if(products, [&](const WaitingProduct &product) { return !reached.contains(product.product); });
    }
    if (leavesStretches(question.filter, match) && isInRankOrder(question)) {
        addStretches(connection, listing, products);
        return listing;
    }
    WaitingOrder order(connection, question, std::move(products));
    if (!match.lines.empty())
        order.keepOnly(match.products, match.lines);
    order.collect();
    listing.isByLine = true;
    listing.totals = order.totals();
    listing.lines = order.sortedLines();
    return listing;
}

} // namespace

Result<WaitingListing> listWaiting(Connection &connection, const WaitingQuestion &question)
{
    return readIn(connection, [&] { return readListing(connection, question); });
}

WaitingSum sumLate(Connection &connection, QDate today)
{
    WaitingQuestion question;
    question.filter.lateOnly = true;
    question.today = today;
    WaitingOrder order(connection, question, candidates(connection, question));
    order.collect();
    return order.totals();
}

} // namespace waitline
