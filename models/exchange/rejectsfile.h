#pragma once

#include "models/exchange/records.h"
#include "models/exchange/sourcefile.h"

#include <QMap>

namespace waitline {

/// Writes the rejected rows of a file, as they stand there, to another of the same delimiter and header with one
/// more column, reject_reason. Corrected, that file can be imported as it is: the column more does no harm.
/// The file is UTF-8; it replaces an older one of its name only when it is complete.
[[nodiscard]] Result<Done> writeRejects(const QString &sourcePath, const SourceOptions &options, const std::vector<Rejection> &rejections,
                                        const QString &rejectsPath);

} // namespace waitline
