#include "models/services/stockbook.h"

#include "models/store/connection.h"
#include "models/store/noticestore.h"
#include "models/store/orderstore.h"
#include "models/store/stockstore.h"
#include "models/store/storeerror.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

constexpr auto gone = QT_TRANSLATE_NOOP("StockBook", "A product of this operation does not exist any more.");

StockFigures difference(const StockFigures &now, const StockFigures &before)
{
    return {now.onHand - before.onHand,
            now.allocated - before.allocated,
            now.waitingPreorder - before.waitingPreorder,
            now.waitingBackorder - before.waitingBackorder,
            now.waitingLines - before.waitingLines,
            now.waitingValue - before.waitingValue,
            now.onOrder - before.onOrder,
            now.shipped - before.shipped};
}

Units excessOver(const std::optional<Units> &cap, Units used) { return cap ? std::max<Units>(used - *cap, 0) : 0; }

} // namespace

StockBook::StockBook(Connection &connection) : m_connection(connection), m_queue(connection), m_ledger(connection) {}

void StockBook::lock(std::vector<ProductId> products)
{
    std::sort(products.begin(), products.end());
    products.erase(std::unique(products.begin(), products.end()), products.end());
    for (ProductId id : products) {
        const auto product = ProductStore(m_connection).lock(id);
        if (!product)
            throw Refusal{notFound("sku", QCoreApplication::translate("StockBook", gone))};
        keep(*product);
    }
}

void StockBook::load(const std::vector<ProductId> &products)
{
    for (ProductId id : products) {
        const auto product = ProductStore(m_connection).find(id);
        if (!product)
            throw Refusal{notFound("sku", QCoreApplication::translate("StockBook", gone))};
        keep(*product);
    }
}

void StockBook::keep(const StoredProduct &product)
{
    m_products.emplace(product.id, product);
    m_before.emplace(product.id, product.stock);
}

StoredProduct &StockBook::product(ProductId id)
{
    const auto found = m_products.find(id);
    Q_ASSERT_X(found != m_products.end(), "StockBook", "product not locked");
    return found->second;
}

void StockBook::countWaiting(StoredProduct &product, bool preorder, Money unitPrice, Units delta, qint64 lines)
{
    (preorder ? product.stock.waitingPreorder : product.stock.waitingBackorder) += delta;
    product.stock.waitingValue += delta * unitPrice;
    product.stock.waitingLines += lines;
}

void StockBook::addWaiting(const std::vector<QueueLine> &newLines)
{
    m_queue.insertWaiting(newLines);
    for (const QueueLine &line : newLines)
        countWaiting(product(line.product), line.preorder, line.unitPrice, line.units, 1);
}

void StockBook::changeWaiting(const QueueLine &line, Units delta)
{
    if (delta == 0)
        return;
    const auto waiting = m_queue.waiting(line.product, line.rank);
    if (!waiting) {
        QueueLine added = line;
        added.units = delta;
        addWaiting({added});
        return;
    }
    const Units left = waiting->units + delta;
    m_queue.setWaiting(*waiting, left);
    countWaiting(product(line.product), waiting->preorder, waiting->unitPrice, delta, left == 0 ? -1 : 0);
}

void StockBook::changeOnHand(ProductId id, const QString &cause, Units delta)
{
    if (delta == 0)
        return;
    m_ledger.post({m_operation, id, cause, delta, 0, {}, {}}, {});
    product(id).stock.onHand += delta;
}

void StockBook::changeOnOrder(ProductId id, Units delta) { product(id).stock.onOrder += delta; }

void StockBook::passThrough(ProductId id, const std::vector<AllocationEntry> &lines)
{
    Units units = 0;
    std::vector<AllocationEntry> left = lines;
    for (AllocationEntry &line : left) {
        units += line.units;
        line.units = -line.units;
    }
    StoredProduct &stored = product(id);
    m_ledger.post({m_operation, id, QStringLiteral("receive"), units, 0, {}, {}}, {});
    m_ledger.post({m_operation, id, QStringLiteral("serve"), 0, units, stored.terms.policy, units}, lines);
    m_ledger.post({m_operation, id, QStringLiteral("ship"), -units, -units, {}, {}}, left);
    stored.stock.shipped += units;
    forgiveExcess(id); // what has happened is past refusing
}

