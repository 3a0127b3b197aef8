#pragma once

#include "models/domain/money.h"

#include <QString>
#include <QVariant>

#include <memory>
#include <vector>

namespace waitline {

/// What the values of a column are. NULL is none in each.
enum class ExportKind {
    Text,
    Count, ///< qint64
    Amount, ///< qint64 in minor units
    Day, ///< qint64, see DayNumber
    Moment, ///< qint64, see Instant
    Yes ///< qint64: 0 is no
};

struct ExportColumn {
    const char *name; ///< words with blanks between them
    ExportKind kind = ExportKind::Text;
};

/// A file being written row by row. It takes the place of an older one only when it is complete.
class ExportSheet {
public:
    virtual ~ExportSheet() = default;
    /// One value for each column.
    virtual void write(const QVariantList &row) = 0;
    /// Done, or what went wrong since the beginning.
    virtual Result<Done> finish() = 0;

    /// The sheet for a path that ends in .csv, .json or .xlsx.
    [[nodiscard]] static Result<std::unique_ptr<ExportSheet>> open(const QString &path, const QString &title,
                                                                   const std::vector<ExportColumn> &columns, const Currency &currency);
};

/// A value as text: units and money as plain decimals, days and moments in ISO 8601, yes and no.
[[nodiscard]] QString exportText(const QVariant &value, ExportKind kind, const Currency &currency);
[[nodiscard]] Error cannotWrite(const QString &path, const QString &why);

} // namespace waitline
