#pragma once

#include "models/domain/money.h"

namespace waitline {

class Connection;

/// The store's one currency.
Result<Currency> currencyOf(Connection &connection);

} // namespace waitline
