#pragma once

class QWidget;

namespace waitline {

/// The property by which a widget tells that what stands in it is made for gloves: read it; it is set by setTouch.
inline constexpr const char *touchProperty = "waitlineTouch";

/// Of a control, and of a row in a list, in px.
inline constexpr int plainHeight = 32;
inline constexpr int touchHeight = 48;

/// Which of the two it is in a place. What stands in something made for gloves is so, too, and so are its dialogs.
[[nodiscard]] int controlHeightIn(const QWidget *place);

/// Makes all that stands in `place`, now and later, large enough for gloves, or as large as elsewhere.
void setTouch(QWidget &place, bool touch);

} // namespace waitline
