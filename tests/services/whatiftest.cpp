#include "models/services/whatif.h"
#include "models/domain/arrivals.h"
#include "models/services/checkservice.h"
#include "models/services/noticeservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaselist.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shorteditions.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// Purchases that come otherwise than ordered, and editions that become smaller.
class WhatIfTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asOrderedNothingChanges_data() { eachDatabase(); }
    void asOrderedNothingChanges();
    void shortLateAndSplitHaveLosers_data() { eachDatabase(); }
    void shortLateAndSplitHaveLosers();
    void anotherPolicyHasWinnersAndLosers_data() { eachDatabase(); }
    void anotherPolicyHasWinnersAndLosers();
    void aPurchaseSaysTheSameHoweverItIsAsked_data() { eachDatabase(); }
    void aPurchaseSaysTheSameHoweverItIsAsked();
    void whatComesTodayIsWhatPostingItLeaves_data() { eachDatabase(); }
    void whatComesTodayIsWhatPostingItLeaves();
    void anEditionIsCutAsComparedAndComesBack_data() { eachDatabase(); }
    void anEditionIsCutAsComparedAndComesBack();
    void aCutThatIsOutOfDateIsRefused_data() { eachDatabase(); }
    void aCutThatIsOutOfDateIsRefused();
    void cutsKeepEveryRuleInABusyBusiness_data() { eachDatabase(); }
    void cutsKeepEveryRuleInABusyBusiness();
};

namespace {

const QString lamp = QStringLiteral("LAMP");
const QString why = QStringLiteral("fewer were made");

QString broken(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

QDate inDays(int days) { return callerAt().today().addDays(days); }

OrderId order(Connection &connection, const char *customer, Units units, qint64 minute, std::optional<QDate> promise = {})
{
    OrderDraft draft;
    draft.customer = QString::fromLatin1(customer);
    draft.lines = {{lamp, units, {}}};
    draft.promise = promise;
    return must(OrderService(connection).place(draft, callerAt(minute))).order.id;
}

/// Ada waits for 5, Bob for 6 and Cleo for 1; 12 come in three days, which was promised to all.
struct Shop {
    explicit Shop(Connection &opened) : connection(opened)
    {
        ProductTerms terms;
        terms.sku = terms.name = lamp;
        terms.price = 1000;
        terms.editionSize = 100;
        product = must(ProductService(connection).add(terms, callerAt())).id;
        ada = order(connection, "Ada", 5, 1, inDays(3));
        bob = order(connection, "Bob", 6, 2, inDays(5));
        cleo = order(connection, "Cleo", 1, 3, inDays(3));
        purchase = must(PurchaseService(connection).place({QStringLiteral("Maker"), {{lamp, 12, {}}}, inDays(3), {}}, callerAt(4)));
    }
    WhatIfOutcome ask(const WhatIf &change) { return must(whatIf(connection, purchase.id, change, callerAt().today())); }
    WhatIf parts(std::initializer_list<std::pair<int, Units>> parts)
    {
        WhatIf change;
        for (const auto &[days, units] : parts)
            change.parts.push_back({inDays(days), {{product, units}}});
        return change;
    }

    Connection &connection;
    ProductId product;
    OrderId ada;
    OrderId bob;
    OrderId cleo;
    StoredPurchase purchase;
};

} // namespace

void WhatIfTest::asOrderedNothingChanges()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    QCOMPARE(shop.ask(asOrdered(shop.purchase, inDays(3))), WhatIfOutcome{});
    QVERIFY(!whatIf(database.connection(), PurchaseId{77}, {}, callerAt().today()));
}

