#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/orderlist.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "models/services/returnservice.h"
#include "models/services/shippinglist.h"
#include "models/services/shippingservice.h"
#include "models/services/storesettings.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// What the dock does with goods, by example. Each test ends with a clean check.
class DockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aVoidShipmentIsAllocatedToItsLineAgain_data() { eachDatabase(); }
    void aVoidShipmentIsAllocatedToItsLineAgain();
    void aShipmentIsVoidedOnItsDayOnly_data() { eachDatabase(); }
    void aShipmentIsVoidedOnItsDayOnly();
    void aReceiptCanBeVoidedAfterItsShipmentWas_data() { eachDatabase(); }
    void aReceiptCanBeVoidedAfterItsShipmentWas();
    void aReturnToStockServesTheNextInLine_data() { eachDatabase(); }
    void aReturnToStockServesTheNextInLine();
    void noMoreComesBackThanWasShipped_data() { eachDatabase(); }
    void noMoreComesBackThanWasShipped();
    void aCountSheetIsPostedAsOneOperation_data() { eachDatabase(); }
    void aCountSheetIsPostedAsOneOperation();
    void aSheetThatIsOutOfDateIsRefused_data() { eachDatabase(); }
    void aSheetThatIsOutOfDateIsRefused();
    void damageTakesFromTheLowestRanked_data() { eachDatabase(); }
    void damageTakesFromTheLowestRanked();
    void aCountTakenBackLeavesEverybodyWithWhatTheyHad_data();
    void aCountTakenBackLeavesEverybodyWithWhatTheyHad();
    void aShortPickTakenBackGivesTheUnitsToThoseWhoLostThem_data() { eachDatabase(); }
    void aShortPickTakenBackGivesTheUnitsToThoseWhoLostThem();
    void unitsThatAreNotWantedBackGoToTheNextInLine_data() { eachDatabase(); }
    void unitsThatAreNotWantedBackGoToTheNextInLine();
    void aDraftIsNotOnOrderUntilItIsPlaced_data() { eachDatabase(); }
    void aDraftIsNotOnOrderUntilItIsPlaced();
    void aPurchaseChangesWhileNothingCameOfIt_data() { eachDatabase(); }
    void aPurchaseChangesWhileNothingCameOfIt();
    void ordersAreReadyByOneRule_data() { eachDatabase(); }
    void ordersAreReadyByOneRule();
    void aClosedPurchaseIsOpenedAgain_data() { eachDatabase(); }
    void aClosedPurchaseIsOpenedAgain();
};

namespace {

const QString why = QStringLiteral("because");
const QString lamp = QStringLiteral("LAMP");

void addProduct(Connection &connection, const QString &sku)
{
    ProductTerms terms;
    terms.sku = terms.name = sku;
    terms.price = 1000;
    terms.cost = 400;
    must(ProductService(connection).add(terms, callerAt()));
}

OrderView order(Connection &connection, const QString &customer, Units units, qint64 minute)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines = {{lamp, units, {}}};
    return must(OrderService(connection).place(draft, callerAt(minute)));
}

ReceiptOutcome receive(Connection &connection, Units units, qint64 minute)
{
    return must(ReceivingService(connection).post({{}, {{lamp, units, 0}}, {}, {}}, callerAt(minute)));
}

OrderLineView lineOf(Connection &connection, OrderId id) { return must(OrderService(connection).show(id, callerAt(500))).lines.front(); }

StockFigures stockOf(Connection &connection, const QString &sku = lamp) { return must(ProductService(connection).show(sku)).stock; }

QString broken(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

constexpr qint64 nextDay = 24 * 60;

} // namespace

void DockTest::aVoidShipmentIsAllocatedToItsLineAgain()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView first = order(connection, QStringLiteral("Ada"), 3, 1);
    order(connection, QStringLiteral("Bob"), 3, 2);
    must(PaymentService(connection).pay(first.order.id, 3000, {}, callerAt(3)));
    receive(connection, 4, 4);
    const auto shipped =
        must(ShippingService(connection).ship(first.order.id, {}, callerAt(5), {QStringLiteral("DHL"), QStringLiteral("JD01")}));
    QCOMPARE(must(ShippingService(connection).show(shipped.shipment)).parcel, (Parcel{QStringLiteral("DHL"), QStringLiteral("JD01")}));
    const auto outcome = must(ShippingService(connection).voidShipment(shipped.shipment, why, callerAt(6)));
    QCOMPARE(outcome.returned.size(), size_t(1));
    QCOMPARE(outcome.returned.front().units, 3);
    QCOMPARE(lineOf(connection, first.order.id).line.allocated, 3);
    QCOMPARE(lineOf(connection, first.order.id).line.shipped, 0);
    QCOMPARE(stockOf(connection).onHand, 4);
    QCOMPARE(stockOf(connection).shipped, 0);
    QVERIFY(!ShippingService(connection).voidShipment(shipped.shipment, why, callerAt(7)));
    // Undone by shipping the same units again.
    must(ShippingService(connection).ship(first.order.id, {{first.lines.front().line.id, 3}}, callerAt(8)));
    QCOMPARE(lineOf(connection, first.order.id).line.shipped, 3);
    QCOMPARE(broken(connection), QString());
}

