#include "models/exchange/exchangejobs.h"

#include "models/exchange/recordfeed.h"
#include "models/services/unitofwork.h"

namespace waitline::jobs {

namespace {

/// A dry run tries the files one on top of the other: what one would bring, the next may refer to.
Result<ImportReport> importAll(Connection &connection, const QStringList &paths, const SourceOptions &options, bool dryRun,
                               const Caller &caller, const Progress &progress)
{
    ImportReport report;
    const QStringList ordered = inImportOrder(paths, options);
    for (qsizetype i = 0; i < ordered.size(); ++i) {
        const Progress part = [&](qint64 done, qint64 total) {
            const qint64 share = total > 0 ? done * 1000 / total : 0;
            return progress(i * 1000 + share, ordered.size() * 1000);
        };
        ImportRequest request;
        request.path = ordered[i];
        request.options = options;
        request.together = ordered;
        request.dryRun = dryRun;
        request.isRehearsed = dryRun;
        const auto outcome = importFile(connection, request, caller, part);
        if (outcome)
            report.outcomes.push_back(*outcome);
        else if (outcome.error().kind == Error::Kind::Storage)
            return outcome.error();
        else
            report.problems += outcome.error().message;
        if (outcome && outcome->cancelled) {
            report.cancelled = true;
            break;
        }
    }
    return report;
}

} // namespace

QFuture<Result<ImportReport>> importFiles(Session &session, const QStringList &paths, const SourceOptions &options, bool dryRun)
{
    return session.runLong([=, caller = session.caller()](Connection &connection, const Progress &progress) -> Result<ImportReport> {
        const auto take = [&] { return importAll(connection, paths, options, dryRun, caller, progress); };
        if (!dryRun)
            return take();
        const auto tried = rehearseIn(connection, take);
        return tried ? *tried : Result<ImportReport>(tried.error());
    });
}

QFuture<Result<FileLook>> lookIntoFile(Session &session, const QString &path, const SourceOptions &options)
{
    return session.runLong([=](Connection &, const Progress &) { return lookInto(path, options); });
}

QFuture<Result<ExportOutcome>> exportFile(Session &session, ExportSubject subject, const QString &path)
{
    return session.runLong([=, caller = session.caller()](Connection &connection, const Progress &progress) {
        return exportTo(connection, subject, path, caller, progress);
    });
}

} // namespace waitline::jobs
