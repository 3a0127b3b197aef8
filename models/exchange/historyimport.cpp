#include "models/exchange/historyimport.h"

#include "models/store/historystore.h"

namespace waitline {

HistoryImport::HistoryImport(Connection &connection, const Caller &caller, FileFormat format)
    : m_connection(connection)
    , m_format(format)
    , m_products(connection, caller)
    , m_customers(connection)
{}

void HistoryImport::forget()
{
    m_products.forget();
    m_customers.forget();
}

void HistoryImport::prepare(std::vector<NeutralRecord> &records)
{
    m_positions.clear();
    for (NeutralRecord &each : records) {
        auto &record = std::get<HistoryRecord>(each);
        if (record.reference.isEmpty())
            record.reference = record.soldOn.toString(Qt::ISODate) + u' ' + record.sku + u' ' + record.customer;
        m_positions.push_back(++m_sold[record.reference]);
    }
}

CustomerDetails HistoryImport::customerOf(const HistoryRecord &record) const
{
    CustomerDetails details;
    details.name = record.customer;
    details.country = record.country;
    // Retail invoices know customers by number only.
    if (m_format == FileFormat::RetailInvoices)
        details.reference = record.customer;
    return details;
}

Result<Done> HistoryImport::take(const std::vector<NeutralRecord> &records, BatchTally &tally)
{
    std::vector<PastSale> sales;
    sales.reserve(records.size());
    for (size_t i = 0; i < records.size(); ++i) {
        const auto &record = std::get<HistoryRecord>(records[i]);
        const auto product = m_products.idFor(record.sku, record.name.isEmpty() ? record.sku : record.name, record.price);
        if (!product && product.error().kind == Error::Kind::Storage)
            return product.error();
        if (!product) {
            tally.rejections.push_back({record.row, {}, product.error().message});
            continue;
        }
        sales.push_back({record.reference, m_positions[i], *product, m_customers.idFor(customerOf(record)), record.soldOn, record.units,
                         record.price, record.country});
    }
    const qint64 created = HistoryStore(m_connection).insert(formatWord(m_format), sales);
    tally.created += created;
    tally.skipped += qint64(sales.size()) - created;
    tally.newProducts += m_products.takeMade();
    return Done{};
}

} // namespace waitline
