#include "models/domain/allocationplan.h"

#include <rapidcheck.h>

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace waitline;

namespace {

std::vector<WaitingEntry> queueOf(const std::vector<Units> &waiting)
{
    std::vector<WaitingEntry> queue;
    for (size_t i = 0; i < waiting.size(); ++i)
        queue.push_back({{qint64(i) + 1}, waiting[i], true});
    return queue;
}

std::vector<Units> unitsGiven(Units available, const std::vector<WaitingEntry> &queue, AllocationPolicy policy)
{
    std::vector<Units> given(queue.size(), 0);
    for (const PlannedAllocation &allocation : planAllocation(available, queue, policy).given)
        given[allocation.entry] = allocation.units;
    return given;
}

rc::Gen<std::vector<WaitingEntry>> anyQueue()
{
    return rc::gen::map(rc::gen::container<std::vector<std::pair<int, bool>>>(
                            rc::gen::pair(rc::gen::inRange(1, 40), rc::gen::arbitrary<bool>())),
                        [](const std::vector<std::pair<int, bool>> &lines) {
                            std::vector<WaitingEntry> queue;
                            for (const auto &[units, met] : lines)
                                queue.push_back({{qint64(queue.size()) + 1}, units, met});
                            return queue;
                        });
}

Units waitingIn(const std::vector<WaitingEntry> &queue)
{
    return std::accumulate(queue.begin(), queue.end(), Units(0), [](Units sum, const WaitingEntry &entry) { return sum + entry.waiting; });
}

using Given = std::vector<Units>;

} // namespace

class AllocationPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstComeServesInPart() { QCOMPARE(unitsGiven(7, queueOf({5, 5, 5}), AllocationPolicy::FirstCome), (Given{5, 2, 0})); }

    void wholeLinesPassesOverWhatDoesNotFit()
    {
        QCOMPARE(unitsGiven(7, queueOf({5, 4, 2}), AllocationPolicy::WholeLines), (Given{5, 0, 2}));
        QCOMPARE(planAllocation(3, queueOf({5, 4}), AllocationPolicy::WholeLines).leftFree, Units(3));
    }

    void fairShareGivesTheFloorAndTheRestByRank()
    {
        // 10 × 5/15 = 3.33, 10 × 7/15 = 4.67, 10 × 3/15 = 2: floors 3, 4, 2 and one more to the first.
        QCOMPARE(unitsGiven(10, queueOf({5, 7, 3}), AllocationPolicy::FairShare), (Given{4, 4, 2}));
    }

    void oneEachGoesRoundByRank()
    {
        QCOMPARE(unitsGiven(7, queueOf({5, 1, 5}), AllocationPolicy::OneEach), (Given{3, 1, 3}));
        QCOMPARE(unitsGiven(2, queueOf({5, 1, 5}), AllocationPolicy::OneEach), (Given{1, 1, 0}));
    }

    void paidFirstPutsMetDepositsFirst()
    {
        std::vector<WaitingEntry> queue = queueOf({4, 4, 4});
        queue[0].depositMet = false;
        QCOMPARE(unitsGiven(6, queue, AllocationPolicy::PaidFirst), (Given{0, 4, 2}));
        QCOMPARE(unitsGiven(9, queue, AllocationPolicy::PaidFirst), (Given{1, 4, 4}));
    }

    void everyAllocationTellsItsPlace()
    {
        const AllocationPlan plan = planAllocation(9, queueOf({5, 7}), AllocationPolicy::FirstCome);
        QCOMPARE(plan.given.size(), size_t(2));
        QCOMPARE(plan.given[1].place, qint64(2));
        QCOMPARE(plan.given[1].unitsAhead, Units(5));
    }

    void everyPolicyGivesAllItCanAndNoLineMoreThanItWaitsFor()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const Units available = *rc::gen::inRange(-5, 400);
            for (AllocationPolicy policy : allPolicies) {
                const AllocationPlan plan = planAllocation(available, queue, policy);
                Units total = 0;
                for (const PlannedAllocation &given : plan.given) {
                    RC_ASSERT(given.units > 0);
                    RC_ASSERT(given.units <= queue[given.entry].waiting);
                    RC_ASSERT(given.place == qint64(given.entry) + 1);
                    total += given.units;
                }
                RC_ASSERT(plan.leftFree == std::max<Units>(available, 0) - total);
                if (policy != AllocationPolicy::WholeLines)
                    RC_ASSERT(total == std::min(std::max<Units>(available, 0), waitingIn(queue)));
            }
        }));
    }

    void wholeLinesLeavesNobodyWaitingWhoWouldFit()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const Units available = *rc::gen::inRange(0, 200);
            const AllocationPlan plan = planAllocation(available, queue, AllocationPolicy::WholeLines);
            std::vector<bool> served(queue.size(), false);
            for (const PlannedAllocation &given : plan.given) {
                RC_ASSERT(given.units == queue[given.entry].waiting);
                served[given.entry] = true;
            }
            for (size_t i = 0; i < queue.size(); ++i)
                RC_ASSERT(served[i] || queue[i].waiting > plan.leftFree);
        }));
    }

    void firstComeNeverServesALineBeforeTheOnesAhead()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const auto given = unitsGiven(*rc::gen::inRange(0, 200), queue, AllocationPolicy::FirstCome);
            for (size_t i = 1; i < queue.size(); ++i)
                RC_ASSERT(given[i] == 0 || given[i - 1] == queue[i - 1].waiting);
        }));
    }

    void oneEachDiffersByAtMostOneUnitUnlessALineIsDone()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const auto given = unitsGiven(*rc::gen::inRange(0, 300), queue, AllocationPolicy::OneEach);
            for (size_t i = 0; i < queue.size(); ++i) {
                for (size_t j = i + 1; j < queue.size(); ++j) {
                    if (given[i] < queue[i].waiting)
                        RC_ASSERT(given[j] <= given[i]);
                    if (given[j] < queue[j].waiting)
                        RC_ASSERT(given[i] <= given[j] + 1);
                }
            }
        }));
    }

    void fairShareNeverFallsBelowTheFloor()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const Units available = *rc::gen::inRange(0, 300);
            const auto given = unitsGiven(available, queue, AllocationPolicy::FairShare);
            const Units total = waitingIn(queue);
            for (size_t i = 0; i < queue.size(); ++i)
                RC_ASSERT(given[i] >= std::min(queue[i].waiting, available * queue[i].waiting / total));
        }));
    }

    void paidFirstStarvesThePaidOnlyWhenNothingIsLeft()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const auto given = unitsGiven(*rc::gen::inRange(0, 300), queue, AllocationPolicy::PaidFirst);
            bool paidStillWaits = false;
            for (size_t i = 0; i < queue.size(); ++i)
                paidStillWaits = paidStillWaits || (queue[i].depositMet && given[i] < queue[i].waiting);
            for (size_t i = 0; i < queue.size() && paidStillWaits; ++i)
                RC_ASSERT(queue[i].depositMet || given[i] == 0);
        }));
    }

    void theHeadOfTheQueueSuffices()
    {
        QVERIFY(rc::check([] {
            const auto queue = *anyQueue();
            const Units available = *rc::gen::inRange(0, 100);
            for (AllocationPolicy policy : allPolicies) {
                const auto needed = size_t(std::min<qint64>(entriesNeeded(available, policy), qint64(queue.size())));
                RC_ASSERT(planAllocation(available, queue, policy).given ==
                          planAllocation(available, std::span(queue).first(needed), policy).given);
                size_t entries = 0;
                for (Units units = unitsNeeded(available, policy); units > 0 && entries < queue.size(); ++entries)
                    units -= queue[entries].waiting;
                RC_ASSERT(planAllocation(available, queue, policy).given ==
                          planAllocation(available, std::span(queue).first(entries), policy).given);
            }
        }));
    }

    void unitsAreTakenBackFromTheEndOfTheLine()
    {
        const std::vector<AllocatedEntry> lowestFirst{{{3}, 2}, {{2}, 4}, {{1}, 5}};
        QCOMPARE(planTakeBack(5, lowestFirst), (std::vector<TakenBack>{{{3}, 2}, {{2}, 3}}));
        QVERIFY(planTakeBack(0, lowestFirst).empty());
    }
};

QTEST_APPLESS_MAIN(AllocationPlanTest)
#include "allocationplantest.moc"
