#include "models/services/orderediting.h"
#include "models/services/cashreport.h"
#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "models/services/reports.h"
#include "models/services/shippingservice.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// An order is edited in one operation, and never over what another desk did meanwhile.
class OrderEditingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void severalValuesChangeInOneOperation_data() { eachDatabase(); }
    void severalValuesChangeInOneOperation();
    void whatAnotherDeskChangedIsSaidAndNothingWritten_data() { eachDatabase(); }
    void whatAnotherDeskChangedIsSaidAndNothingWritten();
    void mergingKeepsWhatBothChanged_data() { eachDatabase(); }
    void mergingKeepsWhatBothChanged();
    void anAddedLineWaitsBehindThoseWhoWaitAlready_data() { eachDatabase(); }
    void anAddedLineWaitsBehindThoseWhoWaitAlready();
    void capsCountRaisedAndAddedLinesTogether_data() { eachDatabase(); }
    void capsCountRaisedAndAddedLinesTogether();
    void removingALineAsksWhy_data() { eachDatabase(); }
    void removingALineAsksWhy();
    void aRehearsalWritesNothing_data() { eachDatabase(); }
    void aRehearsalWritesNothing();
    void aPriceChangedAfterPaymentKeepsTheMoneyRules_data() { eachDatabase(); }
    void aPriceChangedAfterPaymentKeepsTheMoneyRules();
    void whatHasShippedKeepsItsPrice_data() { eachDatabase(); }
    void whatHasShippedKeepsItsPrice();
    void anOrderBecomesAnotherCustomersWithinTheirLimit_data() { eachDatabase(); }
    void anOrderBecomesAnotherCustomersWithinTheirLimit();
    void twoDesksGiveAnOrderToTwoCustomers_data() { eachDatabase(); }
    void twoDesksGiveAnOrderToTwoCustomers();
    void aPromiseIsTakenBackAndGivenAnew_data() { eachDatabase(); }
    void aPromiseIsTakenBackAndGivenAnew();
    void refusedDemandIsKeptWithTheEditOrNotAtAll_data() { eachDatabase(); }
    void refusedDemandIsKeptWithTheEditOrNotAtAll();
};

namespace {

const QString lamp = QStringLiteral("LAMP");
const QString chair = QStringLiteral("CHAIR");

void add(Connection &connection, const QString &sku, const std::function<void(ProductTerms &)> &more = {})
{
    ProductTerms terms;
    terms.sku = terms.name = sku;
    terms.price = 1000;
    terms.deposit = {DepositTerms::Kind::Percent, 1000};
    if (more)
        more(terms);
    must(ProductService(connection).add(terms, callerAt()));
}

OrderView place(Connection &connection, const QString &customer, const std::vector<std::pair<QString, Units>> &lines, int minute)
{
    OrderDraft draft;
    draft.customer = customer;
    for (const auto &[sku, units] : lines)
        draft.lines.push_back({sku, units, {}});
    return must(OrderService(connection).place(draft, callerAt(minute)));
}

OrderEdit editOf(const OrderView &order) { return {order.order.id, sheetOf(order), sheetOf(order), {}}; }

Caller berta(int minute)
{
    Caller caller = callerAt(minute);
    caller.actor = QStringLiteral("Berta");
    return caller;
}

QStringList queue(Connection &connection, const QString &sku)
{
    QStringList entries;
    for (const QueueEntry &entry : must(queueOf(connection, sku, callerAt().today())))
        entries += QStringLiteral("%1 %2").arg(entry.row.customer).arg(entry.row.waiting);
    return entries;
}

void mustBeClean(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules)
        QVERIFY2(rule.broken.isEmpty(), qPrintable(rule.rule + u": " + rule.broken.join(u"; ")));
}

} // namespace

