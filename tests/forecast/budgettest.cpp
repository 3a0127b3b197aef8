#include "models/forecast/budget.h"

#include <QTest>

#include <rapidcheck.h>

using namespace waitline;
using namespace waitline::forecasting;

namespace {

/// Demand and spread, what is there, cost, and what a unit earns.
Wish wish(Units units, Money cost, const DemandOver &demand, double margin, Units pack = 1, Units minimum = 0)
{
    return {units, cost, pack, minimum, demand, 0, margin};
}

Wish anyWish(int most)
{
    const Units pack = *rc::gen::inRange(1, 5);
    const Units units = *rc::gen::inRange(1, most) * pack;
    return wish(units, *rc::gen::inRange(1, 40), {double(*rc::gen::inRange(0, 40)), *rc::gen::inRange(0, 80) / 10.0},
                *rc::gen::inRange(0, 90), pack, *rc::gen::inRange(0, 10));
}

std::vector<Wish> anyWishes(int count, int most)
{
    std::vector<Wish> wishes;
    for (int i = 0; i < count; ++i)
        wishes.push_back(anyWish(most));
    return wishes;
}

Money costOf(const std::vector<Wish> &wishes, const std::vector<Units> &bought)
{
    Money cost = 0;
    for (size_t i = 0; i < wishes.size(); ++i)
        cost += bought[i] * wishes[i].unitCost;
    return cost;
}

double worthOf(const std::vector<Wish> &wishes, const std::vector<Units> &bought)
{
    double worth = 0;
    for (size_t i = 0; i < wishes.size(); ++i)
        worth += wishes[i].worthOf(bought[i]);
    return worth;
}

/// The step from these units on, or the one that led to them; 0 where there is none.
Units stepFrom(const Wish &wish, Units bought)
{
    const Units least = std::max(wish.pack, (wish.minimum + wish.pack - 1) / wish.pack * wish.pack);
    return std::min(wish.units - bought, bought == 0 ? least : wish.pack);
}
Units stepTo(const Wish &wish, Units bought)
{
    const Units first = stepFrom(wish, 0);
    return bought <= first ? bought : wish.pack;
}

double yieldOf(const Wish &wish, Units from, Units to)
{
    return (wish.worthOf(to) - wish.worthOf(from)) / double((to - from) * wish.unitCost);
}

/// The best worth of all that can be bought, by trying everything.
double bestWorth(const std::vector<Wish> &wishes, size_t at, Money left)
{
    if (at == wishes.size())
        return 0;
    const Wish &each = wishes[at];
    double best = 0;
    for (Units units = 0; units <= each.units && units * each.unitCost <= left; units += stepFrom(each, units)) {
        best = std::max(best, each.worthOf(units) + bestWorth(wishes, at + 1, left - units * each.unitCost));
        if (units == each.units)
            break;
    }
    return best;
}

} // namespace

