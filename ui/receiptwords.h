#pragma once

#include "models/services/outcomechanges.h"
#include "models/services/receiptcustomers.h"

namespace waitline {

/// "Acme gets 3 instead of 5 LAMP, Bolt gets 4 LAMP." Names the first few; says so where nobody gets anything else.
[[nodiscard]] QString changesSentence(const std::vector<OutcomeChange> &changes, const OrderCustomers &before, const OrderCustomers &after);

} // namespace waitline
