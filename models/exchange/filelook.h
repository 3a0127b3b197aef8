#pragma once

#include "models/exchange/plaincolumns.h"
#include "models/exchange/sourcefile.h"

namespace waitline {

/// What a file shows before it is imported, so that somebody can say which of its columns holds what.
struct FileLook {
    static constexpr size_t mostSamples = 3;

    QStringList columns;
    std::vector<QStringList> samples; ///< the first records, cell by cell as they stand
    std::optional<FileFormat> format; ///< the one said, else the one its columns tell
    QString missing; ///< a field that the format demands and no column holds; empty for none

    /// Whether an import can begin.
    [[nodiscard]] bool isClear() const { return format && missing.isEmpty(); }
    /// The fields of `wanted` and where each is found by the columns' names alone.
    [[nodiscard]] std::vector<FoundField> found(FileFormat wanted) const { return plainFields(wanted, Header::ofNames(columns)); }
    /// The first records' values of a column, one after another.
    [[nodiscard]] QString sampleOf(int column) const;
};

/// Reads the header and the first records. Errors name the file.
[[nodiscard]] Result<FileLook> lookInto(const QString &path, const SourceOptions &options);

} // namespace waitline
