#pragma once

#include "models/exchange/formatreader.h"
#include "models/exchange/salesbook.h"

namespace waitline {

/// Invoice lines in the manner of the UCI "Online Retail" data, read as sales history: cancellations (an invoice
/// number that starts with C) are netted against the same customer's sales of the same product, and what is no
/// product or no sale is left out and reported.
class RetailInvoices final : public FormatReader {
public:
    struct Row {
        enum class Kind {
            Sale,
            Cancellation,
            Service, ///< postage, fees, vouchers, discounts: no product
            Adjustment ///< written-off stock, bad debt, goods without a price
        };
        Kind kind = Kind::Sale;
        Units units = 0;
        qint64 tenThousandths = 0; ///< price of one unit in 1/10000 of the currency: some have three decimals
        QDate day;
        QByteArrayView invoice;
        QByteArrayView code;
    };

    explicit RetailInvoices(const Layout &layout);
    /// What a record says; `cells` notes what is wrong with it.
    [[nodiscard]] Row readRow(const CsvRecord &record, CellReading &cells) const;

    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

private:
    void keep(const Row &row, const CsvRecord &record, Harvest &harvest);

    const Layout &m_layout;
    int m_invoice, m_code, m_description, m_units, m_date, m_price, m_customer, m_country;
    SalesBook m_sales;
};

} // namespace waitline