void OrderEditingTest::severalValuesChangeInOneOperation()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    add(connection, chair);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}, {chair, 3}}, 1);
    const qint64 operations = connection.integer("SELECT COUNT(*) FROM operation");
    OrderEdit edit = editOf(order);
    edit.after.priority = 3;
    edit.after.campaign = QStringLiteral("SPRING");
    edit.after.shipComplete = true;
    edit.after.reference = QStringLiteral("WEB-1");
    edit.after.note = QStringLiteral("leave at the door");
    edit.after.lines[0].units = 8;
    edit.after.lines[1].units = 2;
    edit.after.lines[1].promise = QDate(2026, 4, 1);
    edit.after.lines.push_back({{}, chair, 4, 900, {}});
    const EditOutcome outcome = must(OrderEditing(connection).save(edit, berta(2)));
    QVERIFY(outcome.saved && outcome.others.empty());
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM operation"), operations + 1);
    OrderSheet wanted = edit.after;
    wanted.lines.back().line = outcome.saved->lines.back().line.id;
    QCOMPARE(outcome.current, wanted);
    QCOMPARE(outcome.saved->order.note, edit.after.note);
    QCOMPARE(outcome.saved->lines[2].line.unitPrice, 900);
    QCOMPARE(outcome.saved->total, 8000 + 2000 + 3600);
    QCOMPARE(outcome.saved->order.depositRequired, 1360);
    mustBeClean(connection);
    // Nothing to change is no operation.
    QVERIFY(must(OrderEditing(connection).save({order.order.id, outcome.current, outcome.current, {}}, berta(3))).saved);
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM operation"), operations + 1);
}

void OrderEditingTest::whatAnotherDeskChangedIsSaidAndNothingWritten()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const auto other = database.another();
    add(connection, lamp);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}, {lamp, 2}}, 1);
    OrderEdit edit = editOf(order);
    edit.after.lines[0].units = 6;
    OrderEdit theirs = editOf(order);
    theirs.after.lines[0].units = 7;
    theirs.after.lines[0].promise = QDate(2026, 5, 1);
    theirs.after.lines.push_back({{}, lamp, 4, {}, {}});
    theirs.before = must(OrderEditing(*other).save(theirs, berta(10))).current;
    theirs.after = theirs.before;
    theirs.after.priority = 2;
    must(OrderEditing(*other).save(theirs, berta(11)));
    must(OrderService(*other).cancel(order.order.id, order.lines[1].line.id, 1, QStringLiteral("asked"), berta(12)));
    const EditOutcome outcome = must(OrderEditing(connection).save(edit, callerAt(20)));
    QVERIFY(!outcome.saved);
    QStringList said;
    for (const OthersChange &by : outcome.others) {
        QVERIFY(by.author && by.author->actor == u"Berta");
        said += QStringLiteral("%1 %2 %3→%4 %5 %6")
                    .arg(fieldWord(by.change.field), by.change.sku, by.change.before, by.change.after)
                    .arg((by.author->at - callerAt().now) / 60'000)
                    .arg(by.collides);
    }
    QCOMPARE(said, QStringList({"priority  0→2 11 0", "units LAMP 5→7 10 1", "promise LAMP →2026-05-01 10 0", "units LAMP 2→1 12 0",
                                "added LAMP →4 10 0"}));
    QCOMPARE(must(OrderService(connection).show(order.order.id, callerAt(20))).lines[0].line.ordered, 7);
}

void OrderEditingTest::mergingKeepsWhatBothChanged()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}, {lamp, 2}}, 1);
    OrderEdit edit = editOf(order);
    edit.after.lines[0].units = 6;
    edit.after.note = QStringLiteral("mine");
    must(OrderService(connection).amend(order.order.id, order.lines[0].line.id, 7, berta(10)));
    must(OrderService(connection).amend(order.order.id, order.lines[1].line.id, 9, berta(11)));
    const EditOutcome conflict = must(OrderEditing(connection).save(edit, callerAt(20)));
    for (const auto &[prefer, units] : {std::pair(Prefer::Mine, 6), std::pair(Prefer::Theirs, 7)}) {
        const OrderSheet both = merged(edit.before, edit.after, conflict.current, prefer);
        QCOMPARE(both.lines[0].units, units);
        QCOMPARE(both.lines[1].units, 9);
        QCOMPARE(both.note, QStringLiteral("mine"));
    }
    const OrderSheet mine = merged(edit.before, edit.after, conflict.current, Prefer::Mine);
    const EditOutcome saved = must(OrderEditing(connection).save({order.order.id, conflict.current, mine, {}}, callerAt(21)));
    QVERIFY(saved.saved);
    QCOMPARE(saved.current, mine);
    mustBeClean(connection);
}

