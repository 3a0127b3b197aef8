#pragma once

#include "models/domain/product.h"
#include "models/services/demobusiness.h"

#include <vector>

namespace waitline {

class DemoDesk;

/// What a product is for in the demo.
enum class DemoRole {
    Hit, ///< upcoming, with half of all that wait
    Edition, ///< upcoming, limited in size and for each customer
    Upcoming, ///< upcoming, as many as wanted
    Fresh, ///< just released, its pre-orders served in part
    Short, ///< sold out, takes backorders
    SoldOut, ///< sold out, takes none
    Discontinued, ///< sold out for good
    Low,
    Steady
};

struct DemoProduct {
    ProductTerms terms;
    DemoRole role = DemoRole::Steady;
    ProductId id; ///< once it is added
    qint64 popularity = 0; ///< its weight among the sales
    qint64 linesToCome = 0; ///< order lines that will wait for it
    Units keptInStock = 0; ///< what its last delivery leaves free
};

using DemoCatalogue = std::vector<DemoProduct>;

/// Lines that will have to wait, of all products together.
[[nodiscard]] qint64 demoWaitingLines(const DemoSize &size);
/// Lines of the last weeks that are served at once and have not all left.
[[nodiscard]] qint64 demoServedLines(const DemoSize &size);

/// Every twenty products have each role, all five policies and deposits among them.
[[nodiscard]] DemoCatalogue demoCatalogue(const DemoSize &size, QDate today);
/// Writes them; gives them their ids.
void addProducts(Connection &connection, DemoDesk &desk, DemoCatalogue &catalogue);

} // namespace waitline
