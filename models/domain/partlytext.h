#pragma once

#include "models/domain/id.h"

#include <QString>

namespace waitline {

/// "3 of the 5 come with PO-49 on 14 Dec 2026; the other 2 are not covered by any supply yet": of a waiting line that what
/// is on order reaches in part.
[[nodiscard]] QString partlyText(Units partly, Units waiting, const QString &purchase, const QString &day);

} // namespace waitline
