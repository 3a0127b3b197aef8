#include "models/services/orderpreview.h"
#include "models/services/checkservice.h"
#include "models/services/orderservice.h"
#include "models/services/productservice.h"
#include "models/services/refuseddemand.h"
#include "tests/support/busyshop.h"
#include "tests/support/randomdesk.h"

using namespace waitline;
using namespace waitline::test;

/// What an order form says before saving is what saving does.
class OrderPreviewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placingGivesExactlyThePreview_data() { eachDatabase(); }
    void placingGivesExactlyThePreview();
    void everyLineOfTheOrderCounts_data() { eachDatabase(); }
    void everyLineOfTheOrderCounts();
    void aLineThatCannotBeSoldHidesNoOther_data() { eachDatabase(); }
    void aLineThatCannotBeSoldHidesNoOther();
    void aPreviewWritesNothing_data() { eachDatabase(); }
    void aPreviewWritesNothing();
    void moneyTakenIsRecordedWithTheOrderAndServesThePaid_data() { eachDatabase(); }
    void moneyTakenIsRecordedWithTheOrderAndServesThePaid();
    void unitsNotWaitedForAreDemand_data() { eachDatabase(); }
    void unitsNotWaitedForAreDemand();
};

namespace {

constexpr int manyMinutes = 100'000;

OrderDraft anyDraft(std::mt19937 &random, const QStringList &skus)
{
    const auto below = [&](int end) { return int(random() % unsigned(end)); };
    OrderDraft draft;
    draft.customer = QStringLiteral("Customer %1").arg(below(6));
    draft.priority = below(4) == 0 ? below(7) - 3 : 0;
    if (below(3) == 0)
        draft.taken = MoneyTaken{1 + below(20'000), QStringLiteral("cash"), {}};
    for (int line = 0; line <= below(4); ++line)
        draft.lines.push_back({skus[below(int(skus.size()))], 1 + below(12), {}});
    return draft;
}

/// The first difference in words; empty where there is none.
QString difference(const OrderPreview &preview, const OrderView &order)
{
    if (preview.total != order.total || preview.depositRequired != order.order.depositRequired)
        return QStringLiteral("total %1 and deposit %2, not %3 and %4")
            .arg(order.total)
            .arg(order.order.depositRequired)
            .arg(preview.total)
            .arg(preview.depositRequired);
    for (size_t at = 0; at < order.lines.size(); ++at) {
        const OrderLineView &is = order.lines[at];
        const LinePreview &said = preview.lines[at];
        const QString got = QStringLiteral("%1: %2 allocated, %3 wait, place %4, %5 ahead, on %6 by %7")
                                .arg(is.line.sku)
                                .arg(is.line.allocated)
                                .arg(is.line.waiting)
                                .arg(is.place.value_or(0))
                                .arg(is.unitsAhead.value_or(0))
                                .arg(is.coverage.eta.toString(Qt::ISODate))
                                .arg(is.coverage.coveredBy.value_or(PurchaseId{}).value);
        const QString told = QStringLiteral("%1: %2 allocated, %3 wait, place %4, %5 ahead, on %6 by %7")
                                 .arg(said.sku)
                                 .arg(said.allocated)
                                 .arg(said.waiting)
                                 .arg(said.place)
                                 .arg(said.unitsAhead)
                                 .arg(said.coverage.eta.toString(Qt::ISODate))
                                 .arg(said.coverage.coveredBy.value_or(PurchaseId{}).value);
        if (got != told || is.line.preorder != said.preorder)
            return QStringLiteral("“%1” was told as “%2”").arg(got, told);
    }
    return {};
}

/// Places the draft; empty where it became what its preview said.
QString placedAsTold(Connection &connection, const OrderDraft &draft, const Caller &caller)
{
    const OrderPreview preview = must(previewOrder(connection, draft, caller));
    const auto order = OrderService(connection).place(draft, caller);
    const auto refused =
        std::find_if(preview.lines.begin(), preview.lines.end(), [](const LinePreview &line) { return line.refusal.has_value(); });
    if (order)
        return refused == preview.lines.end() ? difference(preview, *order) : u"placed although " + refused->refusal->message;
    const bool isTold =
        std::any_of(preview.lines.begin(), preview.lines.end(), [&](const LinePreview &line) { return line.refusal == order.error(); });
    return isTold ? QString() : u"not told: " + order.error().message;
}

void add(Connection &connection, const QString &sku, Units onHand, const std::function<void(ProductTerms &)> &more = {})
{
    ProductTerms terms;
    terms.sku = terms.name = sku;
    terms.price = 1000;
    if (more)
        more(terms);
    must(ProductService(connection).add(terms, callerAt()));
    if (onHand > 0)
        must(ReceivingService(connection).post({{}, {{sku, onHand, 0}}, {}, {}}, callerAt()));
}

} // namespace

void OrderPreviewTest::placingGivesExactlyThePreview()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    fillBusyShop(connection);
    RandomDesk desk(connection, 11);
    QStringList skus;
    for (int product = 1; product <= RandomDesk::products; ++product)
        skus += RandomDesk::sku(product);
    for (int product = 0; product < busyProducts; ++product)
        skus += busySku(product);
    std::mt19937 random(4);
    for (int round = 0; round < 150; ++round) {
        for (int step = 0; step < 3; ++step)
            static_cast<void>(desk.step());
        const QString found = placedAsTold(connection, anyDraft(random, skus), callerAt(manyMinutes + round));
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(found)));
    }
    QVERIFY(must(checkDatabase(connection)).isOk());
}