void StockBook::release(const std::vector<QueueLine> &lines, const QString &cause, bool waitAgain)
{
    for (const QueueLine &line : lines) {
        if (line.units == 0)
            continue;
        const auto held = m_queue.allocated(line.product, line.rank);
        Q_ASSERT(held && held->units >= line.units);
        m_queue.setAllocated(*held, held->units - line.units);
        m_ledger.post({m_operation, line.product, cause, 0, -line.units, {}, {}}, {{line.line, -line.units, {}, {}}});
        product(line.product).stock.allocated -= line.units;
        if (waitAgain) {
            changeWaiting(line, line.units);
            m_waitAgain.insert(line.product);
        }
    }
}

void StockBook::giveBack(const QueueLine &line)
{
    if (line.units == 0)
        return;
    changeWaiting(line, -line.units);
    m_queue.addAllocated({line});
    m_ledger.post({m_operation, line.product, QStringLiteral("give_back"), 0, line.units, {}, {}}, {{line.line, line.units, {}, {}}});
    product(line.product).stock.allocated += line.units;
}

void StockBook::ship(const std::vector<QueueLine> &lines)
{
    for (const QueueLine &line : lines) {
        const auto held = m_queue.allocated(line.product, line.rank);
        Q_ASSERT(held && held->units >= line.units);
        m_queue.setAllocated(*held, held->units - line.units);
        m_ledger.post({m_operation, line.product, QStringLiteral("ship"), -line.units, -line.units, {}, {}},
                      {{line.line, -line.units, {}, {}}});
        StockFigures &stock = product(line.product).stock;
        stock.allocated -= line.units;
        stock.onHand -= line.units;
        stock.shipped += line.units;
    }
}

void StockBook::bringBack(const std::vector<QueueLine> &lines)
{
    for (const QueueLine &line : lines) {
        m_queue.addAllocated({line});
        m_ledger.post({m_operation, line.product, QStringLiteral("void_ship"), line.units, line.units, {}, {}},
                      {{line.line, line.units, {}, {}}});
        StockFigures &stock = product(line.product).stock;
        stock.allocated += line.units;
        stock.onHand += line.units;
        stock.shipped -= line.units;
    }
}

void StockBook::takeReturn(ProductId id, Units units, Units toStock)
{
    product(id).stock.shipped -= units;
    changeOnHand(id, QStringLiteral("return"), toStock);
}

std::vector<LineUnits> StockBook::takeBackShortage(ProductId id, const QString &cause)
{
    const Units shortage = -product(id).stock.available();
    if (shortage <= 0)
        return {};
    const std::vector<QueueLine> lowest = m_queue.lowestAllocated(id, shortage);
    std::vector<AllocatedEntry> entries;
    for (const QueueLine &line : lowest)
        entries.push_back({line.line, line.units});
    const std::vector<TakenBack> taken = planTakeBack(shortage, entries);
    std::vector<LineUnits> result;
    for (size_t i = 0; i < taken.size(); ++i) {
        // The allocated table knows neither price nor kind: the wide line does.
        const auto stored = OrderStore(m_connection).line(taken[i].line);
        QueueLine line = lowest[i];
        line.units = taken[i].units;
        line.unitPrice = stored->unitPrice;
        line.preorder = stored->preorder;
        release({line}, cause, true);
        result.push_back({line.order, line.line, id, line.units, 0, 0, stored->waiting + line.units});
    }
    return result;
}

StockBook::Proposal StockBook::propose(ProductId id, std::optional<AllocationPolicy> override, const std::vector<QueueLine> &newcomers)
{
    const StoredProduct &stored = product(id);
    Proposal proposal{id, override.value_or(stored.terms.policy), std::max<Units>(stored.stock.available(), 0), {}, {}};
    proposal.plan.leftFree = proposal.available;
    if (proposal.available == 0 || (stored.stock.waiting() == 0 && newcomers.empty()))
        return proposal;
    proposal.queue = m_queue.head(id, entriesNeeded(proposal.available, proposal.policy), proposal.policy == AllocationPolicy::PaidFirst,
                                  unitsNeeded(proposal.available, proposal.policy));
    if (!newcomers.empty()) {
        std::vector<QueueLine> both;
        std::merge(proposal.queue.begin(), proposal.queue.end(), newcomers.begin(), newcomers.end(), std::back_inserter(both),
                   [](const QueueLine &a, const QueueLine &b) { return a.rank < b.rank; });
        proposal.queue = std::move(both);
    }
    std::vector<WaitingEntry> entries;
    entries.reserve(proposal.queue.size());
    for (const QueueLine &line : proposal.queue)
        entries.push_back({line.line, line.units, line.depositMet});
    proposal.plan = planAllocation(proposal.available, entries, proposal.policy);
    return proposal;
}

