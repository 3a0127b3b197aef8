#include "models/exchange/retailinvoices.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

// Postage, carriage, manual entries, discounts, samples, fees, donations, bad debt: invoiced, but not goods.
constexpr const char *serviceCodes[] = {"POST", "DOT",       "C2",   "C3",     "D",       "M",    "S",
                                        "B",    "AMAZONFEE", "PADS", "ADJUST", "ADJUST2", "CRUK", "BANK CHARGES"};

bool isService(QByteArrayView code)
{
    const QByteArray upper = code.toByteArray().toUpper();
    if (upper.startsWith("GIFT_") || upper.startsWith("TEST"))
        return true;
    if (std::any_of(upper.begin(), upper.end(), [](char c) { return c >= '0' && c <= '9'; }) && upper.size() > 2 && upper != "ADJUST2")
        return false;
    return std::find(std::begin(serviceCodes), std::end(serviceCodes), upper) != std::end(serviceCodes) || upper.contains(' ');
}

} // namespace

RetailInvoices::RetailInvoices(const Layout &layout)
    : m_layout(layout)
    , m_invoice(layout.header.find(u"InvoiceNo"))
    , m_code(layout.header.find(u"StockCode"))
    , m_description(layout.header.find(u"Description"))
    , m_units(layout.header.find(u"Quantity"))
    , m_date(layout.header.find(u"InvoiceDate"))
    , m_price(layout.header.find({u"UnitPrice", u"Price"}))
    , m_customer(layout.header.find({u"CustomerID", u"Customer ID"}))
    , m_country(layout.header.find(u"Country"))
{}

RetailInvoices::Row RetailInvoices::readRow(const CsvRecord &record, CellReading &cells) const
{
    cells.demand(m_code, QCoreApplication::translate("Import", "The stock code"));
    cells.demand(m_units, QCoreApplication::translate("Import", "The quantity"));
    cells.demand(m_date, QCoreApplication::translate("Import", "The invoice date"));
    Row row;
    row.invoice = codeOf(record.cell(m_invoice));
    row.code = wholeCodeOf(record.cell(m_code));
    row.units = cells.units(m_units).value_or(0);
    row.tenThousandths = cells.scaled(m_price, 4).value_or(0);
    row.day = cells.day(m_date).value_or(QDate(1970, 1, 1));
    if (isService(row.code))
        row.kind = Row::Kind::Service;
    else if (row.invoice.startsWith('C') || row.invoice.startsWith('c'))
        row.kind = row.units < 0 ? Row::Kind::Cancellation : Row::Kind::Adjustment;
    else if (row.units <= 0 || row.tenThousandths <= 0)
        row.kind = Row::Kind::Adjustment;
    return row;
}

void RetailInvoices::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    const Row row = readRow(record, cells);
    if (!cells.isGood())
        return harvest.rejections.push_back(cells.rejection());
    switch (row.kind) {
    case Row::Kind::Sale:
    case Row::Kind::Cancellation: return keep(row, record, harvest);
    case Row::Kind::Service:
        return harvest.omissions.push_back(
            {record.line(), QCoreApplication::translate("Import", "postage, a fee or a voucher: no product")});
    case Row::Kind::Adjustment:
        return harvest.omissions.push_back({record.line(), QCoreApplication::translate("Import", "a correction or a gift: no sale")});
    }
}

void RetailInvoices::keep(const Row &row, const CsvRecord &record, Harvest &harvest)
{
    constexpr qint64 powers[] = {1, 10, 100, 1000, 10000};
    const qint64 unit = powers[qBound(0, m_layout.currency.exponent, 4)];
    SalesBook::Entry entry;
    entry.row = record.line();
    entry.day = toDayNumber(row.day);
    entry.units = row.units;
    entry.price = proportion(row.tenThousandths, unit, 10000);
    qint64 exact = 0;
    if (__builtin_mul_overflow(row.tenThousandths, row.units, &exact) || qAbs(exact) > maximumMoney * 10000)
        return harvest.rejections.push_back(
            {entry.row, m_layout.header.name(m_units),
             QCoreApplication::translate("Import", "So many units at this price are too large an amount.")});
    entry.value = proportion(exact, unit, 10000);
    TextPool &texts = m_sales.texts();
    entry.reference = texts.number(row.invoice);
    entry.sku = texts.number(row.code);
    entry.name = texts.number(record.cell(m_description));
    entry.customer = texts.number(wholeCodeOf(record.cell(m_customer)));
    entry.country = texts.number(record.cell(m_country));
    if (row.kind == Row::Kind::Sale)
        m_sales.sell(entry);
    else
        m_sales.cancel(entry, harvest);
}

bool RetailInvoices::finish(Harvest &harvest, size_t atMost) { return m_sales.handOut(harvest, atMost); }

} // namespace waitline
