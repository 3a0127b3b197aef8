#pragma once

#include <QDate>
#include <QString>

namespace waitline {

/// The locale's short format, with all four digits of the year.
[[nodiscard]] QString dayFormat();
/// A day in it; empty for an invalid day.
[[nodiscard]] QString dayText(QDate day);

} // namespace waitline
