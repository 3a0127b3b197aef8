#pragma once

#include "models/services/checkservice.h"
#include "models/services/demobusiness.h"
#include "models/services/progress.h"
#include "models/services/session.h"

/// What is done with the database as a whole, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

QFuture<Result<CheckReport>> check(Session &session);
QFuture<Result<Done>> backUpTo(Session &session, const QString &path);
QFuture<Result<Done>> fillWithDemo(Session &session, const DemoSize &size);

} // namespace waitline::jobs
