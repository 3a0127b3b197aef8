#pragma once

#include <QScrollArea>

#include <functional>

namespace waitline {

/// A frameless area that scrolls `content` up and down and lets it have the width; what has the keyboard is kept in view.
[[nodiscard]] QScrollArea *sideScroll(QWidget *content, const QString &accessibleName);

/// The same for a whole page: it has all the room there is, and scrolls both ways where that is less than it needs.
[[nodiscard]] QScrollArea *pageScroll(QWidget *content, const QString &accessibleName);

/// Makes an area let through what lies behind it, leave the keyboard to its content and keep in view what has it.
void makeFrameless(QScrollArea &area, const QString &accessibleName);

/// Brings all of a widget into view in the area it stands in, once that has been laid out; nothing without an area. So many
/// pixels at the area's top are covered by what does not scroll.
void scrollToAll(QWidget *widget, int covered = 0);

/// The same for a part of it, which is asked for when it has been laid out. Where there is less room, its top is seen.
void scrollToPart(QWidget *widget, const std::function<QRect()> &part, int covered = 0);

/// Begins at the top of what scrolls in a panel: another document is shown there now.
void scrollToBeginning(const QWidget *panel);

/// How much of what is in the area a widget stands in is seen at once, in height; of a widget in none its own height.
[[nodiscard]] int roomAround(const QWidget *widget);

/// What is seen of the area a widget stands in, to be told when that changes; null without an area.
[[nodiscard]] QWidget *viewportAround(const QWidget *widget);
/// How much room there is in width, beside a scroll bar.
[[nodiscard]] int widthAround(const QWidget *widget);

/// How much of a widget's upper part is scrolled out of the area it stands in.
[[nodiscard]] int scrolledAway(const QWidget *widget);

} // namespace waitline