void OrderEditingTest::anAddedLineWaitsBehindThoseWhoWaitAlready()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    add(connection, chair);
    const OrderView early = place(connection, QStringLiteral("Acme"), {{chair, 1}}, 1);
    place(connection, QStringLiteral("Bolt"), {{lamp, 4}}, 2);
    OrderEdit edit = editOf(early);
    edit.after.lines.push_back({{}, lamp, 3, {}, {}});
    const auto saved = must(OrderEditing(connection).save(edit, callerAt(10)));
    place(connection, QStringLiteral("Cord"), {{lamp, 2}}, 20);
    QCOMPARE(queue(connection, lamp), QStringList({"Bolt 4", "Acme 3", "Cord 2"}));
    mustBeClean(connection);
    // Priority counts for it as for the others, and it was not moved.
    must(OrderService(connection).setPriority(early.order.id, 1, QStringLiteral("asked"), callerAt(21)));
    QCOMPARE(queue(connection, lamp), QStringList({"Acme 3", "Bolt 4", "Cord 2"}));
    must(OrderService(connection).setPriority(early.order.id, 0, QStringLiteral("asked"), callerAt(22)));
    must(OrderService(connection).setPriority(early.order.id, 1, QStringLiteral("asked"), callerAt(23)));
    must(OrderService(connection).setPriority(early.order.id, 0, QStringLiteral("asked"), callerAt(24)));
    QCOMPARE(queue(connection, lamp), QStringList({"Bolt 4", "Acme 3", "Cord 2"}));
    mustBeClean(connection);
}

void OrderEditingTest::capsCountRaisedAndAddedLinesTogether()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp, [](ProductTerms &terms) { terms.backorderLimit = 4; });
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 1}}, 1);
    OrderEdit edit = editOf(order);
    edit.after.lines[0].units = 3;
    edit.after.lines.push_back({{}, lamp, 2, {}, {}});
    const auto refusal = OrderEditing(connection).save(edit, callerAt(2));
    QVERIFY(!refusal);
    QVERIFY2(refusal.error().message.contains(QStringLiteral("Lower them to 3")), qPrintable(refusal.error().message));
    QCOMPARE(connection.integer("SELECT CAST(SUM(units) AS BIGINT) FROM refused_demand"), 4);
    edit.after.lines.back().units = 1;
    QVERIFY(must(OrderEditing(connection).save(edit, callerAt(3))).saved);
    mustBeClean(connection);
}

void OrderEditingTest::removingALineAsksWhy()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    add(connection, chair);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}, {chair, 2}}, 1);
    OrderEdit edit = editOf(order);
    edit.after.lines.erase(edit.after.lines.begin());
    QCOMPARE(OrderEditing(connection).save(edit, callerAt(2)).error().field, QStringLiteral("reason"));
    edit.reason = QStringLiteral("changed her mind");
    const auto saved = must(OrderEditing(connection).save(edit, callerAt(3)));
    QCOMPARE(saved.saved->lines[0].line.cancelled, 5);
    QCOMPARE(saved.current, edit.after);
    QCOMPARE(queue(connection, lamp), QStringList());
    mustBeClean(connection);
}

void OrderEditingTest::aRehearsalWritesNothing()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}}, 1);
    OrderEdit edit = editOf(order);
    edit.after.lines[0].units = 9;
    QCOMPARE(must(OrderEditing(connection).rehearse(edit, callerAt(2))).lines[0].line.waiting, 9);
    QCOMPARE(must(OrderService(connection).show(order.order.id, callerAt(2))).lines[0].line.waiting, 5);
    must(OrderService(connection).amend(order.order.id, order.lines[0].line.id, 6, berta(3)));
    QCOMPARE(OrderEditing(connection).rehearse(edit, callerAt(4)).error().kind, Error::Kind::Conflict);
}