std::vector<LineUnits> StockBook::Proposal::served() const
{
    std::vector<LineUnits> served;
    served.reserve(plan.given.size());
    for (const PlannedAllocation &given : plan.given) {
        const QueueLine &line = queue[given.entry];
        served.push_back({line.order, line.line, product, given.units, given.place, given.unitsAhead, line.units - given.units});
    }
    return served;
}

std::vector<LineUnits> StockBook::settle(ProductId id, std::optional<AllocationPolicy> override)
{
    const Proposal proposal = propose(id, override);
    if (proposal.plan.given.empty())
        return {};
    applyGiven(proposal);
    std::vector<AllocationEntry> rows;
    rows.reserve(proposal.plan.given.size());
    for (const PlannedAllocation &given : proposal.plan.given)
        rows.push_back({given.line, given.units, given.place, given.unitsAhead});
    m_ledger.post({m_operation, id, QStringLiteral("serve"), 0, proposal.units(), proposal.policy, proposal.available}, rows);
    product(id).stock.allocated += proposal.units();
    return proposal.served();
}

/// Moves units from the waiting to the allocated rows; neighbours served whole move in one statement.
void StockBook::applyGiven(const Proposal &proposal)
{
    const std::vector<QueueLine> &queue = proposal.queue;
    const AllocationPlan &plan = proposal.plan;
    std::vector<QueueLine> inPart;
    std::optional<std::pair<size_t, size_t>> run; // first and last entry served whole, without a gap
    const auto moveRun = [&] {
        if (run)
            m_queue.allocateRange(queue[run->first].product, queue[run->first].rank, queue[run->second].rank);
        run.reset();
    };
    for (const PlannedAllocation &given : plan.given) {
        const QueueLine &line = queue[given.entry];
        const bool whole = given.units == line.units;
        countWaiting(product(line.product), line.preorder, line.unitPrice, -given.units, whole ? -1 : 0);
        if (run && (!whole || run->second + 1 != given.entry))
            moveRun();
        if (!whole) {
            m_queue.setWaiting(line, line.units - given.units);
            inPart.push_back(line);
            inPart.back().units = given.units;
        } else if (run)
            run->second = given.entry;
        else
            run = {given.entry, given.entry};
    }
    moveRun();
    m_queue.addAllocated(inPart);
}

std::vector<LineUnits> StockBook::finish(std::optional<AllocationPolicy> policy)
{
    std::vector<LineUnits> served;
    for (const auto &[id, product] : m_products) {
        std::vector<LineUnits> more = settle(id, policy);
        served.insert(served.end(), more.begin(), more.end());
    }
    writeCounters();
    if (m_tells && !served.empty())
        NoticeStore(m_connection).prepareAllocated(m_operation);
    return served;
}

void StockBook::writeCounters()
{
    for (auto &[id, product] : m_products) {
        const StockFigures delta = difference(product.stock, m_before[id]);
        if (delta != StockFigures{})
            StockStore(m_connection).add(id, delta);
        m_before[id] = product.stock;
        writeExcess(product);
    }
}

/// A cap's excess shrinks with what is sold; it grows only where the cap was lowered or stock was taken back.
void StockBook::writeExcess(const StoredProduct &product)
{
    const bool isForgiven = m_forgiven.contains(product.id);
    const Units edition = excessOver(product.terms.editionSize, product.stock.sold());
    const Units backorder = excessOver(product.terms.backorderLimit, product.stock.waitingBackorder);
    if (backorder > product.excess.backorder && !isForgiven && !m_waitAgain.contains(product.id))
        throw Refusal{
            refused("line",
                    QCoreApplication::translate("StockBook", "%1 units of %2 would be on backorder, and at most %3 may be: order fewer.")
                        .arg(product.stock.waitingBackorder)
                        .arg(product.terms.sku)
                        .arg(*product.terms.backorderLimit))};
    CapExcess excess = product.excess;
    excess.edition = isForgiven ? edition : std::min(edition, product.excess.edition);
    excess.backorder = backorder;
    if (excess != product.excess)
        ProductStore(m_connection).updateExcess(product.id, excess);
}

void StockBook::fitCustomerLimit(ProductId id)
{
    if (product(id).terms.customerLimit)
        ProductStore(m_connection).fitCustomerExcess(id);
}

void StockBook::forgiveExcess(ProductId product) { m_forgiven.insert(product); }

} // namespace waitline
