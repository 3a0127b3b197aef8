#pragma once

#include "models/domain/id.h"
#include "models/domain/result.h"

namespace waitline {

class Connection;

/// Whom another release day concerns.
struct ReleaseChange {
    qint64 promises = 0; ///< of pre-orders not shipped in full: they move by as many days
    qint64 orders = 0; ///< with such pre-orders: a notice is prepared for each
    qint64 customers = 0; ///< whose these orders are
};

[[nodiscard]] Result<ReleaseChange> previewRelease(Connection &connection, ProductId product);

} // namespace waitline
