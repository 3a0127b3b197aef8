#pragma once

#include "app/console/verb.h"

namespace waitline::console {

/// The whole program in one screen.
[[nodiscard]] QString usageText();
/// One verb with all its options.
[[nodiscard]] QString usageText(const Verb &verb);

} // namespace waitline::console
