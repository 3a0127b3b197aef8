#include "models/services/databasejobs.h"

#include "models/store/backup.h"

namespace waitline::jobs {

QFuture<Result<CheckReport>> check(Session &session)
{
    return session.runLong([](Connection &c, const Progress &) { return checkDatabase(c); });
}

QFuture<Result<Done>> backUpTo(Session &session, const QString &path)
{
    return session.runLong([path](Connection &c, const Progress &) { return backUp(c, path, Overwrite::Yes); });
}

QFuture<Result<Done>> fillWithDemo(Session &session, const DemoSize &size)
{
    return session.runLong(
        [size, now = session.caller().now](Connection &c, const Progress &progress) { return makeDemoBusiness(c, size, now, progress); });
}

} // namespace waitline::jobs
