#pragma once

#include "models/services/receivingservice.h"

namespace waitline {

/// Posts a receipt only if it does what its preview said: when stock or the line has changed meanwhile, nothing is
/// written and the error is a Conflict; preview again (product.md §2.4).
[[nodiscard]] Result<ReceiptOutcome> postAsPreviewed(Connection &connection, const ReceiptDraft &draft, const ReceiptOutcome &preview,
                                                     const Caller &caller);

} // namespace waitline
