#include "models/services/checkservice.h"
#include "models/services/orderlist.h"
#include "models/services/orderservice.h"
#include "models/services/orderstory.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "models/store/waitingstore.h"
#include "tests/support/busyshop.h"

#include <rapidcheck.h>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");
const QString why = QStringLiteral("because");

void addLamp(
    Connection &c, const std::function<void(ProductTerms &)> &with = [](ProductTerms &) {})
{
    ProductTerms terms;
    terms.sku = lamp;
    terms.name = QStringLiteral("Brass lamp");
    terms.price = 1000;
    with(terms);
    must(ProductService(c).add(terms, callerAt()));
}

OrderView order(Connection &c, const QString &customer, Units units, qint64 minute)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines.push_back({lamp, units, {}});
    return must(OrderService(c).place(draft, callerAt(minute)));
}

void receive(Connection &c, Units units, qint64 minute)
{
    must(ReceivingService(c).post({{}, {{lamp, units, 0}}, {}, {}}, callerAt(minute)));
}

/// The waiting line: whose units, in rank order.
QStringList queue(Connection &c)
{
    QStringList line;
    for (const WaitingDetail &each : WaitingStore(c).slice(ProductId{1}, {}, WaitingStore::From::Head, 0, 100))
        line += QStringLiteral("%1 %2").arg(each.customer).arg(each.queue.units);
    return line;
}

OrderLineId firstLine(const OrderView &view) { return view.lines.front().line.id; }

} // namespace

class OrderCorrectionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSplitKeepsBothHalvesBetweenTheirNeighbours_data() { eachDatabase(); }
    void aSplitKeepsBothHalvesBetweenTheirNeighbours()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        order(c, QStringLiteral("A"), 1, 5);
        const OrderView b = order(c, QStringLiteral("B"), 6, 5); // the same minute as its neighbours
        order(c, QStringLiteral("C"), 1, 5);
        const OrderView split = must(OrderService(c).split(b.order.id, firstLine(b), 2, callerAt(9)));
        QCOMPARE(queue(c), QStringList({"A 1", "B 4", "B 2", "C 1"}));
        QCOMPARE(split.lines.size(), size_t(2));
        QCOMPARE(split.total, b.total);
        QVERIFY(must(checkDatabase(c)).isOk());
        // A line moved by hand takes its half along.
        const OrderLineId moved = firstLine(b);
        must(OrderService(c).moveTo(moved, 1, QStringLiteral("promised it"), callerAt(10)));
        must(OrderService(c).split(b.order.id, moved, 3, callerAt(11)));
        QCOMPARE(queue(c), QStringList({"B 1", "B 3", "A 1", "B 2", "C 1"}));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void onlyWaitingUnitsAreSplitOff_data() { eachDatabase(); }
    void onlyWaitingUnitsAreSplitOff()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView a = order(c, QStringLiteral("A"), 6, 1);
        receive(c, 4, 2);
        OrderService service(c);
        const auto refused = service.split(a.order.id, firstLine(a), 3, callerAt(3));
        QVERIFY(!refused && refused.error().message.contains(QStringLiteral("2 of this line of LAMP wait, not 3")));
        QVERIFY(!service.split(a.order.id, firstLine(a), 0, callerAt(3)));
        const OrderView split = must(service.split(a.order.id, firstLine(a), 2, callerAt(3)));
        QCOMPARE(split.lines[0].line.allocated, Units(4));
        QCOMPARE(split.lines[0].line.waiting, Units(0));
        QCOMPARE(split.lines[1].line.waiting, Units(2));
        const OrderView whole = order(c, QStringLiteral("B"), 5, 4);
        QVERIFY(!service.split(whole.order.id, firstLine(whole), 5, callerAt(5)));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void splitLinesAreJoinedAgainAsIfNothingHadBeen_data() { eachDatabase(); }
    void splitLinesAreJoinedAgainAsIfNothingHadBeen()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        order(c, QStringLiteral("A"), 1, 5);
        const OrderView b = order(c, QStringLiteral("B"), 6, 6);
        order(c, QStringLiteral("C"), 1, 7);
        OrderService service(c);
        const OrderLineId line = firstLine(b);
        must(service.moveTo(line, 3, QStringLiteral("it can wait"), callerAt(8))); // its half will have a rank of its own
        must(service.setPromise(b.order.id, line, QDate(2026, 4, 1), QStringLiteral("told"), callerAt(8)));
        must(service.split(b.order.id, line, 2, callerAt(9)));
        must(service.split(b.order.id, line, 1, callerAt(10)));
        QCOMPARE(queue(c), QStringList({"A 1", "C 1", "B 3", "B 1", "B 2"}));
        must(service.undoSplit(b.order.id, line, why, callerAt(11)));
        const OrderView joined = must(service.undoSplit(b.order.id, line, why, callerAt(12)));
        QCOMPARE(queue(c), QStringList({"A 1", "C 1", "B 6"}));
        QCOMPARE(joined.lines.size(), size_t(1));
        QCOMPARE(joined.lines[0].line.ordered, Units(6));
        QCOMPARE(joined.lines[0].line.backordered, Units(6));
        QCOMPARE(joined.total, b.total);
        QVERIFY(!service.undoSplit(b.order.id, line, why, callerAt(13)));
        const auto story = must(orderStory(c, b.order.id));
        QCOMPARE(story[0].what, QStringLiteral("Split line joined again"));
        QCOMPARE(story[3].what, QStringLiteral("Line split"));
        QCOMPARE(story[3].changes, QStringList{QStringLiteral("LAMP: 4 ordered instead of 6")});
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void whatWasOrderedIsToldHoweverItWasChangedSince_data() { eachDatabase(); }
    void whatWasOrderedIsToldHoweverItWasChangedSince()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        OrderService service(c);
        const auto placed = [&](OrderId id) { return must(orderStory(c, id)).back().changes; };
        const OrderView a = order(c, QStringLiteral("A"), 7, 1);
        must(service.split(a.order.id, firstLine(a), 3, callerAt(2)));
        must(service.amend(a.order.id, firstLine(a), 1, callerAt(3)));
        QCOMPARE(placed(a.order.id), QStringList{QStringLiteral("7 of LAMP ordered")});
        const OrderView b = order(c, QStringLiteral("B"), 10, 4);
        must(service.amend(b.order.id, firstLine(b), 9, callerAt(5)));
        must(service.split(b.order.id, firstLine(b), 4, callerAt(6)));
        must(service.amend(b.order.id, firstLine(b), 3, callerAt(7)));
        QCOMPARE(placed(b.order.id), QStringList{QStringLiteral("10 of LAMP ordered")});
        const OrderView d = order(c, QStringLiteral("D"), 8, 8);
        must(service.split(d.order.id, firstLine(d), 1, callerAt(9)));
        must(service.split(d.order.id, firstLine(d), 2, callerAt(10)));
        must(service.undoSplit(d.order.id, firstLine(d), why, callerAt(11)));
        must(service.amend(d.order.id, firstLine(d), 6, callerAt(12)));
        QCOMPARE(placed(d.order.id), QStringList{QStringLiteral("8 of LAMP ordered")});
    }
    void aHalfThatWasServedOrChangedIsNotJoined_data() { eachDatabase(); }
    void aHalfThatWasServedOrChangedIsNotJoined()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView a = order(c, QStringLiteral("A"), 6, 1);
        OrderService service(c);
        const OrderLineId line = firstLine(a);
        const OrderLineId half = must(service.split(a.order.id, line, 2, callerAt(2))).lines[1].line.id;
        must(service.setPromise(a.order.id, half, QDate(2026, 4, 1), QStringLiteral("told"), callerAt(3)));
        const auto refused = service.undoSplit(a.order.id, line, why, callerAt(4));
        QVERIFY(!refused && refused.error().message.contains(QStringLiteral("Lines 1 and 2 cannot be joined again")));
        must(service.split(a.order.id, line, 1, callerAt(5)));
        receive(c, 4, 6); // the line and the unit behind it
        QVERIFY(!service.undoSplit(a.order.id, line, why, callerAt(7)));
        const OrderView b = order(c, QStringLiteral("B"), 6, 8);
        must(service.split(b.order.id, firstLine(b), 2, callerAt(9)));
        receive(c, 4, 10); // A's half, and two of the four in front
        QCOMPARE(must(service.undoSplit(b.order.id, firstLine(b), why, callerAt(11))).lines[0].line.waiting, Units(4));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void aHalfHasTheSamePromise_data() { eachDatabase(); }
    void aHalfHasTheSamePromise()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView a = order(c, QStringLiteral("A"), 6, 1);
        OrderService service(c);
        must(service.setPromise(a.order.id, firstLine(a), QDate(2026, 4, 1), QStringLiteral("told"), callerAt(2)));
        must(service.setPromise(a.order.id, firstLine(a), QDate(2026, 5, 1), QStringLiteral("late"), callerAt(3)));
        const OrderView split = must(service.split(a.order.id, firstLine(a), 2, callerAt(4)));
        QCOMPARE(split.lines[1].line.promiseFirst, QDate(2026, 4, 1));
        QCOMPARE(split.lines[1].line.promise, QDate(2026, 5, 1));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void whatIsCancelledAndTakenBackWaitsAtItsOwnPlace_data() { eachDatabase(); }
    void whatIsCancelledAndTakenBackWaitsAtItsOwnPlace()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView a = order(c, QStringLiteral("A"), 6, 1);
        order(c, QStringLiteral("B"), 2, 2);
        OrderService service(c);
        must(service.cancel(a.order.id, {}, 2, QStringLiteral("fewer"), callerAt(3)));
        must(service.cancel(a.order.id, {}, {}, QStringLiteral("none"), callerAt(4)));
        QCOMPARE(queue(c), QStringList{QStringLiteral("B 2")});
        must(service.undoCancel(a.order.id, QStringLiteral("it was a mistake"), callerAt(5)));
        QCOMPARE(queue(c), QStringList({"A 4", "B 2"}));
        must(service.undoCancel(a.order.id, QStringLiteral("that too"), callerAt(6)));
        QCOMPARE(queue(c), QStringList({"A 6", "B 2"}));
        QVERIFY(!service.undoCancel(a.order.id, QStringLiteral("again"), callerAt(7)));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void aCancellationIsNotTakenBackBeyondACap_data() { eachDatabase(); }
    void aCancellationIsNotTakenBackBeyondACap()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c, [](ProductTerms &terms) { terms.editionSize = 5; });
        const OrderView a = order(c, QStringLiteral("A"), 4, 1);
        must(OrderService(c).cancel(a.order.id, {}, {}, QStringLiteral("none"), callerAt(2)));
        order(c, QStringLiteral("B"), 3, 3);
        const auto refused = OrderService(c).undoCancel(a.order.id, QStringLiteral("sorry"), callerAt(4));
        QVERIFY(!refused && refused.error().kind == Error::Kind::Refused);
        QCOMPARE(queue(c), QStringList{QStringLiteral("B 3")});
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void aPreviewedMoveIsTheMove_data() { eachDatabase(); }
    void aPreviewedMoveIsTheMove()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        order(c, QStringLiteral("A"), 1, 1);
        order(c, QStringLiteral("B"), 1, 2);
        const OrderView d = order(c, QStringLiteral("D"), 1, 3);
        OrderService service(c);
        const MoveOutcome preview = must(service.previewMove(firstLine(d), 1, callerAt(4)));
        QCOMPARE(queue(c), QStringList({"A 1", "B 1", "D 1"}));
        const MoveOutcome moved = must(service.moveTo(firstLine(d), 1, QStringLiteral("promised"), callerAt(4)));
        QCOMPARE(moved.pushedBack, preview.pushedBack);
        QCOMPARE(moved.pushedBack.size(), size_t(2));
        QCOMPARE(queue(c), QStringList({"D 1", "A 1", "B 1"}));
        must(service.moveTo(firstLine(d), 3, QStringLiteral("back again"), callerAt(5)));
        QCOMPARE(queue(c), QStringList({"A 1", "B 1", "D 1"}));
        must(service.undoMove(firstLine(d), QStringLiteral("no"), callerAt(6)));
        QCOMPARE(queue(c), QStringList({"D 1", "A 1", "B 1"}));
        QCOMPARE(service.moveTo(firstLine(d), 4, QStringLiteral("x"), callerAt(7)).error().field, QStringLiteral("place"));
        QVERIFY(!service.moveTo(firstLine(d), 1, QStringLiteral("x"), callerAt(7)));
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void theStoryTellsEveryOperation_data() { eachDatabase(); }
    void theStoryTellsEveryOperation();
    void whyTheOtherAndNotThisOne_data() { eachDatabase(); }
    void whyTheOtherAndNotThisOne();
    void theListOfOrdersFiltersAndSorts_data() { eachDatabase(); }
    void theListOfOrdersFiltersAndSorts();
    void correctionsKeepEveryRule_data() { eachDatabase(); }
    void correctionsKeepEveryRule();
};

