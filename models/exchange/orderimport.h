#pragma once

#include "models/domain/order.h"
#include "models/exchange/derivedreference.h"
#include "models/exchange/knownnames.h"
#include "models/exchange/recordimport.h"

namespace waitline {

/// Orders by reference, with what became of them before: cancelled, shipped, paid and refunded. Orders that have no
/// reference get one from what they say.
class OrderImport final : public RecordImport {
public:
    OrderImport(Connection &connection, const Caller &caller);
    void prepare(std::vector<NeutralRecord> &records) override;
    Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) override;
    void forget() override;

private:
    /// The order as it is to be placed, or why it cannot be.
    Result<OrderDraft> draftOf(const OrderRecord &record);
    [[nodiscard]] bool isOwnExport(const OrderRecord &record);
    void nameCustomers(const std::vector<const OrderRecord *> &told, std::vector<OrderDraft> &drafts);

    Connection &m_connection;
    Caller m_caller;
    KnownProducts m_products;
    KnownCustomers m_customers;
    DerivedReferences m_references;
};

} // namespace waitline
