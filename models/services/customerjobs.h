#pragma once

#include "models/services/customerview.h"
#include "models/services/session.h"

/// What the desk does with customers, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<CustomerView>> viewCustomer(Session &session, CustomerId customer);
/// An invalid id adds a customer.
QFuture<Result<StoredCustomer>> saveCustomer(Session &session, CustomerId customer, const CustomerDetails &details);
QFuture<Result<MergeOutcome>> mergeCustomers(Session &session, CustomerId duplicate, CustomerId survivor);
/// The limits per customer that the two exceed together.
QFuture<Result<std::vector<PassedLimit>>> limitsPassed(Session &session, CustomerId one, CustomerId other);
QFuture<Result<CustomerStanding>> customerStanding(Session &session, CustomerId customer);
/// Customers that are likely the same as the one with those details.
QFuture<Result<std::vector<LikeCustomer>>> likeCustomers(Session &session, const CustomerDetails &details, CustomerId self);
QFuture<Result<MergeOutcome>> undoMerge(Session &session, qint64 merge);

} // namespace waitline::jobs
