#include "models/services/orderediting.h"
#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
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
    wanted.lines.back().unitPrice.reset();
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

QTEST_GUILESS_MAIN(OrderEditingTest)
#include "ordereditingtest.moc"
