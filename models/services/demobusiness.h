#pragma once

#include "models/domain/clock.h"
#include "models/domain/result.h"
#include "models/services/progress.h"

namespace waitline {

class Connection;

/// How large a demo business is. Rows follow from the seed, the size and the moment alone.
struct DemoSize {
    qint64 seed = 1;
    qint64 products = 60;
    qint64 customers = 400;
    qint64 lines = 3000; ///< order lines; about a fifth of them wait, half of those for one product
    int weeks = 26; ///< that the order book goes back, in quarters of 13; before them lie two years of history
};

/// Fills an empty database with a seller of board games: two years of history, then orders, products
/// upcoming, short and in stock, purchases around `now`. One transaction: refused, failed or stopped, nothing is left.
[[nodiscard]] Result<Done> makeDemoBusiness(Connection &connection, const DemoSize &size, Instant now, const Progress &progress);

} // namespace waitline
