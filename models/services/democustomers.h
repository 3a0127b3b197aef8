#pragma once

#include "models/store/customerstore.h"

#include <vector>

namespace waitline {

/// `count` customers from many countries, shops among them; no two share a name.
[[nodiscard]] std::vector<CustomerDetails> demoCustomers(qint64 count);
/// Where a customer orders, the same each time.
[[nodiscard]] QString demoChannel(size_t customer);

} // namespace waitline
