#pragma once

#include "models/services/countservice.h"
#include "models/services/productservice.h"
#include "models/services/producttotals.h"
#include "models/services/productview.h"
#include "models/services/releasechange.h"
#include "models/services/session.h"

/// What is done with products and their stock, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<StoredProduct>> addProduct(Session &session, const ProductTerms &terms);
QFuture<Result<StoredProduct>> changeProduct(Session &session, const QString &sku,
                                             const std::function<Result<Done>(ProductTerms &)> &change);
/// The same where it undoes the last change.
QFuture<Result<StoredProduct>> takeBackProductChange(Session &session, const QString &sku,
                                                     const std::function<Result<Done>(ProductTerms &)> &change);
QFuture<Result<StoredProduct>> showProduct(Session &session, const QString &sku);
QFuture<Result<ProductView>> viewProduct(Session &session, ProductId product);
QFuture<Result<ReleaseChange>> previewRelease(Session &session, ProductId product);
QFuture<Result<ProductTotals>> sumProducts(Session &session, const ProductFilter &filter);
QFuture<Result<CountOutcome>> count(Session &session, const QString &sku, Units counted, const QString &reason);

} // namespace waitline::jobs
