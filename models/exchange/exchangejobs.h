#pragma once

#include "models/exchange/exporter.h"
#include "models/exchange/filelook.h"
#include "models/exchange/importer.h"
#include "models/services/session.h"

namespace waitline::jobs {

/// Imports files one after another, in the order in which they need each other, as one long job of a session that
/// can be cancelled. Files that cannot be read at all come back as an outcome-less error naming them.
struct ImportReport {
    std::vector<ImportOutcome> outcomes;
    QStringList problems; ///< one sentence for each file that could not be read
    bool cancelled = false;
};
QFuture<Result<ImportReport>> importFiles(Session &session, const QStringList &paths, const SourceOptions &options, bool dryRun);

/// See lookInto.
QFuture<Result<FileLook>> lookIntoFile(Session &session, const QString &path, const SourceOptions &options);

QFuture<Result<ExportOutcome>> exportFile(Session &session, ExportSubject subject, const QString &path);

} // namespace waitline::jobs
