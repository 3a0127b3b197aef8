#pragma once

#include <QScrollArea>

namespace waitline {

/// A window's wanted size, or what the screen it opens on has room for.
[[nodiscard]] QSize fittingSize(const QWidget &window, QSize wanted);

/// A frameless area around what a dialog shows. It asks for the room its content needs, as a plain widget would, but for no
/// more than the screen has beside the dialog's title and buttons: it scrolls then. What has the keyboard is kept in view.
[[nodiscard]] QScrollArea *fittingArea(QWidget *content, const QString &accessibleName);

} // namespace waitline
