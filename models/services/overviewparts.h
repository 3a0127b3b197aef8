#pragma once

#include "models/services/overview.h"

namespace waitline {

/// Fills in customer deposits and what of them is at risk.
void addCash(Connection &connection, const std::vector<WaitingProduct> &products, Overview &overview);
/// Says what the other figures ask somebody to decide; the most pressing first.
void addDecisions(const std::vector<WaitingProduct> &products, Overview &overview);

} // namespace waitline
