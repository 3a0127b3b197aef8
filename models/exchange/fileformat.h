#pragma once

#include "models/domain/result.h"

#include <QStringList>

#include <optional>

namespace waitline {

class Header;

/// The files that can be read. Plain ones have our own column names; the others are told by their header.
enum class FileFormat {
    Products,
    Customers,
    Suppliers,
    Orders,
    Purchases,
    History,
    RetailInvoices,
    NorthwindProducts,
    NorthwindCustomers,
    NorthwindSuppliers,
    NorthwindOrders,
    NorthwindOrderDetails,
    NorthwindCategories,
    NorthwindShippers,
    ShopifyOrders,
    ShopifyProducts,
    WooCommerceProducts,
    KickstarterBackers
};

/// The stable word: "products", "shopify-orders", "northwind-order-details" …
[[nodiscard]] QString formatWord(FileFormat format);
[[nodiscard]] Result<FileFormat> formatFromWord(const QString &word);
/// All words, as a message or a list of choices shows them.
[[nodiscard]] QStringList formatWords();

/// The format of a file with these columns, whatever their order and case, and whatever others stand beside them.
/// Mapped fields count as columns.
[[nodiscard]] std::optional<FileFormat> recogniseFormat(const Header &header);

} // namespace waitline
