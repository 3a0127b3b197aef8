#include "models/services/productservice.h"

#include "models/domain/daytext.h"
#include "models/services/stockbook.h"
#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"
#include "models/store/orderstore.h"
#include "models/store/shipmentstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {
QString sentence(const char *text) { return QCoreApplication::translate("Products", text); }

ProductTerms tidied(ProductTerms terms)
{
    terms.sku = terms.sku.trimmed();
    terms.name = terms.name.trimmed();
    for (QString &code : terms.barcodes)
        code = code.trimmed();
    terms.barcodes.removeDuplicates();
    return terms;
}

} // namespace

StoredProduct ProductService::read(const QString &sku)
{
    ProductStore store(m_connection);
    const ProductId id = store.idOfSku(sku);
    if (!id.isValid())
        throw Refusal{notFound("sku", sentence("There is no product with SKU or barcode “%1”.").arg(sku))};
    StoredProduct product = *store.find(id);
    store.readBarcodes(id, product.terms);
    return product;
}

void ProductService::refuseTaken(const ProductTerms &terms, ProductId self)
{
    ProductStore store(m_connection);
    const ProductId sameSku = store.idOfSku(terms.sku);
    if (sameSku.isValid() && sameSku != self)
        throw Refusal{{Error::Kind::Conflict, "sku", sentence("The SKU “%1” is taken already: choose another one.").arg(terms.sku)}};
    for (const QString &code : terms.barcodes) {
        const ProductId owner = store.idOfSku(code); // a code that is a SKU elsewhere would be read as that
        if (owner.isValid() && owner != self)
            throw Refusal{{Error::Kind::Conflict, "barcode",
                           sentence("The barcode “%1” belongs to %2 already: check the label.").arg(code, store.find(owner)->terms.sku)}};
    }
}

Result<StoredProduct> ProductService::add(const ProductTerms &given, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const ProductTerms terms = tidied(given);
        orRefuse(validate(terms));
        refuseTaken(terms, {});
        OperationStore(m_connection).insert(caller.stamp("add_product"));
        ProductStore(m_connection).insert(terms);
        return read(terms.sku);
    });
}

Result<StoredProduct> ProductService::change(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change,
                                             const Caller &caller)
{
    return changeTerms(sku, change, caller, Way::Forth);
}

Result<StoredProduct> ProductService::takeBack(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change,
                                               const Caller &caller)
{
    return changeTerms(sku, change, caller, Way::Back);
}

Result<StoredProduct> ProductService::changeTerms(const QString &sku, const std::function<Result<Done>(ProductTerms &)> &change,
                                                  const Caller &caller, Way way)
{
    return writeIn(m_connection, [&] {
        StockBook book(m_connection);
        book.lock({read(sku).id});
        const StoredProduct before = read(sku); // as it is now that nobody else changes it
        ProductTerms terms = before.terms;
        orRefuse(change(terms));
        terms = tidied(terms);
        orRefuse(validate(terms));
        refuseTaken(terms, before.id);
        book.setOperation(OperationStore(m_connection).insert(caller.stamp("change_product")));
        moveRelease(before, terms, book.operation(), caller.today(), way);
        ProductStore(m_connection).update(before.id, terms);
        book.product(before.id).terms = terms;
        book.forgiveExcess(before.id);
        if (terms.customerLimit != before.terms.customerLimit)
            ProductStore(m_connection).fitCustomerExcess(before.id);
        book.finish();
        return read(terms.sku);
    });
}

/// A release on another day moves the promises of the pre-orders with it and prepares notices to their customers.
void ProductService::moveRelease(const StoredProduct &before, const ProductTerms &terms, OperationId operation, QDate today, Way way)
{
    if (!terms.release || terms.release == before.terms.release)
        return;
    if (const auto day = ShipmentStore(m_connection).shippedBefore(before.id, *terms.release))
        throw Refusal{refused("release", sentence("%1 shipped on %2 already: its release cannot be later.").arg(terms.sku, dayText(*day)))};
    if (!before.terms.release)
        return;
    NoticeStore notices(m_connection);
    const auto moved = way == Way::Back ? notices.lastReleaseMove(before.id, *before.terms.release) : std::nullopt;
    if (!moved || notices.isTold(*moved))
        notices.prepareReleaseMoved(operation, before.id, *before.terms.release, *terms.release);
    if (moved)
        return putPromisesBack(*moved, operation);
    OrderStore(m_connection)
        .shiftPreorderPromises(operation, before.id, before.terms.release->daysTo(*terms.release), *terms.release, today);
}

/// The promises that a release moved stand as before it, unless they have been moved again; nobody needs to be told of it.
void ProductService::putPromisesBack(OperationId moved, OperationId operation)
{
    OrderStore orders(m_connection);
    for (const PromiseChange &change : orders.promisesChangedBy(moved)) {
        const StoredOrderLine line = *orders.line(change.line);
        if (line.promise == change.after && line.active() > line.shipped)
            orders.setPromise(operation, change.line, change.before);
    }
    NoticeStore(m_connection).withdrawPreparedBy(moved, operation);
}

Result<StoredProduct> ProductService::show(const QString &sku)
{
    return readIn(m_connection, [&] { return read(sku); });
}

} // namespace waitline
