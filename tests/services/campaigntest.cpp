#include "models/services/campaigns.h"
#include "models/services/checkservice.h"
#include "models/services/orderpreview.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

namespace {

constexpr int minutesADay = 24 * 60;

Caller onDay(int day, int minute = 0) { return callerAt(qint64(day) * minutesADay + minute); }
QDate day(int number) { return callerAt(qint64(number) * minutesADay).today(); }

void addProduct(Connection &connection, const QString &sku)
{
    ProductTerms terms;
    terms.sku = terms.name = sku;
    terms.price = 1000;
    must(ProductService(connection).add(terms, onDay(0)));
}

OrderView place(Connection &connection, int onDayNumber, const QString &customer, const QString &sku, Units units, const QString &code = {})
{
    OrderDraft draft;
    draft.customer = customer;
    draft.campaign = code;
    draft.lines = {{sku, units, {}}};
    return must(OrderService(connection).place(draft, onDay(onDayNumber, 5)));
}

CampaignTerms spring(int first, int last)
{
    CampaignTerms terms;
    terms.code = QStringLiteral("SPRING");
    terms.name = QStringLiteral("Spring");
    terms.first = day(first);
    terms.last = day(last);
    terms.skus = {QStringLiteral("LAMP")};
    terms.budget = 5000;
    terms.edition = 100;
    return terms;
}

/// Two lamps a day for 28 days, then six a day for five days, half of them by the code.
void fill(Connection &connection)
{
    addProduct(connection, QStringLiteral("LAMP"));
    addProduct(connection, QStringLiteral("ROPE"));
    for (int number = 0; number < 28; ++number)
        place(connection, number, QStringLiteral("Acme"), QStringLiteral("LAMP"), 2);
    for (int number = 28; number < 33; ++number) {
        place(connection, number, QStringLiteral("Acme"), QStringLiteral("LAMP"), 3);
        place(connection, number, QStringLiteral("New %1").arg(number), QStringLiteral("LAMP"), 3, QStringLiteral("SPRING"));
        place(connection, number, QStringLiteral("Acme"), QStringLiteral("ROPE"), 9);
    }
}

QString broken(Connection &connection)
{
    QStringList found;
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules)
        found += rule.broken;
    return found.join(u'\n');
}

} // namespace

class CampaignTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bookingsAreHeldAgainstTheFourWeeksBefore_data() { eachDatabase(); }
    void bookingsAreHeldAgainstTheFourWeeksBefore()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        must(CampaignService(connection).add(spring(28, 40), onDay(32)));
        const CampaignResult result = must(campaignResult(connection, QStringLiteral("SPRING"), day(32)));
        QCOMPARE(result.orders.orders, 5);
        QCOMPARE(result.orders.customers, 5);
        QCOMPARE(result.newCustomers, 5);
        QCOMPARE(result.orders.units(), 15);
        QCOMPARE(result.orders.value, Money(15'000));
        QCOMPARE(result.pace->days(), 5); // it is not over yet
        QCOMPARE(result.pace->units, 30); // the rope is none of its products
        QCOMPARE(result.ownInDays, 15);
        QCOMPARE(result.baseline->units, 56);
        QCOMPARE(result.baseline->days(), 28);
        QCOMPARE(result.uplift().value(), 2.0); // six a day instead of two
        // Days as even as these vary no more than Poisson's: 3 × e^(±1.96 √(1/30 + 1/56)).
        QVERIFY(std::abs(result.interval->low - .926) < .01 && std::abs(result.interval->high - 3.673) < .01);
        QCOMPARE(result.costPerUnit().value(), Money(333));
        QCOMPARE(result.shareOfEdition().value(), .15);
        QCOMPARE(broken(connection), QString());
    }
    void thereIsNoUpliftWithoutABaseline_data() { eachDatabase(); }
    void thereIsNoUpliftWithoutABaseline()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addProduct(connection, QStringLiteral("LAMP"));
        for (int number = 20; number < 33; ++number)
            place(connection, number, QStringLiteral("Acme"), QStringLiteral("LAMP"), 2, QStringLiteral("SPRING"));
        must(CampaignService(connection).add(spring(33, 40), onDay(33)));
        place(connection, 33, QStringLiteral("Acme"), QStringLiteral("LAMP"), 50, QStringLiteral("SPRING"));
        CampaignResult result = must(campaignResult(connection, QStringLiteral("SPRING"), day(33)));
        QVERIFY(!result.baseline && !result.uplift()); // thirteen days before are too few
        CampaignTerms later = spring(34, 40);
        must(CampaignService(connection)
                 .change(
                     QStringLiteral("SPRING"),
                     [&](CampaignTerms &terms) {
                         terms = later;
                         return Result<Done>(Done{});
                     },
                     onDay(34)));
        result = must(campaignResult(connection, QStringLiteral("SPRING"), day(34)));
        QCOMPARE(result.baseline->days(), 14);
        QCOMPARE(result.baseline->units, 76); // ordered under its name, and demand all the same
        place(connection, 33, QStringLiteral("Bolt"), QStringLiteral("LAMP"), 7);
        place(connection, 34, QStringLiteral("Bolt"), QStringLiteral("LAMP"), 1);
        result = must(campaignResult(connection, QStringLiteral("SPRING"), day(34)));
        QCOMPARE(result.baseline->units, 83);
        QVERIFY(result.uplift() && result.interval && !result.interval->isTold());
        result = must(campaignResult(connection, QStringLiteral("SPRING"), day(33)));
        QVERIFY(!result.pace && !result.uplift()); // it has not begun
    }
    void ordersAreGivenToItByHand_data() { eachDatabase(); }
    void ordersAreGivenToItByHand()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        CampaignService service(connection);
        must(service.add(spring(28, 32), onDay(33)));
        const OrderView forgotten = place(connection, 32, QStringLiteral("Eck"), QStringLiteral("LAMP"), 4);
        QCOMPARE(must(service.assign(QStringLiteral("SPRING"), {forgotten.order.id}, onDay(33))), 1);
        QCOMPARE(must(service.assign(QStringLiteral("SPRING"), {forgotten.order.id}, onDay(33))), 0);
        const CampaignResult result = must(campaignResult(connection, QStringLiteral("SPRING"), day(33)));
        QCOMPARE(result.orders.orders, 6);
        QCOMPARE(result.orders.byHand, 1);
        QCOMPARE(result.orders.units(), 19);
        // All or none.
        QVERIFY(!service.assign(QStringLiteral("SPRING"), {OrderId{1}, OrderId{100'000}}, onDay(33)).isOk());
        QCOMPARE(must(campaignResult(connection, QStringLiteral("SPRING"), day(33))).orders.orders, 6);
        QVERIFY(service.assign(QStringLiteral("AUTUMN"), {OrderId{1}}, onDay(33)).error().message.contains(QStringLiteral("AUTUMN")));
        QCOMPARE(broken(connection), QString());
    }
    void whatIsKeptRefusedAndHeldIsCounted_data() { eachDatabase(); }
    void whatIsKeptRefusedAndHeldIsCounted()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addProduct(connection, QStringLiteral("LAMP"));
        must(CampaignService(connection).add(spring(0, 10), onDay(0)));
        const OrderView kept = place(connection, 1, QStringLiteral("Acme"), QStringLiteral("LAMP"), 6, QStringLiteral("SPRING"));
        const OrderView withdrawn = place(connection, 1, QStringLiteral("Bolt"), QStringLiteral("LAMP"), 4, QStringLiteral("SPRING"));
        must(OrderService(connection).cancel(withdrawn.order.id, {}, 3, QStringLiteral("too long"), onDay(2)));
        must(PaymentService(connection).pay(kept.order.id, 2500, PaymentMeans(QString(), QString()), onDay(2)));
        must(ProductService(connection)
                 .change(
                     QStringLiteral("LAMP"),
                     [](ProductTerms &terms) {
                         terms.backorderLimit = 7;
                         return Result<Done>(Done{});
                     },
                     onDay(3)));
        OrderDraft draft;
        draft.customer = QStringLiteral("Cord");
        draft.lines = {{QStringLiteral("LAMP"), 5, {}}};
        QVERIFY(!OrderService(connection).place(draft, onDay(4)).isOk());
        const CampaignResult result = must(campaignResult(connection, QStringLiteral("SPRING"), day(5)));
        QCOMPARE(result.kept.placed, 10);
        QCOMPARE(result.kept.withdrawn, 3);
        QCOMPARE(result.refused, 5);
        QCOMPARE(result.conversion().value(), 10.0 / 15);
        QCOMPARE(result.money.collected, Money(2500));
        QCOMPARE(result.money.held, Money(2500));
    }
    void ofAnOrdersMoneyItsOwnProductsHaveTheirShare_data() { eachDatabase(); }
    void ofAnOrdersMoneyItsOwnProductsHaveTheirShare()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addProduct(connection, QStringLiteral("LAMP"));
        addProduct(connection, QStringLiteral("ROPE"));
        must(CampaignService(connection).add(spring(0, 10), onDay(0)));
        OrderDraft draft;
        draft.customer = QStringLiteral("Acme");
        draft.campaign = QStringLiteral("SPRING");
        draft.lines = {{QStringLiteral("LAMP"), 1, {}}, {QStringLiteral("ROPE"), 9, {}}};
        const OrderView order = must(OrderService(connection).place(draft, onDay(1)));
        must(PaymentService(connection).pay(order.order.id, 5000, PaymentMeans(QString(), QString()), onDay(2)));
        const CampaignResult result = must(campaignResult(connection, QStringLiteral("SPRING"), day(5)));
        QCOMPARE(result.orders.value, Money(1000));
        QCOMPARE(result.money.collected, Money(500));
        QCOMPARE(result.money.held, Money(500));
    }
    void whatIsWrongIsSaid_data() { eachDatabase(); }
    void whatIsWrongIsSaid()
    {
        TEST_DATABASE(database);
        CampaignService service(database.connection());
        addProduct(database.connection(), QStringLiteral("LAMP"));
        CampaignTerms terms = spring(10, 5);
        QCOMPARE(service.add(terms, onDay(0)).error().field, QStringLiteral("to"));
        terms = spring(1, 5);
        terms.skus += QStringLiteral("NOWHERE");
        QVERIFY(service.add(terms, onDay(0)).error().message.contains(QStringLiteral("NOWHERE")));
        terms = spring(1, 5);
        terms.last.reset();
        QCOMPARE(service.add(terms, onDay(0)).error().field, QStringLiteral("to")); // the one that is missing
        QVERIFY(must(campaignResults(database.connection(), day(1))).empty());
        must(service.add(spring(1, 5), onDay(0)));
        QCOMPARE(service.add(spring(1, 5), onDay(0)).error().kind, Error::Kind::Conflict);
        QCOMPARE(service
                     .change(
                         QStringLiteral("OTHER"), [](CampaignTerms &) { return Result<Done>(Done{}); }, onDay(0))
                     .error()
                     .kind,
                 Error::Kind::NotFound);
    }
    void aBaselineIsFourWeeksOrAtLeastTwo()
    {
        QCOMPARE(baselineBefore(day(40), day(0))->first, day(12));
        QCOMPARE(baselineBefore(day(40), day(26))->days(), 14);
        QVERIFY(!baselineBefore(day(40), day(27)));
        QVERIFY(!baselineBefore(day(40), std::nullopt));
        QVERIFY(!upliftOf({day(1), day(2), 10}, DailyPace{day(-20), day(0), 0}));
    }
    void anEditionOfACampaignIsACap_data() { eachDatabase(); }
    void anEditionOfACampaignIsACap()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addProduct(connection, QStringLiteral("LAMP"));
        addProduct(connection, QStringLiteral("SHADE"));
        addProduct(connection, QStringLiteral("ROPE"));
        CampaignTerms terms = spring(0, 30);
        terms.skus = {QStringLiteral("LAMP"), QStringLiteral("SHADE")};
        terms.edition = 10;
        must(CampaignService(connection).add(terms, onDay(0)));
        const OrderView first = place(connection, 1, QStringLiteral("Acme"), QStringLiteral("LAMP"), 6, terms.code);
        place(connection, 1, QStringLiteral("Acme"), QStringLiteral("ROPE"), 50, terms.code); // it is not about ropes
        place(connection, 1, QStringLiteral("Acme"), QStringLiteral("LAMP"), 50); // nor about orders that do not name it
        // Over all lines of the order together.
        OrderDraft draft;
        draft.customer = QStringLiteral("Bolt");
        draft.campaign = terms.code;
        draft.lines = {{QStringLiteral("LAMP"), 3, {}}, {QStringLiteral("ROPE"), 9, {}}, {QStringLiteral("SHADE"), 2, {}}};
        const auto seen = must(previewOrder(connection, draft, onDay(2)));
        QVERIFY(!seen.lines[0].refusal && !seen.lines[1].refusal && seen.lines[2].refusal);
        const auto refused = OrderService(connection).place(draft, onDay(2));
        QVERIFY(!refused);
        QCOMPARE(refused.error().message, seen.lines[2].refusal->message);
        QVERIFY2(refused.error().message.contains(QStringLiteral("campaign SPRING offers 10 and 1 of them are left. Lower them to 1.")),
                 qPrintable(refused.error().message));
        QCOMPARE(connection.integer("SELECT CAST(SUM(units) AS BIGINT) FROM refused_demand"), qint64(2));
        draft.lines[2].units = 1;
        const OrderId second = must(OrderService(connection).place(draft, onDay(2, 1))).order.id;
        // More units of an order that is there, and what was cancelled, meet the same cap.
        const OrderLineId line = first.lines.front().line.id;
        const auto raised = OrderService(connection).amend(first.order.id, line, 7, onDay(3));
        QVERIFY(!raised && raised.error().message.contains(QStringLiteral("0 of them are left")));
        must(OrderService(connection).cancel(second, {}, {}, QStringLiteral("withdrawn"), onDay(4)));
        must(OrderService(connection).amend(first.order.id, line, 9, onDay(5)));
        QVERIFY(!OrderService(connection).undoCancel(second, QStringLiteral("again"), onDay(6)));
        // What somebody gives to it by hand was sold before, and so was what it had sold when it offers less.
        const OrderId other{connection.integer("SELECT MAX(order_id) FROM order_line WHERE ordered = 50 AND unit_price = 1000")};
        must(CampaignService(connection).assign(terms.code, {other}, onDay(7)));
        QVERIFY(must(checkDatabase(connection)).isOk());
        must(CampaignService(connection)
                 .change(
                     terms.code,
                     [](CampaignTerms &changed) -> Result<Done> {
                         changed.edition = 2;
                         return Done{};
                     },
                     onDay(8)));
        QVERIFY(must(checkDatabase(connection)).isOk());
        draft.lines = {{QStringLiteral("SHADE"), 1, {}}};
        QVERIFY(!OrderService(connection).place(draft, onDay(9)));
    }
};

QTEST_GUILESS_MAIN(CampaignTest)
#include "campaigntest.moc"
