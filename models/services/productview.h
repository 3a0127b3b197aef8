#pragma once

#include "models/domain/availability.h"
#include "models/domain/eta.h"
#include "models/services/caller.h"
#include "models/services/punctuality.h"
#include "models/store/productstore.h"

#include <vector>

namespace waitline {

class Connection;

/// A product as everybody may see it: its terms with the barcodes, its counters, and what is still to come.
struct ProductView {
    StoredProduct product;
    Availability state = Availability::InStock;
    std::vector<Supply> supplies; ///< open purchase lines by expected day
    std::vector<std::optional<QDate>> likely; ///< by when each is there with the probability likelyShare
};

/// Refuses (not found) a product that does not exist.
[[nodiscard]] Result<ProductView> viewProduct(Connection &connection, ProductId id, QDate today);

} // namespace waitline