void DockTest::aShipmentIsVoidedOnItsDayOnly()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView only = order(connection, QStringLiteral("Ada"), 3, 1);
    receive(connection, 3, 2);
    const auto shipped = must(ShippingService(connection).ship(only.order.id, {}, callerAt(3)));
    const auto late = ShippingService(connection).voidShipment(shipped.shipment, why, callerAt(nextDay));
    QVERIFY(!late);
    QVERIFY(late.error().message.contains(QLocale().toString(QDate(2026, 3, 2), QLocale::ShortFormat)));
    QVERIFY(!ShippingService(connection).voidShipment(shipped.shipment, {}, callerAt(4)));
    QVERIFY(!ShippingService(connection).voidShipment({77}, why, callerAt(4)));
    QCOMPARE(stockOf(connection).shipped, 3);
    QCOMPARE(broken(connection), QString());
}

void DockTest::aReceiptCanBeVoidedAfterItsShipmentWas()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView only = order(connection, QStringLiteral("Ada"), 3, 1);
    const ReceiptOutcome receipt = receive(connection, 3, 2);
    const auto shipped = must(ShippingService(connection).ship(only.order.id, {}, callerAt(3)));
    QVERIFY(!ReceivingService(connection).voidReceipt(receipt.receipt, why, callerAt(4)));
    must(ShippingService(connection).voidShipment(shipped.shipment, why, callerAt(5)));
    must(ReceivingService(connection).voidReceipt(receipt.receipt, why, callerAt(6)));
    QCOMPARE(lineOf(connection, only.order.id).line.waiting, 3);
    QCOMPARE(stockOf(connection).onHand, 0);
    QCOMPARE(broken(connection), QString());
}

void DockTest::aReturnToStockServesTheNextInLine()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView first = order(connection, QStringLiteral("Ada"), 3, 1);
    const OrderView second = order(connection, QStringLiteral("Bob"), 2, 2);
    must(PaymentService(connection).pay(first.order.id, 3000, {}, callerAt(3)));
    receive(connection, 3, 4);
    const auto shipped = must(ShippingService(connection).ship(first.order.id, {}, callerAt(5)));
    const auto outcome =
        must(ReturnService(connection).take({shipped.shipment, {{first.lines.front().line.id, 1, 1}}, why}, callerAt(nextDay)));
    QCOMPARE(outcome.refundDue, 2000);
    QCOMPARE(outcome.served.size(), size_t(1));
    QCOMPARE(outcome.served.front().order, second.order.id);
    const StoredOrderLine line = lineOf(connection, first.order.id).line;
    QCOMPARE(line.shipped, 1);
    QCOMPARE(line.cancelled, 2);
    QCOMPARE(line.waiting, 0);
    QCOMPARE(stockOf(connection).onHand, 1);
    QCOMPARE(stockOf(connection).shipped, 1);
    QVERIFY(!ShippingService(connection).voidShipment(shipped.shipment, why, callerAt(6)));
    QCOMPARE(broken(connection), QString());
}

void DockTest::noMoreComesBackThanWasShipped()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView only = order(connection, QStringLiteral("Ada"), 3, 1);
    receive(connection, 2, 2);
    const auto shipped = must(ShippingService(connection).ship(only.order.id, {}, callerAt(3)));
    const OrderLineId line = only.lines.front().line.id;
    ReturnService returns(connection);
    QVERIFY(!returns.take({shipped.shipment, {{line, 2, 0}, {line, 0, 1}}, why}, callerAt(4)));
    must(returns.take({shipped.shipment, {{line, 1, 0}}, why}, callerAt(4)));
    const auto more = returns.take({shipped.shipment, {{line, 2, 0}}, why}, callerAt(5));
    QVERIFY(!more);
    QVERIFY(more.error().message.contains(QStringLiteral("Only 1 unit of LAMP")));
    QVERIFY(!returns.take({shipped.shipment, {}, why}, callerAt(5)));
    QVERIFY(!returns.take({shipped.shipment, {{line, 1, 0}}, {}}, callerAt(5)));
    QVERIFY(!returns.take({{99}, {{line, 1, 0}}, why}, callerAt(5)));
    QCOMPARE(broken(connection), QString());
}

