#include "models/services/promiserules.h"

#include "models/domain/daytext.h"
#include "models/services/unitofwork.h"
#include "models/store/orderstore.h"
#include "models/store/productstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Promises", text); }

/// A product that is not found is refused by who looks for it.
void mustBeReleasedBy(Connection &connection, ProductId product, QDate day)
{
    const auto found = ProductStore(connection).find(product);
    if (found && found->terms.release && day < *found->terms.release)
        throw Refusal{invalid("promise", sentence("%1 is not released before %2: promise that day or a later one.")
                                             .arg(found->terms.sku, dayText(*found->terms.release)))};
}

} // namespace

Result<Done> mayPromise(QDate day, QDate today)
{
    if (day < today)
        return invalid("promise", sentence("%1 has passed already: promise today or a later day.").arg(dayText(day)));
    return Done{};
}

Result<Done> mayPromise(Connection &connection, const OrderDraft &draft, QDate today)
{
    if (!draft.promise)
        return Done{};
    return readIn(connection, [&] {
        orRefuse(mayPromise(*draft.promise, today));
        for (const OrderLineDraft &line : draft.lines)
            mustBeReleasedBy(connection, ProductStore(connection).idOfSku(line.sku), *draft.promise);
        return Done{};
    });
}

Result<Done> mayPromise(Connection &connection, const OrderEdit &edit, QDate today)
{
    return readIn(connection, [&] {
        for (const SheetLine &line : edit.after.lines) {
            const SheetLine *before = line.line.isValid() ? edit.before.line(line.line) : nullptr;
            if (!line.promise || (before && before->promise == line.promise))
                continue;
            orRefuse(mayPromise(*line.promise, today));
            mustBeReleasedBy(connection, ProductStore(connection).idOfSku(line.sku), *line.promise);
        }
        return Done{};
    });
}

Result<Done> mayPromise(Connection &connection, const PromiseMove &move, QDate today)
{
    if (!move.day || !move.day->isValid())
        return Done{};
    return readIn(connection, [&] {
        orRefuse(mayPromise(*move.day, today));
        for (OrderLineId id : move.lines) {
            if (const auto line = OrderStore(connection).line(id))
                mustBeReleasedBy(connection, line->product, *move.day);
        }
        return Done{};
    });
}

} // namespace waitline