/// What a budget pays for.
class BudgetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBudgetIsNeverExceeded()
    {
        QVERIFY(rc::check([] {
            const std::vector<Wish> wishes = anyWishes(*rc::gen::inRange(0, 12), 50);
            const Money budget = *rc::gen::inRange(0, 3000);
            const std::vector<Units> bought = withinBudget(wishes, budget);
            for (size_t i = 0; i < wishes.size(); ++i) {
                RC_ASSERT(bought[i] >= 0 && bought[i] <= wishes[i].units && bought[i] % wishes[i].pack == 0);
                RC_ASSERT(bought[i] == 0 || bought[i] >= std::min(wishes[i].minimum, wishes[i].units));
            }
            RC_ASSERT(costOf(wishes, bought) <= budget);
        }));
    }
    void noStepThatIsPaidForIsLeftOutForOneThatIsWorthLess()
    {
        QVERIFY(rc::check([] {
            const std::vector<Wish> wishes = anyWishes(*rc::gen::inRange(2, 12), 20);
            const Money budget = *rc::gen::inRange(0, 3000);
            const std::vector<Units> bought = withinBudget(wishes, budget);
            const Money left = budget - costOf(wishes, bought);
            for (size_t out = 0; out < wishes.size(); ++out) {
                if (bought[out] == wishes[out].units)
                    continue;
                const Units step = stepFrom(wishes[out], bought[out]);
                const Money cost = step * wishes[out].unitCost;
                RC_ASSERT(cost > left);
                const double yield = yieldOf(wishes[out], bought[out], bought[out] + step);
                for (size_t in = 0; in < wishes.size(); ++in) {
                    const Units taken = stepTo(wishes[in], bought[in]);
                    if (in == out || taken == 0 || cost > left + taken * wishes[in].unitCost)
                        continue;
                    RC_ASSERT(yieldOf(wishes[in], bought[in] - taken, bought[in]) >= yield - 1e-9);
                }
            }
        }));
    }
    void nothingBetterCanBeBought()
    {
        QVERIFY(rc::check([] {
            std::vector<Wish> wishes = anyWishes(3, 6);
            const Money budget = *rc::gen::inRange(0, 600);
            const std::vector<Units> bought = withinBudget(wishes, budget);
            const double worth = worthOf(wishes, bought);
            double leftOut = 0; // the best step for which the money is not enough
            for (size_t i = 0; i < wishes.size(); ++i) {
                const Units step = stepFrom(wishes[i], bought[i]);
                leftOut = std::max(leftOut, wishes[i].worthOf(bought[i] + step) - wishes[i].worthOf(bought[i]));
            }
            RC_ASSERT(worth + leftOut >= bestWorth(wishes, 0, budget) - 1e-6);
            // Where all steps cost the same, nothing is left over between them.
            for (Wish &each : wishes) {
                each.unitCost = 12 / each.pack;
                each.minimum = 0;
                if (each.pack * each.unitCost != 12)
                    return;
            }
            RC_ASSERT(std::abs(worthOf(wishes, withinBudget(wishes, budget)) - bestWorth(wishes, 0, budget)) < 1e-6);
        }));
    }
    void certainDemandComesBeforeAnothersSafety()
    {
        const Wish safe = wish(30, 10, {10, 5}, 30); // the last units are for safety
        const Wish poor = wish(30, 10, {30, 0}, 20); // all are asked for
        const std::vector<Units> bought = withinBudget({safe, poor}, 300);
        QCOMPARE(bought[0] + bought[1], Units(30));
        QVERIFY2(bought[0] > 7 && bought[0] < 12, qPrintable(QString::number(bought[0])));
    }
    void theBestWorthForTheMoneyIsBoughtFirst()
    {
        const std::vector<Units> bought = withinBudget({wish(10, 10, {10, 0}, 10), wish(10, 10, {10, 0}, 90)}, 150);
        QCOMPARE(bought, (std::vector<Units>{5, 10}));
    }
    void whatCostsNothingAndWhatIsLeftOverIsBought()
    {
        const std::vector<Units> bought = withinBudget({wish(10, 0, {10, 0}, 10), wish(40, 10, {5, 0}, 10, 4)}, 90);
        QCOMPARE(bought, (std::vector<Units>{10, 8})); // the second pack's last units wait for nobody
        QCOMPARE(withinBudget({wish(20, 10, {20, 0}, 10, 1, 12)}, 110), std::vector<Units>{0});
        QCOMPARE(withinBudget({wish(8, 10, {20, 0}, 10, 1, 12)}, 110), std::vector<Units>{8}); // all that the edition has
    }
    void hugeOrdersAreCutAtOnce()
    {
        const Units huge = 1'000'000'000;
        const Wish many = wish(huge, 3, {double(huge), 1000}, 5);
        const std::vector<Units> bought = withinBudget({many, many}, 4 * huge);
        QVERIFY(costOf({many, many}, bought) > 4 * huge - 6);
    }
};

QTEST_APPLESS_MAIN(BudgetTest)
#include "budgettest.moc"