void OrderEditingTest::aPriceChangedAfterPaymentKeepsTheMoneyRules()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}}, 1);
    must(ReceivingService(connection).post({{}, {{lamp, 2, 0}}, {}, {}}, callerAt(2)));
    order = must(PaymentService(connection).pay(order.order.id, 4000, "card", callerAt(3)));
    for (const auto &[price, deposit] : {std::pair<Money, Money>(600, 300), {1200, 600}, {0, 0}, {1000, 500}}) {
        OrderEdit edit = editOf(order);
        edit.after.lines[0].unitPrice = price;
        order = *must(OrderEditing(connection).save(edit, berta(4))).saved;
        QCOMPARE(order.total, 5 * price);
        QCOMPARE(order.order.depositRequired, deposit);
        QCOMPARE(order.order.held(), Money(4000)); // nobody's money moves by itself
        QCOMPARE(order.balanceDue(), std::max<Money>(0, 5 * price - 4000));
        QCOMPARE(order.refundDue(), std::max<Money>(0, 4000 - 5 * price));
        QCOMPARE(order.lines[0].line.allocated, 2);
        QCOMPARE(order.lines[0].line.waiting, 3);
        QCOMPARE(must(cashReport(connection)).deposits, Money(4000));
        mustBeClean(connection);
    }
    OrderEdit edit = editOf(order);
    edit.after.lines[0].unitPrice = -1;
    QVERIFY(!OrderEditing(connection).save(edit, berta(5)));
    mustBeClean(connection);
}

void OrderEditingTest::whatHasShippedKeepsItsPrice()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp, [](ProductTerms &terms) { terms.deposit = {}; });
    OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 5}}, 1);
    must(ReceivingService(connection).post({{}, {{lamp, 2, 0}}, {}, {}}, callerAt(2)));
    must(ShippingService(connection).ship(order.order.id, {}, callerAt(3)));
    order = must(OrderService(connection).show(order.order.id, callerAt(4)));
    OrderEdit edit = editOf(order);
    edit.after.lines[0].unitPrice = 500;
    const auto refused = OrderEditing(connection).save(edit, berta(4));
    QVERIFY(!refused && refused.error().message.contains(QStringLiteral("split off what waits")));
    order = must(OrderService(connection).split(order.order.id, order.lines[0].line.id, 3, callerAt(5)));
    edit = editOf(order);
    edit.after.lines[1].unitPrice = 500;
    order = *must(OrderEditing(connection).save(edit, berta(6))).saved;
    QCOMPARE(order.total, Money(2 * 1000 + 3 * 500));
    mustBeClean(connection);
}

void OrderEditingTest::anOrderBecomesAnotherCustomersWithinTheirLimit()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp, [](ProductTerms &terms) { terms.customerLimit = 5; });
    const OrderView first = place(connection, QStringLiteral("Acme"), {{lamp, 3}}, 1);
    const CustomerId bolt = place(connection, QStringLiteral("Bolt"), {{lamp, 4}}, 2).order.customer;
    add(connection, chair);
    const CustomerId cord = place(connection, QStringLiteral("Cord"), {{chair, 1}}, 3).order.customer;
    OrderEdit edit = editOf(first);
    edit.after.customer = bolt;
    edit.after.customerName = QStringLiteral("Bolt");
    const auto refused = OrderEditing(connection).save(edit, berta(4));
    QVERIFY(!refused && refused.error().field == u"customer");
    QVERIFY2(refused.error().message.contains(QStringLiteral("Bolt may have 5 units of LAMP and has 4 already")),
             qPrintable(refused.error().message));
    edit.after.customer = cord;
    edit.after.customerName = QStringLiteral("Cord");
    edit.after.lines[0].units = 5;
    const OrderView moved = *must(OrderEditing(connection).save(edit, berta(5))).saved;
    QCOMPARE(moved.order.customerName, QStringLiteral("Cord"));
    QCOMPARE(queue(connection, lamp), QStringList({"Cord 5", "Bolt 4"})); // at its own place
    mustBeClean(connection);
    OrderEdit more = editOf(moved);
    more.after.lines[0].units = 6;
    QVERIFY(!OrderEditing(connection).save(more, berta(6))); // the limit counts for the new one
}

