#pragma once

#include "tests/bench/measuring.h"

#include <QStringList>

namespace waitline::bench {

/// What another program cost, its memory included.
struct ChildCost {
    Cost cost;
    double peakMegabytes = 0;
};

/// Programs that are run from now on draw without a display and keep their settings in this folder.
void goHeadless(const QString &home);

/// Runs a program to its end, its input from a file where one is named; ends the benchmark when it fails.
[[nodiscard]] ChildCost costOfProgram(const QString &program, const QStringList &arguments, const QString &input = {});

} // namespace waitline::bench
