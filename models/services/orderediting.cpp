#include "models/services/orderediting.h"

#include "models/domain/unitstext.h"
#include "models/services/linechanges.h"
#include "models/services/ordernotices.h"
#include "models/services/unitofwork.h"
#include "models/store/campaignstore.h"
#include "models/store/demandstore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Orders", text); }

bool isOfHeader(const SheetChange &change)
{
    return change.field == OrderField::Campaign || change.field == OrderField::ShipComplete || change.field == OrderField::Reference ||
           change.field == OrderField::Note;
}

bool any(const std::vector<SheetChange> &changes, OrderField field)
{
    return std::any_of(changes.begin(), changes.end(), [&](const SheetChange &change) { return change.field == field; });
}

bool takesUnitsOut(const SheetChange &change)
{
    return change.field == OrderField::Removed ||
           (change.field == OrderField::Quantity && change.after.toLongLong() < change.before.toLongLong());
}

const StoredOrderLine &lineOf(const std::vector<StoredOrderLine> &lines, OrderLineId id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const StoredOrderLine &line) { return line.id == id; });
    if (found == lines.end())
        throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
    return *found;
}

} // namespace

OrderSheet sheetOf(const StoredOrder &order, const std::vector<StoredOrderLine> &lines)
{
    OrderSheet sheet{order.priority, order.campaign,    order.shipComplete, order.reference, order.note, {},
                     order.customer, order.customerName};
    for (const StoredOrderLine &line : lines) {
        if (line.active() > 0)
            sheet.lines.push_back({line.id, line.sku, line.active(), line.unitPrice, line.promise});
    }
    return sheet;
}

OrderSheet sheetOf(const OrderView &order)
{
    std::vector<StoredOrderLine> lines;
    for (const OrderLineView &view : order.lines)
        lines.push_back(view.line);
    return sheetOf(order.order, lines);
}

Result<EditOutcome> OrderEditing::save(const OrderEdit &edit, const Caller &caller)
{
    m_refused.reset();
    auto outcome = writeIn(m_connection, [&] { return apply(edit, caller); });
    if (!outcome)
        recordRefused(m_connection, m_refused, outcome.error(), caller);
    return outcome;
}

Result<OrderView> OrderEditing::rehearse(const OrderEdit &edit, const Caller &caller)
{
    const auto outcome = rehearseIn(m_connection, [&] { return apply(edit, caller); });
    if (!outcome)
        return outcome.error();
    if (!outcome->saved)
        return Error{Error::Kind::Conflict, "order",
                     sentence("Somebody else has changed order %1 meanwhile: save to see what.").arg(edit.order.value)};
    return *outcome->saved;
}

std::vector<ProductId> OrderEditing::products(const OrderEdit &edit)
{
    std::vector<ProductId> products = OrderStore(m_connection).products(edit.order);
    QStringList named;
    for (const SheetLine &line : edit.after.lines) {
        if (!line.line.isValid())
            named += line.sku;
    }
    for (const UnwaitedUnits &unwaited : edit.unwaited)
        named += unwaited.sku;
    for (const QString &sku : std::as_const(named)) {
        const ProductId id = ProductStore(m_connection).idOfSku(sku);
        if (!id.isValid())
            throw Refusal{
                notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(sku))};
        products.push_back(id);
    }
    return products;
}

