#pragma once

#include <QStringList>

class QFontMetrics;
class QTableView;

namespace waitline {

// How wide a column must be so that none of its cells is ever cut, for DataTable::widen().

/// A badge with the longest of these words.
[[nodiscard]] int widestBadge(const QFontMetrics &metrics, const QStringList &words);
/// A day of any month, as it is shown.
[[nodiscard]] int widestDay(const QFontMetrics &metrics);

/// The longest of a column's texts.
[[nodiscard]] int widestText(const QTableView &table, int column);

} // namespace waitline
