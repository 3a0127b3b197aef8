#pragma once

#include "models/exchange/derivedreference.h"
#include "models/exchange/recordimport.h"

namespace waitline {

/// Purchases by reference, with what of them has been received.
class PurchaseImport final : public RecordImport {
public:
    PurchaseImport(Connection &connection, const Caller &caller) : m_connection(connection), m_caller(caller) {}
    void prepare(std::vector<NeutralRecord> &records) override;
    Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) override;

private:
    Done takeOne(const PurchaseRecord &record);

    Connection &m_connection;
    Caller m_caller;
    DerivedReferences m_references;
};

} // namespace waitline