void DockTest::aCountSheetIsPostedAsOneOperation()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    addProduct(connection, QStringLiteral("DESK"));
    const OrderView waiting = order(connection, QStringLiteral("Ada"), 3, 1);
    CountService counts(connection);
    const std::vector<CountedLine> sheet{{lamp, 5, {}}, {QStringLiteral("DESK"), 2, {}}};
    const auto variances = must(counts.review(sheet));
    QCOMPARE(variances.front().difference(), 5);
    const auto outcomes = must(counts.countAll(sheet, why, callerAt(2)));
    QCOMPARE(outcomes.size(), size_t(2));
    QCOMPARE(outcomes.front().served.size(), size_t(1));
    QCOMPARE(outcomes.back().served.size(), size_t(0));
    QCOMPARE(lineOf(connection, waiting.order.id).line.allocated, 3);
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM operation WHERE kind = 'count'"), 1);
    // All or none.
    QVERIFY(!counts.countAll({{lamp, 1, {}}, {QStringLiteral("NONE"), 2, {}}}, why, callerAt(3)));
    QVERIFY(!counts.countAll({{lamp, 1, {}}, {lamp, 2, {}}}, why, callerAt(3)));
    QCOMPARE(stockOf(connection).onHand, 5);
    QCOMPARE(broken(connection), QString());
}

void DockTest::aSheetThatIsOutOfDateIsRefused()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    receive(connection, 4, 1);
    receive(connection, 1, 2);
    const auto late = CountService(connection).countAll({{lamp, 4, 4}}, why, callerAt(3));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, Error::Kind::Conflict);
    must(CountService(connection).countAll({{lamp, 4, 5}}, why, callerAt(4)));
    QCOMPARE(stockOf(connection).onHand, 4);
    QCOMPARE(broken(connection), QString());
}

void DockTest::damageTakesFromTheLowestRanked()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    const OrderView first = order(connection, QStringLiteral("Ada"), 2, 1);
    const OrderView second = order(connection, QStringLiteral("Bob"), 2, 2);
    receive(connection, 4, 3);
    const auto outcome = must(CountService(connection).writeOff(lamp, 1, QStringLiteral("dropped"), callerAt(4)));
    QCOMPARE(outcome.before, 4);
    QCOMPARE(outcome.after, 3);
    QCOMPARE(outcome.takenBack.size(), size_t(1));
    QCOMPARE(outcome.takenBack.front().order, second.order.id);
    QCOMPARE(lineOf(connection, first.order.id).line.allocated, 2);
    QCOMPARE(lineOf(connection, second.order.id).line.waiting, 1);
    QVERIFY(!CountService(connection).writeOff(lamp, 4, why, callerAt(5)));
    QVERIFY(!CountService(connection).writeOff(lamp, 0, why, callerAt(5)));
    QVERIFY(!CountService(connection).writeOff(lamp, 1, {}, callerAt(5)));
    QCOMPARE(broken(connection), QString());
}

namespace {

/// Three orders of 4 under a policy; what each has set aside.
struct ThreeOrders {
    ThreeOrders(Connection &desk, AllocationPolicy policy) : connection(desk)
    {
        ProductTerms terms;
        terms.sku = terms.name = lamp;
        terms.price = 1000;
        terms.policy = policy;
        must(ProductService(connection).add(terms, callerAt()));
        for (int i = 0; i < 3; ++i)
            orders.push_back(order(connection, QStringLiteral("Customer %1").arg(i), 4, i + 1).order.id);
    }
    std::vector<Units> held() const
    {
        std::vector<Units> held;
        for (OrderId id : orders)
            held.push_back(lineOf(connection, id).line.allocated);
        return held;
    }

    Connection &connection;
    std::vector<OrderId> orders;
};

} // namespace

void DockTest::aCountTakenBackLeavesEverybodyWithWhatTheyHad_data()
{
    QTest::addColumn<waitline::Location::Kind>("kind");
    QTest::addColumn<int>("policy");
    QTest::addColumn<int>("counted");
    for (const auto &[name, kind] : {std::pair("SQLite", Location::Kind::SqliteFile), std::pair("PostgreSQL", Location::Kind::Postgres)}) {
        for (int policy = 0; policy <= int(AllocationPolicy::PaidFirst); ++policy) {
            for (int counted : {0, 3, 5, 7, 8, 11, 20})
                QTest::addRow("%s, policy %d, %d counted", name, policy, counted) << kind << policy << counted;
        }
    }
}

