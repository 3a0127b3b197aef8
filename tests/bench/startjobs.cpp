#include "tests/bench/child.h"
#include "tests/bench/jobs.h"

#include <QCoreApplication>

namespace waitline::bench {

/// From the program's start until the first rows are painted (and kept as a picture), beside a minimal Qt window that
/// opens the same file and paints as many rows. Both without a display.
void measureStart(const Business &business, const Effort &effort, Figures &figures)
{
    goHeadless(business.path(QStringLiteral("home")));
    const QString file = business.copy(QStringLiteral("start.waitline"));
    const QString picture = business.path(QStringLiteral("start.png"));
    const QString programs = QCoreApplication::applicationDirPath();
    std::vector<Cost> ours;
    std::vector<Cost> minimal;
    double megabytes = 0;
    for (int round = 0; round < effort.rounds; ++round) {
        const ChildCost child =
            costOfProgram(programs + QStringLiteral("/waitline"), {QStringLiteral("--database"), file, QStringLiteral("--page"),
                                                                   QStringLiteral("waiting"), QStringLiteral("--screenshot"), picture});
        ours.push_back(child.cost);
        megabytes = child.peakMegabytes;
        minimal.push_back(costOfProgram(programs + QStringLiteral("/waitline-minimalwindow"), {file, picture}).cost);
    }
    const QString rival = QStringLiteral("a minimal Qt window");
    figures.add(
        {QStringLiteral("start to first rows painted, processor"), median(ours).cpu, median(minimal).cpu, QStringLiteral("ms"), 2, rival});
    figures.add(
        {QStringLiteral("start to first rows painted, clock"), median(ours).wall, median(minimal).wall, QStringLiteral("ms"), 2, rival});
    figures.add({QStringLiteral("memory at start"), megabytes, {}, QStringLiteral("MB"), 100, {}});
}

} // namespace waitline::bench
