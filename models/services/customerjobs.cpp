#include "models/services/customerjobs.h"

namespace waitline::jobs {

QFuture<Result<CustomerView>> viewCustomer(Session &session, CustomerId customer)
{
    return session.read([customer, today = session.today()](Connection &c) { return waitline::viewCustomer(c, customer, today); });
}

QFuture<Result<StoredCustomer>> saveCustomer(Session &session, CustomerId customer, const CustomerDetails &details)
{
    return session.write([=, caller = session.caller()](Connection &c) {
        CustomerService service(c);
        return customer.isValid() ? service.change(customer, details, caller) : service.add(details, caller);
    });
}

QFuture<Result<MergeOutcome>> mergeCustomers(Session &session, CustomerId duplicate, CustomerId survivor)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CustomerService(c).merge(duplicate, survivor, caller); });
}

QFuture<Result<std::vector<PassedLimit>>> limitsPassed(Session &session, CustomerId one, CustomerId other)
{
    return session.read([=](Connection &c) { return CustomerService(c).limitsPassed(one, other); });
}

QFuture<Result<CustomerStanding>> customerStanding(Session &session, CustomerId customer)
{
    return session.read([customer](Connection &c) { return CustomerService(c).standing(customer); });
}

QFuture<Result<std::vector<LikeCustomer>>> likeCustomers(Session &session, const CustomerDetails &details, CustomerId self)
{
    return session.read([=](Connection &c) { return CustomerService(c).like(details, self); });
}

QFuture<Result<MergeOutcome>> undoMerge(Session &session, qint64 merge)
{
    return session.write([=, caller = session.caller()](Connection &c) { return CustomerService(c).undoMerge(merge, caller); });
}

} // namespace waitline::jobs
