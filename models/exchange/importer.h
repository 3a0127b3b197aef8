#pragma once

#include "models/exchange/sourcefile.h"
#include "models/services/caller.h"
#include "models/services/progress.h"

namespace waitline {

class Connection;

/// A file to be taken into the database, and how.
struct ImportRequest {
    QString path;
    SourceOptions options; ///< its currency is the database's own, whatever it says
    QStringList together; ///< files given with it, which may hold what it refers to
    bool dryRun = false; ///< tells what would come of it and writes nothing
    bool isRehearsed = false; ///< of a dry run: the caller rolls back, having tried several files one on top of the other
    QString rejectsPath; ///< empty: NAME.rejects.csv beside the file, or among the temporary files where nothing can be written there
    bool resume = false; ///< goes on where an import of the same file was stopped
    std::optional<size_t> rowsAtOnce; ///< of a batch; none: what suits the format
};

/// What came of it. `rows` and `rejected` count rows of the file; the others count records (an order of three rows
/// is one), `skipped` also the rows left out on purpose.
struct ImportOutcome {
    struct LeftOut {
        QString reason;
        qint64 rows = 0;
    };
    static constexpr size_t mostRejections = 100;

    QString file;
    FileFormat format = FileFormat::Products;
    qint64 rows = 0;
    qint64 created = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< known already with nothing new told, or left out
    qint64 rejected = 0;
    qint64 newProducts = 0; ///< made because an order or a sale names them
    QString rejectsFile; ///< empty: nothing was rejected, or it is a dry run
    std::vector<Rejection> rejections; ///< the first ones
    std::vector<LeftOut> leftOut; ///< by reason
    std::optional<bool> assumedDayFirst; ///< dates that can be read both ways were taken so; none: nothing was assumed
    bool cancelled = false; ///< stopped by the caller; what was done stays done

    /// What was assumed of the file, as a sentence; empty where nothing was.
    [[nodiscard]] QString assumption() const;
};

/// Imports a file in batches, each in a transaction of its own that also remembers how far the import is. A record
/// that is refused goes to the rejects file with the reason, and costs no other; importing the same file again
/// doubles nothing. Fails when the file cannot be read at all or the database cannot be used.
[[nodiscard]] Result<ImportOutcome> importFile(Connection &connection, const ImportRequest &request, const Caller &caller,
                                               const Progress &progress = {});

} // namespace waitline
