#pragma once

#include "models/exchange/recordimport.h"
#include "models/store/productstore.h"

namespace waitline {

/// Products by SKU. A known one is changed only in what the file tells; stock and units on order only open a product
/// that had none, for the database knows better afterwards.
class ProductImport final : public RecordImport {
public:
    ProductImport(Connection &connection, const Caller &caller, const QString &fileName)
        : m_connection(connection)
        , m_caller(caller)
        , m_fileName(fileName)
    {}
    Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) override;

private:
    enum class Outcome { Created, Updated, Skipped };
    Outcome takeOne(const ProductRecord &record);
    Outcome takeTerms(const ProductRecord &record, ProductId known);
    bool openStock(const ProductRecord &record, ProductId id);
    bool openPurchase(const ProductRecord &record, ProductId id);

    Connection &m_connection;
    Caller m_caller;
    QString m_fileName;
};

} // namespace waitline
