#pragma once

#include "models/exchange/fileformat.h"
#include "models/exchange/layout.h"

#include <memory>

namespace waitline {

struct NorthwindTables;

/// Turns the records of a file of one format into neutral records, rejections and omissions, in the file's order.
/// What spans several records is handed out when it is complete.
class FormatReader {
public:
    virtual ~FormatReader() = default;
    virtual void read(const CsvRecord &record, Harvest &harvest) = 0;
    /// Hands out what still waited for more records, about `atMost` of them; to be called after the last record
    /// until it returns false: no more follow.
    [[nodiscard]] virtual bool finish(Harvest &harvest, size_t atMost)
    {
        Q_UNUSED(harvest)
        Q_UNUSED(atMost)
        return false;
    }
};

/// The reader of a format; `layout` and `tables` outlive it.
[[nodiscard]] std::unique_ptr<FormatReader> formatReader(FileFormat format, const Layout &layout, const NorthwindTables &tables);

} // namespace waitline
