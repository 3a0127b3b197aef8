#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"
#include "models/services/progress.h"

#include <QStringList>

namespace waitline {

class Connection;

enum class ExportSubject {
    Products, ///< terms and counters; can be imported
    Waiting, ///< the waiting lines in rank order, with ETA
    Orders, ///< a row for each order line; can be imported
    Ledger, ///< the stock ledger
    Demand, ///< by product and day, with the sales history
    Availability ///< the feed for the shop
};

/// The stable word: "products", "waiting" …
[[nodiscard]] QString subjectWord(ExportSubject subject);
[[nodiscard]] Result<ExportSubject> subjectFromWord(const QString &word);
[[nodiscard]] QStringList subjectWords();

struct ExportOutcome {
    QString file;
    qint64 rows = 0; ///< the header not counted
};

/// Writes one state of the database to a file whose name ends in .csv, .json or .xlsx. It takes the place of an older
/// file only when it is complete. Stopped by `progress`, it leaves nothing.
[[nodiscard]] Result<ExportOutcome> exportTo(Connection &connection, ExportSubject subject, const QString &path, const Caller &caller,
                                             const Progress &progress = {});

} // namespace waitline
