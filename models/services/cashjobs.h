#pragma once

#include "models/services/cashseries.h"
#include "models/services/openpurchases.h"
#include "models/services/session.h"

/// Reports of the cash, each as one job of a session.
namespace waitline::jobs {

QFuture<Result<CashOverTime>> cashOverTime(Session &session, const CashOverTimeQuestion &question);
QFuture<Result<CashByMonth>> cashByMonth(Session &session);
QFuture<Result<ProductionRuns>> productionRuns(Session &session);
QFuture<Result<PurchaseSlip>> whatSlips(Session &session, PurchaseId purchase, int days);
QFuture<Result<std::vector<OpenPurchase>>> openPurchases(Session &session);

} // namespace waitline::jobs
