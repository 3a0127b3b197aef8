#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/outcomechanges.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingcounts.h"
#include "models/services/storesettings.h"
#include "models/store/transaction.h"
#include "tests/support/testdatabase.h"

#include <rapidcheck.h>

#include <map>

using namespace waitline;
using namespace waitline::test;

/// Deliveries counted scan by scan. Each test ends with a clean check.
class ReceivingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scansCountUpFromNothing_data() { eachDatabase(); }
    void scansCountUpFromNothing();
    void everyScanHasOneOfFourVerdicts_data() { eachDatabase(); }
    void everyScanHasOneOfFourVerdicts();
    void theLastStepIsTakenBackByWhoMadeIt_data() { eachDatabase(); }
    void theLastStepIsTakenBackByWhoMadeIt();
    void anUnknownCodeIsGivenToAProductAndCounts_data() { eachDatabase(); }
    void anUnknownCodeIsGivenToAProductAndCounts();
    void aCountGoesOnWhereItWasLeft_data() { eachDatabase(); }
    void aCountGoesOnWhereItWasLeft();
    void moreThanTheToleranceAsksForAYes_data() { eachDatabase(); }
    void moreThanTheToleranceAsksForAYes();
    void whatIsPostedIsWhatWasPreviewed_data() { eachDatabase(); }
    void whatIsPostedIsWhatWasPreviewed();
    void aVoidReceiptOpensItsCountAgain_data() { eachDatabase(); }
    void aVoidReceiptOpensItsCountAgain();
    void aNoteNumberIsSaidTwice_data() { eachDatabase(); }
    void aNoteNumberIsSaidTwice();
    void twoDesksCountOneDeliveryTogether_data() { eachDatabase(); }
    void twoDesksCountOneDeliveryTogether();
    void countingFollowsAnIndependentModel_data() { eachDatabase(); }
    void countingFollowsAnIndependentModel();
};

namespace {

const QString lamp = QStringLiteral("LAMP");
const QString chair = QStringLiteral("CHAIR");
const QString rope = QStringLiteral("ROPE");
const QString carton = QStringLiteral("4006381333931"); // of 12 lamps

/// A purchase of 12 lamps and 4 chairs, and two orders that wait for lamps.
class Dock final {
public:
    explicit Dock(Location::Kind kind) : m_database(kind)
    {
        for (const QString &sku : {lamp, chair, rope}) {
            ProductTerms terms;
            terms.sku = terms.name = sku;
            terms.price = 1000;
            products[sku] = must(ProductService(connection()).add(terms, callerAt())).id;
        }
        {
            Transaction transaction(connection());
            ProductStore(connection()).addBarcode(products[lamp], carton, 12);
            transaction.commit();
        }
        order(QStringLiteral("Ada"), 5, 1);
        order(QStringLiteral("Bob"), 9, 2);
        purchase =
            must(PurchaseService(connection())
                     .place({QStringLiteral("Maker"), {{lamp, 12, {}}, {chair, 4, {}}}, callerAt().today().addDays(3), {}}, callerAt(3)))
                .id;
        count = must(counts().open(purchase, callerAt(4))).count.id;
    }

    [[nodiscard]] Connection &connection() { return m_database.connection(); }
    [[nodiscard]] ReceivingCounts counts() { return ReceivingCounts(connection()); }
    Result<ScanOutcome> tryScan(const QString &text, bool isDamaged = false)
    {
        return counts().scan(count, readScan(text), isDamaged, callerAt(5));
    }
    ScanOutcome scan(const QString &text, bool isDamaged = false) { return must(tryScan(text, isDamaged)); }
    CountedUnits units(const QString &sku)
    {
        for (const CountLine &line : must(counts().show(count)).lines) {
            if (line.sku == sku)
                return line.units;
        }
        return {};
    }
    ReceiptOutcome preview() { return must(counts().preview(count)).outcome.value(); }
    void order(const QString &customer, Units wanted, qint64 minute)
    {
        OrderDraft draft;
        draft.customer = customer;
        draft.lines = {{lamp, wanted, {}}};
        must(OrderService(connection()).place(draft, callerAt(minute)));
    }
    [[nodiscard]] Units onHand(const QString &sku) { return must(ProductService(connection()).show(sku)).stock.onHand; }
    [[nodiscard]] QString broken()
    {
        for (const CheckedRule &rule : must(checkDatabase(connection())).rules) {
            if (!rule.broken.isEmpty())
                return rule.rule + u": " + rule.broken.join(u"; ");
        }
        return {};
    }
    [[nodiscard]] std::unique_ptr<Connection> another() const { return m_database.another(); }

