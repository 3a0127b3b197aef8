#pragma once

#include "models/domain/money.h"

namespace waitline {

class Connection;

/// The store's one currency.
[[nodiscard]] Result<Currency> storeCurrency(Connection &connection);

} // namespace waitline
