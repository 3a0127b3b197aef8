#include "models/services/orderplacing.h"

#include "models/domain/caps.h"
#include "models/domain/daytext.h"
#include "models/domain/unitstext.h"
#include "models/services/ordertakeover.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"
#include "models/store/ordereditstore.h"
#include "models/store/paymentstore.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

Error capError(const StoredProduct &product, const CapVerdict &verdict, Units wanted)
{
    const QString sku = product.terms.sku;
    const auto number = [](Units units) { return QLocale().toString(units); };
    QString why;
    switch (*verdict.stoppedBy) {
    case CapKind::Edition:
        if (verdict.sellable == 0)
            why = sentence("the edition of %1 is sold out").arg(number(*product.terms.editionSize));
        else
            why = (verdict.sellable == 1 ? sentence("%1 of the edition of %2 is left") : sentence("%1 of the edition of %2 are left"))
                      .arg(number(verdict.sellable), number(*product.terms.editionSize));
        break;
    case CapKind::PerCustomer: why = sentence("the limit is %1 for each customer").arg(number(*product.terms.customerLimit)); break;
    case CapKind::Backorder:
        why = *product.terms.backorderLimit == 0 ? sentence("it is not sold beyond the stock")
                                                 : sentence("at most %1 may be on backorder").arg(number(*product.terms.backorderLimit));
        break;
    }
    if (verdict.sellable == 0)
        return refused("line",
                       sentence("%1 cannot be sold: %2. None of the %3 could be sold; leave it out.").arg(sku, why, number(wanted)));
    return refused("line",
                   sentence("%1 of %2 cannot be sold: %3. Lower them to %4.").arg(unitsText(wanted), sku, why, number(verdict.sellable)));
}

/// The units of a product left when nothing more of it is bought.
Error discontinuedError(const StoredProduct &product, Units wanted)
{
    const Units left = freeForNewcomers(product.terms, product.stock);
    const QString rest = left == 1 ? sentence("1 is left") : sentence("%1 are left").arg(QLocale().toString(left));
    return refused("line", sentence("%1 of %2 cannot be sold: it is discontinued and %3.").arg(unitsText(wanted), product.terms.sku, rest));
}

} // namespace

Units OrderPlacing::mustFit(const StoredProduct &product, Units customerHolds, const std::vector<Units> &wishes, bool preorder,
                            const std::function<void()> &onRefusal)
{
    const Units wanted = std::accumulate(wishes.begin(), wishes.end(), Units(0));
    const Units free = freeForNewcomers(product.terms, product.stock);
    if (product.terms.discontinued && wanted > free) {
        onRefusal();
        throw Refusal{discontinuedError(product, wanted)};
    }
    const CapVerdict verdict = waitline::checkCaps(product.terms, product.stock, customerHolds, wishes, preorder);
    if (!verdict.isGranted()) {
        onRefusal();
        throw Refusal{capError(product, verdict, wanted)};
    }
    return unitsThatWouldWait(free, wishes, product.terms.policy);
}

std::vector<OrderId> OrderPlacing::place(const std::vector<OrderDraft> &drafts)
{
    for (const OrderDraft &draft : drafts)
        orRefuse(validate(draft));
    begin(drafts);
    for (const OrderDraft &draft : drafts)
        gather(draft, customerOf(draft));
    return write();
}

std::map<ProductId, Units> OrderPlacing::soldUnits() const
{
    std::map<ProductId, Units> sold;
    for (const NewOrderLine &line : m_lines)
        sold[line.product] += line.units;
    return sold;
}

std::vector<Result<OrderId>> OrderPlacing::placeEach(const std::vector<OrderDraft> &drafts)
{
    begin(drafts);
    std::vector<Result<Done>> gathered;
    for (const OrderDraft &draft : drafts) {
        gathered.push_back(attempt([&] {
            orRefuse(validate(draft));
            gather(draft, customerOf(draft));
            return Done{};
        }));
    }
    const std::vector<OrderId> placed = write();
    std::vector<Result<OrderId>> results;
    auto next = placed.begin();
    for (const Result<Done> &each : gathered)
        results.push_back(each ? Result<OrderId>(*next++) : Result<OrderId>(each.error()));
    return results;
}

