#pragma once

#include "models/domain/id.h"

#include <QString>

namespace waitline {

/// "1 unit", "12,500 units": by the locale.
[[nodiscard]] QString unitsText(Units units);

} // namespace waitline
