#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"

namespace waitline {

class Connection;

/// What a scanned or typed code stands for.
struct ScannedProduct {
    ProductId product;
    QString sku;
    QString name;
    Units units = 1; ///< a carton's code stands for more than one
};

/// The product of a SKU (in any case) or barcode.
[[nodiscard]] Result<ScannedProduct> resolveScan(Connection &connection, const QString &code);

} // namespace waitline
