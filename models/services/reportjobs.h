#pragma once

#include "models/services/demandseries.h"
#include "models/services/overview.h"
#include "models/services/session.h"

/// What reads a great deal and is shown as a report, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<Overview>> overview(Session &session);
QFuture<Result<DemandBars>> demandBars(Session &session, const DemandBarsQuestion &question);
QFuture<Result<DemandOverTime>> demandOverTime(Session &session, const DemandOverTimeQuestion &question);

} // namespace waitline::jobs
