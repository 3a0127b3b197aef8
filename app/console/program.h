#pragma once

#include <QStringList>

namespace waitline::console {

/// Runs the console program with the words after its name; answers its exit status.
[[nodiscard]] int runProgram(const QStringList &words);

} // namespace waitline::console
