#pragma once

#include "models/store/customerstore.h"

#include <vector>

namespace waitline {

/// `count` customers from many countries, shops among them; no two share a name.
[[nodiscard]] std::vector<CustomerDetails> demoCustomers(qint64 count);

} // namespace waitline
