#pragma once

#include "models/report/monthlyreport.h"
#include "models/services/session.h"

namespace waitline::jobs {

/// Reads a month and keeps its report in a file, as one job of the reports' lane.
QFuture<Result<Done>> writeMonthlyReport(Session &session, QDate month, const QString &path);

} // namespace waitline::jobs
