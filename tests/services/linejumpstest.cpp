#include "models/services/linejumps.h"
#include "models/services/checkservice.h"
#include "models/services/customerservice.h"
#include "models/services/orderservice.h"
#include "models/services/orderstory.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "tests/support/testdatabase.h"

#include <algorithm>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");

void addLamp(Connection &c)
{
    ProductTerms terms;
    terms.sku = lamp;
    terms.name = QStringLiteral("Brass lamp");
    must(ProductService(c).add(terms, callerAt()));
}

OrderView order(Connection &c, const QString &customer, qint64 minute, std::optional<int> priority = {})
{
    OrderDraft draft;
    draft.customer = customer;
    draft.priority = priority;
    draft.lines.push_back({lamp, 2, {}});
    return must(OrderService(c).place(draft, callerAt(minute)));
}

/// "order 4: a school" of each entry of the order's story that tells of another one that went ahead.
QStringList pushedBack(Connection &c, OrderId order)
{
    QStringList told;
    auto story = must(orderStory(c, order));
    std::reverse(story.begin(), story.end());
    for (const StoryEntry &entry : story) {
        for (const QString &change : entry.changes) {
            if (!change.contains(QStringLiteral("went ahead")))
                continue;
            const QString other = change.section(u' ', 1, 2);
            told += QStringLiteral("%1: %2").arg(other, entry.reason);
        }
    }
    return told;
}

} // namespace

/// Who went ahead of others by what people decided.
class LineJumpsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPriorityGivenWithTheOrderIsOne_data() { eachDatabase(); }
    void aPriorityGivenWithTheOrderIsOne()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        CustomerDetails gold;
        gold.name = QStringLiteral("Gold");
        gold.priority = 5;
        must(CustomerService(c).add(gold, callerAt()));
        const OrderView early = order(c, QStringLiteral("Early"), 1);
        const OrderView friends = order(c, QStringLiteral("Friend"), 2, 5);
        const OrderView golds = order(c, gold.name, 3); // the customer's own priority is no exception
        const OrderView golds2 = order(c, gold.name, 4, 5);
        order(c, QStringLiteral("Patient"), 5, -1); // goes behind others
        const auto jumps = must(lineJumps(c));
        QCOMPARE(jumps.size(), size_t(1));
        QCOMPARE(jumps[0].jump.order, friends.order.id);
        QCOMPARE(jumps[0].jump.operation.kind, QStringLiteral("place"));
        QCOMPARE(jumps[0].jump.priorities.before, 0);
        QCOMPARE(jumps[0].jump.priorities.after, 5);
        QCOMPARE(jumps[0].stillBehind, (std::vector<OrderId>{golds.order.id, golds2.order.id, early.order.id}));
        QVERIFY(jumps[0].canBeUndone());
        must(OrderService(c).setPriority(friends.order.id, 0, QStringLiteral("as everybody"), callerAt(6)));
        const auto after = must(lineJumps(c));
        QCOMPARE(after.size(), size_t(1));
        QVERIFY(after[0].jump.isUndone);
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void whoLosesByAnotherPolicyIsPushedBack_data() { eachDatabase(); }
    void whoLosesByAnotherPolicyIsPushedBack()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        ProductTerms terms;
        terms.sku = terms.name = lamp;
        terms.policy = AllocationPolicy::FairShare;
        must(ProductService(c).add(terms, callerAt()));
        std::vector<OrderId> orders;
        for (const char *name : {"First", "Second", "Third"}) {
            OrderDraft draft;
            draft.customer = QString::fromLatin1(name);
            draft.lines = {{lamp, 3, {}}};
            orders.push_back(must(OrderService(c).place(draft, callerAt(std::ssize(orders)))).order.id);
        }
        const QString because = QStringLiteral("the first one moves house");
        must(ReceivingService(c).post({{}, {{lamp, 3, 0}}, AllocationPolicy::FirstCome, QStringLiteral("LS-7"), because}, callerAt(9)));
        auto jumps = must(lineJumps(c));
        QCOMPARE(jumps.size(), size_t(1));
        QCOMPARE(jumps[0].stillBehind, (std::vector<OrderId>{orders[1], orders[2]})); // each would have got one
        QCOMPARE(jumps[0].jump.operation.reason, because);
        // Whoever has all by now is not behind any more, and who came later never was.
        order(c, QStringLiteral("Late"), 10);
        must(ReceivingService(c).post({{}, {{lamp, 3, 0}}, AllocationPolicy::FirstCome, {}}, callerAt(11)));
        jumps = must(lineJumps(c));
        QCOMPARE(jumps.back().stillBehind, std::vector<OrderId>{orders[2]});
        QVERIFY(must(checkDatabase(c)).isOk());
    }
    void anOrderDoesNotPushItselfBack_data() { eachDatabase(); }
    void anOrderDoesNotPushItselfBack()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView early = order(c, QStringLiteral("Early"), 1);
        OrderDraft both;
        both.customer = QStringLiteral("Twice");
        both.priority = 5;
        both.lines = {{lamp, 1, {}}, {lamp, 2, {}}};
        must(OrderService(c).place(both, callerAt(2)));
        const auto jumps = must(lineJumps(c));
        QCOMPARE(jumps.size(), size_t(2)); // one for each line
        for (const LineJump &jump : jumps)
            QCOMPARE(jump.stillBehind, std::vector<OrderId>{early.order.id});
    }
    void thosePushedBackAreToldInTheirStory_data() { eachDatabase(); }
    void thosePushedBackAreToldInTheirStory()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView first = order(c, QStringLiteral("First"), 1);
        const OrderView second = order(c, QStringLiteral("Second"), 2);
        const OrderView third = order(c, QStringLiteral("Third"), 3);
        const OrderView ahead = order(c, QStringLiteral("Ahead"), 4, 9); // before all of them
        OrderService service(c);
        must(service.moveTo(third.lines.front().line.id, 3, QStringLiteral("promised at the fair"), callerAt(5))); // before the second
        must(service.moveTo(first.lines.front().line.id, 4, QStringLiteral("asked for it"), callerAt(6))); // behind all: nobody goes back
        must(service.setPriority(second.order.id, 20, QStringLiteral("a school"), callerAt(7))); // before all
        QCOMPARE(pushedBack(c, first.order.id), QStringList{QStringLiteral("order 4: ")}); // it had gone behind the second by itself
        QCOMPARE(pushedBack(c, second.order.id), (QStringList{"order 4: ", "order 3: promised at the fair"}));
        QCOMPARE(pushedBack(c, third.order.id), (QStringList{"order 4: ", "order 2: a school"}));
        QCOMPARE(pushedBack(c, ahead.order.id), QStringList{QStringLiteral("order 2: a school")});
    }
    void whoWasServedBeforeIsNotPushedBack_data() { eachDatabase(); }
    void whoWasServedBeforeIsNotPushedBack()
    {
        TEST_DATABASE(database);
        Connection &c = database.connection();
        addLamp(c);
        const OrderView served = order(c, QStringLiteral("Served"), 1);
        must(ReceivingService(c).post({{}, {{lamp, 2, 0}}, {}, {}}, callerAt(2)));
        order(c, QStringLiteral("Ahead"), 3, 9);
        QCOMPARE(pushedBack(c, served.order.id), QStringList());
    }
};

QTEST_GUILESS_MAIN(LineJumpsTest)
#include "linejumpstest.moc"
