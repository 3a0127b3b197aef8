#include "tests/bench/measuring.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

#include <sys/resource.h>
#include <unistd.h>

namespace waitline::bench {

namespace {

double milliseconds(const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; }

double processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
}

double middle(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Cost once(const Side &side)
{
    if (side.prepare)
        side.prepare();
    return costOf(side.run);
}

} // namespace

Cost costOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    const double before = processorTime();
    timer.start();
    work();
    return {processorTime() - before, double(timer.nsecsElapsed()) / 1e6};
}

Cost median(const std::vector<Cost> &costs)
{
    std::vector<double> cpu;
    std::vector<double> wall;
    for (const Cost &cost : costs) {
        cpu.push_back(cost.cpu);
        wall.push_back(cost.wall);
    }
    return {middle(cpu), middle(wall)};
}

Duel interleaved(int rounds, const Side &ours, const Side &raw)
{
    std::vector<Cost> left;
    std::vector<Cost> right;
    for (int round = 0; round < rounds; ++round) {
        left.push_back(once(ours));
        right.push_back(once(raw));
    }
    return {median(left), median(right)};
}

Cost repeated(int rounds, const Side &side)
{
    std::vector<Cost> costs;
    for (int round = 0; round < rounds; ++round)
        costs.push_back(once(side));
    return median(costs);
}

double residentMemory() { return statusMemory(getpid(), "VmRSS:"); }

double statusMemory(qint64 process, const QByteArray &field)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').front().toDouble() / 1024;
    }
    return 0;
}

double peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

} // namespace waitline::bench
