#include "models/services/countservice.h"

#include "models/domain/order.h"
#include "models/services/unitofwork.h"
#include "models/store/stockstore.h"

#include <QCoreApplication>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Counts", text); }
} // namespace

Result<CountOutcome> CountService::count(const QString &sku, Units counted, const QString &reason, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        if (counted < 0 || counted > mostUnitsOfALine)
            throw Refusal{invalid("line", sentence("The units counted of %1 must be from 0 to %2.").arg(sku).arg(mostUnitsOfALine))};
        if (reason.trimmed().isEmpty())
            throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
        const ProductId id = ProductStore(m_connection).idOfSku(sku);
        if (!id.isValid())
            throw Refusal{notFound("sku", sentence("There is no product with SKU or barcode “%1”.").arg(sku))};
        StockBook book(m_connection);
        book.lock({id});
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("count", reason)));
        CountOutcome outcome{book.product(id).terms.sku, book.product(id).stock.onHand, counted, {}, {}};
        StockStore(m_connection).recordCount(book.operation(), id, outcome.before, counted);
        book.changeOnHand(id, QStringLiteral("count"), counted - outcome.before);
        outcome.takenBack = book.takeBackShortage(id, QStringLiteral("take_back"));
        outcome.served = book.finish();
        return outcome;
    });
}

} // namespace waitline
