#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/explanation.h"
#include "models/services/noticeservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/reports.h"
#include "models/services/shippingservice.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// The rules of the line (product.md §2), by example. Each test ends with a clean check.
class RulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void capsCountBothLinesOfAnOrder_data() { eachDatabase(); }
    void capsCountBothLinesOfAnOrder();
    void aRefusalIsRecordedAsDemand_data() { eachDatabase(); }
    void aRefusalIsRecordedAsDemand();
    void preordersAreAllocatedButNotShippedBeforeRelease_data() { eachDatabase(); }
    void preordersAreAllocatedButNotShippedBeforeRelease();
    void shipCompleteWaitsForEveryLine_data() { eachDatabase(); }
    void shipCompleteWaitsForEveryLine();
    void anUnmetDepositKeepsTheOrder_data() { eachDatabase(); }
    void anUnmetDepositKeepsTheOrder();
    void aVoidRestoresTheRanks_data() { eachDatabase(); }
    void aVoidRestoresTheRanks();
    void aVoidAfterAShipmentNamesIt_data() { eachDatabase(); }
    void aVoidAfterAShipmentNamesIt();
    void aVoidAfterACountTakesWhatIsThere_data() { eachDatabase(); }
    void aVoidAfterACountTakesWhatIsThere();
    void aVoidOnAClosedPurchaseOrdersNothingAgain_data() { eachDatabase(); }
    void aVoidOnAClosedPurchaseOrdersNothingAgain();
    void aShortCountTakesFromTheLowestRanked_data() { eachDatabase(); }
    void aShortCountTakesFromTheLowestRanked();
    void aMoveListsWhoWasPushedBackAndCanBeUndone_data() { eachDatabase(); }
    void aMoveListsWhoWasPushedBackAndCanBeUndone();
    void movedLinesNeverShareAPlace_data() { eachDatabase(); }
    void movedLinesNeverShareAPlace();
    void aMovedReleaseMovesPromisesAndPreparesNotices_data() { eachDatabase(); }
    void aMovedReleaseMovesPromisesAndPreparesNotices();
    void anEarlierReleasePutsNoPromiseIntoThePast_data() { eachDatabase(); }
    void anEarlierReleasePutsNoPromiseIntoThePast();
    void aPromiseKeepsTheFirstDay_data() { eachDatabase(); }
    void aPromiseKeepsTheFirstDay();
    void aWaitingLineSaysWhy_data() { eachDatabase(); }
    void aWaitingLineSaysWhy();
    void everyAllocationSaysWhy_data() { eachDatabase(); }
    void everyAllocationSaysWhy();
    void moreThanWasOrderedIsOverReceipt_data() { eachDatabase(); }
    void moreThanWasOrderedIsOverReceipt();
    void valuesBeyondALineAreRefused_data() { eachDatabase(); }
    void valuesBeyondALineAreRefused();
};

namespace {

const QString why = QStringLiteral("because");
const QString lamp = QStringLiteral("LAMP");

void addLamp(
    Connection &connection, const std::function<void(ProductTerms &)> &more = [](ProductTerms &) {})
{
    ProductTerms terms;
    terms.sku = terms.name = lamp;
    terms.price = 1000;
    more(terms);
    must(ProductService(connection).add(terms, callerAt()));
}

Result<OrderView> place(
    Connection &connection, const QString &customer, const std::vector<Units> &units, int minute = 0,
    const std::function<void(OrderDraft &)> &more = [](OrderDraft &) {})
{
    OrderDraft draft;
    draft.customer = customer;
    for (Units each : units)
        draft.lines.push_back({lamp, each, {}});
    more(draft);
    return OrderService(connection).place(draft, callerAt(minute));
}

ReceiptOutcome receive(Connection &connection, Units units, PurchaseId purchase = {})
{
    ReceiptDraft draft;
    draft.purchase = purchase;
    draft.lines.push_back({lamp, units, 0});
    return must(ReceivingService(connection).post(draft, callerAt()));
}

/// "customer:waiting" in rank order.
QString waitingLine(Connection &connection)
{
    QStringList entries;
    for (const QueueEntry &entry : must(queueOf(connection, lamp, callerAt().today())))
        entries += QStringLiteral("%1:%2").arg(entry.row.customer).arg(entry.row.waiting);
    return entries.join(u' ');
}

StockFigures stock(Connection &connection) { return must(ProductService(connection).show(lamp)).stock; }

#define CHECK_IS_CLEAN(connection) QVERIFY(must(checkDatabase(connection)).isOk())

} // namespace

