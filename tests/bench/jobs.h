#pragma once

#include "tests/bench/business.h"
#include "tests/bench/figures.h"

namespace waitline::bench {

/// How thoroughly to measure.
struct Effort {
    int rounds = 7;
    int roundsOfLargest = 3; ///< for jobs that need a fresh copy of the business each time
};

// Each measures one group of jobs of yardsticks.md and adds its figures.
void measureReceiving(const Business &business, const Effort &effort, Figures &figures);
void measurePlacing(const Business &business, const Effort &effort, Figures &figures);
void measureDemand(const Business &business, const Effort &effort, Figures &figures);
void measureCharts(const Business &business, const Effort &effort, Figures &figures);
void measureLists(const Business &business, const Effort &effort, Figures &figures);
void measureStart(const Business &business, const Effort &effort, Figures &figures);
void measureStalls(const Business &business, const Effort &effort, Figures &figures);
void measurePickers(const Business &business, const Effort &effort, Figures &figures);
void measureImport(const Business &business, const Effort &effort, Figures &figures);
/// The same few jobs on a business of another size: one column of the growth table.
void measureGrowth(const Business &business, const Effort &effort, Figures &figures);

} // namespace waitline::bench