void WhatIfTest::shortLateAndSplitHaveLosers()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    const WhatIfOutcome late = shop.ask(asOrdered(shop.purchase, inDays(4)));
    QCOMPARE(late.later, 3);
    QCOMPARE(late.broken, 2); // Bob was promised the fifth day
    QCOMPARE(late.lines.front().customer, QStringLiteral("Ada"));
    QCOMPARE(late.lines.front().after, inDays(4));
    const WhatIfOutcome little = shop.ask(shop.parts({{3, 5}}));
    QCOMPARE(little.later, 2);
    QCOMPARE(little.notComing, 7);
    QCOMPARE(little.broken, 2);
    QVERIFY(!little.lines.front().after.isValid());
    const WhatIfOutcome split = shop.ask(shop.parts({{1, 5}, {5, 7}}));
    QCOMPARE(split.sooner, 1);
    QCOMPARE(split.later, 2);
    QCOMPARE(split.broken, 1); // Cleo's
    const WhatIfOutcome never = shop.ask({});
    QCOMPARE(never.notComing, 12);
    QCOMPARE(never.later, 3);
    // Nothing was written.
    QCOMPARE(must(PurchaseService(shop.connection).show(shop.purchase.id)).expected, inDays(3));
}

void WhatIfTest::anotherPolicyHasWinnersAndLosers()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    WhatIf change = shop.parts({{3, 7}, {6, 5}});
    const WhatIfOutcome first = shop.ask(change);
    QCOMPARE(first.broken, 2);
    change.policy = AllocationPolicy::WholeLines; // 5 to Ada, 1 to Cleo, and Bob waits for the rest
    const WhatIfOutcome whole = shop.ask(change);
    QCOMPARE(whole.later, 1);
    QCOMPARE(whole.broken, 1);
    QCOMPARE(whole.lines.front().customer, QStringLiteral("Bob"));
}

/// Whom the goods are for, who is affected by another day, and what if: all three know the product's policy.
void WhatIfTest::aPurchaseSaysTheSameHoweverItIsAsked()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    must(ProductService(shop.connection)
             .change(
                 lamp,
                 [](ProductTerms &terms) {
                     terms.policy = AllocationPolicy::WholeLines;
                     return Result<Done>(Done{});
                 },
                 callerAt(5)));
    must(PurchaseService(shop.connection).change(shop.purchase.id, {QStringLiteral("Maker"), {{lamp, 7, {}}}, inDays(3), {}}, callerAt(6)));
    const PurchaseView view = must(viewPurchase(shop.connection, shop.purchase.id));
    QStringList pegs;
    for (const PeggedLine &peg : view.lines.back().pegs)
        pegs += QStringLiteral("%1 %2").arg(peg.customer).arg(peg.units);
    QCOMPARE(pegs, QStringList({"Ada 5", "Cleo 1"})); // Bob's six do not fit
    QCOMPARE(view.lines.back().leftOver, Units(1));
    const auto moved = must(whoIsAffected(shop.connection, shop.purchase.id, inDays(6), callerAt().today()));
    const StoredPurchase purchase = must(PurchaseService(shop.connection).show(shop.purchase.id));
    QCOMPARE(moved.size(), size_t(2));
    QCOMPARE(moved, shop.ask(asOrdered(purchase, inDays(6))).lines);
    QCOMPARE(must(whoIsAffected(shop.connection, shop.purchase.id, {}, callerAt().today())), shop.ask({}).lines);
}

namespace {

/// When each waiting line of a product is served in full, as things stand.
std::map<OrderLineId, QDate> daysOf(Connection &connection, const QString &sku, QDate today)
{
    const StoredProduct product = must(ProductService(connection).show(sku));
    std::vector<WaitingEntry> entries;
    for (const QueueLine &line : QueueStore(connection).head(product.id, 1000, true))
        entries.push_back({line.line, line.units, line.depositMet});
    const auto supplies = PurchaseStore(connection).supplies(product.id);
    const auto served = servedOn(product.stock.available(), supplies, entries, product.terms.policy, today, {});
    std::map<OrderLineId, QDate> days;
    for (size_t i = 0; i < entries.size(); ++i)
        days[entries[i].line] = served[i];
    return days;
}

} // namespace

