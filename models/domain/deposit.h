#pragma once

#include "models/domain/id.h"
#include "models/domain/money.h"

namespace waitline {

/// What a product asks for before delivery (product.md §2.13): a share of the line's value, or an amount a unit.
struct DepositTerms {
    enum class Kind : int { None = 0, Percent = 1, Fixed = 2 };
    Kind kind = Kind::None;
    qint64 value = 0; ///< Percent: hundredths of a percent (2000 = 20 %); Fixed: minor units for one unit

    /// Money asked for `units` at `unitPrice`, never more than they cost; percent is rounded half up.
    [[nodiscard]] Money required(Units units, Money unitPrice) const;
    /// Reads "20%", "12.5%" or "5.00"; empty or "0" is no deposit.
    [[nodiscard]] static Result<DepositTerms> parse(const QString &text, const Currency &currency);
    /// "20%", "5.00" or "".
    [[nodiscard]] QString text(const Currency &currency) const;

    friend bool operator==(const DepositTerms &, const DepositTerms &) = default;
};

} // namespace waitline
