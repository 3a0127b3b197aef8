#include "models/domain/apportionment.h"

#include <QTest>

#include <rapidcheck.h>

#include <numeric>

using namespace waitline;

namespace {

/// What each of an order's shipments consumes, one after the other.
std::vector<Money> consumedByEach(const std::vector<Money> &values, Money paid, Money deposit)
{
    const Money total = std::accumulate(values.begin(), values.end(), Money(0));
    std::vector<Money> consumed;
    Money stillToShip = total;
    for (Money value : values) {
        stillToShip -= value;
        consumed.push_back(consumedBy({value, paid, stillToShip, deposit, total}));
        paid -= consumed.back();
    }
    return consumed;
}

} // namespace

class ApportionmentTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDepositIsConsumedAtItsRateAndTheLastShipmentTakesAllThatRemains()
    {
        // 21,000 are 30 % of 70,000; after 20,000 were delivered, 20,000 are cancelled and the rest follows.
        QCOMPARE(consumedBy({20'000, 21'000, 50'000, 21'000, 70'000}), Money(6'000));
        QCOMPARE(consumedBy({30'000, 15'000, 0, 15'000, 50'000}), Money(15'000));
    }
    void whatWasPaidBeyondTheDepositIsConsumedFirst()
    {
        QCOMPARE(consumedByEach({20'000, 30'000}, 50'000, 15'000), (std::vector<Money>{20'000, 30'000}));
        QCOMPARE(consumedByEach({20'000, 30'000}, 20'000, 15'000), (std::vector<Money>{11'000, 9'000}));
    }
    void withoutADepositValueShippedConsumesPaidMoneyFirst()
    {
        QCOMPARE(consumedByEach({400, 600}, 500, 0), (std::vector<Money>{400, 100}));
    }
    void aRateWithoutEndLosesNoCent() { QCOMPARE(consumedByEach({100, 100, 100}, 100, 100), (std::vector<Money>{33, 34, 33})); }
    void theShipmentsConsumeTogetherWhatWasPaidUpToTheTotal()
    {
        const bool holds = rc::check([] {
            const auto values = *rc::gen::nonEmpty(rc::gen::container<std::vector<Money>>(rc::gen::inRange<Money>(0, 1'000'000)));
            const Money total = std::accumulate(values.begin(), values.end(), Money(0));
            const Money deposit = *rc::gen::inRange<Money>(0, total + 1);
            const Money paid = *rc::gen::inRange<Money>(0, 2 * total + 1);
            const std::vector<Money> consumed = consumedByEach(values, paid, deposit);
            for (size_t i = 0; i < values.size(); ++i)
                RC_ASSERT(consumed[i] >= 0 && consumed[i] <= values[i]);
            const Money sum = std::accumulate(consumed.begin(), consumed.end(), Money(0));
            RC_ASSERT(sum <= paid);
            // The deposit alone, or more, is used up by the end; an order paid in full pays for everything.
            if (paid >= deposit)
                RC_ASSERT(sum == std::min(paid, total));
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(ApportionmentTest)
#include "apportionmenttest.moc"