void OrderCorrectionsTest::theStoryTellsEveryOperation()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addLamp(c);
    const OrderView a = order(c, QStringLiteral("A"), 6, 1);
    const OrderId id = a.order.id;
    OrderService service(c);
    must(service.amend(id, firstLine(a), 8, callerAt(2)));
    must(service.setPriority(id, 3, QStringLiteral("a friend"), callerAt(3)));
    must(service.cancel(id, firstLine(a), 1, QStringLiteral("one too many"), callerAt(4)));
    must(PaymentService(c).pay(id, 1500, QStringLiteral("card"), callerAt(5)));
    receive(c, 4, 6);
    must(ShippingService(c).ship(id, {}, callerAt(7)));
    must(service.split(id, firstLine(a), 1, callerAt(8)));
    const auto story = must(orderStory(c, id));
    QStringList what;
    for (const StoryEntry &entry : story) {
        what += entry.what;
        QCOMPARE(entry.actor, QStringLiteral("tester"));
    }
    QCOMPARE(what, QStringList({"Line split", "Shipped", "Goods received", "Payment received", "Cancelled", "Priority changed",
                                "Quantity changed", "Order placed"}));
    QCOMPARE(story[2].changes,
             QStringList{QStringLiteral(
                 "4 of LAMP set aside: it stood at place 1, nobody ahead of it, 4 units were free, first come, first served")});
    QCOMPARE(story[5].reason, QStringLiteral("a friend"));
    QCOMPARE(story[5].changes, QStringList{QStringLiteral("Priority 3 instead of 0")});
    QCOMPARE(story[6].changes, QStringList{QStringLiteral("LAMP: 8 ordered instead of 6")});
    QVERIFY(must(checkDatabase(c)).isOk());
}

