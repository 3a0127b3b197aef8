#pragma once

#include "ui/style/theme.h"

#include <QIcon>
#include <QString>

namespace waitline {

/// An icon of the embedded set by its file's name ("receive"), drawn at any size in a colour of the theme then in
/// use; text by default.
[[nodiscard]] QIcon icon(const QString &name, QColor Theme::*role = &Theme::text);

} // namespace waitline
