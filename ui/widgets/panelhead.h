#pragma once

#include <functional>

class QHBoxLayout;
class QLabel;
class QString;

namespace waitline {

/// The first row of a side panel: its title, and in the corner the cross that closes it; `closeName` says what that closes.
[[nodiscard]] QHBoxLayout *panelHead(QLabel *title, const QString &closeName, const std::function<void()> &close);

} // namespace waitline
