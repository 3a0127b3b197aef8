#include "models/services/orderediting.h"

#include "models/services/linechanges.h"
#include "models/services/ordernotices.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>

#include <algorithm>

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
    OrderSheet sheet{order.priority, order.campaign, order.shipComplete, order.reference, order.note, {}};
    for (const StoredOrderLine &line : lines) {
        if (line.active() > 0)
            sheet.lines.push_back({line.id, line.sku, line.active(), {}, line.promise});
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
    for (const SheetLine &line : edit.after.lines) {
        if (line.line.isValid())
            continue;
        const ProductId id = ProductStore(m_connection).idOfSku(line.sku);
        if (!id.isValid())
            throw Refusal{
                notFound("line", sentence("There is no product with SKU or barcode “%1”: correct it or add the product.").arg(line.sku))};
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
    if (!wanted.empty())
        write(edit, wanted, book, *order, caller);
    outcome.saved = readOrder(m_connection, edit.order, caller.today());
    if (std::any_of(wanted.begin(), wanted.end(), takesUnitsOut))
        tellCancelled(m_connection, *outcome.saved, book.operation());
    if (any(wanted, OrderField::Promise))
        tellPromisesMoved(m_connection, edit.order, book.operation());
    if (any(wanted, OrderField::Removed) || any(wanted, OrderField::Quantity))
        tellCancelled(m_connection, *outcome.saved, book.operation());
    outcome.current = sheetOf(*outcome.saved);
    return outcome;
}

void OrderEditing::write(const OrderEdit &edit, const std::vector<SheetChange> &wanted, StockBook &book, const StoredOrder &order,
                         const Caller &caller)
{
    if (any(wanted, OrderField::Removed) && edit.reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("Lines are taken out of the order: say why in a few words."))};
    book.setOperation(OperationStore(m_connection).insert(caller.stamp("edit", edit.reason.trimmed())));
    writeTerms(edit, wanted, book.operation());
    writeLines(edit, wanted, book, order, caller);
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
    const std::vector<StoredOrderLine> lines = OrderStore(m_connection).lines(edit.order); // with the ranks they have now
    std::vector<LineChanges::Raise> raises;
    for (const SheetChange &change : wanted) {
        if (change.field != OrderField::Quantity && change.field != OrderField::Removed && change.field != OrderField::Promise)
            continue;
        const StoredOrderLine &line = lineOf(lines, change.line);
        if (change.field == OrderField::Promise) {
            const QDate day = edit.after.line(change.line)->promise.value_or(QDate());
            if (!day.isValid())
                throw Refusal{invalid("promise", sentence("A promise that was given can be moved, not taken back: enter a day."))};
            OrderStore(m_connection).setPromise(book.operation(), line.id, day);
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
    if (any(wanted, OrderField::Promise))
        tellPromisesMoved(m_connection, edit.order, book.operation());
    steps.finish();
}

} // namespace waitline