/// Finds and locks the products of all drafts.
void OrderPlacing::begin(const std::vector<OrderDraft> &drafts)
{
    std::vector<ProductId> ids;
    QStringList references;
    for (const OrderDraft &draft : drafts) {
        if (!draft.reference.isEmpty())
            references += draft.reference;
        QStringList skus;
        for (const OrderLineDraft &line : draft.lines)
            skus += line.sku;
        for (const UnwaitedUnits &unwaited : draft.unwaited)
            skus += unwaited.sku;
        for (const QString &sku : std::as_const(skus)) {
            if (m_productOfSku.contains(sku))
                continue;
            const ProductId id = ProductStore(m_connection).idOfSku(sku);
            m_productOfSku.insert(sku, id);
            if (id.isValid())
                ids.push_back(id);
        }
    }
    m_book.lock(ids);
    m_taken = OrderStore(m_connection).withReferences(references);
    for (ProductId id : ids)
        m_expected.emplace(id, m_book.product(id));
}

/// Writes what was gathered, and serves the lines of each product. Where nothing was, there is no operation either.
std::vector<OrderId> OrderPlacing::write()
{
    if (m_orders.empty())
        return {};
    const OperationId operation = OperationStore(m_connection).insert(m_caller.stamp("place"));
    m_book.setOperation(operation);
    m_book.tellNobody();
    for (NewOrder &order : m_orders)
        order.operation = operation;
    const std::vector<OrderId> orders = OrderStore(m_connection).insert(m_orders);
    for (size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i].order = orders[m_orderOfLine[i]];
    const std::vector<OrderLineId> lines = OrderStore(m_connection).insertLines(m_lines);
    std::vector<QueueLine> waiting;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const NewOrder &order = m_orders[m_orderOfLine[i]];
        const NewOrderLine &line = m_lines[i];
        if (line.units == line.cancelled + line.shipped)
            continue;
        waiting.push_back({line.product, RankKey::natural(*order.draft.priority, order.placedAt, lines[i]), lines[i], line.order,
                           line.units - line.cancelled - line.shipped, line.unitPrice, line.preorder, true});
    }
    // As the waiting line stands in its table: neighbours are written one after another.
    std::sort(waiting.begin(), waiting.end(),
              [](const QueueLine &a, const QueueLine &b) { return std::tie(a.product, a.rank) < std::tie(b.product, b.rank); });
    m_book.addWaiting(waiting);
    OrderTakeover(m_connection, m_book, m_caller).record(m_orders, orders, m_lines, lines);
    recordWhatCameWith(orders);
    recordGivenPriorities(orders);
    std::map<QDate, DemandFigures> totals;
    for (const DemandDelta &delta : m_demand)
        totals[delta.day] += delta.figures;
    DemandStore(m_connection).addAll(std::move(m_demand));
    m_book.finish();
    for (const auto &[day, figures] : totals)
        DemandStore(m_connection).addTotal(day, figures);
    for (const auto &[code, cap] : m_campaigns) {
        if (cap.isOverdrawn())
            CampaignStore(m_connection).forgiveExcess(code); // by what another system had shipped
    }
    return orders;
}

/// Money taken counts before units are given: under paid-first it decides who gets them.
void OrderPlacing::recordWhatCameWith(const std::vector<OrderId> &orders)
{
    for (size_t i = 0; i < orders.size(); ++i) {
        const OrderDraft &draft = m_orders[i].draft;
        if (draft.taken)
            PaymentStore(m_connection)
                .insert(m_book.operation(), {orders[i], draft.taken->amount, draft.taken->method, draft.taken->reference});
        for (const UnwaitedUnits &unwaited : draft.unwaited) {
            DemandStore(m_connection)
                .recordRefused(m_book.operation(), productOf(unwaited.sku), draft.customer, m_caller.today(), unwaited.units);
        }
    }
}

