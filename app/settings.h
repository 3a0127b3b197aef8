#pragma once

#include <QString>

namespace waitline {

/// Names the program to Qt, so that the desktop and the console program share their places on disk.
void introduceProgram();
/// The file that is opened when none is named.
[[nodiscard]] QString defaultDatabase();
/// Who is logged in, as the actor of operations.
[[nodiscard]] QString loggedInName();

} // namespace waitline
