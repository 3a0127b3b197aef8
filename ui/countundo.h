#pragma once

#include "models/services/countservice.h"
#include "ui/inverse.h"

namespace waitline {

class Session;

/// Takes a count or a write-off back by a count of what was there before, and only if nothing has moved since. `reason` goes
/// with that count.
[[nodiscard]] Inverse countedBack(Session &session, const std::vector<CountOutcome> &outcomes, const QString &reason);

} // namespace waitline
