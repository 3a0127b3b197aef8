#include "models/services/linechanges.h"

#include "models/domain/unitstext.h"
#include "models/services/campaigncap.h"
#include "models/services/orderparts.h"
#include "models/services/unitofwork.h"
#include "models/store/movestore.h"
#include "models/store/ordereditstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

} // namespace

bool joinedLater(const StoredOrderLine &line, const StoredOrder &order)
{
    return line.rank.isMoved() && line.rank.line == line.id.value && line.rank.placedAt != order.placedAt;
}

void LineChanges::withdraw(const StoredOrderLine &line, Units units, const QString &cause)
{
    const Units fromWaiting = std::min(units, line.waiting);
    m_book.changeWaiting(queueLine(line, 0), -fromWaiting);
    m_book.release({queueLine(line, units - fromWaiting)}, cause, false);
}

void LineChanges::count(ProductId product, const DemandFigures &delta) { m_demand.push_back({product, dayOf(m_order.placedAt), delta}); }

void LineChanges::setOrdered(const StoredOrderLine &line, Units ordered, Units backordered)
{
    const Units delta = ordered - line.ordered;
    OrderStore(m_connection).setOrdered(line.id, ordered, backordered);
    OrderEditStore(m_connection)
        .insert(m_book.operation(),
                {line.order, line.id, fieldWord(OrderField::Quantity), QString::number(line.ordered), QString::number(ordered)});
    count(line.product, DemandFigures::of(delta, line.preorder, backordered - line.backordered, line.unitPrice));
}

void LineChanges::lower(const StoredOrderLine &line, Units ordered)
{
    if (ordered < line.cancelled + line.shipped)
        throw Refusal{refused("line", sentence("The line of %1 cannot be less than %2: so many have shipped or were cancelled.")
                                          .arg(line.sku, unitsText(line.cancelled + line.shipped)))};
    withdraw(line, line.ordered - ordered, QStringLiteral("amend"));
    setOrdered(line, ordered, std::min(line.backordered, ordered));
}

void LineChanges::cancel(const StoredOrderLine &line, Units units)
{
    withdraw(line, units, QStringLiteral("cancel"));
    OrderStore(m_connection).cancel(m_book.operation(), line.id, units);
}

std::vector<Units> LineChanges::mustFit(const std::vector<Raise> &raises)
{
    std::vector<Units> waits(raises.size(), 0);
    std::map<std::pair<ProductId, bool>, std::vector<size_t>> groups;
    for (size_t at = 0; at < raises.size(); ++at)
        groups[{raises[at].line.product, raises[at].line.preorder}].push_back(at);
    std::map<ProductId, StoredProduct> expected; // as the groups before leave it
    for (const auto &[key, members] : groups) {
        std::vector<Units> wishes;
        StoredProduct &product = expected.try_emplace(key.first, m_book.product(key.first)).first->second;
        StoredProduct seen = product;
        for (size_t at : members) {
            wishes.push_back(raises[at].units);
            seen = asSeenBy(raises[at].line, seen);
        }
        const Units wanted = std::accumulate(wishes.begin(), wishes.end(), Units(0));
        const Units held = OrderStore(m_connection).heldBy(m_order.customer, key.first) + product.stock.committed() -
                           m_book.product(key.first).stock.committed();
        Units missing = OrderPlacing::mustFit(seen, held, wishes, key.second, [&, id = key.first] {
            m_refused = RefusedWish{id, m_order.customerName, wanted};
        });
        product.stock.allocated += wanted - missing;
        (key.second ? product.stock.waitingPreorder : product.stock.waitingBackorder) += missing;
        // The last lines wait first: their units are the first to be missing.
        for (auto at = members.rbegin(); at != members.rend(); ++at) {
            waits[*at] = std::min(raises[*at].units, missing);
            missing -= waits[*at];
        }
    }
    return waits;
}

std::vector<OrderLineId> LineChanges::raise(std::vector<Raise> raises, Instant now)
{
    for (const Raise &raise : raises)
        orRefuse(validateLineValue(raise.line.sku, raise.line.ordered + raise.units, raise.line.unitPrice, raise.line.deposit));
    const std::vector<Units> waits = mustFit(raises);
    CampaignCap campaign(m_connection, m_order.campaign, CampaignCap::Lock::UntilTheEnd);
    for (const Raise &raise : raises) {
        campaign.sell(raise.line.product, raise.line.sku, raise.units, [&] {
            m_refused = RefusedWish{raise.line.product, m_order.customerName, raise.units};
        });
    }
    std::vector<OrderLineId> added;
    for (size_t at = 0; at < raises.size(); ++at) {
        const StoredOrderLine &line = raises[at].line;
        if (!line.id.isValid()) {
            added.push_back(add(raises[at], waits[at], now));
            continue;
        }
        m_book.changeWaiting(queueLine(line, 0), raises[at].units);
        setOrdered(line, line.ordered + raises[at].units, line.backordered + (line.preorder ? 0 : waits[at]));
    }
    return added;
}

