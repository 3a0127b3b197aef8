#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace waitline {

/// A database identity that cannot be mixed up with one of another table. 0 means "not stored yet".
template <typename Tag>
struct Id final {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ProductId = Id<struct ProductTag>;
using CustomerId = Id<struct CustomerTag>;
using SupplierId = Id<struct SupplierTag>;
using OrderId = Id<struct OrderTag>;
using OrderLineId = Id<struct OrderLineTag>;
using PurchaseId = Id<struct PurchaseTag>;
using PurchaseLineId = Id<struct PurchaseLineTag>;
using ReceiptId = Id<struct ReceiptTag>;
using ShipmentId = Id<struct ShipmentTag>;
using OperationId = Id<struct OperationTag>;
using OverrideId = Id<struct OverrideTag>;

/// Units of a product: whole, signed 64 bit.
using Units = qint64;

} // namespace waitline