void OrderEditingTest::twoDesksGiveAnOrderToTwoCustomers()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    const OrderView first = place(connection, QStringLiteral("Acme"), {{lamp, 3}}, 1);
    const CustomerId bolt = place(connection, QStringLiteral("Bolt"), {{lamp, 4}}, 2).order.customer;
    const CustomerId cord = place(connection, QStringLiteral("Cord"), {{lamp, 1}}, 3).order.customer;
    OrderEdit theirs = editOf(first);
    theirs.after.customer = bolt;
    theirs.after.customerName = QStringLiteral("Bolt");
    theirs.after.lines[0].unitPrice = 900;
    OrderEdit mine = editOf(first);
    mine.after.customer = cord;
    mine.after.customerName = QStringLiteral("Cord");
    mine.after.note = QStringLiteral("call first");
    must(OrderEditing(connection).save(theirs, berta(4)));
    const EditOutcome outcome = must(OrderEditing(connection).save(mine, callerAt(5)));
    QVERIFY(!outcome.saved);
    QCOMPARE(outcome.others.size(), size_t(2));
    QVERIFY(outcome.others[0].change.field == OrderField::Customer && outcome.others[0].collides);
    QCOMPARE(outcome.others[0].change.after, QStringLiteral("Bolt"));
    QCOMPARE(outcome.others[0].author->actor, QStringLiteral("Berta"));
    QVERIFY(outcome.others[1].change.field == OrderField::Price && !outcome.others[1].collides);
    QCOMPARE(outcome.others[1].author->actor, QStringLiteral("Berta"));
    const OrderEdit again{first.order.id, outcome.current, merged(mine.before, mine.after, outcome.current, Prefer::Mine), {}};
    const OrderView saved = *must(OrderEditing(connection).save(again, callerAt(6))).saved;
    QCOMPARE(saved.order.customerName, QStringLiteral("Cord"));
    QCOMPARE(saved.lines[0].line.unitPrice, Money(900));
    QCOMPARE(saved.order.note, QStringLiteral("call first"));
    mustBeClean(connection);
}

void OrderEditingTest::aPromiseIsTakenBackAndGivenAnew()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 3}}, 1);
    const auto promise = [&](std::optional<QDate> day) {
        OrderEdit edit = editOf(order);
        edit.after.lines[0].promise = day;
        order = *must(OrderEditing(connection).save(edit, berta(2))).saved;
        mustBeClean(connection);
    };
    const auto promised = [&] { return std::pair(order.lines[0].line.promiseFirst, order.lines[0].line.promise); };
    const QDate april(2026, 4, 1);
    const QDate may(2026, 5, 1);
    promise(april);
    promise({});
    QVERIFY(!promised().first && !promised().second); // it never moved: nothing was promised
    promise(april);
    promise(may);
    promise({});
    QVERIFY(promised().first == april && !promised().second); // what was told first is kept
    promise(may);
    QVERIFY(promised().first == april && promised().second == may);
    QCOMPARE(order.lines.size(), size_t(1));
    must(OrderService(connection).split(order.order.id, order.lines[0].line.id, 1, callerAt(4)));
    mustBeClean(connection);
}

void OrderEditingTest::refusedDemandIsKeptWithTheEditOrNotAtAll()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, lamp);
    const OrderView order = place(connection, QStringLiteral("Acme"), {{lamp, 3}}, 1);
    const auto refusedUnits = [&] { return connection.integer("SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT) FROM refused_demand"); };
    OrderEdit edit = editOf(order);
    edit.after.lines[0].units = 2;
    edit.unwaited = {{lamp, 7}};
    static_cast<void>(must(OrderEditing(connection).rehearse(edit, berta(2))));
    QCOMPARE(refusedUnits(), qint64(0));
    OrderEdit conflicting = edit;
    conflicting.before.note = QStringLiteral("somebody else's");
    QVERIFY(!must(OrderEditing(connection).save(conflicting, berta(2))).saved);
    QCOMPARE(refusedUnits(), qint64(0));
    must(OrderEditing(connection).save(edit, berta(3)));
    QCOMPARE(refusedUnits(), qint64(7));
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM refused_demand r JOIN order_edit e ON e.operation_id = r.operation_id"), qint64(1));
    mustBeClean(connection);
}

QTEST_GUILESS_MAIN(OrderEditingTest)
#include "ordereditingtest.moc"
