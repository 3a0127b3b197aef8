#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/store/customerliststore.h"
#include "models/store/customermergestore.h"
#include "models/store/customerstore.h"

namespace waitline {

class Connection;

struct StoredCustomer {
    CustomerId id;
    CustomerDetails details;
};

/// A duplicate and the customer it became.
struct MergeOutcome {
    qint64 merge = 0;
    StoredCustomer merged;
    StoredCustomer survivor;
};

/// A limit per customer that two customers exceed once they are one.
struct PassedLimit {
    QString sku;
    Units together = 0; ///< ordered and not cancelled
    Units limit = 0;
};

/// A customer as it is told apart from another one, and what there is of it.
struct CustomerStanding {
    StoredCustomer customer;
    CustomerFigures figures;
    CustomerBelongings belongings;
};

/// What tells a customer apart from others of the same name, most telling first: number, e-mail, phone, place. Nobody is
/// without: one who says none of these has the number of the row.
[[nodiscard]] QStringList marksOf(CustomerId id, const CustomerDetails &details);
/// What the one that stays takes from the one that becomes part of it, because it says nothing of its own; in words.
[[nodiscard]] QStringList takenOverInWords(const CustomerDetails &stays, const CustomerDetails &goes);

/// The first thing wrong with a customer's details, field by field, or Done.
[[nodiscard]] Result<Done> validate(const CustomerDetails &details);

/// Customers: who they are, and that they are one and not two.
class CustomerService final {
public:
    explicit CustomerService(Connection &connection) : m_connection(connection) {}

    Result<StoredCustomer> add(const CustomerDetails &details, const Caller &caller);
    Result<StoredCustomer> change(CustomerId id, const CustomerDetails &details, const Caller &caller);
    /// Makes a duplicate part of another customer: its orders and history become the survivor's, its name and
    /// number lead there from now on, and what the survivor does not say of itself is taken over. A limit per customer
    /// that the two exceed together is forgiven.
    Result<MergeOutcome> merge(CustomerId duplicate, CustomerId survivor, const Caller &caller);
    /// The limits that merging the two exceeds.
    Result<std::vector<PassedLimit>> limitsPassed(CustomerId one, CustomerId other);
    Result<CustomerStanding> standing(CustomerId id);
    /// Customers that are likely the same as the one with those details, which is `self` where it exists already.
    Result<std::vector<LikeCustomer>> like(const CustomerDetails &details, CustomerId self);
    /// Makes two of them again: what moved goes back; what came since stays. A limit that was exceeded by the two together
    /// is exceeded no more.
    Result<MergeOutcome> undoMerge(qint64 merge, const Caller &caller);

private:
    StoredCustomer read(CustomerId id);
    void refuseTaken(const QString &reference, CustomerId self);

    Connection &m_connection;
};

} // namespace waitline
