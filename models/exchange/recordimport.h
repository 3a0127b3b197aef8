#pragma once

#include "models/exchange/batchtally.h"
#include "models/exchange/fileformat.h"
#include "models/services/caller.h"

#include <memory>

namespace waitline {

class Connection;

/// Takes the records of one file into the database, batch by batch, inside the transaction of the batch.
class RecordImport {
public:
    virtual ~RecordImport() = default;
    /// Completes the records from the file alone. Called for every batch, before its transaction.
    virtual void prepare(std::vector<NeutralRecord> &records) { Q_UNUSED(records) }
    /// Fails only where the database does: a record that is refused is counted in `tally` and costs no other.
    virtual Result<Done> take(const std::vector<NeutralRecord> &records, BatchTally &tally) = 0;
    /// Forgets what it learnt of the database: the transaction in which it did was rolled back.
    virtual void forget() {}
};

/// The import for files of a format; `fileName` is told in reasons.
[[nodiscard]] std::unique_ptr<RecordImport> recordImport(FileFormat format, Connection &connection, const Caller &caller,
                                                         const QString &fileName);

} // namespace waitline
