#pragma once

#include "models/exchange/formatreader.h"
#include "models/exchange/gathering.h"

#include <QHash>

namespace waitline {

/// What Northwind's files say of each other: products name categories and suppliers by number, orders name
/// customers, and the lines of orders stand in a file of their own.
struct NorthwindTables {
    QHash<QString, QString> categories;
    QHash<QString, QString> suppliers;
    QHash<QString, QString> customers;
    QHash<QString, std::vector<OrderLineRecord>> orderLines;
    QHash<QString, QString> brokenOrders; ///< orders whose lines cannot be read, and why: "file:row:column: …"

    /// The format whose file `wanted` is looked for beside one that needs it.
    [[nodiscard]] static QString fileNameOf(FileFormat format);
    /// The files that help to read one of this format.
    [[nodiscard]] static std::vector<FileFormat> helpfulTo(FileFormat format);
    /// Adds what a record of a helping file says.
    void learn(FileFormat format, const Layout &layout, const CsvRecord &record);
};

/// Reads any of the seven files.
class Northwind final : public FormatReader {
public:
    Northwind(FileFormat format, const Layout &layout, const NorthwindTables &tables);
    void read(const CsvRecord &record, Harvest &harvest) override;
    bool finish(Harvest &harvest, size_t atMost) override;

    /// One line of order_details.csv; its discount is taken off the price, rounded to the minor unit.
    [[nodiscard]] static OrderLineRecord readOrderLine(CellReading &cells, const Header &header);

private:
    void readProduct(CellReading &cells, Harvest &harvest) const;
    void readCustomer(CellReading &cells, Harvest &harvest) const;
    void readSupplier(CellReading &cells, Harvest &harvest) const;
    void readOrder(CellReading &cells, Harvest &harvest) const;
    void readDetail(CellReading &cells, Harvest &harvest);
    void ship(OrderRecord &order) const;
    [[nodiscard]] int column(QStringView name) const { return m_layout.header.find(name); }

    FileFormat m_format;
    const Layout &m_layout;
    const NorthwindTables &m_tables;
    Gathering<OrderRecord> m_orders{documentsOpen};
};

} // namespace waitline
