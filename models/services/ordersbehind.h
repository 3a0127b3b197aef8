#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/store/behindstore.h"

namespace waitline {

class Connection;

/// The orders a figure of a chart stands for, newest first; at most `mostRows`, and how many and how much in all.
struct OrdersBehind {
    static constexpr int mostRows = 500;
    BehindQuestion question;
    std::vector<BehindRow> rows;
    BehindSum all;
    Currency currency;
};

[[nodiscard]] Result<OrdersBehind> ordersBehind(Connection &connection, const BehindQuestion &question);

} // namespace waitline
