#include "models/exchange/formatreader.h"

#include "models/exchange/northwind.h"
#include "models/exchange/plainreaders.h"
#include "models/exchange/retailinvoices.h"
#include "models/exchange/shopreaders.h"

namespace waitline {

std::unique_ptr<FormatReader> formatReader(FileFormat format, const Layout &layout, const NorthwindTables &tables)
{
    switch (format) {
    case FileFormat::Products: return std::make_unique<PlainProducts>(layout);
    case FileFormat::Customers: return std::make_unique<PlainCustomers>(layout);
    case FileFormat::Suppliers: return std::make_unique<PlainSuppliers>(layout);
    case FileFormat::Orders: return std::make_unique<PlainOrders>(layout);
    case FileFormat::Purchases: return std::make_unique<PlainPurchases>(layout);
    case FileFormat::History: return std::make_unique<PlainHistory>(layout);
    case FileFormat::RetailInvoices: return std::make_unique<RetailInvoices>(layout);
    case FileFormat::NorthwindProducts:
    case FileFormat::NorthwindCustomers:
    case FileFormat::NorthwindSuppliers:
    case FileFormat::NorthwindOrders:
    case FileFormat::NorthwindOrderDetails:
    case FileFormat::NorthwindCategories:
    case FileFormat::NorthwindShippers: return std::make_unique<Northwind>(format, layout, tables);
    case FileFormat::ShopifyOrders: return std::make_unique<ShopifyOrders>(layout);
    case FileFormat::ShopifyProducts: return std::make_unique<ShopifyProducts>(layout);
    case FileFormat::WooCommerceProducts: return std::make_unique<WooProducts>(layout);
    case FileFormat::KickstarterBackers: return std::make_unique<KickstarterBackers>(layout);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
