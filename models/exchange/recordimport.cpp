#include "models/exchange/recordimport.h"

#include "models/exchange/historyimport.h"
#include "models/exchange/orderimport.h"
#include "models/exchange/partyimport.h"
#include "models/exchange/productimport.h"
#include "models/exchange/purchaseimport.h"

namespace waitline {

std::unique_ptr<RecordImport> recordImport(FileFormat format, Connection &connection, const Caller &caller, const QString &fileName)
{
    switch (format) {
    case FileFormat::Products:
    case FileFormat::NorthwindProducts:
    case FileFormat::ShopifyProducts:
    case FileFormat::WooCommerceProducts: return std::make_unique<ProductImport>(connection, caller, fileName);
    case FileFormat::Customers:
    case FileFormat::Suppliers:
    case FileFormat::NorthwindCustomers:
    case FileFormat::NorthwindSuppliers:
    case FileFormat::NorthwindCategories: // nothing but omissions
    case FileFormat::NorthwindShippers: return std::make_unique<PartyImport>(connection);
    case FileFormat::Orders:
    case FileFormat::ShopifyOrders:
    case FileFormat::KickstarterBackers:
    case FileFormat::NorthwindOrders:
    case FileFormat::NorthwindOrderDetails: return std::make_unique<OrderImport>(connection, caller);
    case FileFormat::Purchases: return std::make_unique<PurchaseImport>(connection, caller);
    case FileFormat::History:
    case FileFormat::RetailInvoices: return std::make_unique<HistoryImport>(connection, caller, format);
    }
    Q_UNREACHABLE();
}

} // namespace waitline
