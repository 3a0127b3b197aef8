#include "models/services/searchjobs.h"

namespace waitline::jobs {

QFuture<Result<std::vector<ProductHit>>> searchProducts(Session &session, const QString &text, int limit)
{
    return session.read([=](Connection &c) { return waitline::searchProducts(c, text, limit); });
}

QFuture<Result<std::vector<CustomerHit>>> searchCustomers(Session &session, const QString &text, int limit)
{
    return session.read([=](Connection &c) { return waitline::searchCustomers(c, text, limit); });
}

QFuture<Result<std::vector<SearchHit>>> search(Session &session, const QString &text, int limit)
{
    return session.read([text, limit](Connection &c) { return searchAll(c, text, limit); });
}

QFuture<Result<ScannedProduct>> resolveScan(Session &session, const QString &code)
{
    return session.read([code](Connection &c) { return waitline::resolveScan(c, code); });
}

} // namespace waitline::jobs