EditOutcome OrderEditing::apply(const OrderEdit &edit, const Caller &caller)
{
    orRefuse(validatePriority(edit.after.priority));
    StockBook book(m_connection);
    book.lock(products(edit));
    const auto order = OrderStore(m_connection).lock(edit.order);
    if (!order)
        throw Refusal{notFound("order", sentence("There is no order %1.").arg(edit.order.value))};
    EditOutcome outcome;
    outcome.current = sheetOf(*order, OrderStore(m_connection).lines(edit.order));
    const std::vector<SheetChange> wanted = changes(edit.before, edit.after);
    for (const SheetChange &change : changes(edit.before, outcome.current)) {
        const bool collides = std::any_of(wanted.begin(), wanted.end(), [&](const SheetChange &own) { return own.meets(change); });
        outcome.others.push_back({change, OrderEditStore(m_connection).lastAuthor(edit.order, change), collides});
    }
    if (!outcome.others.empty())
        return outcome;
    if (!wanted.empty() || !edit.unwaited.empty())
        write(edit, wanted, book, *order, caller);
    outcome.saved = readOrder(m_connection, edit.order, caller.today());
    if (std::any_of(wanted.begin(), wanted.end(), takesUnitsOut))
        tellCancelled(m_connection, *outcome.saved, book.operation());
    else if (!wanted.empty())
        withdrawSettledRefund(m_connection, *outcome.saved, book.operation());
    if (any(wanted, OrderField::Promise))
        tellPromisesMoved(m_connection, edit.order, book.operation());
    outcome.current = sheetOf(*outcome.saved);
    return outcome;
}

void OrderEditing::write(const OrderEdit &edit, const std::vector<SheetChange> &wanted, StockBook &book, const StoredOrder &order,
                         const Caller &caller)
{
    if (any(wanted, OrderField::Removed) && edit.reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("Lines are taken out of the order: say why in a few words."))};
    book.setOperation(OperationStore(m_connection).insert(caller.stamp("edit", edit.reason.trimmed())));
    StoredOrder kept = order;
    if (any(wanted, OrderField::Customer)) {
        writeCustomer(edit, order, book.operation());
        kept = *OrderStore(m_connection).find(edit.order); // more units meet the limits of the new one
    }
    writeTerms(edit, wanted, book.operation());
    kept.campaign = edit.after.campaign; // more units meet what the new one offers
    writeLines(edit, wanted, book, kept, caller);
    if (any(wanted, OrderField::Campaign))
        CampaignStore(m_connection).forgiveExcess(edit.after.campaign); // its units were sold before
    writeUnwaited(edit, book.operation(), caller);
    lowerRefused(m_connection, caller, added(edit));
}

/// What the edit adds of each product it adds something of.
std::map<ProductId, Units> OrderEditing::added(const OrderEdit &edit)
{
    std::map<QString, Units> bySku;
    for (const SheetLine &line : edit.after.lines)
        bySku[line.sku] += line.units;
    for (const SheetLine &line : edit.before.lines)
        bySku[line.sku] -= line.units;
    std::map<ProductId, Units> added;
    for (const auto &[sku, units] : bySku) {
        if (units > 0)
            added[ProductStore(m_connection).idOfSku(sku)] += units;
    }
    return added;
}

/// The order is another customer's from now on; what they may have of a product counts for it as well.
void OrderEditing::writeCustomer(const OrderEdit &edit, const StoredOrder &order, OperationId operation)
{
    const CustomerId customer = edit.after.customer;
    OrderStore orders(m_connection);
    std::map<ProductId, Units> taken;
    for (const StoredOrderLine &line : orders.lines(edit.order)) {
        if (orders.hasLeft(line.id))
            throw Refusal{refused("customer", sentence("Goods of order %1 have shipped to %2: place an order of its own for somebody else.")
                                                  .arg(edit.order.value)
                                                  .arg(order.customerName))};
        taken[line.product] += line.active();
    }
    for (const auto &[id, units] : taken) {
        const auto product = ProductStore(m_connection).find(id);
        const Units held = orders.heldBy(customer, id);
        if (product->terms.customerLimit && held + units > *product->terms.customerLimit)
            throw Refusal{refused("customer", sentence("%1 may have %2 of %3 and has %4 already: the %5 of this order are too many.")
                                                  .arg(edit.after.customerName)
                                                  .arg(unitsText(*product->terms.customerLimit))
                                                  .arg(product->terms.sku)
                                                  .arg(held)
                                                  .arg(units))};
    }
    orders.setCustomer(edit.order, customer);
    OrderEditStore(m_connection)
        .insert(operation, {edit.order, {}, fieldWord(OrderField::Customer), order.customerName, edit.after.customerName});
}

