#pragma once

#include "models/services/scan.h"
#include "models/services/search.h"
#include "models/services/session.h"

/// What is looked up while somebody types or scans, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

/// For an empty text the first there are.
QFuture<Result<std::vector<ProductHit>>> pickProducts(Session &session, const QString &text, int limit);
QFuture<Result<std::vector<CustomerHit>>> pickCustomers(Session &session, const QString &text, int limit);
QFuture<Result<std::vector<SearchHit>>> search(Session &session, const QString &text, int limit);
QFuture<Result<ScannedProduct>> resolveScan(Session &session, const QString &code);

} // namespace waitline::jobs