OrderLineId LineChanges::add(const Raise &raise, Units waits, Instant now)
{
    StoredOrderLine line = raise.line;
    const Units backordered = line.preorder ? 0 : waits;
    line.order = m_order.id;
    line.id = OrderStore(m_connection)
                  .insertLines({{m_order.id, line.product, raise.units, backordered, line.preorder, line.unitPrice, line.deposit,
                                 line.promise, 0, 0}})
                  .front();
    line.rank = RankKey::natural(m_order.priority, m_order.placedAt, line.id);
    m_book.addWaiting({queueLine(line, raise.units)});
    // It joins the line today, whenever the order was placed.
    if (now > m_order.placedAt)
        standBehind(line, RankKey{-qint64(m_order.priority), now, line.id.value, 1});
    OrderEditStore(m_connection)
        .insert(m_book.operation(), {m_order.id, line.id, fieldWord(OrderField::Added), {}, QString::number(raise.units)});
    count(line.product, DemandFigures::of(raise.units, line.preorder, backordered, line.unitPrice));
    return line.id;
}

/// Gives a new line a rank of its own, as a move that says from which place to which.
void LineChanges::standBehind(StoredOrderLine line, const RankKey &rank)
{
    QueueStore queue(m_connection);
    const auto placeOf = [&](const RankKey &key) {
        const StockFigures &stock = m_book.product(line.product).stock;
        return queue.standing(line.product, key, stock.waitingLines, stock.waiting()).place;
    };
    const qint64 before = placeOf(line.rank);
    queue.rerank(line.product, line.rank, rank);
    OrderStore(m_connection).setRank(line.id, rank);
    MoveStore(m_connection).insert({0, m_book.operation(), line.id, line.product, rank, before, placeOf(rank)});
}

void LineChanges::reprice(const StoredOrderLine &line, Money price)
{
    orRefuse(validateLineValue(line.sku, line.ordered, price, line.deposit));
    if (OrderStore(m_connection).hasLeft(line.id))
        throw Refusal{refused(
            "line",
            sentence("Units of %1 have shipped at their price: split off what waits, and change the price of that.").arg(line.sku))};
    StoredOrderLine repriced = line;
    repriced.unitPrice = price;
    m_book.changeWaiting(queueLine(line, 0), -line.waiting); // a row of the waiting line keeps the price it came with
    m_book.changeWaiting(queueLine(repriced, 0), line.waiting);
    OrderStore(m_connection).setUnitPrice(line.id, price);
    OrderEditStore(m_connection)
        .insert(m_book.operation(),
                {line.order, line.id, fieldWord(OrderField::Price), QString::number(line.unitPrice), QString::number(price)});
    count(line.product, DemandFigures::of(-line.ordered, line.preorder, -line.backordered, line.unitPrice));
    count(line.product, DemandFigures::of(line.ordered, line.preorder, line.backordered, price));
}

void LineChanges::setPriority(int priority)
{
    for (const StoredOrderLine &line : OrderStore(m_connection).lines(m_order.id)) {
        if (joinedLater(line, m_order))
            standBehind(line, {-qint64(priority), line.rank.placedAt, line.id.value, line.rank.sequence + 1}); // no key is given twice
        else if (!line.rank.isMoved())
            QueueStore(m_connection).rerank(line.product, line.rank, RankKey::natural(priority, line.rank.placedAt, line.id));
    }
    OrderStore(m_connection).setPriority(m_order.id, priority);
    OrderEditStore(m_connection)
        .insert(m_book.operation(),
                {m_order.id, {}, fieldWord(OrderField::Priority), QString::number(m_order.priority), QString::number(priority)});
    m_order.priority = priority;
}

void LineChanges::finish()
{
    Money required = 0;
    for (const StoredOrderLine &line : OrderStore(m_connection).lines(m_order.id))
        required += line.deposit.required(line.active(), line.unitPrice);
    OrderStore(m_connection).setDepositRequired(m_order.id, required);
    DemandFigures total; // one order, one day
    for (const DemandDelta &delta : m_demand)
        total += delta.figures;
    DemandStore(m_connection).addAll(m_demand);
    m_book.finish();
    if (!m_demand.empty())
        DemandStore(m_connection).addTotal(dayOf(m_order.placedAt), total);
}

} // namespace waitline
