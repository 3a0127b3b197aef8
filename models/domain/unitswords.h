#pragma once

#include "models/domain/id.h"

#include <QString>

namespace waitline {

/// "1 unit", "12 units", as the sentences of rules count them.
[[nodiscard]] QString unitsWords(Units units);

} // namespace waitline
