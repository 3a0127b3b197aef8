#pragma once

#include "models/store/location.h"

namespace waitline {

/// Why a server's database cannot be opened, in one sentence that says what to do; `text` is what libpq said.
[[nodiscard]] QString whyServerRefuses(const Location &location, const QString &text);
/// A server that was there and is gone.
[[nodiscard]] Error lostServer(const Location &location);

} // namespace waitline
