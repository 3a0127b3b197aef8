#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>

namespace waitline {

/// What separates the cells of a file: comma, semicolon, tab or bar, whichever cuts the sampled records most
/// evenly; separators inside quotes do not count. A file of one column is read with commas.
[[nodiscard]] char detectDelimiter(QByteArrayView sample);

/// The delimiter of "comma", "tab", "bar" and the like; any other sign that is no letter, figure or quote is one too.
[[nodiscard]] Result<char> delimiterNamed(const QString &name);

} // namespace waitline
