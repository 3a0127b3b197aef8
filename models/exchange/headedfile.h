#pragma once

#include "models/exchange/exportsheet.h"

#include <QStringList>

namespace waitline {

/// A small table under a heading, as a chart's numbers are kept in a file.
struct HeadedTable {
    enum class Kind { Text, Number, Day }; ///< a day may be the first of a month: "2026-03"
    struct Column {
        QString title;
        Kind kind = Kind::Number;
        QString format{}; ///< of numbers and days in a workbook, as Excel writes it: "#,##0.00"; empty: as they come
    };
    QStringList heading; ///< lines above the table: title, filter, days
    std::vector<Column> columns;
    QList<QStringList> rows; ///< neutral: C locale, ISO 8601; empty where there is nothing
};

/// Writes it as .csv or .xlsx, as the path ends. It takes the place of an older file only when it is complete.
[[nodiscard]] Result<Done> writeHeadedTable(const QString &path, const HeadedTable &table);

} // namespace waitline
