#pragma once

#include "models/exchange/recordimport.h"

namespace waitline {

/// Customers and suppliers, known by the other system's number, else by name. What the file does not tell stays.
class PartyImport final : public RecordImport {
public:
    explicit PartyImport(Connection &connection) : m_connection(connection) {}
    Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) override;

private:
    void takeCustomer(const CustomerRecord &record, BatchTally &tally);
    void takeSupplier(const SupplierRecord &record, BatchTally &tally);

    Connection &m_connection;
};

} // namespace waitline
