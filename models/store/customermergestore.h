#pragma once

#include "models/store/customerstore.h"

namespace waitline {

/// A duplicate that became part of another customer.
struct CustomerMerge {
    qint64 id = 0;
    CustomerId merged;
    CustomerId survivor;
};

/// Why two customers are taken for one.
enum class Likeness { Name, Email, Phone };

struct LikeCustomer {
    CustomerId id;
    CustomerDetails details;
    Likeness likeness = Likeness::Name;
};

/// How much there is of a customer, which moves when it is merged into another one.
struct CustomerBelongings {
    qint64 orders = 0;
    qint64 payments = 0;
    qint64 shipments = 0;
    qint64 notices = 0; ///< to be told still
    qint64 history = 0; ///< sales from before Waitline
    qint64 aliases = 0; ///< customers merged into it before
};

/// Duplicates: which they are, what moved when they were merged, and back.
class CustomerMergeStore final {
public:
    explicit CustomerMergeStore(Connection &connection) : m_connection(connection) {}

    /// Customers with the same name in any spelling, e-mail or phone number as those details, but `self`; each once, not
    /// merged yet.
    [[nodiscard]] std::vector<LikeCustomer> like(const CustomerDetails &details, CustomerId self);
    /// Every customer that is like another one.
    [[nodiscard]] std::vector<CustomerId> allAlike();
    [[nodiscard]] CustomerBelongings belongings(CustomerId id);
    /// Names and numbers of those that were merged into the customer.
    [[nodiscard]] QStringList aliases(CustomerId id);
    [[nodiscard]] bool isMerged(CustomerId id);
    /// Products with a limit per customer that either of the two has ordered, ascending.
    [[nodiscard]] std::vector<ProductId> limitedProducts(CustomerId one, CustomerId other);

    /// Moves all that is the duplicate's to the survivor, and notes each row.
    qint64 merge(OperationId operation, CustomerId merged, CustomerId survivor);
    /// The customer's last merge that stands: into it, or of it into another one.
    [[nodiscard]] std::optional<CustomerMerge> find(qint64 merge);
    [[nodiscard]] std::optional<CustomerMerge> lastInto(CustomerId survivor);
    /// Moves back what the merge moved, as far as it is still the survivor's.
    void undo(const CustomerMerge &merge, OperationId by);
    /// Notes beside a merge what it changed of the one that stays, by a word, with a number.
    void note(qint64 merge, const QString &what, qint64 value);
    /// The number noted under a word; none where nothing was.
    [[nodiscard]] std::optional<qint64> noted(qint64 merge, const QString &what);

private:
    Connection &m_connection;
};

} // namespace waitline
