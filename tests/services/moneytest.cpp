#include "models/services/cashreport.h"
#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/receivingservice.h"
#include "models/services/shippingservice.h"
#include "models/services/storesettings.h"
#include "tests/support/testdatabase.h"

#include <random>

using namespace waitline;
using namespace waitline::test;

namespace {

const QString lamp = QStringLiteral("LAMP");
constexpr qint64 minutesOfADay = 24 * 60;

void addLamp(Connection &connection, Money price, const QString &deposit)
{
    ProductTerms terms;
    terms.sku = lamp;
    terms.name = QStringLiteral("Lamp");
    terms.price = price;
    terms.deposit = must(DepositTerms::parse(deposit, Currency{}));
    must(ProductService(connection).add(terms, callerAt()));
}

OrderView place(Connection &connection, const std::vector<Units> &units)
{
    OrderDraft draft;
    draft.customer = QStringLiteral("Ann");
    for (Units each : units)
        draft.lines.push_back({lamp, each, {}});
    return must(OrderService(connection).place(draft, callerAt()));
}

void receive(Connection &connection, Units units, qint64 minute = 0)
{
    must(ReceivingService(connection).post({{}, {{lamp, units, 0}}, {}, {}}, callerAt(minute)));
}

/// Customer deposits at the end of a day, order by order, by another way than the program's: no window, no grouping.
Money depositsOn(Connection &connection, QDate day)
{
    Money sum = 0;
    const DayNumber last = toDayNumber(day);
    std::vector<qint64> orders;
    {
        Rows rows = connection.run("SELECT id FROM sales_order");
        while (rows.next())
            orders.push_back(rows.integer(0));
    }
    for (qint64 order : orders) {
        const Money held = connection.integer("SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) FROM payment WHERE order_id = ? AND "
                                              "operation_id IN (SELECT id FROM operation WHERE at < ?)",
                                              order, (last + 1) * 86'400'000);
        const Money shipped = connection.integer(
            "SELECT CAST(COALESCE(SUM(d.units * l.unit_price), 0) AS BIGINT) FROM shipment_line d, order_line l, shipment h "
            "WHERE l.id = d.order_line_id AND h.id = d.shipment_id AND h.order_id = ? AND h.shipped_day <= ?",
            order, last);
        sum += std::max<Money>(0, held - shipped);
    }
    return sum;
}

bool isClean(Connection &connection) { return must(checkDatabase(connection)).isOk(); }

} // namespace

class MoneyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void partialShipmentsConsumeTheDepositAtItsRate_data() { eachDatabase(); }
    void partialShipmentsConsumeTheDepositAtItsRate()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addLamp(connection, 1'000, QStringLiteral("30%"));
        const OrderView order = place(connection, {20, 30, 20});
        QCOMPARE(order.order.depositRequired, Money(21'000));
        must(PaymentService(connection).pay(order.order.id, 21'000, {"card"}, callerAt()));
        receive(connection, 50);
        const OrderLineId first = order.lines[0].line.id;
        const ShipmentView one = must(ShippingService(connection).ship(order.order.id, {{first, 20}}, callerAt()));
        QCOMPARE(one.value, Money(20'000));
        QCOMPARE(one.consumed, Money(6'000));
        must(OrderService(connection).cancel(order.order.id, order.lines[2].line.id, {}, QStringLiteral("too late"), callerAt()));
        const ShipmentView two = must(ShippingService(connection).ship(order.order.id, {}, callerAt()));
        QCOMPARE(two.value, Money(30'000));
        QCOMPARE(two.consumed, Money(15'000));
        QCOMPARE(two.toPay(), Money(15'000));
        QVERIFY(isClean(connection));
    }
    void depositsAreAskedPerProductAndSummedPerOrder_data() { eachDatabase(); }
    void depositsAreAskedPerProductAndSummedPerOrder()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addLamp(connection, 1'000, QStringLiteral("25%"));
        ProductTerms chair;
        chair.sku = QStringLiteral("CHAIR");
        chair.name = QStringLiteral("Chair");
        chair.price = 5'000;
        chair.deposit = must(DepositTerms::parse(QStringLiteral("12.50"), Currency{}));
        must(ProductService(connection).add(chair, callerAt()));
        OrderDraft draft;
        draft.customer = QStringLiteral("Ann");
        draft.lines = {{lamp, 4, {}}, {chair.sku, 3, {}}};
        const OrderView order = must(OrderService(connection).place(draft, callerAt()));
        QCOMPARE(order.order.depositRequired, Money(1'000 + 3'750));
        const OrderView less =
            must(OrderService(connection).cancel(order.order.id, order.lines[1].line.id, 2, QStringLiteral("why"), callerAt()));
        QCOMPARE(less.order.depositRequired, Money(1'000 + 1'250));
    }
    void aMistakeIsTakenBackByACounterEntry_data() { eachDatabase(); }
    void aMistakeIsTakenBackByACounterEntry()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addLamp(connection, 1'000, {});
        const OrderId order = place(connection, {5}).order.id;
        PaymentService payments(connection);
        must(payments.pay(order, 3'000, {QStringLiteral("transfer"), QStringLiteral("A-17")}, callerAt(1)));
        must(payments.refund(order, 1'000, {}, callerAt(2)));
        const auto journal = must(payments.journal({order, {}, {}, {}}, 0, 10));
        QCOMPARE(journal.size(), size_t(2));
        QCOMPARE(journal[1].method, QStringLiteral("transfer"));
        QCOMPARE(journal[1].reference, QStringLiteral("A-17"));
        const auto early = payments.reverse(journal[1].id, QStringLiteral("typed twice"), callerAt(3));
        QVERIFY(!early && early.error().message.contains(QStringLiteral("only 20.00 is held")));
        OrderView view = must(payments.reverse(journal[0].id, QStringLiteral("wrong order"), callerAt(4)));
        QCOMPARE(view.order.refunded, Money(0));
        QCOMPARE(view.order.paid, Money(3'000));
        view = must(payments.reverse(journal[1].id, QStringLiteral("typed twice"), callerAt(5)));
        QCOMPARE(view.order.paid, Money(0));
        const auto again = payments.reverse(journal[1].id, QStringLiteral("once more"), callerAt(6));
        QVERIFY(!again && again.error().message.contains(QStringLiteral("taken back already")));
        const PaymentId counter = must(payments.journal({order, {}, {}, {}}, 0, 1)).front().id;
        QVERIFY(!payments.reverse(counter, QStringLiteral("the counter-entry"), callerAt(7)));
        QVERIFY(!payments.reverse({journal[0].id}, {}, callerAt(8)));
        const PaymentSum sum = must(payments.sum({}));
        QVERIFY(sum.entries == 4 && sum.in == 0 && sum.refunded == 0);
        QVERIFY(isClean(connection));
    }
    void theJournalIsSearched_data() { eachDatabase(); }
    void theJournalIsSearched()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addLamp(connection, 1'000, {});
        const OrderId order = place(connection, {5}).order.id;
        PaymentService payments(connection);
        must(payments.pay(order, 100, {QStringLiteral("Card"), QStringLiteral("100%_A")}, callerAt(1)));
        must(payments.pay(order, 200, {QStringLiteral("Cash")}, callerAt(2 * minutesOfADay)));
        const auto amounts = [&](const PaymentFilter &filter) {
            QList<Money> found;
            for (const StoredPayment &payment : must(payments.journal(filter, 0, 10)))
                found += payment.amount;
            return found;
        };
        QCOMPARE(amounts({{}, QStringLiteral("CARD"), {}, {}}), QList<Money>{100});
        QCOMPARE(amounts({{}, QStringLiteral("0%_a"), {}, {}}), QList<Money>{100});
        QCOMPARE(amounts({{}, QStringLiteral("ann"), {}, {}}), (QList<Money>{200, 100}));
        QCOMPARE(amounts({{}, {}, callerAt().today().addDays(1), {}}), QList<Money>{200});
        QCOMPARE(amounts({{}, {}, {}, callerAt().today()}), QList<Money>{100});
    }
    void theFullBalanceIsAskedForOnlyWhereTheBusinessSaysSo_data() { eachDatabase(); }
    void theFullBalanceIsAskedForOnlyWhereTheBusinessSaysSo()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        addLamp(connection, 1'000, QStringLiteral("10%"));
        receive(connection, 10);
        const OrderId first = place(connection, {2}).order.id;
        const OrderId second = place(connection, {2}).order.id;
        for (OrderId order : {first, second})
            must(PaymentService(connection).pay(order, 200, {}, callerAt()));
        must(ShippingService(connection).ship(first, {}, callerAt()));
        StoreSettings settings = must(storeSettings(connection));
        QVERIFY(!settings.fullBalanceFirst);
        settings.fullBalanceFirst = true;
        must(changeSettings(connection, settings, callerAt()));
        const auto refusal = ShippingService(connection).ship(second, {}, callerAt());
        QVERIFY(!refusal && refusal.error().message.contains(QStringLiteral("balance of 18.00 is not paid")));
        must(PaymentService(connection).pay(second, 1'800, {}, callerAt()));
        must(ShippingService(connection).ship(second, {}, callerAt()));
        settings.email = QStringLiteral("no address");
        QVERIFY(!changeSettings(connection, settings, callerAt()));
    }
    void theLiabilityIsTheSumOverTheOrdersOnAnyDay_data() { eachDatabase(); }
    void theLiabilityIsTheSumOverTheOrdersOnAnyDay();
};

/// Random payments, refunds, counter-entries, receipts, shipments and cancellations over thirty days.
void MoneyTest::theLiabilityIsTheSumOverTheOrdersOnAnyDay()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    addLamp(connection, 700, QStringLiteral("20%"));
    std::mt19937 random(7);
    const auto below = [&](int end) { return qint64(random() % unsigned(end)); };
    std::vector<OrderView> orders;
    for (int i = 0; i < 12; ++i)
        orders.push_back(place(connection, {1 + below(9), 1 + below(4)}));
    const QDate start = callerAt().today();
    for (int step = 0; step < 300; ++step) {
        const OrderView &order = orders[size_t(below(12))];
        const OrderId id = order.order.id;
        const Caller caller = callerAt(step / 10 * minutesOfADay + step);
        const auto entries = must(PaymentService(connection).journal({id, {}, {}, {}}, 0, 20));
        bool isDone = true; // or refused, which changes nothing
        switch (below(6)) {
        case 0: isDone = PaymentService(connection).pay(id, 1 + below(4'000), {}, caller).isOk(); break;
        case 1: isDone = PaymentService(connection).refund(id, 1 + below(1'500), {}, caller).isOk(); break;
        case 2:
            if (!entries.empty())
                isDone =
                    PaymentService(connection).reverse(entries[size_t(below(int(entries.size())))].id, QStringLiteral("x"), caller).isOk();
            break;
        case 3: receive(connection, 1 + below(6), step / 10 * minutesOfADay); break;
        case 4: isDone = ShippingService(connection).ship(id, {}, caller).isOk(); break;
        case 5: isDone = OrderService(connection).cancel(id, order.lines[1].line.id, 1, QStringLiteral("x"), caller).isOk(); break;
        }
        Q_UNUSED(isDone)
    }
    for (int day = -1; day <= 31; day += 4) {
        const QDate from = start.addDays(day);
        const QDate to = from.addDays(6);
        const DepositsReport report = must(depositsReport(connection, from, to));
        QCOMPARE(report.sum.opening, depositsOn(connection, from.addDays(-1)));
        QCOMPARE(report.sum.closing, depositsOn(connection, to));
        QCOMPARE(report.sum.opening + report.sum.in - report.sum.consumed - report.sum.refunded, report.sum.closing);
        Money closing = 0;
        for (const DepositsReport::Row &row : report.orders)
            closing += row.closing;
        QCOMPARE(closing, report.sum.closing);
    }
    QCOMPARE(must(cashReport(connection)).deposits, depositsOn(connection, start.addDays(40)));
    QVERIFY(connection.integer("SELECT COUNT(*) FROM payment WHERE reverses IS NOT NULL") > 5);
    QVERIFY(connection.integer("SELECT COUNT(*) FROM shipment") > 5);
    QVERIFY(isClean(connection));
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "moneytest.moc"
