#pragma once

#include "models/domain/result.h"

#include <QString>

namespace waitline {

/// Money in minor units (cents) of the store's one currency; never floating point.
using Money = qint64;

/// Largest magnitude accepted for one amount: sums of a million of them stay far below 2^63.
inline constexpr Money maximumMoney = 1'000'000'000'000;

/// An ISO 4217 currency: its code and how many decimals its minor unit has (JPY 0, EUR 2, KWD 3).
struct Currency {
    QString code = QStringLiteral("EUR");
    int exponent = 2;

    /// The currency of a three-letter code; an error names the code when it is none.
    [[nodiscard]] static Result<Currency> fromCode(const QString &code);

    /// "12.50" for 1250 at exponent 2. C locale, for files and JSON.
    [[nodiscard]] QString toDecimal(Money amount) const;
    /// Minor units of a plain decimal such as "12.5", "-3" or "0.125"; refuses more decimals than the
    /// currency has, and magnitudes above maximumMoney. `field` names the input in the error.
    [[nodiscard]] Result<Money> parse(QStringView text, const QString &field) const;

    friend bool operator==(const Currency &, const Currency &) = default;
};

/// `amount × numerator ÷ denominator`, rounded half away from zero, without overflow.
/// Precondition: denominator > 0 and the result fits.
[[nodiscard]] Money proportion(Money amount, qint64 numerator, qint64 denominator);

} // namespace waitline
