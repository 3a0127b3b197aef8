#include "models/services/scan.h"

#include "models/services/unitofwork.h"
#include "models/store/productstore.h"
#include "models/store/searchstore.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

Result<ScannedProduct> resolveScan(Connection &connection, const QString &code)
{
    return readIn(connection, [&]() -> ScannedProduct {
        const QString read = code.trimmed();
        const std::vector<ProductHit> named = SearchStore(connection).productsNamed(read);
        if (named.empty())
            throw Refusal{notFound("code", QCoreApplication::translate("Scan", "No product has the SKU or barcode “%1”.").arg(read))};
        const auto [byBarcode, units] = ProductStore(connection).byBarcode(read);
        // The SKU as written comes before a barcode of the same digits.
        const ProductId meant = ProductStore(connection).idOfSku(read);
        const auto hit = std::find_if(named.begin(), named.end(), [&](const ProductHit &candidate) { return candidate.id == meant; });
        const ProductHit &product = hit == named.end() ? named.front() : *hit;
        const bool isBarcode = product.id == byBarcode && product.sku != read;
        return {product.id, product.sku, product.name, isBarcode ? units : 1};
    });
}

} // namespace waitline
