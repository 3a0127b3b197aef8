#pragma once

#include "models/exchange/fileformat.h"

#include <vector>

namespace waitline {

/// What somebody said about a file's columns: what the file holds, and for fields the column (empty: none) that holds it
/// where its name does not tell.
struct ColumnChoice {
    FileFormat format = FileFormat::Orders;
    std::vector<std::pair<QString, QString>> map;
};

/// What was said last about a file with these columns, by this user.
[[nodiscard]] std::optional<ColumnChoice> rememberedColumns(const QStringList &columns);
void rememberColumns(const QStringList &columns, const ColumnChoice &choice);

} // namespace waitline
