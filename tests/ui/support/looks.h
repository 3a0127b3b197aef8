#pragma once

#include <QStringList>

class QWidget;

/// What can be seen of a window at once: texts that are cut, ways that Tab does not go, keys heard twice.
namespace waitline::test {

/// A widget by class and names, for a failing test.
[[nodiscard]] QString described(const QWidget *widget);
/// Labels and buttons that are given less room than their text wants, and titles of columns cut off.
[[nodiscard]] QStringList clipped(const QWidget *root);
/// Fails the test unless Tab goes from where the keyboard is to all controls below `root` and back, and Shift+Tab the
/// same way round.
void checkTabs(const QWidget *root);
/// How far a page can be scrolled sideways in the area around it.
[[nodiscard]] int widthBeyond(const QWidget &page);
/// Keys that more than one thing listens to where the window stands now.
[[nodiscard]] QStringList doubledKeys(const QWidget *window);

} // namespace waitline::test
