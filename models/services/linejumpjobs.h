#pragma once

#include "models/services/linejumps.h"
#include "models/services/orderservice.h"
#include "models/services/session.h"

/// Who went ahead of whom, each as one job of a session.
namespace waitline::jobs {

QFuture<Result<std::vector<LineJump>>> lineJumps(Session &session);
QFuture<Result<std::vector<StoredFairness>>> fairness(Session &session);
QFuture<Result<std::vector<StoredException>>> fairnessExceptions(Session &session, ProductId product);
QFuture<Result<MoveOutcome>> undoJump(Session &session, OrderLineId line, const QString &reason);

} // namespace waitline::jobs
