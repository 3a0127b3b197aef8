#pragma once

#include "models/services/customerview.h"

namespace waitline {

/// Where a customer's orders stand, as plain text to read out, send or print: each open order with its lines, what is
/// set aside, the place in line, what was promised and what is expected.
[[nodiscard]] QString standingText(const CustomerView &view, QDate today, const Currency &currency);

} // namespace waitline
