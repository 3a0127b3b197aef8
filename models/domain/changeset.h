#pragma once

#include "models/domain/id.h"

#include <QMetaType>

#include <set>

namespace waitline {

/// What an operation touched, told once it is committed, so that open lists fetch just that again.
/// A product stands for its stock, its waiting line and the orders in it.
struct ChangeSet {
    std::set<ProductId> products;
    std::set<OrderId> orders;
    std::set<PurchaseId> purchases;
    bool everything = false; ///< too much to name, or somebody else's work

    [[nodiscard]] bool isEmpty() const { return !everything && products.empty() && orders.empty() && purchases.empty(); }
    [[nodiscard]] bool touches(ProductId product) const { return everything || products.contains(product); }
    [[nodiscard]] bool touches(OrderId order) const { return everything || orders.contains(order); }
    [[nodiscard]] bool touches(PurchaseId purchase) const { return everything || purchases.contains(purchase); }
};

} // namespace waitline

Q_DECLARE_METATYPE(waitline::ChangeSet)
