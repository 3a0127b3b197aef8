#pragma once

#include "models/domain/money.h"

#include <QString>

namespace waitline {

/// Grouped, with the currency's decimals and the locale's decimal point, without the currency's sign.
[[nodiscard]] QString moneyText(Money amount, const Currency &currency);
/// The same with the currency's code: "1,204.50 EUR".
[[nodiscard]] QString moneyWithCode(Money amount, const Currency &currency);

} // namespace waitline