void OrderEditing::writeUnwaited(const OrderEdit &edit, OperationId operation, const Caller &caller)
{
    for (const UnwaitedUnits &unwaited : edit.unwaited) {
        orRefuse(validateUnits(unwaited.units, "line", sentence("The units of %1").arg(unwaited.sku)));
        DemandStore(m_connection)
            .recordRefused(operation, ProductStore(m_connection).idOfSku(unwaited.sku), edit.after.customerName, caller.today(),
                           unwaited.units);
    }
}

void OrderEditing::writeTerms(const OrderEdit &edit, const std::vector<SheetChange> &wanted, OperationId operation)
{
    if (std::none_of(wanted.begin(), wanted.end(), isOfHeader))
        return;
    const OrderSheet &after = edit.after;
    if (any(wanted, OrderField::Reference) && !after.reference.isEmpty()) {
        if (const OrderId known = OrderStore(m_connection).idOfReference(after.reference); known.isValid())
            throw Refusal{
                {Error::Kind::Conflict, "reference",
                 sentence("The reference “%1” belongs to order %2 already: use another one.").arg(after.reference).arg(known.value)}};
    }
    OrderStore(m_connection).setTerms(edit.order, after.campaign, after.shipComplete, after.reference, after.note);
    for (const SheetChange &change : wanted) {
        if (isOfHeader(change))
            OrderEditStore(m_connection).insert(operation, {edit.order, {}, fieldWord(change.field), change.before, change.after});
    }
}

/// A line to be added as the product has it now.
StoredOrderLine OrderEditing::toAdd(const SheetLine &line, const StoredProduct &product, const Caller &caller)
{
    orRefuse(validateUnits(line.units, "line", sentence("The units of %1").arg(line.sku)));
    StoredOrderLine added;
    added.product = product.id;
    added.sku = product.terms.sku;
    added.preorder = product.terms.takesPreorders(caller.today());
    added.unitPrice = line.unitPrice.value_or(product.terms.price);
    added.deposit = product.terms.deposit;
    added.promise = line.promise;
    return added;
}

void OrderEditing::writeLines(const OrderEdit &edit, const std::vector<SheetChange> &wanted, StockBook &book, const StoredOrder &order,
                              const Caller &caller)
{
    LineChanges steps(m_connection, book, order, m_refused);
    if (any(wanted, OrderField::Priority))
        steps.setPriority(edit.after.priority);
    for (const SheetChange &change : wanted) {
        if (change.field == OrderField::Price)
            steps.reprice(lineOf(OrderStore(m_connection).lines(edit.order), change.line), *edit.after.line(change.line)->unitPrice);
    }
    const std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(edit.order); // with the ranks and prices they have now
    std::vector<LineChanges::Raise> raises;
    for (const SheetChange &change : wanted) {
        if (change.field != OrderField::Quantity && change.field != OrderField::Removed && change.field != OrderField::Promise)
            continue;
        const StoredOrderLine &line = lineOf(lines, change.line);
        if (change.field == OrderField::Promise) {
            OrderStore(m_connection).setPromise(book.operation(), line.id, edit.after.line(change.line)->promise);
        } else if (change.field == OrderField::Removed) {
            steps.cancel(line, line.waiting + line.allocated);
        } else {
            const Units units = edit.after.line(change.line)->units;
            orRefuse(validateUnits(units, "line", sentence("The units of %1").arg(line.sku)));
            if (units < line.active())
                steps.lower(line, units + line.cancelled);
            else
                raises.push_back({line, units - line.active()});
        }
    }
    for (const SheetLine &line : edit.after.lines) {
        if (!line.line.isValid())
            raises.push_back({toAdd(line, book.product(ProductStore(m_connection).idOfSku(line.sku)), caller), line.units});
    }
    if (!raises.empty())
        steps.raise(std::move(raises), caller.now);
    steps.finish();
}

} // namespace waitline
