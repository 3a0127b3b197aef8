#include "models/exchange/northwind.h"

#include <QCoreApplication>

namespace waitline {

QString NorthwindTables::fileNameOf(FileFormat format)
{
    return formatWord(format).mid(qsizetype(sizeof("northwind-") - 1)).replace(u'-', u'_') + QStringLiteral(".csv");
}

std::vector<FileFormat> NorthwindTables::helpfulTo(FileFormat format)
{
    if (format == FileFormat::NorthwindProducts)
        return {FileFormat::NorthwindCategories, FileFormat::NorthwindSuppliers};
    if (format == FileFormat::NorthwindOrders)
        return {FileFormat::NorthwindCustomers, FileFormat::NorthwindOrderDetails};
    return {};
}

void NorthwindTables::learn(FileFormat format, const Layout &layout, const CsvRecord &record)
{
    CellReading cells(layout, record);
    const Header &header = layout.header;
    if (format == FileFormat::NorthwindCategories)
        categories.insert(cells.code(header.find(u"CategoryID")), cells.text(header.find(u"CategoryName")));
    if (format == FileFormat::NorthwindSuppliers)
        suppliers.insert(cells.code(header.find(u"SupplierID")), cells.text(header.find(u"CompanyName")));
    if (format == FileFormat::NorthwindCustomers)
        customers.insert(cells.code(header.find(u"CustomerID")), cells.text(header.find(u"CompanyName")));
    if (format != FileFormat::NorthwindOrderDetails)
        return;
    const QString order = cells.wholeCode(header.find(u"OrderID"));
    orderLines[order].push_back(Northwind::readOrderLine(cells, header));
    if (!cells.isGood())
        brokenOrders.insert(order, cells.rejection().sentence(layout.fileName));
}

Northwind::Northwind(FileFormat format, const Layout &layout, const NorthwindTables &tables)
    : m_format(format)
    , m_layout(layout)
    , m_tables(tables)
{}

void Northwind::read(const CsvRecord &record, Harvest &harvest)
{
    CellReading cells(m_layout, record);
    if (m_format == FileFormat::NorthwindProducts)
        readProduct(cells, harvest);
    else if (m_format == FileFormat::NorthwindCustomers)
        readCustomer(cells, harvest);
    else if (m_format == FileFormat::NorthwindSuppliers)
        readSupplier(cells, harvest);
    else if (m_format == FileFormat::NorthwindOrders)
        readOrder(cells, harvest);
    else if (m_format == FileFormat::NorthwindOrderDetails)
        return readDetail(cells, harvest);
    else if (m_format == FileFormat::NorthwindCategories)
        harvest.omissions.push_back({cells.row(), QCoreApplication::translate("Import", "a category: its name goes with the products")});
    else
        harvest.omissions.push_back({cells.row(), QCoreApplication::translate("Import", "a carrier: not kept")});
    if (!cells.isGood())
        harvest.rejections.push_back(cells.rejection());
}

bool Northwind::finish(Harvest &harvest, size_t)
{
    m_orders.close(harvest);
    return false;
}

void Northwind::readProduct(CellReading &cells, Harvest &harvest) const
{
    cells.demand(column(u"ProductID"), QCoreApplication::translate("Import", "The product's number"));
    ProductRecord product;
    product.row = cells.row();
    product.sku = cells.wholeCode(column(u"ProductID"));
    product.name = cells.text(column(u"ProductName"));
    product.price = cells.amount(column(u"UnitPrice"), ExcessDecimals::Round);
    product.stock = cells.count(column(u"UnitsInStock"));
    product.onOrder = cells.count(column(u"UnitsOnOrder"));
    product.lowStock = cells.count(column(u"ReorderLevel"));
    product.discontinued = cells.yes(column(u"Discontinued"));
    product.category = m_tables.categories.value(cells.code(column(u"CategoryID")));
    product.supplier = m_tables.suppliers.value(cells.code(column(u"SupplierID")));
    if (cells.isGood())
        harvest.records.push_back(std::move(product));
}

void Northwind::readCustomer(CellReading &cells, Harvest &harvest) const
{
    cells.demand(column(u"CompanyName"), QCoreApplication::translate("Import", "The customer's name"));
    if (!cells.isGood())
        return;
    harvest.records.push_back(CustomerRecord{cells.row(),
                                             cells.code(column(u"CustomerID")),
                                             cells.text(column(u"CompanyName")),
                                             cells.text(column(u"ContactName")),
                                             {},
                                             cells.code(column(u"Phone")),
                                             cells.text(column(u"Address")),
                                             cells.text(column(u"City")),
                                             cells.code(column(u"PostalCode")),
                                             cells.text(column(u"Country")),
                                             {}});
}

void Northwind::readSupplier(CellReading &cells, Harvest &harvest) const
{
    cells.demand(column(u"CompanyName"), QCoreApplication::translate("Import", "The supplier's name"));
    if (!cells.isGood())
        return;
    harvest.records.push_back(SupplierRecord{cells.row(),
                                             cells.code(column(u"SupplierID")),
                                             cells.text(column(u"CompanyName")),
                                             cells.text(column(u"ContactName")),
                                             {},
                                             cells.code(column(u"Phone")),
                                             cells.text(column(u"Address")),
                                             cells.text(column(u"City")),
                                             cells.code(column(u"PostalCode")),
                                             cells.text(column(u"Country")),
                                             {}});
}

void Northwind::readOrder(CellReading &cells, Harvest &harvest) const
{
    cells.demand(column(u"OrderID"), QCoreApplication::translate("Import", "The order's number"));
    cells.demand(column(u"CustomerID"), QCoreApplication::translate("Import", "The customer"));
    OrderRecord order;
    order.row = order.rowEnd = cells.row();
    order.reference = cells.wholeCode(column(u"OrderID"));
    order.customerCode = cells.code(column(u"CustomerID"));
    order.customer = m_tables.customers.value(order.customerCode);
    if (order.customer.isEmpty())
        order.customer = cells.text(column(u"ShipName"));
    order.country = cells.text(column(u"ShipCountry"));
    order.placedAt = cells.instant(column(u"OrderDate"));
    order.promise = cells.day(column(u"RequiredDate"));
    order.shippedOn = cells.day(column(u"ShippedDate"));
    if (const auto broken = m_tables.brokenOrders.constFind(order.reference); broken != m_tables.brokenOrders.cend())
        cells.fail(column(u"OrderID"), *broken);
    order.lines = m_tables.orderLines.value(order.reference);
    order.part = order.lines.empty() ? OrderRecord::Part::HeaderOnly : OrderRecord::Part::Whole;
    ship(order);
    if (cells.isGood())
        harvest.records.push_back(std::move(order));
}

void Northwind::ship(OrderRecord &order) const
{
    for (OrderLineRecord &line : order.lines) {
        line.row = order.row;
        line.shipped = order.shippedOn ? line.units : 0;
    }
}

OrderLineRecord Northwind::readOrderLine(CellReading &cells, const Header &header)
{
    const int units = header.find(u"Quantity");
    cells.demand(header.find(u"OrderID"), QCoreApplication::translate("Import", "The order's number"));
    cells.demand(header.find(u"ProductID"), QCoreApplication::translate("Import", "The product's number"));
    cells.demand(units, QCoreApplication::translate("Import", "The quantity"));
    OrderLineRecord line;
    line.row = cells.row();
    line.sku = cells.wholeCode(header.find(u"ProductID"));
    line.units = cells.units(units).value_or(1);
    if (line.units <= 0)
        cells.fail(units, QCoreApplication::translate("Import", "“%1” units cannot be ordered: it must be 1 or more.").arg(line.units));
    line.price = cells.amount(header.find(u"UnitPrice"), ExcessDecimals::Round);
    const qint64 discount = cells.scaled(header.find(u"Discount"), 4).value_or(0);
    if (discount < 0 || discount > 10000)
        cells.fail(header.find(u"Discount"), QCoreApplication::translate("Import", "A discount must lie between 0 and 1."));
    else if (line.price)
        line.price = proportion(*line.price, 10000 - discount, 10000);
    return line;
}

void Northwind::readDetail(CellReading &cells, Harvest &harvest)
{
    bool isNew = false;
    OrderRecord &order = m_orders.open(cells.wholeCode(column(u"OrderID")), cells.row(), isNew, harvest);
    order.part = OrderRecord::Part::LinesOnly;
    order.lines.push_back(readOrderLine(cells, m_layout.header));
    if (!cells.isGood())
        m_orders.reject(cells.rejection());
}

} // namespace waitline