void DockTest::aCountTakenBackLeavesEverybodyWithWhatTheyHad()
{
    QFETCH(int, policy);
    QFETCH(int, counted);
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const ThreeOrders three(connection, AllocationPolicy(policy));
    receive(connection, 6, 10);
    const std::vector<Units> before = three.held();
    CountService counts(connection);
    const auto done = must(counts.countAll({{lamp, counted, 6}}, why, callerAt(11)));
    const auto back = must(counts.takeBack(done, why, callerAt(12)));
    QCOMPARE(three.held(), before);
    QCOMPARE(stockOf(connection).onHand, 6);
    QVERIFY(back.front().served.empty());
    QVERIFY(back.front().takenBack.empty());
    QCOMPARE(broken(connection), QString());
}

void DockTest::aShortPickTakenBackGivesTheUnitsToThoseWhoLostThem()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const ThreeOrders three(connection, AllocationPolicy::FairShare);
    receive(connection, 6, 10);
    CountService counts(connection);
    const auto missing = must(counts.writeOff(lamp, 3, why, callerAt(11)));
    QCOMPARE(three.held(), (std::vector<Units>{2, 1, 0}));
    must(counts.takeBack({missing}, why, callerAt(12)));
    QCOMPARE(three.held(), (std::vector<Units>{2, 2, 2}));
    QVERIFY(!counts.takeBack({missing}, why, callerAt(13))); // once
    QCOMPARE(broken(connection), QString());
}

void DockTest::unitsThatAreNotWantedBackGoToTheNextInLine()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const ThreeOrders three(connection, AllocationPolicy::FairShare);
    receive(connection, 6, 10);
    CountService counts(connection);
    const auto missing = must(counts.writeOff(lamp, 1, why, callerAt(11)));
    must(OrderService(connection).cancel(three.orders.back(), {}, {}, why, callerAt(12)));
    const auto back = must(counts.takeBack({missing}, why, callerAt(13)));
    QCOMPARE(back.front().served.size(), size_t(1)); // told, because it is not as before
    QCOMPARE(stockOf(connection).allocated, 6);
    QCOMPARE(broken(connection), QString());
}

void DockTest::aDraftIsNotOnOrderUntilItIsPlaced()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    PurchaseService purchases(connection);
    QVERIFY(!purchases.keepDraft({}, callerAt(1)));
    StoredPurchaseDraft draft;
    draft.supplier = QStringLiteral("Maker");
    draft.lines = {{lamp, 12, Money(350)}};
    draft.id = must(purchases.keepDraft(draft, callerAt(1)));
    draft.lines.push_back({lamp, 1, {}});
    QCOMPARE(must(purchases.keepDraft(draft, callerAt(2))), draft.id);
    const StoredPurchaseDraft kept = must(purchases.showDraft(draft.id));
    QCOMPARE(kept.lines.size(), size_t(2));
    QCOMPARE(kept.lines.front().unitCost, std::optional<Money>(350));
    QVERIFY(!kept.expected);
    QCOMPARE(stockOf(connection).onOrder, 0);
    const PurchaseDraft whole{QStringLiteral("Maker"), {{lamp, 12, {}}}, callerAt().today().addDays(9), {}};
    must(purchases.place(whole, callerAt(3), draft.id));
    QCOMPARE(stockOf(connection).onOrder, 12);
    QVERIFY(!purchases.showDraft(draft.id));
    QVERIFY(!purchases.place(whole, callerAt(4), draft.id));
    QVERIFY(!purchases.discardDraft(draft.id, callerAt(4)));
    QCOMPARE(broken(connection), QString());
}

void DockTest::aPurchaseChangesWhileNothingCameOfIt()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    addProduct(connection, QStringLiteral("DESK"));
    addProduct(connection, QStringLiteral("SOFA"));
    PurchaseService purchases(connection);
    const QDate day = callerAt().today().addDays(9);
    const auto placed =
        must(purchases.place({QStringLiteral("Maker"), {{lamp, 12, {}}, {QStringLiteral("DESK"), 4, {}}}, day, {}}, callerAt(1)));
    const auto receipt = must(ReceivingService(connection).post({placed.id, {{QStringLiteral("DESK"), 4, 0}}, {}, {}}, callerAt(2)));
    const PurchaseDraft other{QStringLiteral("Other"), {{lamp, 10, Money(300)}, {QStringLiteral("SOFA"), 2, {}}}, day.addDays(5), {}};
    QVERIFY(!purchases.change(placed.id, other, callerAt(3)));
    must(ReceivingService(connection).voidReceipt(receipt.receipt, why, callerAt(4)));
    const auto changed = must(purchases.change(placed.id, other, callerAt(5)));
    QCOMPARE(changed.supplier, QStringLiteral("Other"));
    QCOMPARE(changed.expected, day.addDays(5));
    QCOMPARE(changed.expectedFirst, day);
    QCOMPARE(changed.slip(), 5);
    QCOMPARE(stockOf(connection).onOrder, 10);
    QCOMPARE(stockOf(connection, QStringLiteral("DESK")).onOrder, 0);
    QCOMPARE(stockOf(connection, QStringLiteral("SOFA")).onOrder, 2);
    QCOMPARE(changed.toCome(), 12);
    QCOMPARE(broken(connection), QString());
}

