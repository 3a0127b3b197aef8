#pragma once

#include "models/domain/order.h"
#include "models/domain/ordersheet.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace waitline {

/// A line as it stands in the form.
struct LineEntry {
    OrderLineId line; ///< of the order that is edited; invalid: a new one
    ProductId product; ///< the one chosen; invalid: only typed
    QString sku;
    QString units;
    QString price;

    [[nodiscard]] bool isBlank() const { return sku.trimmed().isEmpty() && units.trimmed().isEmpty() && price.trimmed().isEmpty(); }
    friend bool operator==(const LineEntry &, const LineEntry &) = default;
};

/// An order as it stands in the form, right or wrong: what Ctrl+Z brings back and a draft keeps.
struct OrderEntry {
    CustomerId customer; ///< the one chosen; invalid: only typed
    QString customerName;
    bool isNameKept = false; ///< the name is meant as it stands, of a new customer
    std::vector<LineEntry> lines;
    QMap<QString, QString> fields; ///< the texts of the other fields by their keys
    bool shipComplete = false;
    std::vector<UnwaitedUnits> unwaited;
    OrderId order; ///< the one that is edited; invalid: a new one
    std::optional<OrderSheet> before; ///< of the one that is edited, as it was when the form was opened

    /// Whether nothing was entered.
    [[nodiscard]] bool isBlank() const;
    friend bool operator==(const OrderEntry &, const OrderEntry &) = default;
};

/// The promise all lines share, as it is typed; empty where they differ.
[[nodiscard]] QString commonPromise(const OrderSheet &sheet);
/// The entry with what a sheet says typed into it; products of known lines, and what no sheet tells, stay.
[[nodiscard]] OrderEntry withSheet(OrderEntry entry, const OrderSheet &sheet, const Currency &currency);

[[nodiscard]] QJsonObject toJson(const OrderEntry &entry);
/// None where the object is none of toJson().
[[nodiscard]] std::optional<OrderEntry> orderEntryFrom(const QJsonObject &object);

} // namespace waitline
