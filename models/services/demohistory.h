#pragma once

#include "models/services/democatalogue.h"

namespace waitline {

/// Business of a week against an ordinary one, in hundredths: season, and growth over the years.
[[nodiscard]] qint64 demoSeason(QDate monday, QDate today);

/// Writes two years of weekly sales of every product that was sold then, up to the order book.
void writeHistory(Connection &connection, const DemoSize &size, const DemoDesk &desk, const DemoCatalogue &catalogue);

} // namespace waitline
