#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

/// A line as a desk edits it.
struct SheetLine {
    OrderLineId line; ///< invalid: a line to be added
    QString sku;
    Units units = 0; ///< ordered and not cancelled
    std::optional<Money> unitPrice; ///< none: of a line to be added the product's price, else the one it has
    std::optional<QDate> promise;

    friend bool operator==(const SheetLine &, const SheetLine &) = default;
};

/// What can be edited of an order, as somebody saw it or wants it.
struct OrderSheet {
    int priority = 0;
    QString campaign;
    bool shipComplete = false;
    QString reference;
    QString note;
    std::vector<SheetLine> lines;
    CustomerId customer = {}; ///< invalid: not told
    QString customerName = {};

    [[nodiscard]] const SheetLine *line(OrderLineId id) const;
    friend bool operator==(const OrderSheet &, const OrderSheet &) = default;
};

/// What one value of an order is about.
enum class OrderField { Customer, Priority, Campaign, ShipComplete, Reference, Note, Quantity, Price, Promise, Added, Removed };

/// A value that differs between two sheets of one order. Numbers as digits, prices in minor units, customers by name, days
/// as ISO 8601, "" for none.
struct SheetChange {
    OrderField field = OrderField::Priority;
    OrderLineId line; ///< of a line's values
    QString sku;
    QString before;
    QString after;

    /// Whether both are about the same value.
    [[nodiscard]] bool meets(const SheetChange &other) const;
    friend bool operator==(const SheetChange &, const SheetChange &) = default;
};

/// What `after` changes, header first, then line by line. Removed lines have no other difference; lines to be added
/// each are one.
[[nodiscard]] std::vector<SheetChange> changes(const OrderSheet &before, const OrderSheet &after);

/// Who is right where two changed the same value.
enum class Prefer { Mine, Theirs };

/// Whether a line was changed here that others removed meanwhile: it has nothing left to change.
[[nodiscard]] bool isChangedAndGone(const OrderSheet &base, const SheetLine &mine, const OrderSheet &theirs);

/// Three-way: `theirs` with what `mine` changes from `base`; where both changed a value to something else, as
/// preferred. Nothing that only one of them changed is lost: with `mine` preferred, a line that was changed here and
/// removed by others becomes a line to be added.
[[nodiscard]] OrderSheet merged(const OrderSheet &base, const OrderSheet &mine, const OrderSheet &theirs, Prefer prefer);

} // namespace waitline
