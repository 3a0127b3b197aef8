#include "models/services/orderplacing.h"

#include "models/domain/caps.h"
#include "models/services/unitofwork.h"
#include "models/store/customerstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

Error capError(const StoredProduct &product, const CapVerdict &verdict, Units wanted)
{
    const QString sku = product.terms.sku;
    QString why;
    switch (*verdict.stoppedBy) {
    case CapKind::Edition:
        why = sentence("the edition of %1 is sold out or nearly so").arg(*product.terms.editionSize);
        break;
    case CapKind::PerCustomer: why = sentence("the limit is %1 for each customer").arg(*product.terms.customerLimit); break;
    case CapKind::Backorder:
        why = *product.terms.backorderLimit == 0 ? sentence("it is not sold beyond the stock")
                                                 : sentence("at most %1 may be on backorder").arg(*product.terms.backorderLimit);
        break;
    }
    if (verdict.sellable == 0)
        return refused("line", sentence("%1 cannot be sold: %2. None of the %3 could be sold; leave it out.").arg(sku, why).arg(wanted));
    return refused("line", sentence("%1 units of %2 cannot be sold: %3. Lower them to %4.").arg(wanted).arg(sku, why).arg(verdict.sellable));
}

/// The units of a product left when nothing more of it is bought.
Error discontinuedError(const StoredProduct &product, Units wanted)
{
    const Units left = std::max<Units>(product.stock.available(), 0);
    return refused("line", sentence("%1 units of %2 cannot be sold: it is discontinued and %3 are left.")
                               .arg(wanted).arg(product.terms.sku).arg(left));
}

} // namespace

Units OrderPlacing::mustFit(const StoredProduct &product, Units customerHolds, const std::vector<Units> &wishes, bool preorder,
                            const std::function<void()> &onRefusal)
{
    const Units wanted = std::accumulate(wishes.begin(), wishes.end(), Units(0));
    if (product.terms.discontinued && wanted > product.stock.available()) {
        onRefusal();
        throw Refusal{discontinuedError(product, wanted)};
    }
    const CapVerdict verdict = waitline::checkCaps(product.terms, product.stock, customerHolds, wishes, preorder);
    if (!verdict.isGranted()) {
        onRefusal();
        throw Refusal{capError(product, verdict, wanted)};
    }
    return unitsThatWouldWait(product.stock.available(), wishes, product.terms.policy);
}

std::vector<OrderId> OrderPlacing::place(const std::vector<OrderDraft> &drafts)
{
    for (const OrderDraft &draft : drafts)
        orRefuse(validate(draft));
    StockBook book(m_connection);
    resolveProducts(drafts, book);
    m_operation = OperationStore(m_connection).insert(m_caller.stamp("place"));
    book.setOperation(m_operation);
    for (const OrderDraft &draft : drafts)
        gather(draft, customerOf(draft));

    const std::vector<OrderId> orders = OrderStore(m_connection).insert(m_orders);
    for (size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i].order = orders[m_orderOfLine[i]];
    const std::vector<OrderLineId> lines = OrderStore(m_connection).insertLines(m_lines);
    std::vector<QueueLine> waiting;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const NewOrder &order = m_orders[m_orderOfLine[i]];
        const NewOrderLine &line = m_lines[i];
        waiting.push_back({line.product, RankKey::natural(order.draft.priority, order.placedAt, lines[i]), lines[i], line.order,
                           line.units, line.unitPrice, line.preorder, true});
    }
    book.addWaiting(waiting);
    std::map<QDate, DemandFigures> totals;
    for (const auto &[key, figures] : m_demand) {
        DemandStore(m_connection).add(key.first, key.second, figures);
        totals[key.second] += figures;
    }
    book.finish();
    for (const auto &[day, figures] : totals)
        DemandStore(m_connection).addTotal(day, figures);
    return orders;
}

void OrderPlacing::resolveProducts(const std::vector<OrderDraft> &drafts, StockBook &book)
{
    std::vector<ProductId> ids;
    for (const OrderDraft &draft : drafts) {
        for (const OrderLineDraft &line : draft.lines) {
            ProductId &id = m_productOfSku[line.sku];
            if (id.isValid())
                continue;
            id = ProductStore(m_connection).idOfSku(line.sku);
            if (!id.isValid())
                throw Refusal{notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(line.sku))};
            ids.push_back(id);
        }
    }
    book.lock(ids);
    for (ProductId id : ids)
        m_expected.emplace(id, book.product(id));
}

CustomerId OrderPlacing::customerOf(const OrderDraft &draft)
{
    CustomerId &id = m_customerOfName[draft.customer];
    if (!id.isValid())
        id = CustomerStore(m_connection).idForName(draft.customer);
    return id;
}

void OrderPlacing::refuseKnownReference(const QString &reference)
{
    if (reference.isEmpty())
        return;
    const OrderId known = OrderStore(m_connection).idOfReference(reference);
    if (known.isValid())
        throw Refusal{{Error::Kind::Conflict, "reference", sentence("The reference “%1” belongs to order %2 already: use another one.").arg(reference).arg(known.value)}};
}

/// Adds an order to what will be written, its caps checked against all that was gathered before it.
void OrderPlacing::gather(const OrderDraft &draft, CustomerId customer)
{
    refuseKnownReference(draft.reference);
    const Instant placedAt = draft.placedAt.value_or(m_caller.now);
    const QDate day = dayOf(placedAt);
    std::map<ProductId, std::vector<Units>> wishes;
    for (const OrderLineDraft &line : draft.lines)
        wishes[m_productOfSku[line.sku]].push_back(line.units);
    std::map<ProductId, Units> willWait;
    for (const auto &[id, units] : wishes) {
        StoredProduct &product = m_expected.at(id);
        const bool preorder = product.terms.takesPreorders(day);
        Units held = 0;
        if (product.terms.customerLimit) {
            Units &known = m_held.try_emplace({customer, id}, -1).first->second;
            if (known < 0)
                known = OrderStore(m_connection).heldBy(customer, id);
            held = known;
        }
        const Units wanted = std::accumulate(units.begin(), units.end(), Units(0));
        const Units waits = mustFit(product, held, units, preorder, [&] { m_refused = RefusedWish{id, draft.customer, wanted}; });
        if (product.terms.customerLimit)
            m_held[{customer, id}] += wanted;
        product.stock.allocated += wanted - waits;
        (preorder ? product.stock.waitingPreorder : product.stock.waitingBackorder) += waits;
        willWait[id] = waits;
    }
    NewOrder order{m_operation, customer, draft, placedAt, 0};
    for (auto line = draft.lines.rbegin(); line != draft.lines.rend(); ++line) {
        // The last lines wait first: their units are the first to be missing.
        const ProductId id = m_productOfSku[line->sku];
        const ProductTerms &terms = m_expected.at(id).terms;
        const bool preorder = terms.takesPreorders(day);
        const Money price = line->unitPrice.value_or(terms.price);
        orRefuse(validateLineValue(line->sku, line->units, price, terms.deposit));
        const Units waits = std::min(line->units, willWait[id]);
        willWait[id] -= waits;
        m_lines.push_back({{}, id, line->units, preorder ? 0 : waits, preorder, price, terms.deposit, draft.promise});
        m_orderOfLine.push_back(m_orders.size());
        order.depositRequired += terms.deposit.required(line->units, price);
        m_demand[{id, day}] += {line->units, preorder ? line->units : 0, preorder ? 0 : waits, line->units * price};
    }
    std::reverse(m_lines.end() - qsizetype(draft.lines.size()), m_lines.end());
    m_orders.push_back(std::move(order));
}

} // namespace waitline
