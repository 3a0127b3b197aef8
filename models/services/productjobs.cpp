#include "models/services/productjobs.h"

namespace waitline::jobs {

QFuture<Result<StoredProduct>> addProduct(Session &session, const ProductTerms &terms)
{
    return session.write([terms, caller = session.caller()](Connection &c) { return ProductService(c).add(terms, caller); });
}

QFuture<Result<StoredProduct>> changeProduct(Session &session, const QString &sku,
                                             const std::function<Result<Done>(ProductTerms &)> &change)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ProductService(c).change(sku, change, caller); });
}

QFuture<Result<StoredProduct>> takeBackProductChange(Session &session, const QString &sku,
                                                     const std::function<Result<Done>(ProductTerms &)> &change)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ProductService(c).takeBack(sku, change, caller); });
}

QFuture<Result<StoredProduct>> showProduct(Session &session, const QString &sku)
{
    return session.read([sku](Connection &c) { return ProductService(c).show(sku); });
}

QFuture<Result<ProductView>> viewProduct(Session &session, ProductId product)
{
    return session.read([product, today = session.today()](Connection &c) { return waitline::viewProduct(c, product, today); });
}

QFuture<Result<ReleaseChange>> previewRelease(Session &session, ProductId product)
{
    return session.read([product](Connection &c) { return waitline::previewRelease(c, product); });
}

QFuture<Result<ProductTotals>> sumProducts(Session &session, const ProductFilter &filter)
{
    return session.read([filter, today = session.today()](Connection &c) { return waitline::sumProducts(c, filter, today); });
}

QFuture<Result<CountOutcome>> count(Session &session, const QString &sku, Units counted, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CountService(c).count(sku, counted, reason, caller); });
}

} // namespace waitline::jobs