void OrderCorrectionsTest::whyTheOtherAndNotThisOne()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addLamp(c);
    order(c, QStringLiteral("Early"), 2, 1);
    const OrderView late = order(c, QStringLiteral("Late"), 3, 60 * 24 * 3);
    OrderDraft vip;
    vip.customer = QStringLiteral("Vip");
    vip.priority = 5;
    vip.lines.push_back({lamp, 1, {}});
    must(OrderService(c).place(vip, callerAt(60 * 24 * 3 + 1)));
    receive(c, 3, 60 * 24 * 4);
    const auto served = must(whoWasServedInstead(c, firstLine(late)));
    QCOMPARE(served.size(), size_t(2));
    QCOMPARE(served[0].customer, QStringLiteral("Vip"));
    QCOMPARE(served[0].why, QStringLiteral("its priority is 5, this order's is 0"));
    QCOMPARE(served[1].customer, QStringLiteral("Early"));
    QVERIFY2(served[1].why.startsWith(QStringLiteral("it was ordered earlier, on ")), qPrintable(served[1].why));
}

void OrderCorrectionsTest::theListOfOrdersFiltersAndSorts()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    addLamp(c);
    const OrderView shipped = order(c, QStringLiteral("Shipped"), 1, 1);
    const OrderView ready = order(c, QStringLiteral("Ready"), 2, 2);
    const OrderView part = order(c, QStringLiteral("Part"), 3, 3);
    const OrderView waits = order(c, QStringLiteral("Waits"), 4, 4);
    const OrderView gone = order(c, QStringLiteral("Gone"), 5, 5);
    must(OrderService(c).cancel(gone.order.id, {}, {}, QStringLiteral("no"), callerAt(6)));
    receive(c, 5, 7);
    must(ShippingService(c).ship(shipped.order.id, {}, callerAt(8)));
    const QDate today = callerAt().today();
    const auto customers = [&](const OrderFilter &filter, OrderSort sort = OrderSort::Number, bool descending = false) {
        QStringList names;
        for (const OrderRow &row : must(orderRows(c, must(listOrders(c, {filter, sort, descending}, today)), today)))
            names += row.order.customerName;
        return names;
    };
    const auto at = [](OrderStage stage) {
        OrderFilter filter;
        filter.stage = stage;
        return filter;
    };
    QCOMPARE(customers(at(OrderStage::Open)), QStringList({"Ready", "Part", "Waits"}));
    QCOMPARE(customers(at(OrderStage::Waiting)), QStringList({"Part", "Waits"}));
    QCOMPARE(customers(at(OrderStage::Ready)), QStringList({"Ready", "Part"}));
    QCOMPARE(customers(at(OrderStage::Shipped)), QStringList{QStringLiteral("Shipped")});
    QCOMPARE(customers(at(OrderStage::Cancelled)), QStringList{QStringLiteral("Gone")});
    QCOMPARE(customers({}, OrderSort::Stage), QStringList({"Waits", "Part", "Ready", "Shipped", "Gone"}));
    for (OrderSort sort : {OrderSort::Number, OrderSort::Placed, OrderSort::Customer, OrderSort::Reference, OrderSort::Ordered,
                           OrderSort::Waiting, OrderSort::Allocated, OrderSort::Shipped, OrderSort::Total, OrderSort::Paid,
                           OrderSort::Balance, OrderSort::Promise, OrderSort::Priority, OrderSort::Campaign})
        QCOMPARE(customers({}, sort, true).size(), 5);
    QCOMPARE(customers({}, OrderSort::Total, true).front(), QStringLiteral("Waits"));
    OrderFilter text;
    text.text = QStringLiteral("wai");
    QCOMPARE(customers(text), QStringList{QStringLiteral("Waits")});
    text.text = QString::number(part.order.id.value);
    QCOMPARE(customers(text), QStringList{QStringLiteral("Part")});
    OrderFilter day;
    day.from = callerAt().today().addDays(1);
    QVERIFY(customers(day).isEmpty());
    day.from = callerAt().today();
    day.to = day.from;
    day.product = ProductId{1};
    day.customer = waits.order.customer;
    QCOMPARE(customers(day), QStringList{QStringLiteral("Waits")});
    const OrderRow row = must(orderRows(c, {part.order.id}, today)).front();
    QCOMPARE(row.state, OrderState::PartReady);
    QCOMPARE(row.waiting, Units(1));
    QCOMPARE(row.allocated, Units(2));
    QCOMPARE(ready.lines.size(), size_t(1));
}

