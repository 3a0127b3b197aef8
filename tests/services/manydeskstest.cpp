#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingservice.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

#include <atomic>
#include <barrier>
#include <mutex>
#include <thread>

using namespace waitline;
using namespace waitline::test;

/// Several desks at once on one database. WAITLINE_DESK_STEPS sets how many operations each of them tries.
class ManyDesksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomWorkOfManyDesksKeepsEveryRule_data() { eachDatabase(); }
    void randomWorkOfManyDesksKeepsEveryRule();
    void theLastUnitIsSoldOnce_data() { eachDatabase(); }
    void theLastUnitIsSoldOnce();
    void theEditionIsNotOversold_data() { eachDatabase(); }
    void theEditionIsNotOversold();
    void twoDesksMakeOneCustomer_data() { eachDatabase(); }
    void twoDesksMakeOneCustomer();
    void changesOfDifferentTermsAllLast_data() { eachDatabase(); }
    void changesOfDifferentTermsAllLast();
    void aReceiptIsVoidedOnce_data() { eachDatabase(); }
    void aReceiptIsVoidedOnce();
    void nothingIsReceivedOnAClosedPurchase_data() { eachDatabase(); }
    void nothingIsReceivedOnAClosedPurchase();
    void oneReferenceIsOneOrder_data() { eachDatabase(); }
    void oneReferenceIsOneOrder();
    void twoAmendmentsOfOneLineBothCount_data() { eachDatabase(); }
    void twoAmendmentsOfOneLineBothCount();
};

namespace {

int desksOn(const TestDatabase &database) { return database.location().kind == Location::Kind::Postgres ? 8 : 3; }

/// Runs `work` on a connection of its own for each desk, all beginning together.
void atOnce(const TestDatabase &database, const std::function<void(Connection &, int desk)> &work)
{
    const int desks = desksOn(database);
    std::barrier start(desks);
    std::vector<std::jthread> threads;
    for (int desk = 0; desk < desks; ++desk) {
        threads.emplace_back([&, desk] {
            const auto connection = database.another();
            start.arrive_and_wait();
            work(*connection, desk);
        });
    }
}

QString firstBrokenRule(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

OrderDraft orderFor(const QString &customer, int product, Units units)
{
    OrderDraft draft;
    draft.customer = customer;
    draft.lines.push_back({RandomDesk::sku(product), units, {}});
    return draft;
}

void change(Connection &connection, int product, const std::function<void(ProductTerms &)> &terms)
{
    must(ProductService(connection)
             .change(
                 RandomDesk::sku(product),
                 [&](ProductTerms &changed) {
                     terms(changed);
                     return Result<Done>(Done{});
                 },
                 callerAt()));
}

} // namespace

void ManyDesksTest::randomWorkOfManyDesksKeepsEveryRule()
{
    TEST_DATABASE(database);
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("WAITLINE_DESK_STEPS", &isNumber);
    RandomDesk::open(database.connection());
    std::mutex mutex;
    QStringList failures;
    std::atomic_int done = 0;
    atOnce(database, [&](Connection &connection, int desk) {
        RandomDesk random(connection, quint32(desk) + 100);
        for (int i = 0; i < (isNumber ? asked : 150); ++i) {
            const auto uuid = random.step();
            if (uuid) {
                ++done;
            } else if (uuid.error().kind == Error::Kind::Storage) {
                const std::lock_guard lock(mutex);
                failures += uuid.error().message;
            }
        }
    });
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
    QVERIFY(done > 0);
    QCOMPARE(firstBrokenRule(database.connection()), QString());
    qInfo("%d operations by %d desks", done.load(), desksOn(database));
}

void ManyDesksTest::theLastUnitIsSoldOnce()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    change(database.connection(), 1, [](ProductTerms &terms) { terms.backorderLimit = 0; });
    must(CountService(database.connection()).count(RandomDesk::sku(1), 1, QStringLiteral("found"), callerAt()));
    std::atomic_int sold = 0;
    atOnce(database, [&](Connection &connection, int desk) {
        if (OrderService(connection).place(orderFor(QStringLiteral("Desk %1").arg(desk), 1, 1), callerAt()))
            ++sold;
    });
    QCOMPARE(sold.load(), 1);
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM refused_demand"), qint64(desksOn(database) - 1));
    QCOMPARE(firstBrokenRule(database.connection()), QString());
}

void ManyDesksTest::theEditionIsNotOversold()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    change(database.connection(), 3, [](ProductTerms &terms) { terms.editionSize = 10; });
    std::atomic<qint64> sold = 0;
    atOnce(database, [&](Connection &connection, int desk) {
        for (int i = 0; i < 5; ++i) {
            if (OrderService(connection).place(orderFor(QStringLiteral("Desk %1").arg(desk), 3, 1), callerAt()))
                ++sold;
        }
    });
    QCOMPARE(sold.load(), qint64(10));
    QCOMPARE(firstBrokenRule(database.connection()), QString());
}

void ManyDesksTest::twoDesksMakeOneCustomer()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    atOnce(database, [&](Connection &connection, int desk) {
        for (int i = 0; i < 10; ++i)
            must(OrderService(connection).place(orderFor(QStringLiteral("Zoë %1").arg(i), 1 + desk % 2 * 4, 1), callerAt()));
    });
    QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM customer"), qint64(10));
}