void OrderPreviewTest::everyLineOfTheOrderCounts()
{
    TEST_DATABASE(database);
    add(database.connection(), QStringLiteral("LAMP"), 4);
    OrderDraft draft;
    draft.customer = QStringLiteral("Acme");
    draft.lines = {{QStringLiteral("LAMP"), 3, {}}, {QStringLiteral("LAMP"), 3, {}}, {QStringLiteral("LAMP"), 2, {}}};
    const OrderPreview preview = must(previewOrder(database.connection(), draft, callerAt(1)));
    QCOMPARE(preview.lines[0].allocated, 3);
    QCOMPARE(preview.lines[1].allocated, 1);
    QCOMPARE(preview.lines[1].waiting, 2);
    QCOMPARE(preview.lines[1].place, 1);
    QCOMPARE(preview.lines[2].place, 2);
    QCOMPARE(preview.lines[2].unitsAhead, 2);
    QCOMPARE(preview.total, 8000);
}

void OrderPreviewTest::aLineThatCannotBeSoldHidesNoOther()
{
    TEST_DATABASE(database);
    add(database.connection(), QStringLiteral("LAMP"), 4, [](ProductTerms &terms) { terms.backorderLimit = 0; });
    add(database.connection(), QStringLiteral("CHAIR"), 4);
    OrderDraft draft;
    draft.customer = QStringLiteral("Acme");
    draft.lines = {{QStringLiteral("LAMP"), 3, {}},
                   {QStringLiteral("CHAIR"), 3, {}},
                   {QStringLiteral("LAMP"), 2, {}},
                   {QStringLiteral("NONE"), 1, {}}};
    const OrderPreview preview = must(previewOrder(database.connection(), draft, callerAt(1)));
    QVERIFY(preview.lines[0].refusal && preview.lines[0].refusal->message.contains(QStringLiteral("Lower them to 4")));
    QCOMPARE(preview.lines[2].refusal, preview.lines[0].refusal);
    QVERIFY(!preview.lines[1].refusal);
    QCOMPARE(preview.lines[1].allocated, 3);
    QCOMPARE(preview.lines[3].refusal->kind, Error::Kind::NotFound);
    QCOMPARE(preview.total, 3000);
}

void OrderPreviewTest::aPreviewWritesNothing()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, QStringLiteral("LAMP"), 4);
    const auto everything = [&] {
        QList<qint64> counts;
        for (const char *sql : {"SELECT COUNT(*) FROM operation", "SELECT COUNT(*) FROM sales_order", "SELECT COUNT(*) FROM customer",
                                "SELECT COUNT(*) FROM refused_demand", "SELECT allocated FROM product_stock"})
            counts += connection.integer(sql);
        return counts;
    };
    const auto before = everything();
    OrderDraft draft;
    draft.customer = QStringLiteral("Nobody yet");
    draft.lines = {{QStringLiteral("LAMP"), 30, {}}};
    static_cast<void>(must(previewOrder(connection, draft, callerAt(1))));
    QCOMPARE(everything(), before);
    QCOMPARE(must(OrderService(connection).place(draft, callerAt(1))).order.id.value, 1); // no number was used up
}

void OrderPreviewTest::moneyTakenIsRecordedWithTheOrderAndServesThePaid()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, QStringLiteral("LAMP"), 0, [](ProductTerms &terms) {
        terms.policy = AllocationPolicy::PaidFirst;
        terms.deposit = {DepositTerms::Kind::Percent, 2000};
    });
    OrderDraft unpaid;
    unpaid.customer = QStringLiteral("Acme");
    unpaid.lines = {{QStringLiteral("LAMP"), 3, {}}};
    must(OrderService(connection).place(unpaid, callerAt(1)));
    OrderDraft paid = unpaid;
    paid.customer = QStringLiteral("Bolt");
    paid.taken = MoneyTaken{600, QStringLiteral("card"), QStringLiteral("T-1")};
    const OrderView order = must(OrderService(connection).place(paid, callerAt(2)));
    QCOMPARE(order.order.paid, 600);
    QCOMPARE(order.balanceDue(), 2400);
    QCOMPARE(connection.integer("SELECT COUNT(*) FROM payment WHERE method = 'card' AND reference = 'T-1'"), 1);
    must(ReceivingService(connection).post({{}, {{QStringLiteral("LAMP"), 3, 0}}, {}, {}}, callerAt(3)));
    QCOMPARE(must(OrderService(connection).show(order.order.id, callerAt(3))).lines[0].line.allocated, 3);
    paid.taken = MoneyTaken{0, {}, {}};
    QCOMPARE(OrderService(connection).place(paid, callerAt(4)).error().field, QStringLiteral("taken"));
    QVERIFY(must(checkDatabase(connection)).isOk());
}

void OrderPreviewTest::unitsNotWaitedForAreDemand()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    add(connection, QStringLiteral("LAMP"), 4);
    OrderDraft draft;
    draft.customer = QStringLiteral("Acme");
    draft.lines = {{QStringLiteral("LAMP"), 4, {}}};
    draft.unwaited = {{QStringLiteral("LAMP"), 6}};
    must(OrderService(connection).place(draft, callerAt(1)));
    must(recordUnwaited(connection, {{QStringLiteral("LAMP"), 2}}, QStringLiteral("Bolt"), callerAt(2)));
    QCOMPARE(connection.integer("SELECT CAST(SUM(units) AS BIGINT) FROM refused_demand"), 8);
    QCOMPARE(recordUnwaited(connection, {{QStringLiteral("NONE"), 2}}, {}, callerAt(3)).error().kind, Error::Kind::NotFound);
    QVERIFY(must(checkDatabase(connection)).isOk());
}

QTEST_GUILESS_MAIN(OrderPreviewTest)
#include "orderpreviewtest.moc"
