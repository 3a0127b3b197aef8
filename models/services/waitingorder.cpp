#include "models/services/waitingorder.h"

#include "models/services/supplyview.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace waitline {

WaitingOrder::WaitingOrder(Connection &connection, const WaitingQuestion &question, std::vector<WaitingProduct> products)
    : m_connection(connection)
    , m_question(question)
    , m_products(std::move(products))
{
    if (question.sort == WaitingSort::Customer) {
        for (CustomerId customer : WaitingStore(connection).customersByName())
            m_customerPosition.emplace(customer.value, qint64(m_customerPosition.size()));
    }
}

void WaitingOrder::keepOnly(std::set<ProductId> whole, const std::vector<QueueLine> &lines)
{
    m_isRestricted = true;
    m_whole = std::move(whole);
    for (const QueueLine &line : lines)
        m_chosen[line.product].push_back(line);
    for (auto &[product, chosen] : m_chosen) {
        std::sort(chosen.begin(), chosen.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
        // A line can be meant twice: by its customer and by its order.
        chosen.erase(std::unique(chosen.begin(), chosen.end(), [](const auto &a, const auto &b) { return a.line == b.line; }),
                     chosen.end());
    }
}

bool WaitingOrder::needsSupply() const
{
    return m_question.filter.lateOnly || m_question.filter.uncoveredOnly || m_question.sort == WaitingSort::Eta ||
           m_question.sort == WaitingSort::Odds || m_question.sort == WaitingSort::CoveredBy;
}

bool WaitingOrder::needsWalk() const
{
    switch (m_question.sort) {
    case WaitingSort::Product:
    case WaitingSort::Name:
    case WaitingSort::Order:
    case WaitingSort::Kind:
    case WaitingSort::Waiting:
    case WaitingSort::Value: return needsSupply();
    default: return true;
    }
}

bool WaitingOrder::isByProduct() const { return m_question.sort == WaitingSort::Product || m_question.sort == WaitingSort::Name; }

void WaitingOrder::collect()
{
    if (m_question.filter.lateOnly)
        leaveOutProductsOnTime();
    qint64 position = 0;
    for (const WaitingProduct &product : m_products) {
        const auto chosen = m_chosen.find(product.product);
        if (chosen == m_chosen.end() || needsWalk()) {
            walk(product, position++);
            continue;
        }
        for (const QueueLine &line : chosen->second)
            take({{line.line, line.order, line.units, line.unitPrice, line.preorder, {}, {}, {}, 0}, position, 0, 0, {}});
        ++position;
    }
}

void WaitingOrder::leaveOutProductsOnTime()
{
    std::map<ProductId, QDate> earliest;
    for (const auto &[product, promise] : WaitingStore(m_connection).earliestPromises())
        earliest.emplace(product, promise);
    std::erase_if(m_products, [&](const WaitingProduct &product) {
        const auto promise = earliest.find(product.product);
        if (promise == earliest.end())
            return true;
        const Coverage last = SupplyView(m_connection, product, m_question.today).covers(0, product.waiting());
        return last.isCovered() && last.eta <= promise->second;
    });
}

void WaitingOrder::walk(const WaitingProduct &product, qint64 position)
{
    const bool bySale = m_question.sort == WaitingSort::Customer || m_question.sort == WaitingSort::Placed;
    const bool byPromise = m_question.sort == WaitingSort::Promise || m_question.sort == WaitingSort::Slip;
    std::optional<SupplyView> supply;
    if (needsSupply())
        supply.emplace(m_connection, product, m_question.today);
    std::unordered_set<qint64> chosen;
    const bool isWhole = !m_isRestricted || m_whole.contains(product.product);
    if (!isWhole) {
        for (const QueueLine &line : m_chosen[product.product])
            chosen.insert(line.line.value);
    }
    Seen seen;
    seen.product = position;
    WaitingStore(m_connection).walk(product.product, {byPromise || m_question.filter.lateOnly, bySale}, [&](const WaitingStep &step) {
        seen.step = step;
        ++seen.place;
        if (isWhole || chosen.contains(step.line.value)) {
            if (supply)
                seen.coverage = supply->covers(seen.unitsAhead, step.units);
            take(seen);
        }
        seen.unitsAhead += step.units;
    });
}

bool WaitingOrder::passes(const Seen &seen) const
{
    const WaitingFilter &filter = m_question.filter;
    if (filter.preorder && seen.step.preorder != *filter.preorder)
        return false;
    if (filter.uncoveredOnly && seen.coverage.isCovered())
        return false;
    if (!filter.lateOnly)
        return true;
    return seen.step.promise && (!seen.coverage.isCovered() || seen.coverage.eta > *seen.step.promise);
}

void WaitingOrder::take(const Seen &seen)
{
    if (!passes(seen))
        return;
    m_totals.lines += 1;
    m_totals.units += seen.step.units;
    m_totals.value += seen.step.units * seen.step.unitPrice;
    m_kept.push_back({key(seen), seen.step.line});
}

qint64 WaitingOrder::key(const Seen &seen) const
{
    // Lines without what is sorted by stand last either way.
    const qint64 last = m_question.descending ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    switch (m_question.sort) {
    case WaitingSort::Place: return seen.place;
    case WaitingSort::Product:
    case WaitingSort::Name: return seen.product;
    case WaitingSort::Customer: return m_customerPosition.at(seen.step.customer.value);
    case WaitingSort::Order: return seen.step.order.value;
    case WaitingSort::Kind: return seen.step.preorder ? 0 : 1;
    case WaitingSort::Waiting: return seen.step.units;
    case WaitingSort::UnitsAhead: return seen.unitsAhead;
    case WaitingSort::Odds:
    case WaitingSort::Eta: return seen.coverage.isCovered() ? toDayNumber(seen.coverage.eta) : last;
    case WaitingSort::CoveredBy: return seen.coverage.isCovered() ? seen.coverage.coveredBy.value_or(PurchaseId{}).value : last;
    case WaitingSort::Promise: return seen.step.promise ? toDayNumber(*seen.step.promise) : last;
    case WaitingSort::Slip: return seen.step.promise && seen.step.promiseFirst ? seen.step.promiseFirst->daysTo(*seen.step.promise) : last;
    case WaitingSort::Placed: return seen.step.placedAt;
    case WaitingSort::Value: return seen.step.units * seen.step.unitPrice;
    }
    Q_UNREACHABLE();
}

std::vector<OrderLineId> WaitingOrder::sortedLines()
{
    if (m_question.descending && !isByProduct()) // the candidates stand in descending order already
        std::stable_sort(m_kept.begin(), m_kept.end(), [](const Kept &a, const Kept &b) { return a.key > b.key; });
    else
        std::stable_sort(m_kept.begin(), m_kept.end(), [](const Kept &a, const Kept &b) { return a.key < b.key; });
    std::vector<OrderLineId> lines;
    lines.reserve(m_kept.size());
    for (const Kept &kept : m_kept)
        lines.push_back(kept.line);
    m_kept = {};
    return lines;
}

} // namespace waitline
