#pragma once

#include "models/domain/clock.h"
#include "models/domain/deposit.h"
#include "models/domain/id.h"
#include "models/domain/money.h"
#include "models/domain/policy.h"

#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace waitline {

/// What a file says about backorders; none of the three: nothing said.
struct BackorderTerms {
    enum class Kind { Allow, Refuse, Limit };
    Kind kind = Kind::Allow;
    Units limit = 0;

    friend bool operator==(const BackorderTerms &, const BackorderTerms &) = default;
};

/// A product as a file tells it. What the file does not tell is none, and an update leaves it alone.
struct ProductRecord {
    qint64 row = 0; ///< line of the file
    QString sku;
    QString name;
    std::optional<Money> price;
    std::optional<Money> cost;
    std::optional<QDate> release;
    std::optional<Units> editionSize;
    std::optional<Units> customerLimit;
    std::optional<BackorderTerms> backorders;
    std::optional<DepositTerms> deposit;
    std::optional<AllocationPolicy> policy;
    std::optional<int> leadDays;
    std::optional<Units> pack;
    std::optional<Units> minimumOrder;
    std::optional<Units> lowStock;
    std::optional<Units> stock; ///< on hand, to open with
    std::optional<Units> onOrder; ///< coming from the supplier, no day known
    std::optional<bool> discontinued;
    QStringList barcodes;
    QString category;
    QString supplier;
    QString location; ///< where it stands in the building
};

struct CustomerRecord {
    qint64 row = 0;
    QString code; ///< the other system's own id
    QString name;
    QString contact;
    QString email;
    QString phone;
    QString street;
    QString city;
    QString postcode;
    QString country;
    QString note;
};

struct SupplierRecord {
    qint64 row = 0;
    QString code;
    QString name;
    QString contact;
    QString email;
    QString phone;
    QString street;
    QString city;
    QString postcode;
    QString country;
    std::optional<int> leadDays;
};

struct OrderLineRecord {
    qint64 row = 0;
    QString sku;
    QString name; ///< for products not known yet
    Units units = 0;
    std::optional<Money> price; ///< of one unit, discounts taken off
    Units cancelled = 0; ///< of `units`
    Units shipped = 0; ///< of `units`
};

struct OrderRecord {
    /// A file may tell only one half of an order (Northwind's orders.csv and order_details.csv).
    enum class Part { Whole, HeaderOnly, LinesOnly };

    qint64 row = 0; ///< first line of the file that tells of it
    qint64 rowEnd = 0; ///< last line of the file that tells of it
    Part part = Part::Whole;
    QString reference; ///< the shop's own number; what makes a second import harmless
    QString customerCode; ///< the other system's own id
    QString customer;
    QString email;
    QString country;
    std::optional<Instant> placedAt;
    std::optional<Instant> cancelledAt;
    std::optional<QDate> promise;
    std::optional<QDate> shippedOn;
    std::optional<int> priority;
    std::optional<bool> shipComplete;
    Money paid = 0;
    Money refunded = 0;
    QString campaign;
    QString channel; ///< where the order came from
    QString note;
    std::vector<OrderLineRecord> lines;
};

struct PurchaseLineRecord {
    qint64 row = 0;
    QString sku;
    Units units = 0;
    std::optional<Money> cost;
    Units received = 0;
};

struct PurchaseRecord {
    qint64 row = 0;
    qint64 rowEnd = 0;
    QString reference;
    QString supplier;
    std::optional<Instant> placedAt;
    std::optional<QDate> expected;
    std::vector<PurchaseLineRecord> lines;
};

/// What was sold on a day before this database began. Strings of a file's records share their storage.
struct HistoryRecord {
    qint64 row = 0;
    QString reference;
    QString sku;
    QString name;
    QString customer;
    QString country;
    QDate soldOn;
    Units units = 0; ///< > 0: cancellations are netted already
    Money price = 0; ///< of one unit
    Money value = 0; ///< of all units, as far as the file tells it more exactly than price × units
};

using NeutralRecord = std::variant<ProductRecord, CustomerRecord, SupplierRecord, OrderRecord, PurchaseRecord, HistoryRecord>;

/// A record that cannot be taken, and why: one sentence that ends what "file:row:column: " begins. The rejects file
/// takes the record itself from the file again, by its row.
struct Rejection {
    qint64 row = 0;
    QString column; ///< the file's own header; empty: the whole record
    QString message;

    /// "orders.csv:12:Quantity: “2.5” is not a whole number of units."
    [[nodiscard]] QString sentence(const QString &file) const;
};

/// A record left out on purpose (postage, an empty variant row), and why. Not an error.
struct Omission {
    qint64 row = 0;
    QString reason;
};

/// What became of a stretch of a file.
struct Harvest {
    std::vector<NeutralRecord> records;
    std::vector<Rejection> rejections;
    std::vector<Omission> omissions;

    void clear();
};

} // namespace waitline
