#pragma once

#include "models/services/session.h"
#include "models/services/shorteditions.h"

/// Editions that become smaller, each as one job of a session: see the service for what it refuses.
namespace waitline::jobs {

QFuture<Result<std::vector<EditionChoice>>> compareEdition(Session &session, const QString &sku, Units size);
QFuture<Result<EditionCutDone>> cutEdition(Session &session, const QString &sku, Units size, const EditionChoice &choice,
                                           const QString &reason);
QFuture<Result<Units>> takeBackCut(Session &session, const EditionCutDone &done, const QString &reason);

} // namespace waitline::jobs
