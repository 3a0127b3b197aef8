#pragma once

#include "models/services/session.h"
#include "models/services/waitinglist.h"

namespace waitline {

/// Writes all waiting lines the question means as CSV, in its order; answers how many. The file appears whole or not
/// at all. Days and numbers are as files have them, whatever the locale.
[[nodiscard]] QFuture<Result<qint64>> exportWaiting(Session &session, const WaitingQuestion &question, const QString &path);

} // namespace waitline
