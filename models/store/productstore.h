#pragma once

#include "models/domain/product.h"

#include <optional>
#include <vector>

namespace waitline {

class Connection;
class Rows;

/// Units by which a cap may be exceeded, because it was lowered or stock taken back after the sale.
struct CapExcess {
    Units edition = 0;
    Units backorder = 0;
    friend bool operator==(const CapExcess &, const CapExcess &) = default;
};

struct StoredProduct {
    ProductId id;
    ProductTerms terms; ///< without barcodes; see ProductStore::barcodes
    StockFigures stock;
    CapExcess excess;
};

class ProductStore final {
public:
    explicit ProductStore(Connection &connection) : m_connection(connection) {}

    /// Adds the product with its counters at zero and its barcodes.
    ProductId insert(const ProductTerms &terms);
    void update(ProductId id, const ProductTerms &terms);
    void updateExcess(ProductId id, const CapExcess &excess);
    /// Each customer may exceed the limit per customer by what it has ordered and not cancelled beyond it now.
    void fitCustomerExcess(ProductId id);

    /// An invalid id when there is none. SKUs are exact; where none matches, a unique barcode does.
    [[nodiscard]] ProductId idOfSku(const QString &sku);
    [[nodiscard]] std::optional<StoredProduct> find(ProductId id);
    /// Reads a product and locks its counters until the transaction ends. Lock in ascending id order.
    [[nodiscard]] std::optional<StoredProduct> lock(ProductId id);
    /// Gives a product one more barcode, which stands for so many of its units.
    void addBarcode(ProductId id, const QString &code, Units units);
    [[nodiscard]] QStringList barcodes(ProductId id);
    /// The barcodes of a product's terms with the units they stand for.
    void readBarcodes(ProductId id, ProductTerms &terms);
    /// The product a barcode belongs to, and the units it stands for; an invalid id when unknown.
    [[nodiscard]] std::pair<ProductId, Units> byBarcode(const QString &code);
    [[nodiscard]] std::vector<ProductId> all();

private:
    [[nodiscard]] static StoredProduct read(const Rows &rows);
    void replaceBarcodes(ProductId id, const ProductTerms &terms);

    Connection &m_connection;
};

} // namespace waitline
