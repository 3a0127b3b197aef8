#pragma once

#include <QString>

namespace waitline {

/// Names the program for settings and data folders; both programs share them.
void nameProgram();
/// The database that is used when none is named.
[[nodiscard]] QString defaultDatabase();
/// Where the sample business is kept.
[[nodiscard]] QString sampleDatabase();
/// Who works here: what the settings say, else the system's user name.
[[nodiscard]] QString actorName();

} // namespace waitline
