#pragma once

#include "models/domain/result.h"
#include "models/store/checkstore.h"

namespace waitline {

class Connection;

struct CheckReport {
    std::vector<CheckedRule> rules;

    [[nodiscard]] bool isOk() const;
};

/// Verifies every rule of product.md §3 on one state of the database.
[[nodiscard]] Result<CheckReport> checkDatabase(Connection &connection);

} // namespace waitline
