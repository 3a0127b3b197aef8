#include "models/exchange/fileformat.h"

#include "models/exchange/plaincolumns.h"

#include <QCoreApplication>

namespace waitline {

namespace {

struct Word {
    FileFormat format;
    const char16_t *word;
};

constexpr Word words[] = {
    {FileFormat::Products, u"products"},
    {FileFormat::Customers, u"customers"},
    {FileFormat::Suppliers, u"suppliers"},
    {FileFormat::Orders, u"orders"},
    {FileFormat::Purchases, u"purchases"},
    {FileFormat::History, u"history"},
    {FileFormat::RetailInvoices, u"online-retail"},
    {FileFormat::NorthwindProducts, u"northwind-products"},
    {FileFormat::NorthwindCustomers, u"northwind-customers"},
    {FileFormat::NorthwindSuppliers, u"northwind-suppliers"},
    {FileFormat::NorthwindOrders, u"northwind-orders"},
    {FileFormat::NorthwindOrderDetails, u"northwind-order-details"},
    {FileFormat::NorthwindCategories, u"northwind-categories"},
    {FileFormat::NorthwindShippers, u"northwind-shippers"},
    {FileFormat::ShopifyOrders, u"shopify-orders"},
    {FileFormat::ShopifyProducts, u"shopify-products"},
    {FileFormat::WooCommerceProducts, u"woocommerce-products"},
    {FileFormat::KickstarterBackers, u"kickstarter"},
};

std::optional<FileFormat> recogniseShop(const Header &header)
{
    if (header.hasAll({u"Name", u"Lineitem name", u"Lineitem quantity"}))
        return FileFormat::ShopifyOrders;
    if (header.hasAll({u"Handle", u"Option1 Value", u"Variant Price"}))
        return FileFormat::ShopifyProducts;
    if (header.hasAll({u"Type", u"SKU", u"Name", u"Regular price"}) && header.find({u"ID", u"Stock"}) >= 0)
        return FileFormat::WooCommerceProducts;
    if (header.hasAll({u"Backer Number", u"Backer Name"}))
        return FileFormat::KickstarterBackers;
    if (header.hasAll({u"InvoiceNo", u"StockCode", u"Quantity", u"InvoiceDate"}))
        return FileFormat::RetailInvoices;
    return std::nullopt;
}

std::optional<FileFormat> recogniseNorthwind(const Header &header)
{
    if (header.hasAll({u"ProductID", u"ProductName", u"UnitPrice"}))
        return FileFormat::NorthwindProducts;
    if (header.hasAll({u"OrderID", u"ProductID", u"Quantity"}))
        return FileFormat::NorthwindOrderDetails;
    if (header.hasAll({u"OrderID", u"CustomerID", u"OrderDate"}))
        return FileFormat::NorthwindOrders;
    if (header.hasAll({u"CustomerID", u"CompanyName"}))
        return FileFormat::NorthwindCustomers;
    if (header.hasAll({u"SupplierID", u"CompanyName"}))
        return FileFormat::NorthwindSuppliers;
    if (header.hasAll({u"CategoryID", u"CategoryName"}))
        return FileFormat::NorthwindCategories;
    if (header.hasAll({u"ShipperID", u"CompanyName"}))
        return FileFormat::NorthwindShippers;
    return std::nullopt;
}

} // namespace

QString formatWord(FileFormat format)
{
    for (const Word &word : words) {
        if (word.format == format)
            return QString::fromUtf16(word.word);
    }
    Q_UNREACHABLE();
}

QStringList formatWords()
{
    QStringList all;
    for (const Word &word : words)
        all.append(QString::fromUtf16(word.word));
    return all;
}

Result<FileFormat> formatFromWord(const QString &word)
{
    for (const Word &known : words) {
        if (QStringView(known.word) == word.toLower())
            return known.format;
    }
    return invalid(QStringLiteral("format"), QCoreApplication::translate("Import", "“%1” is not a format known here; there are: %2.")
                                                 .arg(word, formatWords().join(QStringLiteral(", "))));
}

std::optional<FileFormat> recogniseFormat(const Header &header)
{
    // Whoever maps plain fields means the plain formats.
    if (!header.isMapped()) {
        if (const auto shop = recogniseShop(header))
            return shop;
        if (const auto northwind = recogniseNorthwind(header))
            return northwind;
    }
    return recognisePlain(header);
}

} // namespace waitline
