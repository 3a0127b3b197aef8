#pragma once

#include "models/services/overview.h"

namespace waitline {

/// Says what the other figures ask somebody to decide; the most pressing first.
void addDecisions(const std::vector<WaitingProduct> &products, Overview &overview);

} // namespace waitline
