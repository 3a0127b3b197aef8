#pragma once

#include <vector>

namespace waitline {

/// A rule as SQL: `over` is what it is checked on, `broken` selects one text for each violation.
struct CheckRule {
    const char *name;
    const char *over;
    const char *broken;
};

/// product.md §3, rule by rule.
[[nodiscard]] const std::vector<CheckRule> &checkRules();

} // namespace waitline