void ManyDesksTest::changesOfDifferentTermsAllLast()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    const std::vector<std::function<void(ProductTerms &)>> changes{
        [](ProductTerms &t) { t.price = 7; },          [](ProductTerms &t) { t.cost = 7; },
        [](ProductTerms &t) { t.leadDays = 7; },       [](ProductTerms &t) { t.pack = 7; },
        [](ProductTerms &t) { t.lowStock = 7; },       [](ProductTerms &t) { t.minimumOrder = 7; },
        [](ProductTerms &t) { t.category = u"7"_qs; }, [](ProductTerms &t) { t.editionSize = 7; }};
    atOnce(database, [&](Connection &connection, int desk) { change(connection, 1, changes[size_t(desk)]); });
    ProductTerms expected = must(ProductService(database.connection()).show(RandomDesk::sku(1))).terms;
    const ProductTerms found = expected;
    for (int desk = 0; desk < desksOn(database); ++desk)
        changes[size_t(desk)](expected);
    QCOMPARE(std::tie(found.price, found.cost, found.leadDays, found.pack, found.lowStock, found.minimumOrder, found.category),
             std::tie(expected.price, expected.cost, expected.leadDays, expected.pack, expected.lowStock, expected.minimumOrder,
                      expected.category));
    QVERIFY(found.editionSize == expected.editionSize);
}

void ManyDesksTest::aReceiptIsVoidedOnce()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    ReceiptDraft draft;
    draft.lines.push_back({RandomDesk::sku(1), 5, 0});
    must(ReceivingService(database.connection()).post(draft, callerAt()));
    const ReceiptId receipt = must(ReceivingService(database.connection()).post(draft, callerAt())).receipt;
    std::atomic_int voided = 0;
    atOnce(database, [&](Connection &connection, int) {
        if (ReceivingService(connection).voidReceipt(receipt, QStringLiteral("wrong"), callerAt()))
            ++voided;
    });
    QCOMPARE(voided.load(), 1);
    QCOMPARE(database.connection().integer("SELECT on_hand FROM product_stock WHERE product_id = 1"), qint64(5));
    QCOMPARE(firstBrokenRule(database.connection()), QString());
}

void ManyDesksTest::nothingIsReceivedOnAClosedPurchase()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    for (int round = 0; round < 10; ++round) {
        const PurchaseId purchase =
            must(PurchaseService(database.connection())
                     .place({QStringLiteral("Maker"), {{RandomDesk::sku(1), 50, {}}}, callerAt().today(), {}}, callerAt()))
                .id;
        atOnce(database, [&](Connection &connection, int desk) {
            ReceiptDraft draft;
            draft.purchase = purchase;
            draft.lines.push_back({RandomDesk::sku(1), 1, 0});
            if (desk == 0)
                must(PurchaseService(connection).close(purchase, callerAt()));
            else
                static_cast<void>(ReceivingService(connection).post(draft, callerAt())); // in time, or refused
        });
        QCOMPARE(database.connection().integer("SELECT COUNT(*) FROM receipt WHERE purchase_id = ? AND operation_id > "
                                               "(SELECT MAX(id) FROM operation WHERE kind = 'close_purchase')",
                                               purchase),
                 qint64(0));
    }
    QCOMPARE(firstBrokenRule(database.connection()), QString());
}

void ManyDesksTest::oneReferenceIsOneOrder()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    std::atomic_int placed = 0;
    std::atomic_int conflicts = 0;
    atOnce(database, [&](Connection &connection, int desk) {
        OrderDraft draft = orderFor(QStringLiteral("Ann"), 1 + desk % 2 * 4, 1);
        draft.reference = QStringLiteral("#1001");
        const auto order = OrderService(connection).place(draft, callerAt());
        ++(order ? placed : conflicts);
        if (!order && order.error().kind != Error::Kind::Conflict)
            qFatal("%s", qPrintable(order.error().message));
    });
    QCOMPARE(placed.load(), 1);
    QCOMPARE(conflicts.load(), desksOn(database) - 1);
}

void ManyDesksTest::twoAmendmentsOfOneLineBothCount()
{
    TEST_DATABASE(database);
    RandomDesk::open(database.connection());
    const OrderView order = must(OrderService(database.connection()).place(orderFor(QStringLiteral("Ann"), 1, 10), callerAt()));
    atOnce(database, [&](Connection &connection, int desk) {
        if (desk % 2 == 0)
            must(OrderService(connection).amend(order.order.id, order.lines[0].line.id, 12 + desk, callerAt()));
        else
            must(OrderService(connection).cancel(order.order.id, order.lines[0].line.id, 1, QStringLiteral("fewer"), callerAt()));
    });
    QCOMPARE(database.connection().integer("SELECT cancelled FROM order_line"), qint64(desksOn(database) / 2));
    QCOMPARE(firstBrokenRule(database.connection()), QString());
}

QTEST_GUILESS_MAIN(ManyDesksTest)
#include "manydeskstest.moc"