/// Random splits, moves, cancellations and their taking back, in a busy shop, leave a database whose rules all hold.
void OrderCorrectionsTest::correctionsKeepEveryRule()
{
    TEST_DATABASE(database);
    Connection &c = database.connection();
    fillBusyShop(c);
    qint64 minute = 1000;
    const bool holds = rc::check([&] {
        OrderService service(c);
        const OrderId id{*rc::gen::inRange<qint64>(1, 120)};
        const OrderView view = must(service.show(id, callerAt(++minute)));
        const StoredOrderLine line = view.lines[*rc::gen::inRange<size_t>(0, view.lines.size())].line;
        const Units units = *rc::gen::inRange<Units>(1, 6);
        switch (*rc::gen::inRange(0, 6)) {
        case 0: static_cast<void>(service.split(id, line.id, units, callerAt(minute))); break;
        case 1: static_cast<void>(service.moveTo(line.id, units, why, callerAt(minute))); break;
        case 2: static_cast<void>(service.cancel(id, line.id, units, why, callerAt(minute))); break;
        case 4: static_cast<void>(service.undoSplit(id, line.id, why, callerAt(minute))); break;
        case 3: static_cast<void>(service.undoCancel(id, why, callerAt(minute))); break;
        default: static_cast<void>(service.setPriority(id, int(units), why, callerAt(minute))); break;
        }
        const CheckReport report = must(checkDatabase(c));
        for (const CheckedRule &rule : report.rules)
            RC_ASSERT(rule.broken.isEmpty());
    });
    QVERIFY(holds);
}

QTEST_GUILESS_MAIN(OrderCorrectionsTest)
#include "ordercorrectionstest.moc"
