#pragma once

#include <QString>

namespace waitline {

/// Names the program to Qt, so that the desktop and the console program share their places on disk.
void introduceProgram();
/// The database that is opened when none is named: the one the desktop program opened last.
[[nodiscard]] QString defaultDatabase();
/// Where the sample business is kept.
[[nodiscard]] QString sampleDatabase();
/// Who works here, as the actor of operations: what the settings say, else who is logged in.
[[nodiscard]] QString actorName();

} // namespace waitline
