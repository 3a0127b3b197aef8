#pragma once

#include "models/domain/clock.h"
#include "models/domain/deposit.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace waitline {

/// One line of an order to be placed.
struct OrderLineDraft {
    QString sku;
    Units units = 0;
    std::optional<Money> unitPrice; ///< none: the product's price
    Units cancelled = 0; ///< of `units`, in the order's past
    Units shipped = 0; ///< of `units`, in the order's past

    [[nodiscard]] Units open() const { return units - cancelled - shipped; }
};

/// What became of an order before this database knew of it.
struct OrderPast {
    Money paid = 0;
    Money refunded = 0;
    std::optional<Instant> shippedAt; ///< none: when it was placed, or released if that was later
};

/// Money the customer leaves when the order is placed.
struct MoneyTaken {
    Money amount = 0;
    QString method;
    QString reference;
};

/// Units a customer asked for and would not wait for: demand all the same.
struct UnwaitedUnits {
    QString sku;
    Units units = 0;

    friend bool operator==(const UnwaitedUnits &, const UnwaitedUnits &) = default;
};

/// An order as a customer states it.
struct OrderDraft {
    QString customer; ///< name; unknown names become customers
    std::vector<OrderLineDraft> lines;
    std::optional<int> priority; ///< none: the customer's
    std::optional<Instant> placedAt; ///< none: now
    QString campaign;
    QString channel; ///< the shop, market or desk it came from; empty where nobody said
    bool shipComplete = false;
    std::optional<QDate> promise;
    QString reference; ///< the shop's own number; unique where given
    QString note;
    CustomerId customerId; ///< who it is, where more than the name is known
    std::optional<OrderPast> past; ///< of an order that another system took
    std::optional<MoneyTaken> taken; ///< recorded with the order, before its units are given
    std::vector<UnwaitedUnits> unwaited; ///< recorded with the order as refused demand
};

inline constexpr Units mostUnitsOfALine = 1'000'000'000;

/// The first thing wrong with a draft that can be seen without the database, or Done.
[[nodiscard]] Result<Done> validate(const OrderDraft &draft);
[[nodiscard]] Result<Done> validatePriority(int priority);
/// Whether units × price, and the deposit asked for them, are amounts a line can have.
[[nodiscard]] Result<Done> validateLineValue(const QString &sku, Units units, Money unitPrice, const DepositTerms &deposit);
/// Whether `units` is a quantity a line can have; `what` names it in the sentence ("units of LAMP").
[[nodiscard]] Result<Done> validateUnits(Units units, const QString &field, const QString &what);

} // namespace waitline
