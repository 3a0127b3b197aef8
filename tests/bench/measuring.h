#pragma once

#include <QByteArray>

#include <functional>
#include <vector>

namespace waitline::bench {

/// What something cost: processor time of this process, and time on the clock. Milliseconds.
struct Cost {
    double cpu = 0;
    double wall = 0;
};

[[nodiscard]] Cost costOf(const std::function<void()> &work);
/// Middle of the costs, each figure for itself.
[[nodiscard]] Cost median(const std::vector<Cost> &costs);

/// A job's two sides. `prepare` runs before each measured run and is not counted.
struct Side {
    std::function<void()> prepare;
    std::function<void()> run;
};
struct Duel {
    Cost ours;
    Cost raw;
};
/// Runs both sides in turn, `rounds` times, so that what else the machine does meets both.
[[nodiscard]] Duel interleaved(int rounds, const Side &ours, const Side &raw);
[[nodiscard]] Cost repeated(int rounds, const Side &side);

/// Memory of this process in MB: the most it has had, and what it has now.
[[nodiscard]] double peakMemory();
[[nodiscard]] double residentMemory();
/// A line of a process's /proc/PID/status given in kB ("VmRSS:"), in MB; 0 when the process is gone.
[[nodiscard]] double statusMemory(qint64 process, const QByteArray &field);

} // namespace waitline::bench
