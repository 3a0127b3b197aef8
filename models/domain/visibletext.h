#pragma once

#include <QStringView>

namespace waitline {

/// Whether the text holds a sign that nobody sees, such as a line break or a blank of no width: two codes that differ by one
/// look alike.
[[nodiscard]] bool holdsInvisible(QStringView text);

/// Whether anything of the text is seen.
[[nodiscard]] bool isVisible(QStringView text);

} // namespace waitline