/// A place ahead of its turn is told among the line jumps, whether it was given with the order or later.
void OrderPlacing::recordGivenPriorities(const std::vector<OrderId> &orders)
{
    OrderEditStore edits(m_connection);
    for (const auto &[index, customersOwn] : m_givenPriorities)
        edits.insert(m_book.operation(), {orders[index],
                                          {},
                                          fieldWord(OrderField::Priority),
                                          QString::number(customersOwn),
                                          QString::number(*m_orders[index].draft.priority)});
}

/// The product of a SKU or barcode of the drafts; throws Refusal where there is none.
ProductId OrderPlacing::productOf(const QString &sku) const
{
    const ProductId id = m_productOfSku.value(sku);
    if (!id.isValid())
        throw Refusal{notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(sku))};
    return id;
}

CustomerId OrderPlacing::customerOf(const OrderDraft &draft)
{
    if (draft.customerId.isValid())
        return CustomerStore(m_connection).survivorOf(draft.customerId);
    CustomerId &id = m_customerOfName[draft.customer];
    if (!id.isValid())
        id = CustomerStore(m_connection).idForName(draft.customer);
    return id;
}

int OrderPlacing::priorityOf(CustomerId customer)
{
    const auto known = m_priorities.constFind(customer);
    return known != m_priorities.cend() ? *known : *m_priorities.insert(customer, CustomerStore(m_connection).priorityOf(customer));
}

void OrderPlacing::refuseKnownReference(const QString &reference)
{
    if (const auto known = m_taken.constFind(reference); known != m_taken.cend())
        throw Refusal{{Error::Kind::Conflict, "reference",
                       sentence("The reference “%1” belongs to order %2 already: use another one.").arg(reference).arg(known->id.value)}};
}

/// Adds an order to what will be written, its caps checked against all that was gathered before it. One that is
/// refused leaves no trace.
void OrderPlacing::gather(const OrderDraft &draft, CustomerId customer)
{
    refuseKnownReference(draft.reference);
    const QDate day = dayOf(draft.placedAt.value_or(m_caller.now));
    std::map<ProductId, Wish> wishes = wishesOf(draft);
    for (auto &[id, wish] : wishes)
        mustBeAllowed(draft, customer, id, wish, day);
    if (draft.past)
        refuseUnreleased(draft, day);
    mustBeOffered(draft, wishes);
    for (const auto &[id, wish] : wishes) {
        StoredProduct &product = m_expected.at(id);
        const Units wanted = std::accumulate(wish.open.begin(), wish.open.end(), Units(0));
        if (product.terms.customerLimit)
            m_held[{customer, id}] += wanted + wish.shipped;
        product.stock.shipped += wish.shipped;
        product.stock.allocated += wanted - wish.waits;
        (product.terms.takesPreorders(day) ? product.stock.waitingPreorder : product.stock.waitingBackorder) += wish.waits;
    }
    keep(draft, customer, std::move(wishes));
}

std::map<ProductId, OrderPlacing::Wish> OrderPlacing::wishesOf(const OrderDraft &draft)
{
    std::map<ProductId, Wish> wishes;
    for (const OrderLineDraft &line : draft.lines) {
        const ProductId id = productOf(line.sku);
        const ProductTerms &terms = m_expected.at(id).terms;
        orRefuse(validateLineValue(line.sku, line.units, line.unitPrice.value_or(terms.price), terms.deposit));
        Wish &wish = wishes[id];
        wish.cancelled += line.cancelled;
        wish.shipped += line.shipped;
        if (line.open() > 0)
            wish.open.push_back(line.open());
    }
    return wishes;
}

/// Checks the caps for the units that are still open: what was shipped or cancelled before is past refusing.
void OrderPlacing::mustBeAllowed(const OrderDraft &draft, CustomerId customer, ProductId id, Wish &wish, QDate day)
{
    if (wish.open.empty())
        return;
    const StoredProduct &product = m_expected.at(id);
    const auto onRefusal = [&] {
        m_refused = RefusedWish{id, draft.customer, std::accumulate(wish.open.begin(), wish.open.end(), Units(0))};
    };
    const Units held = product.terms.customerLimit ? heldBy(customer, id) + wish.shipped : 0;
    const bool preorder = product.terms.takesPreorders(day);
    // Another system took the order while the product was still sold.
    if (product.terms.discontinued && draft.past && day < m_caller.today()) {
        StoredProduct sold = product;
        sold.terms.discontinued = false;
        wish.waits = mustFit(sold, held, wish.open, preorder, onRefusal);
        return;
    }
    wish.waits = mustFit(product, held, wish.open, preorder, onRefusal);
}

