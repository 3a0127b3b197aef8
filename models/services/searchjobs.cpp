#include "models/services/searchjobs.h"

namespace waitline::jobs {

QFuture<Result<std::vector<ProductHit>>> pickProducts(Session &session, const QString &text, int limit)
{
    return session.read([=](Connection &c) { return text.isEmpty() ? firstProducts(c, limit) : searchProducts(c, text, limit); });
}

QFuture<Result<std::vector<CustomerHit>>> pickCustomers(Session &session, const QString &text, int limit)
{
    return session.read([=](Connection &c) { return text.isEmpty() ? firstCustomers(c, limit) : searchCustomers(c, text, limit); });
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
