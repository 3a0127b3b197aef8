#pragma once

#include <QDate>
#include <QString>

namespace waitline {

/// The locale's short format; empty for an invalid day.
[[nodiscard]] QString dayText(QDate day);

} // namespace waitline