void RulesTest::capsCountBothLinesOfAnOrder()
{
    TEST_DATABASE(database);
    addLamp(database.connection(), [](ProductTerms &terms) { terms.editionSize = 5; });
    const auto refused = place(database.connection(), QStringLiteral("Ann"), {3, 3});
    QVERIFY(!refused && refused.error().kind == Error::Kind::Refused);
    QVERIFY2(refused.error().message.contains(QStringLiteral("Lower them to 5.")), qPrintable(refused.error().message));
    must(place(database.connection(), QStringLiteral("Ann"), {3, 2}));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::aRefusalIsRecordedAsDemand()
{
    TEST_DATABASE(database);
    addLamp(database.connection(), [](ProductTerms &terms) { terms.backorderLimit = 0; });
    QVERIFY(!place(database.connection(), QStringLiteral("Ann"), {4}));
    QCOMPARE(database.connection().integer("SELECT units FROM refused_demand WHERE customer = 'Ann'"), qint64(4));
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM sales_order"), qint64(0));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::preordersAreAllocatedButNotShippedBeforeRelease()
{
    TEST_DATABASE(database);
    addLamp(database.connection(), [](ProductTerms &terms) { terms.release = callerAt().today().addDays(3); });
    const OrderView order = must(place(database.connection(), QStringLiteral("Ann"), {2}));
    receive(database.connection(), 2);
    QCOMPARE(stock(database.connection()).allocated, Units(2));
    QVERIFY(!ShippingService(database.connection()).ship(order.order.id, {}, callerAt()));
    QCOMPARE(must(OrderService(database.connection()).show(order.order.id, callerAt())).lines[0].coverage.eta,
             callerAt().today().addDays(3));
    must(ShippingService(database.connection()).ship(order.order.id, {}, callerAt(3 * 24 * 60)));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::shipCompleteWaitsForEveryLine()
{
    TEST_DATABASE(database);
    addLamp(database.connection());
    const OrderView order =
        must(place(database.connection(), QStringLiteral("Ann"), {2, 2}, 0, [](OrderDraft &draft) { draft.shipComplete = true; }));
    receive(database.connection(), 3);
    const auto refused = ShippingService(database.connection()).ship(order.order.id, {}, callerAt());
    QVERIFY(!refused && refused.error().message.contains(QStringLiteral("shipped complete")));
    receive(database.connection(), 1);
    must(ShippingService(database.connection()).ship(order.order.id, {}, callerAt()));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::anUnmetDepositKeepsTheOrder()
{
    TEST_DATABASE(database);
    addLamp(database.connection(), [](ProductTerms &terms) { terms.deposit = {DepositTerms::Kind::Percent, 5000}; });
    const OrderView order = must(place(database.connection(), QStringLiteral("Ann"), {2}));
    receive(database.connection(), 2);
    const auto refused = ShippingService(database.connection()).ship(order.order.id, {}, callerAt());
    QVERIFY(!refused && refused.error().message.contains(QStringLiteral("10.00 is missing")));
    must(PaymentService(database.connection()).pay(order.order.id, 1000, {}, callerAt()));
    must(ShippingService(database.connection()).ship(order.order.id, {}, callerAt()));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::aVoidRestoresTheRanks()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    must(place(connection, QStringLiteral("Ann"), {3}, 1));
    const OrderView bob = must(place(connection, QStringLiteral("Bob"), {3}, 2));
    must(place(connection, QStringLiteral("Cas"), {3}, 3));
    const QString before = waitingLine(connection);
    const ReceiptOutcome first = receive(connection, 5);
    const ReceiptOutcome second = receive(connection, 2);
    QCOMPARE(waitingLine(connection), QStringLiteral("Cas:2"));
    must(ReceivingService(connection).voidReceipt(first.receipt, why, callerAt()));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:3 Bob:2 Cas:2")); // the second receipt's units stay where they are
    must(OrderService(connection).cancel(bob.order.id, {}, {}, why, callerAt()));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:2 Cas:2")); // Bob's unit went to the first in line
    must(ReceivingService(connection).voidReceipt(second.receipt, why, callerAt()));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:3 Cas:3"));
    QVERIFY(before.startsWith(QStringLiteral("Ann:3")));
    QVERIFY(!ReceivingService(connection).voidReceipt(second.receipt, why, callerAt()));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aVoidAfterAShipmentNamesIt()
{
    TEST_DATABASE(database);
    addLamp(database.connection());
    const OrderView order = must(place(database.connection(), QStringLiteral("Ann"), {3}));
    const ReceiptOutcome receipt = receive(database.connection(), 5);
    const ShipmentView shipment = must(ShippingService(database.connection()).ship(order.order.id, {}, callerAt()));
    const auto refused = ReceivingService(database.connection()).voidReceipt(receipt.receipt, why, callerAt());
    QVERIFY(!refused && refused.error().message.contains(QStringLiteral("shipment %1.").arg(shipment.shipment.value)));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::aVoidAfterACountTakesWhatIsThere()
{
    TEST_DATABASE(database);
    addLamp(database.connection());
    const ReceiptOutcome receipt = receive(database.connection(), 10);
    must(CountService(database.connection()).count(lamp, 4, why, callerAt()));
    must(ReceivingService(database.connection()).voidReceipt(receipt.receipt, why, callerAt()));
    QCOMPARE(stock(database.connection()).onHand, Units(0));
    CHECK_IS_CLEAN(database.connection());
}

void RulesTest::aVoidOnAClosedPurchaseOrdersNothingAgain()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    const StoredPurchase purchase =
        must(PurchaseService(connection).place({QStringLiteral("Maker"), {{lamp, 10, {}}}, callerAt().today(), {}}, callerAt()));
    const ReceiptOutcome receipt = receive(connection, 6, purchase.id);
    must(PurchaseService(connection).close(purchase.id, callerAt()));
    must(ReceivingService(connection).voidReceipt(receipt.receipt, why, callerAt()));
    QCOMPARE(stock(connection).onOrder, Units(0));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aShortCountTakesFromTheLowestRanked()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection, [](ProductTerms &terms) { terms.backorderLimit = 6; });
    must(place(connection, QStringLiteral("Ann"), {3}, 1));
    must(place(connection, QStringLiteral("Bob"), {3}, 2));
    receive(connection, 6);
    must(place(connection, QStringLiteral("Cas"), {6}, 3));
    const CountOutcome outcome = must(CountService(connection).count(lamp, 2, why, callerAt()));
    QCOMPARE(outcome.takenBack.size(), size_t(2));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:1 Bob:3 Cas:6")); // beyond the limit, as the count demands
    QVERIFY(!place(connection, QStringLiteral("Dan"), {1}, 4));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aMoveListsWhoWasPushedBackAndCanBeUndone()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    std::vector<OrderView> orders;
    for (const char *name : {"Ann", "Bob", "Cas", "Dan"})
        orders.push_back(must(place(connection, QString::fromLatin1(name), {1}, int(orders.size()))));
    const auto line = [&](size_t i) { return orders[i].lines[0].line.id; };
    const MoveOutcome moved = must(OrderService(connection).moveLine(line(3), Side::Before, line(1), why, callerAt()));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:1 Dan:1 Bob:1 Cas:1"));
    QCOMPARE(moved.pushedBack, (std::vector<PushedBack>{{orders[1].order.id, line(1), 2, 3}, {orders[2].order.id, line(2), 3, 4}}));
    const MoveOutcome back = must(OrderService(connection).undoMove(line(3), why, callerAt()));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:1 Bob:1 Cas:1 Dan:1"));
    QCOMPARE(back.pushedBack, (std::vector<PushedBack>{{orders[3].order.id, line(3), 2, 4}}));
    QVERIFY(!OrderService(connection).undoMove(line(3), why, callerAt()));
    QVERIFY(!OrderService(connection).moveLine(line(3), Side::Before, line(1), {}, callerAt()));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::movedLinesNeverShareAPlace()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    std::vector<OrderView> orders;
    for (const char *name : {"Ann", "Bob", "Cas"})
        orders.push_back(must(place(connection, QString::fromLatin1(name), {1}, int(orders.size()))));
    const auto line = [&](size_t i) { return orders[i].lines[0].line.id; };
    must(OrderService(connection).moveLine(line(1), Side::Before, line(0), why, callerAt()));
    receive(connection, 1); // Bob is served and waits no more
    must(OrderService(connection).moveLine(line(2), Side::Before, line(0), why, callerAt()));
    receive(connection, 1);
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM allocated_line"), qint64(2));
    QCOMPARE(waitingLine(connection), QStringLiteral("Ann:1"));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aMovedReleaseMovesPromisesAndPreparesNotices()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const QDate release = callerAt().today().addDays(10);
    addLamp(connection, [&](ProductTerms &terms) { terms.release = release; });
    const OrderView order = must(place(connection, QStringLiteral("Ann"), {1}, 0, [&](OrderDraft &draft) { draft.promise = release; }));
    must(ProductService(connection)
             .change(
                 lamp,
                 [&](ProductTerms &terms) {
                     terms.release = release.addDays(5);
                     return Result<Done>(Done{});
                 },
                 callerAt()));
    const StoredOrderLine line = must(OrderService(connection).show(order.order.id, callerAt())).lines[0].line;
    QVERIFY(line.promiseFirst == release && line.promise == release.addDays(5));
    NoticeService service(connection);
    const NoticeFilter moved{NoticeState::Open, NoticeKind::DateMoved, {}};
    const std::vector<NoticeId> ids = must(service.list(moved));
    const std::vector<StoredNotice> notices = must(service.read(ids));
    QCOMPARE(notices.size(), size_t(1));
    QCOMPARE(notices[0].customerName, QStringLiteral("Ann"));
    QVERIFY(notices[0].before == release && notices[0].after == release.addDays(5));
    must(service.markTold(ids, callerAt()));
    QVERIFY(must(service.list(moved)).empty());
    QVERIFY(!service.markTold(ids, callerAt()));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::anEarlierReleasePutsNoPromiseIntoThePast()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const QDate today = callerAt().today();
    const QDate release = today.addDays(10);
    addLamp(connection, [&](ProductTerms &terms) { terms.release = release; });
    const auto orderFor = [&](const QString &customer, std::optional<QDate> promise) {
        return must(place(connection, customer, {1}, 0, [&](OrderDraft &draft) { draft.promise = promise; })).order.id;
    };
    const OrderId late = orderFor(QStringLiteral("Late"), today.addDays(-1));
    const OrderId soon = orderFor(QStringLiteral("Soon"), today.addDays(12));
    const OrderId later = orderFor(QStringLiteral("Later"), today.addDays(40));
    const OrderId never = orderFor(QStringLiteral("Never"), std::nullopt);
    const auto promiseOf = [&](OrderId order) {
        return must(OrderService(connection).show(order, callerAt())).lines[0].line.promise.value_or(QDate());
    };
    const auto releasedOn = [](QDate day) {
        return [day](ProductTerms &terms) {
            terms.release = day;
            return Result<Done>(Done{});
        };
    };
    ProductService products(connection);
    must(products.change(lamp, releasedOn(today.addDays(-20)), callerAt()));
    QCOMPARE(promiseOf(late), today.addDays(-1));
    QCOMPARE(promiseOf(soon), today);
    QCOMPARE(promiseOf(later), today.addDays(10));
    QCOMPARE(promiseOf(never), QDate());
    NoticeService notices(connection);
    const NoticeFilter moved{NoticeState::Open, NoticeKind::DateMoved, {}};
    // The letter names the day the customer was told.
    for (const auto &[order, told] :
         std::initializer_list<std::pair<OrderId, QDate>>{{soon, today.addDays(12)}, {later, today.addDays(40)}, {never, release}}) {
        NoticeFilter ofOrder = moved;
        ofOrder.order = order;
        QCOMPARE(must(notices.read(must(notices.list(ofOrder)))).front().before, std::optional(told));
    }
    // Taken back, everybody is promised what they were, and nobody is to be told.
    must(products.takeBack(lamp, releasedOn(release), callerAt()));
    QCOMPARE(promiseOf(soon), today.addDays(12));
    QCOMPARE(promiseOf(later), today.addDays(40));
    QVERIFY(must(notices.list(moved)).empty());
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aPromiseKeepsTheFirstDay()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    const OrderView order = must(place(connection, QStringLiteral("Ann"), {1}));
    const QDate day = callerAt().today().addDays(5);
    must(OrderService(connection).setPromise(order.order.id, order.lines[0].line.id, day, why, callerAt()));
    const OrderView later =
        must(OrderService(connection).setPromise(order.order.id, order.lines[0].line.id, day.addDays(2), why, callerAt()));
    QVERIFY(later.lines[0].line.promiseFirst == day && later.lines[0].line.promise == day.addDays(2));
    CHECK_IS_CLEAN(connection);
}

void RulesTest::aWaitingLineSaysWhy()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    must(place(connection, QStringLiteral("Ann"), {14}, 1));
    const OrderLineId line = must(place(connection, QStringLiteral("Bob"), {6}, 2)).lines[0].line.id;
    QCOMPARE(must(explainLine(connection, line, callerAt().today())).sentence, QStringLiteral("14 units ahead; nothing is on order"));
    const PurchaseId purchase =
        must(PurchaseService(connection).place({QStringLiteral("Maker"), {{lamp, 40, {}}}, QDate(2026, 10, 14), {}}, callerAt())).id;
    QCOMPARE(must(explainLine(connection, line, callerAt().today())).sentence,
             QStringLiteral("14 units ahead; next supply PO-%1 on 14 Oct, covers 40").arg(purchase.value));
    // Of those behind, the one whom it reaches in part, and the one whom it does not reach.
    const OrderLineId part = must(place(connection, QStringLiteral("Cid"), {25}, 3)).lines[0].line.id;
    QCOMPARE(must(explainLine(connection, part, callerAt().today())).sentence,
             QStringLiteral("20 units ahead; next supply PO-%1 on 14 Oct, covers 40; 20 of the 25 come with PO-%1 on 14 Oct; the other 5 "
                            "are not covered by any supply yet")
                 .arg(purchase.value));
    const OrderLineId none = must(place(connection, QStringLiteral("Dan"), {2}, 4)).lines[0].line.id;
    QVERIFY(!must(explainLine(connection, none, callerAt().today())).coverage.partlyBy);
    const OrderView first = must(OrderService(connection).show({1}, callerAt()));
    QVERIFY(
        must(explainLine(connection, first.lines[0].line.id, callerAt().today())).sentence.startsWith(QStringLiteral("nobody ahead; ")));
}

void RulesTest::everyAllocationSaysWhy()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection, [](ProductTerms &terms) { terms.policy = AllocationPolicy::OneEach; });
    must(place(connection, QStringLiteral("Ann"), {4}, 1));
    const OrderLineId line = must(place(connection, QStringLiteral("Bob"), {4}, 2)).lines[0].line.id;
    receive(connection, 5);
    const std::vector<AllocationReason> reasons = must(allocationsOf(connection, line));
    QCOMPARE(reasons.size(), size_t(1));
    QCOMPARE(reasons[0].kind, QStringLiteral("receive"));
    QCOMPARE(reasons[0].actor, QStringLiteral("tester"));
    QVERIFY(reasons[0].policy == AllocationPolicy::OneEach && reasons[0].place == 2 && reasons[0].unitsAhead == 4);
    QVERIFY(reasons[0].unitsSeen == 5 && reasons[0].units == 2);
}

void RulesTest::moreThanWasOrderedIsOverReceipt()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection);
    const PurchaseId purchase =
        must(PurchaseService(connection).place({QStringLiteral("Maker"), {{lamp, 4, {}}}, callerAt().today(), {}}, callerAt())).id;
    receive(connection, 6, purchase);
    const StoredPurchaseLine line = must(PurchaseService(connection).show(purchase)).lines[0];
    QVERIFY(line.received == 6 && line.overReceived == 2 && line.onOrder() == 0);
    CHECK_IS_CLEAN(connection);
}

void RulesTest::valuesBeyondALineAreRefused()
{
    TEST_DATABASE(database);
    addLamp(database.connection(), [](ProductTerms &terms) { terms.price = maximumMoney / 10; });
    const auto refused = place(database.connection(), QStringLiteral("Ann"), {11});
    QVERIFY(!refused && refused.error().kind == Error::Kind::Invalid);
    must(place(database.connection(), QStringLiteral("Ann"), {10}));
    CHECK_IS_CLEAN(database.connection());
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rulestest.moc"