/// Another purchase is overdue, and what comes is given out before it, under any policy and any override for this receipt.
void WhatIfTest::whatComesTodayIsWhatPostingItLeaves()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    QRandomGenerator random(27);
    const Caller later = callerAt(20 * 24 * 60);
    for (int i = 0; i < 60; ++i) {
        ProductTerms terms;
        terms.sku = terms.name = QStringLiteral("P%1").arg(i);
        terms.price = 1000;
        terms.policy = AllocationPolicy(i % 5);
        const ProductId product = must(ProductService(connection).add(terms, callerAt())).id;
        for (int line = 0; line < 5; ++line) {
            OrderDraft draft;
            draft.customer = QStringLiteral("Customer %1").arg(line);
            draft.lines = {{terms.sku, 1 + random.bounded(6), {}}};
            must(OrderService(connection).place(draft, callerAt(line + 1)));
        }
        const auto buy = [&](int units, int days) {
            return must(
                PurchaseService(connection).place({QStringLiteral("Maker"), {{terms.sku, units, {}}}, inDays(days), {}}, callerAt(9)));
        };
        buy(1 + random.bounded(9), 3); // overdue
        const StoredPurchase purchase = buy(5 + random.bounded(9), 30);
        const Units comes = 1 + random.bounded(4);
        WhatIf change;
        change.parts = {{later.today(), {{product, comes}}}};
        if (random.bounded(3) == 0)
            change.policy = AllocationPolicy(random.bounded(5));
        auto foreseen = daysOf(connection, terms.sku, later.today());
        for (const AffectedLine &line : must(whatIf(connection, purchase.id, change, later.today())).lines)
            foreseen[line.line] = line.after;
        must(ReceivingService(connection).post({purchase.id, {{terms.sku, comes, 0}}, change.policy, {}}, later));
        must(PurchaseService(connection).close(purchase.id, later));
        auto real = daysOf(connection, terms.sku, later.today());
        for (const auto &[line, day] : foreseen)
            QCOMPARE(real.contains(line) ? real[line] : later.today(), day);
    }
    QCOMPARE(broken(connection), QString());
}

void WhatIfTest::anEditionIsCutAsComparedAndComesBack()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    Connection &connection = shop.connection;
    must(PaymentService(connection).pay(shop.bob, 6000, {}, callerAt(5)));
    ShortEditions editions(connection);
    const auto choices = must(editions.compare(lamp, 8));
    QCOMPARE(choices.size(), size_t(4));
    QCOMPARE(choices[0].policy, AllocationPolicy::FirstCome);
    QCOMPARE(choices[0].cut, 4);
    QCOMPARE(choices[0].losses.size(), size_t(2)); // Bob 3, Cleo 1
    QCOMPARE(choices[0].emptied, 1);
    QCOMPARE(choices[0].refundDue, 3000);
    QCOMPARE(choices[1].losses.front().customer, QStringLiteral("Ada"));
    const EditionCutDone cut = must(editions.cut(lamp, 8, choices[0], why, callerAt(6)));
    QCOMPARE(cut.notices, 2);
    NoticeService notices(connection);
    must(notices.prepareDue());
    const auto prepared = must(notices.list({NoticeState::Open, NoticeKind::Shortened, {}}));
    const auto told = must(notices.write(prepared, callerAt(6).today()));
    QCOMPARE(told.size(), size_t(2));
    for (const WrittenNotice &notice : told) {
        const bool isBobs = notice.notice.order == shop.bob;
        QVERIFY2(notice.words.body.contains(isBobs ? QStringLiteral("3 × ") : QStringLiteral("1 × ")), qPrintable(notice.words.body));
        QCOMPARE(notice.words.body.contains(QStringLiteral("We will pay 30.00 EUR back to you.")), isBobs); // Cleo has paid nothing
        QCOMPARE(notice.words.body.contains(QStringLiteral("This stays of it:\n\nnothing")), !isBobs);
    }
    QVERIFY(must(notices.list({NoticeState::Open, NoticeKind::RefundDue, {}})).empty()); // it is named already
    QCOMPARE(cut.sizeBefore, std::optional<Units>(100));
    const OrderView bob = must(OrderService(connection).show(shop.bob, callerAt(7)));
    QCOMPARE(bob.lines.front().line.waiting, 3);
    QCOMPARE(bob.refundDue(), 3000);
    QCOMPARE(must(OrderService(connection).show(shop.cleo, callerAt(7))).status(), QStringLiteral("cancelled"));
    QCOMPARE(must(ProductService(connection).show(lamp)).terms.editionSize, std::optional<Units>(8));
    QVERIFY(!OrderService(connection).place({}, callerAt(7)));
    QCOMPARE(broken(connection), QString());
    QCOMPARE(must(editions.takeBack(cut, why, callerAt(8))), 4);
    QVERIFY(!editions.takeBack(cut, why, callerAt(9)));
    QVERIFY(must(notices.list({NoticeState::Open, NoticeKind::Shortened, {}})).empty());
    QCOMPARE(must(OrderService(connection).show(shop.bob, callerAt(9))).lines.front().line.waiting, 6);
    QCOMPARE(must(ProductService(connection).show(lamp)).terms.editionSize, std::optional<Units>(100));
    QCOMPARE(broken(connection), QString());
}