    std::map<QString, ProductId> products;
    PurchaseId purchase;
    ReceivingCountId count;

private:
    TestDatabase m_database;
};

#define DOCK(name)                                                                                                                         \
    QFETCH(waitline::Location::Kind, kind);                                                                                                \
    if (kind == waitline::Location::Kind::Postgres && !waitline::test::TestDatabase::hasPostgres())                                        \
        QSKIP("No PostgreSQL here: run the tests with ctest, which starts one where it is installed.");                                    \
    Dock name(kind)

} // namespace

void ReceivingTest::scansCountUpFromNothing()
{
    DOCK(dock);
    const ReceivingCountView fresh = must(dock.counts().show(dock.count));
    QCOMPARE(fresh.lines.size(), size_t(2));
    QCOMPARE(fresh.counted(), 0);
    QCOMPARE(fresh.missing(), 16);
    QCOMPARE(dock.scan(lamp).line.units, (CountedUnits{12, 1, 0, true}));
    QCOMPARE(dock.scan(QStringLiteral("lamp")).line.units.accepted, 2);
    QCOMPARE(dock.scan(QStringLiteral("3*LAMP")).line.units.accepted, 5);
    QCOMPARE(dock.scan(carton).line.units.accepted, 17);
    QCOMPARE(dock.scan(QStringLiteral("2*") + carton).line.units.accepted, 41);
    QCOMPARE(dock.scan(chair, true).line.units, (CountedUnits{4, 0, 1, true}));
    const ReceiptDraft draft = must(dock.counts().show(dock.count)).draft();
    QCOMPARE(draft.lines.size(), size_t(2));
    QCOMPARE(draft.lines.front().accepted, 41);
    QCOMPARE(draft.lines.back().damaged, 1);
    QCOMPARE(draft.purchase, dock.purchase);
    QVERIFY(!dock.tryScan(QStringLiteral("100000000*") + carton));
    QCOMPARE(dock.units(lamp).accepted, 41);
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::everyScanHasOneOfFourVerdicts()
{
    DOCK(dock);
    QCOMPARE(dock.scan(QStringLiteral("4*CHAIR")).verdict, ScanVerdict::Expected);
    QCOMPARE(dock.scan(chair).verdict, ScanVerdict::MoreThanOrdered);
    QCOMPARE(dock.scan(rope).verdict, ScanVerdict::NotOnPurchase);
    const ScanOutcome unknown = dock.scan(QStringLiteral("GHOST"));
    QCOMPARE(unknown.verdict, ScanVerdict::Unknown);
    QCOMPARE(unknown.code, QStringLiteral("GHOST"));
    QVERIFY(!unknown.line.product.isValid());
    dock.count = must(dock.counts().open({}, callerAt(6))).count.id;
    QCOMPARE(dock.scan(rope).verdict, ScanVerdict::Expected);
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::theLastStepIsTakenBackByWhoMadeIt()
{
    DOCK(dock);
    dock.scan(QStringLiteral("5*LAMP"));
    must(dock.counts().complete(dock.count, std::nullopt, callerAt(6)));
    QCOMPARE(dock.units(lamp).accepted, 12);
    QCOMPARE(dock.units(chair).accepted, 4);
    Caller other = callerAt(7);
    other.actor = QStringLiteral("somebody else");
    QVERIFY(!dock.counts().takeBack(dock.count, other));
    must(dock.counts().takeBack(dock.count, callerAt(8)));
    QCOMPARE(dock.units(lamp).accepted, 5);
    QCOMPARE(dock.units(chair).accepted, 0);
    must(dock.counts().correct(dock.count, dock.products[lamp], 3, 2, other));
    QCOMPARE(dock.units(lamp), (CountedUnits{12, 3, 2, true}));
    QVERIFY(!dock.counts().takeBack(dock.count, callerAt(9))); // 3 of these 5 are gone already
    must(dock.counts().takeBack(dock.count, other));
    must(dock.counts().takeBack(dock.count, callerAt(9)));
    QVERIFY(!dock.counts().takeBack(dock.count, callerAt(9)));
    QCOMPARE(must(dock.counts().show(dock.count)).counted(), 0);
    QVERIFY(!dock.counts().correct(dock.count, dock.products[lamp], -1, {}, callerAt(9)));
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::anUnknownCodeIsGivenToAProductAndCounts()
{
    DOCK(dock);
    const QString ghost = QStringLiteral("9780201379624");
    dock.scan(ghost);
    dock.scan(ghost, true);
    dock.scan(QStringLiteral("GHOST"));
    QCOMPARE(must(dock.counts().show(dock.count)).unknown, (std::vector<UnknownCode>{{ghost, 2}, {QStringLiteral("GHOST"), 1}}));
    QVERIFY(!dock.counts().bind(dock.count, ghost, QStringLiteral("NONE"), 1, callerAt(6)));
    QVERIFY(!dock.counts().bind(dock.count, ghost, chair, 0, callerAt(6)));
    const ScanOutcome bound = must(dock.counts().bind(dock.count, ghost, chair, 2, callerAt(6)));
    QCOMPARE(bound.line.units, (CountedUnits{4, 2, 2, true}));
    QCOMPARE(dock.scan(ghost).line.units.accepted, 4);
    QVERIFY(!dock.counts().bind(dock.count, ghost, lamp, 2, callerAt(7)));
    must(dock.counts().forget(dock.count, QStringLiteral("GHOST")));
    QVERIFY(must(dock.counts().show(dock.count)).unknown.empty());
    // What a product's own form says of it later keeps the units.
    must(ProductService(dock.connection())
             .change(
                 chair,
                 [&](ProductTerms &terms) {
                     terms.barcodes += QStringLiteral("NEW");
                     return Result<Done>(Done{});
                 },
                 callerAt(8)));
    QCOMPARE(must(resolveScan(dock.connection(), ghost)).units, 2);
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::aCountGoesOnWhereItWasLeft()
{
    DOCK(dock);
    dock.scan(QStringLiteral("7*LAMP"));
    QVERIFY(must(dock.counts().open(dock.purchase, callerAt(50))).count.id == dock.count);
    const ReceivingCountView again = must(ReceivingCounts(*dock.another()).open(dock.purchase, callerAt(50)));
    QCOMPARE(again.counted(), 7);
    QCOMPARE(must(dock.counts().openCounts()).size(), size_t(1));
    must(dock.counts().discard(dock.count, callerAt(51)));
    QVERIFY(must(dock.counts().openCounts()).empty());
    QVERIFY(!dock.tryScan(lamp));
    const ReceivingCountView anew = must(dock.counts().open(dock.purchase, callerAt(52)));
    QCOMPARE(anew.counted(), 0);
    QVERIFY(!dock.counts().reopen(dock.count)); // the purchase is counted anew
    must(dock.counts().discard(anew.count.id, callerAt(53)));
    QCOMPARE(must(dock.counts().reopen(dock.count)).counted(), 7);
    QVERIFY(!dock.counts().open(PurchaseId{77}, callerAt(54)));
    must(PurchaseService(dock.connection()).close(dock.purchase, callerAt(55)));
    QVERIFY(!dock.counts().open(dock.purchase, callerAt(56)));
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::moreThanTheToleranceAsksForAYes()
{
    DOCK(dock);
    StoreSettings settings = must(storeSettings(dock.connection()));
    settings.overReceiptPercent = 10;
    must(changeSettings(dock.connection(), settings, callerAt(5)));
    dock.scan(QStringLiteral("14*LAMP"));
    const auto refused = dock.counts().post(dock.count, dock.preview(), false, callerAt(6));
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, QStringLiteral("excess"));
    QVERIFY(refused.error().message.contains(QStringLiteral("LAMP: 14 of 12")));
    QCOMPARE(dock.onHand(lamp), 0);
    must(dock.counts().correct(dock.count, dock.products[lamp], 13, {}, callerAt(7)));
    must(dock.counts().post(dock.count, dock.preview(), false, callerAt(8)));
    QCOMPARE(dock.onHand(lamp), 13);
    dock.count = must(dock.counts().open(dock.purchase, callerAt(9))).count.id;
    dock.scan(QStringLiteral("5*CHAIR"));
    QVERIFY(!dock.counts().post(dock.count, dock.preview(), false, callerAt(10)));
    must(dock.counts().post(dock.count, dock.preview(), true, callerAt(10)));
    QCOMPARE(dock.onHand(chair), 5);
    settings.overReceiptPercent = 101;
    QVERIFY(!changeSettings(dock.connection(), settings, callerAt(11)));
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::whatIsPostedIsWhatWasPreviewed()
{
    DOCK(dock);
    dock.scan(QStringLiteral("7*LAMP"));
    const ReceiptOutcome before = dock.preview();
    must(OrderService(dock.connection()).cancel(OrderId{1}, {}, {}, QStringLiteral("changed mind"), callerAt(6)));
    const auto refused = dock.counts().post(dock.count, before, false, callerAt(7));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    const ReceiptOutcome now = dock.preview();
    const std::vector<OutcomeChange> changes = changesBetween(before, now);
    QCOMPARE(changes.size(), size_t(2));
    QCOMPARE(changes.front(), (OutcomeChange{OrderId{1}, before.served.front().units.line, lamp, 5, 0}));
    QCOMPARE(changes.back().difference(), 5);
    dock.scan(lamp); // one more is another outcome, too
    QVERIFY(!dock.counts().post(dock.count, now, false, callerAt(8)));
    const ReceiptOutcome posted = must(dock.counts().post(dock.count, dock.preview(), false, callerAt(9)));
    QVERIFY(posted.receipt.isValid());
    QVERIFY(!dock.tryScan(lamp));
    QVERIFY(!dock.counts().post(dock.count, posted, false, callerAt(10)));
    QCOMPARE(dock.onHand(lamp), 8);
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::aVoidReceiptOpensItsCountAgain()
{
    DOCK(dock);
    dock.scan(QStringLiteral("7*LAMP"));
    const ReceiptId receipt = must(dock.counts().post(dock.count, dock.preview(), false, callerAt(6))).receipt;
    const VoidOutcome outcome = must(dock.counts().voidReceipt(receipt, QStringLiteral("wrong pallet"), callerAt(7)));
    QCOMPARE(outcome.returned.size(), size_t(2));
    QCOMPARE(dock.scan(lamp).line.units.accepted, 8);
    const ReceiptId second = must(dock.counts().post(dock.count, dock.preview(), false, callerAt(8))).receipt;
    const ReceivingCountId anew = must(dock.counts().open(dock.purchase, callerAt(9))).count.id;
    QVERIFY(anew != dock.count);
    must(dock.counts().voidReceipt(second, QStringLiteral("wrong pallet"), callerAt(10)));
    QVERIFY(!must(dock.counts().show(dock.count)).count.isOpen); // its purchase is counted anew
    QCOMPARE(dock.onHand(lamp), 0);
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::aNoteNumberIsSaidTwice()
{
    DOCK(dock);
    const CountTerms terms{QStringLiteral("DN-88"), QStringLiteral("one carton wet"), AllocationPolicy::OneEach};
    QVERIFY(must(dock.counts().setTerms(dock.count, terms)).empty());
    dock.scan(QStringLiteral("4*LAMP"));
    const ReceiptOutcome posted = must(dock.counts().post(dock.count, dock.preview(), false, callerAt(6)));
    QCOMPARE(posted.served.size(), size_t(2)); // one each in turn
    const auto receipt = ReceiptStore(dock.connection()).find(posted.receipt);
    QCOMPARE(receipt->reference, terms.reference);
    QCOMPARE(receipt->note, terms.note);
    dock.count = must(dock.counts().open(dock.purchase, callerAt(7))).count.id;
    QCOMPARE(must(dock.counts().setTerms(dock.count, terms)), std::vector{posted.receipt});
    QVERIFY(must(dock.counts().setTerms(dock.count, {})).empty());
    must(dock.counts().voidReceipt(posted.receipt, QStringLiteral("again"), callerAt(8)));
    QVERIFY(must(dock.counts().setTerms(dock.count, terms)).empty());
    QCOMPARE(dock.broken(), QString());
}

void ReceivingTest::twoDesksCountOneDeliveryTogether()
{
    DOCK(dock);
    const auto connection = dock.another();
    ReceivingCounts other(*connection);
    Caller bea = callerAt(5);
    bea.actor = QStringLiteral("bea");
    for (int scan = 0; scan < 6; ++scan) {
        dock.scan(lamp);
        must(other.scan(dock.count, readScan(lamp), false, bea));
    }
    QCOMPARE(dock.units(lamp).accepted, 12);
    QCOMPARE(must(dock.counts().takeBack(dock.count, callerAt(6))).line.units.accepted, 11);
    QCOMPARE(must(other.takeBack(dock.count, bea)).line.units.accepted, 10);
    must(other.post(dock.count, must(other.preview(dock.count)).outcome.value(), false, bea));
    QVERIFY(!must(dock.counts().preview(dock.count)).view.count.isOpen);
    QCOMPARE(dock.broken(), QString());
}

/// Random scans, corrections and undos against what a list of steps says.
void ReceivingTest::countingFollowsAnIndependentModel()
{
    DOCK(dock);
    struct Step {
        std::map<QString, std::pair<Units, Units>> changes;
    };
    constexpr int fewSteps = 15;
    const bool held = rc::check("a count is the sum of the steps that stand", [&] {
        must(dock.counts().discard(dock.count, callerAt(6)));
        dock.count = must(dock.counts().open(dock.purchase, callerAt(7))).count.id;
        std::vector<Step> steps;
        const auto sum = [&](const QString &sku) {
            std::pair<Units, Units> units;
            for (const Step &step : steps) {
                if (const auto change = step.changes.find(sku); change != step.changes.end()) {
                    units.first += change->second.first;
                    units.second += change->second.second;
                }
            }
            return units;
        };
        const int length = *rc::gen::inRange(1, fewSteps);
        for (int i = 0; i < length; ++i) {
            const QString sku = *rc::gen::element(lamp, chair, rope);
            const Units times = *rc::gen::inRange(1, 5);
            switch (*rc::gen::inRange(0, 6)) {
            case 0: {
                const bool isDamaged = *rc::gen::arbitrary<bool>();
                dock.scan(QStringLiteral("%1*%2").arg(times).arg(sku), isDamaged);
                steps.push_back({{{sku, isDamaged ? std::pair<Units, Units>(0, times) : std::pair<Units, Units>(times, 0)}}});
                break;
            }
            case 1:
                dock.scan(carton);
                steps.push_back({{{lamp, {12, 0}}}});
                break;
            case 2: {
                const auto before = sum(sku);
                must(dock.counts().correct(dock.count, dock.products[sku], times, {}, callerAt(8)));
                if (times != before.first)
                    steps.push_back({{{sku, {times - before.first, 0}}}});
                break;
            }
            case 3: {
                Step all;
                for (const auto &[name, expected] : {std::pair(lamp, Units(12)), std::pair(chair, Units(4))}) {
                    const auto [good, damaged] = sum(name);
                    if (good + damaged < expected)
                        all.changes[name] = {expected - good - damaged, 0};
                }
                RC_ASSERT(dock.counts().complete(dock.count, std::nullopt, callerAt(8)).isOk() == !all.changes.empty());
                if (!all.changes.empty())
                    steps.push_back(all);
                break;
            }
            default:
                RC_ASSERT(dock.counts().takeBack(dock.count, callerAt(8)).isOk() == !steps.empty());
                if (!steps.empty())
                    steps.pop_back();
            }
            for (const QString &name : {lamp, chair, rope}) {
                const CountedUnits units = dock.units(name);
                RC_ASSERT(std::pair(units.accepted, units.damaged) == sum(name));
            }
        }
        RC_ASSERT(dock.broken().isEmpty());
    });
    QVERIFY(held);
}

QTEST_GUILESS_MAIN(ReceivingTest)
#include "receivingtest.moc"
