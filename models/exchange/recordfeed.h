#pragma once

#include "models/exchange/northwind.h"
#include "models/exchange/sourcefile.h"

namespace waitline {

/// The neutral records of one file, batch by batch, in the file's order. Memory stays that of a batch, but for
/// history, which is kept whole (64 bytes a row) so that cancellations can be netted.
class RecordFeed final {
public:
    /// Opens a file. Northwind files look beside themselves for those that name what they number, and in
    /// `together`, the paths given with it.
    [[nodiscard]] static Result<std::unique_ptr<RecordFeed>> open(const QString &path, const SourceOptions &options,
                                                                  const QStringList &together = {});

    [[nodiscard]] const SourceFile &source() const { return *m_source; }
    [[nodiscard]] FileFormat format() const { return m_source->format(); }
    /// Clears `harvest` and reads about `atMost` rows (or, when all are read, records) into it. False when the file
    /// is used up and nothing came.
    [[nodiscard]] bool next(Harvest &harvest, size_t atMost);
    /// Rows read so far, blank ones and the header not counted.
    [[nodiscard]] qint64 rows() const { return m_rows; }
    [[nodiscard]] std::optional<bool> assumedDayFirst() const { return m_source->layout().assumedDayFirst; }
    /// Bytes read of bytes in the file.
    [[nodiscard]] qint64 bytesRead() const { return m_source->bytesRead(); }
    [[nodiscard]] qint64 bytesTotal() const { return m_source->bytesTotal(); }

private:
    RecordFeed() = default;
    void learnFrom(const QStringList &together, const SourceOptions &options);
    bool readRows(Harvest &harvest, size_t atMost);
    void rejectBroken(Harvest &harvest);

    std::unique_ptr<SourceFile> m_source;
    NorthwindTables m_tables;
    std::unique_ptr<FormatReader> m_reader;
    CsvRecord m_record;
    qint64 m_rows = 0;
    qint64 m_brokenLine = 0;
    bool m_allRead = false;
    bool m_finished = false;
};

/// The paths in the order in which they are to be imported: what others refer to comes first.
[[nodiscard]] QStringList inImportOrder(const QStringList &paths, const SourceOptions &options);

} // namespace waitline