/// Checks what the order's campaign offers, over all its lines; what was shipped before counts and is past refusing.
void OrderPlacing::mustBeOffered(const OrderDraft &draft, const std::map<ProductId, Wish> &wishes)
{
    if (draft.campaign.isEmpty())
        return;
    auto known = m_campaigns.find(draft.campaign);
    if (known == m_campaigns.end())
        known = m_campaigns.emplace(draft.campaign, CampaignCap(m_connection, draft.campaign, CampaignCap::Lock::UntilTheEnd)).first;
    CampaignCap after = known->second;
    for (const auto &[id, wish] : wishes) {
        const Units wanted = std::accumulate(wish.open.begin(), wish.open.end(), Units(0));
        after.countSold(id, wish.shipped);
        after.sell(id, m_expected.at(id).terms.sku, wanted, [&, product = id] {
            m_refused = RefusedWish{product, draft.customer, wanted};
        });
    }
    known->second = after;
}

Units OrderPlacing::heldBy(CustomerId customer, ProductId id)
{
    Units &known = m_held.try_emplace({customer, id}, -1).first->second;
    if (known < 0)
        known = OrderStore(m_connection).heldBy(customer, id);
    return known;
}

/// What has shipped had been released.
void OrderPlacing::refuseUnreleased(const OrderDraft &draft, QDate day)
{
    for (const OrderLineDraft &line : draft.lines) {
        const auto release = m_expected.at(m_productOfSku.value(line.sku)).terms.release;
        const QDate shipped = draft.past->shippedAt ? dayOf(*draft.past->shippedAt) : std::max(day, m_caller.today());
        if (line.shipped > 0 && release && shipped < *release)
            throw Refusal{refused("line", sentence("%1 of %2 cannot have shipped before its release on %3: correct one of the two.")
                                              .arg(unitsText(line.shipped), line.sku, dayText(*release)))};
    }
}

void OrderPlacing::keep(const OrderDraft &draft, CustomerId customer, std::map<ProductId, Wish> wishes)
{
    const Instant placedAt = draft.placedAt.value_or(m_caller.now);
    const QDate day = dayOf(placedAt);
    NewOrder order{{}, customer, draft, placedAt, 0, 0};
    const int customersOwn = priorityOf(customer);
    if (!draft.priority)
        order.draft.priority = customersOwn;
    else if (*draft.priority != customersOwn)
        m_givenPriorities.emplace_back(m_orders.size(), customersOwn);
    for (auto line = draft.lines.rbegin(); line != draft.lines.rend(); ++line) {
        // The last lines wait first: their units are the first to be missing.
        const ProductId id = m_productOfSku.value(line->sku);
        const ProductTerms &terms = m_expected.at(id).terms;
        const bool preorder = terms.takesPreorders(day);
        const Money price = line->unitPrice.value_or(terms.price);
        Units &missing = wishes[id].waits;
        const Units waits = std::min(line->open(), missing);
        missing -= waits;
        m_lines.push_back(
            {{}, id, line->units, preorder ? 0 : waits, preorder, price, terms.deposit, draft.promise, line->cancelled, line->shipped});
        m_orderOfLine.push_back(m_orders.size());
        order.depositRequired += terms.deposit.required(line->units - line->cancelled, price);
        order.shippedValue += line->shipped * price;
        m_demand.push_back({id, day, DemandFigures::of(line->units, preorder, preorder ? 0 : waits, price)});
    }
    std::reverse(m_lines.end() - qsizetype(draft.lines.size()), m_lines.end());
    m_orders.push_back(std::move(order));
}

} // namespace waitline
