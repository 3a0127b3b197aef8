#pragma once

#include "models/domain/money.h"

namespace waitline {

/// The currency that somebody enters: one of ISO 4217's of today, by its three letters.
[[nodiscard]] Result<Currency> enteredCurrency(const QString &code);

} // namespace waitline
