#pragma once

#include "models/exchange/knownnames.h"
#include "models/exchange/recordimport.h"

namespace waitline {

/// Sales history, each sale known by its document and its place in it. Sales without a document are known by day,
/// product and customer.
class HistoryImport final : public RecordImport {
public:
    HistoryImport(Connection &connection, const Caller &caller, FileFormat format);
    void prepare(std::vector<NeutralRecord> &records) override;
    Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) override;
    void forget() override;

private:
    [[nodiscard]] CustomerDetails customerOf(const HistoryRecord &record) const;

    Connection &m_connection;
    FileFormat m_format;
    KnownProducts m_products;
    KnownCustomers m_customers;
    QHash<QString, qint64> m_sold; ///< sales so far by document
    std::vector<qint64> m_positions; ///< of the batch's sales in their documents
};

} // namespace waitline
