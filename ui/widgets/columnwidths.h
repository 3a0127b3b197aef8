#pragma once

#include <QStringList>

class QFontMetrics;

namespace waitline {

// How wide a column must be so that none of its cells is ever cut, for DataTable::widen().

/// A badge with the longest of these words.
[[nodiscard]] int widestBadge(const QFontMetrics &metrics, const QStringList &words);
/// A day of any month, as it is shown.
[[nodiscard]] int widestDay(const QFontMetrics &metrics);

} // namespace waitline
