#pragma once

#include "models/exchange/formatreader.h"
#include "models/exchange/gathering.h"
#include "models/exchange/plaincolumns.h"
#include "models/exchange/salesbook.h"

namespace waitline {

class PlainProducts final : public FormatReader {
public:
    explicit PlainProducts(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    void readTerms(CellReading &cells, ProductRecord &product) const;
    void readSupply(CellReading &cells, ProductRecord &product) const;

    const Layout &m_layout;
    ProductColumns m_columns;
};

class PlainCustomers final : public FormatReader {
public:
    explicit PlainCustomers(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    const Layout &m_layout;
    PartyColumns m_columns;
};

class PlainSuppliers final : public FormatReader {
public:
    explicit PlainSuppliers(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;

private:
    const Layout &m_layout;
    PartyColumns m_columns;
};

/// One row is one line; rows of one order follow one another under its reference.
class PlainOrders final : public FormatReader {
public:
    explicit PlainOrders(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

private:
    void readHead(CellReading &cells, OrderRecord &order) const;
    OrderLineRecord readLine(CellReading &cells) const;

    const Layout &m_layout;
    OrderColumns m_columns;
    Gathering<OrderRecord> m_orders{documentsOpen};
};

class PlainPurchases final : public FormatReader {
public:
    explicit PlainPurchases(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

private:
    const Layout &m_layout;
    PurchaseColumns m_columns;
    Gathering<PurchaseRecord> m_purchases{documentsOpen};
};

/// One row is one sale; negative units are a cancellation and are netted.
class PlainHistory final : public FormatReader {
public:
    explicit PlainHistory(const Layout &layout) : m_layout(layout), m_columns(layout.header) {}
    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

private:
    const Layout &m_layout;
    HistoryColumns m_columns;
    SalesBook m_sales;
};

} // namespace waitline