void WhatIfTest::aCutThatIsOutOfDateIsRefused()
{
    TEST_DATABASE(database);
    Shop shop(database.connection());
    ShortEditions editions(shop.connection);
    const auto choices = must(editions.compare(lamp, 8));
    order(shop.connection, "Dan", 2, 6);
    const auto late = editions.cut(lamp, 8, choices[1], why, callerAt(7));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Error::Kind::Conflict);
    QVERIFY(!editions.cut(lamp, 8, choices[1], {}, callerAt(7)));
    must(ReceivingService(shop.connection).post({shop.purchase.id, {{lamp, 9, 0}}, {}, {}}, callerAt(8)));
    const auto tooSmall = editions.compare(lamp, 8);
    QVERIFY(!tooSmall);
    QVERIFY(tooSmall.error().message.contains(QStringLiteral("9 units")));
    QVERIFY(!editions.compare(QStringLiteral("NONE"), 8));
    // Nor can it be as many as were sold, or more: there is nothing to cut.
    for (Units size : {14, 15, 100, 200}) {
        const auto enough = editions.compare(lamp, size);
        QVERIFY(!enough);
        QCOMPARE(enough.error().field, QStringLiteral("size"));
        QVERIFY2(enough.error().message.contains(QStringLiteral("14 units")), qPrintable(enough.error().message));
        QVERIFY(!editions.cut(lamp, size, EditionChoice{AllocationPolicy::FirstCome, {}, 0, 0, 0, size - 14}, why, callerAt(9)));
    }
    QVERIFY(editions.compare(lamp, 13));
    QCOMPARE(broken(shop.connection), QString());
}

void WhatIfTest::cutsKeepEveryRuleInABusyBusiness()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    RandomDesk desk(connection, 5);
    QRandomGenerator random(6);
    ShortEditions editions(connection);
    int cuts = 0;
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round) {
        for (int step = 0; step < 10; ++step)
            static_cast<void>(desk.step());
        const QString sku = RandomDesk::sku(1 + random.bounded(RandomDesk::products));
        OrderDraft wish;
        wish.customer = QStringLiteral("Customer of round %1").arg(round);
        wish.lines = {{sku, 5, {}}};
        static_cast<void>(OrderService(connection).place(wish, callerAt(19'000 + round))); // where its caps allow it
        const StockFigures stock = must(ProductService(connection).show(sku)).stock;
        const Units size = std::max<Units>(1, stock.shipped + stock.allocated + random.bounded(5));
        const auto choices = editions.compare(sku, size);
        if (!choices)
            continue;
        const EditionChoice &choice = (*choices)[size_t(random.bounded(4))];
        const EditionCutDone done = must(editions.cut(sku, size, choice, why, callerAt(20'000 + round)));
        const StockFigures after = must(ProductService(connection).show(sku)).stock;
        QVERIFY(after.waiting() <= stock.waiting() - choice.cut); // whole lines may be served by what was free
        QVERIFY(after.sold() <= size || choice.cut == 0);
        if (random.bounded(2) == 0)
            must(editions.takeBack(done, why, callerAt(20'000 + round)));
        cuts += choice.cut > 0;
        QCOMPARE(broken(connection), QString());
    }
    QVERIFY(cuts > 10);
}

QTEST_GUILESS_MAIN(WhatIfTest)
#include "whatiftest.moc"