/// The Orders list and the Ship list ask the same of an order, in words and in SQL.
void DockTest::ordersAreReadyByOneRule()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    RandomDesk desk(connection, 9);
    for (int i = 0; i < 250; ++i)
        static_cast<void>(desk.step());
    connection.runOnce(QStringLiteral("UPDATE sales_order SET ship_complete = 1 WHERE id % 3 = 0"));
    connection.runOnce(QStringLiteral("UPDATE sales_order SET deposit_required = 100 WHERE id % 5 = 0 AND paid = 0"));
    connection.runOnce(QStringLiteral("UPDATE product SET release_day = 40000 WHERE id = 2"));
    const QDate today = callerAt(1000).today();
    for (bool fullBalance : {false, true}) {
        StoreSettings settings = must(storeSettings(connection));
        settings.fullBalanceFirst = fullBalance;
        must(changeSettings(connection, settings, callerAt(1000)));
        for (const auto &[stage, state] :
             {std::pair(OrderStage::Ready, ReadyState::Ready), std::pair(OrderStage::KeptBack, ReadyState::Blocked)}) {
            OrderQuestion question{{}, OrderSort::Number, false};
            question.filter.stage = stage;
            const auto listed = must(listOrders(connection, question, today));
            std::vector<OrderId> shown;
            const ReadyListing ready = must(listReady(connection, {state, {}}, today));
            for (const auto &[order, isReady] : ready.orders)
                shown.push_back(order);
            QVERIFY(!listed.empty() || fullBalance);
            QVERIFY(listed == shown);
            for (const OrderRow &row : must(orderRows(connection, listed, today)))
                QCOMPARE(row.state == OrderState::KeptBack, stage == OrderStage::KeptBack);
        }
    }
}

void DockTest::aClosedPurchaseIsOpenedAgain()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addProduct(connection, lamp);
    PurchaseService purchases(connection);
    const auto placed = must(purchases.place({QStringLiteral("Maker"), {{lamp, 12, {}}}, callerAt().today().addDays(9), {}}, callerAt(1)));
    const auto receipt = must(ReceivingService(connection).post({placed.id, {{lamp, 5, 0}}, {}, {}}, callerAt(2)));
    QVERIFY(!purchases.reopen(placed.id, callerAt(3)));
    const StoredPurchase before = must(purchases.show(placed.id));
    must(purchases.close(placed.id, callerAt(4)));
    QCOMPARE(stockOf(connection).onOrder, 0);
    const auto open = must(purchases.reopen(placed.id, callerAt(5), before));
    QVERIFY(!open.isClosed);
    QCOMPARE(open.toCome(), 7);
    QCOMPARE(stockOf(connection).onOrder, 7);
    const auto twice = purchases.reopen(placed.id, callerAt(6), before);
    QVERIFY(!twice);
    QCOMPARE(twice.error().message, QStringLiteral("Purchase 1 is open: only a closed one can be opened again."));
    // What was voided after the closing is still to come as well.
    must(purchases.close(placed.id, callerAt(7)));
    must(ReceivingService(connection).voidReceipt(receipt.receipt, why, callerAt(8)));
    QCOMPARE(must(purchases.reopen(placed.id, callerAt(9), before)).toCome(), 12);
    QCOMPARE(broken(connection), QString());
    // Nothing of it is missing: there is nothing to open.
    must(ReceivingService(connection).post({placed.id, {{lamp, 12, 0}}, {}, {}}, callerAt(10)));
    must(purchases.close(placed.id, callerAt(11)));
    QVERIFY(!purchases.reopen(placed.id, callerAt(12)));
    QVERIFY(!purchases.reopen(PurchaseId{77}, callerAt(12)));
    QCOMPARE(broken(connection), QString());
}

QTEST_GUILESS_MAIN(DockTest)
#include "docktest.moc"
