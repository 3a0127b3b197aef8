#include "models/services/checkservice.h"
#include "models/services/countservice.h"
#include "models/services/customerservice.h"
#include "models/services/orderediting.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/productservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/receivingcounts.h"
#include "models/services/returnservice.h"
#include "models/services/shippingservice.h"
#include "models/services/shorteditions.h"
#include "models/store/transaction.h"
#include "tests/support/randomdesk.h"
#include "tests/support/testdatabase.h"

using namespace waitline;
using namespace waitline::test;

/// A receipt is what its preview said, in whatever state the business is; and it can be taken back after whatever followed,
/// unless its units have left.
class ReceiptVoidTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReceiptIsTakenBackAfterWhateverFollowed_data();
    void aReceiptIsTakenBackAfterWhateverFollowed();
    void theShipmentsThatTookUnitsOfItAreNamed_data() { eachDatabase(); }
    void theShipmentsThatTookUnitsOfItAreNamed();
    void aPreviewIsTheResultInTenThousandStates_data() { eachDatabase(); }
    void aPreviewIsTheResultInTenThousandStates();
};

namespace {

const QString lamp = QStringLiteral("LAMP");
const QString why = QStringLiteral("because");

QString broken(Connection &connection)
{
    for (const CheckedRule &rule : must(checkDatabase(connection)).rules) {
        if (!rule.broken.isEmpty())
            return rule.rule + u": " + rule.broken.join(u"; ");
    }
    return {};
}

OrderId order(Connection &connection, const char *customer, Units units, qint64 minute)
{
    OrderDraft draft;
    draft.customer = QString::fromLatin1(customer);
    draft.lines = {{lamp, units, {}}};
    return must(OrderService(connection).place(draft, callerAt(minute))).order.id;
}

/// What may happen after 8 lamps came on a purchase of 12, while Ada waits for 5 and Bob for 6. `leaves`: units of the
/// receipt have left, so that it stands.
struct FollowUp {
    const char *name;
    bool leaves;
    std::function<void(Connection &, OrderId ada, OrderId bob, const ReceiptOutcome &)> work;
};

OrderLineId lineOf(Connection &connection, OrderId id)
{
    return must(OrderService(connection).show(id, callerAt(20))).lines.front().line.id;
}

const std::vector<FollowUp> &followUps()
{
    static const std::vector<FollowUp> all{
        {"nothing", false, [](Connection &, OrderId, OrderId, const ReceiptOutcome &) {}},
        {"a cancelled order", false,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) { must(OrderService(c).cancel(ada, {}, {}, why, callerAt(20))); }},
        {"an amended order", false,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             must(OrderService(c).amend(ada, lineOf(c, ada), 2, callerAt(20)));
         }},
        {"a changed priority", false,
         [](Connection &c, OrderId, OrderId bob, const ReceiptOutcome &) { must(OrderService(c).setPriority(bob, 5, why, callerAt(20))); }},
        {"a move in line", false,
         [](Connection &c, OrderId, OrderId bob, const ReceiptOutcome &) {
             const OrderId cleo = order(c, "Cleo", 3, 19);
             must(OrderService(c).moveLine(lineOf(c, cleo), Side::Before, lineOf(c, bob), why, callerAt(20)));
         }},
        {"a split line", false,
         [](Connection &c, OrderId, OrderId bob, const ReceiptOutcome &) {
             must(OrderService(c).split(bob, lineOf(c, bob), 1, callerAt(20)));
         }},
        {"another policy", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             must(ProductService(c).change(
                 lamp,
                 [](ProductTerms &terms) {
                     terms.policy = AllocationPolicy::FairShare;
                     return Result<Done>(Done{});
                 },
                 callerAt(20)));
         }},
        {"a newcomer", false, [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) { order(c, "Cleo", 4, 20); }},
        {"a payment", false,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) { must(PaymentService(c).pay(ada, 900, {}, callerAt(20))); }},
        {"another receipt", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             must(ReceivingService(c).post({PurchaseId{1}, {{lamp, 4, 0}}, {}, {}}, callerAt(20)));
         }},
        {"the purchase closed short", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) { must(PurchaseService(c).close(PurchaseId{1}, callerAt(20))); }},
        {"fewer counted", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) { must(CountService(c).count(lamp, 3, why, callerAt(20))); }},
        {"more counted", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) { must(CountService(c).count(lamp, 15, why, callerAt(20))); }},
        {"damage", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) { must(CountService(c).writeOff(lamp, 2, why, callerAt(20))); }},
        {"a shorter edition", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             ShortEditions editions(c);
             must(editions.cut(lamp, 9, must(editions.compare(lamp, 9)).front(), why, callerAt(20)));
         }},
        {"a shipment taken back", false,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             const auto shipped = must(ShippingService(c).ship(ada, {}, callerAt(20)));
             must(ShippingService(c).voidShipment(shipped.shipment, why, callerAt(21)));
         }},
        {"another count of the same delivery", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             ReceivingCounts counts(c);
             const auto count = must(counts.open(PurchaseId{1}, callerAt(20))).count.id;
             must(counts.scan(count, readScan(lamp), false, callerAt(20)));
         }},
        {"a merged customer", false,
         [](Connection &c, OrderId ada, OrderId bob, const ReceiptOutcome &) {
             const auto customerOf = [&](OrderId id) { return must(OrderService(c).show(id, callerAt(20))).order.customer; };
             must(CustomerService(c).merge(customerOf(ada), customerOf(bob), callerAt(20)));
         }},
        {"a moved release", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             must(ProductService(c).change(
                 lamp,
                 [](ProductTerms &terms) {
                     terms.release = callerAt().today().addDays(30);
                     return Result<Done>(Done{});
                 },
                 callerAt(20)));
         }},
        {"a moved expected day", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             must(PurchaseService(c).expect(PurchaseId{1}, callerAt().today().addDays(30), callerAt(20)));
         }},
        {"an edited order", false,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             const OrderSheet before = sheetOf(must(OrderService(c).show(ada, callerAt(20))));
             OrderEdit edit{ada, before, before, {}};
             edit.after.priority = 3;
             edit.after.lines.front().units = 7;
             must(OrderEditing(c).save(edit, callerAt(20)));
         }},
        {"the purchase closed short and reopened", false,
         [](Connection &c, OrderId, OrderId, const ReceiptOutcome &) {
             must(PurchaseService(c).close(PurchaseId{1}, callerAt(20)));
             must(PurchaseService(c).reopen(PurchaseId{1}, callerAt(21)));
         }},
        {"a shipment returned to stock", true,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             const auto shipped = must(ShippingService(c).ship(ada, {}, callerAt(20)));
             must(ReturnService(c).take({shipped.shipment, {{lineOf(c, ada), 5, 0}}, why}, callerAt(21)));
         }},
        {"a shipment", true,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) { must(ShippingService(c).ship(ada, {}, callerAt(20))); }},
        {"a part shipment", true,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             must(ShippingService(c).ship(ada, {{lineOf(c, ada), 1}}, callerAt(20)));
         }},
        {"a shipment sent back to the scrap", true,
         [](Connection &c, OrderId ada, OrderId, const ReceiptOutcome &) {
             const auto shipped = must(ShippingService(c).ship(ada, {}, callerAt(20)));
             must(ReturnService(c).take({shipped.shipment, {{lineOf(c, ada), 0, 2}}, why}, callerAt(21)));
         }},
    };
    return all;
}

bool isSame(const ReceiptOutcome &one, const ReceiptOutcome &other)
{
    const auto sameLine = [](const ReceiptOutcome::Served &a, const ReceiptOutcome::Served &b) {
        return a.sku == b.sku && a.units.order == b.units.order && a.units.line == b.units.line && a.units.units == b.units.units &&
               a.units.place == b.units.place && a.units.unitsAhead == b.units.unitsAhead && a.units.remaining == b.units.remaining;
    };
    const auto sameFree = [](const ReceiptOutcome::Free &a, const ReceiptOutcome::Free &b) { return a.sku == b.sku && a.units == b.units; };
    return one.lines == other.lines &&
           std::equal(one.served.begin(), one.served.end(), other.served.begin(), other.served.end(), sameLine) &&
           std::equal(one.leftFree.begin(), one.leftFree.end(), other.leftFree.begin(), other.leftFree.end(), sameFree);
}

} // namespace

void ReceiptVoidTest::aReceiptIsTakenBackAfterWhateverFollowed_data()
{
    QTest::addColumn<Location::Kind>("kind");
    QTest::addColumn<int>("which");
    for (Location::Kind kind : {Location::Kind::SqliteFile, Location::Kind::Postgres}) {
        for (size_t i = 0; i < followUps().size(); ++i) {
            const QByteArray name = QByteArray(kind == Location::Kind::Postgres ? "postgresql: " : "sqlite: ") + followUps()[i].name;
            QTest::newRow(name.constData()) << kind << int(i);
        }
    }
}

void ReceiptVoidTest::aReceiptIsTakenBackAfterWhateverFollowed()
{
    TEST_DATABASE(database);
    QFETCH(int, which);
    const FollowUp &followUp = followUps()[size_t(which)];
    Connection &connection = database.connection();
    ProductTerms terms;
    terms.sku = terms.name = lamp;
    terms.price = 1000;
    must(ProductService(connection).add(terms, callerAt()));
    const OrderId ada = order(connection, "Ada", 5, 1);
    const OrderId bob = order(connection, "Bob", 6, 2);
    must(PurchaseService(connection).place({QStringLiteral("Maker"), {{lamp, 12, {}}}, callerAt().today().addDays(3), {}}, callerAt(3)));
    ReceivingCounts counts(connection);
    const auto count = must(counts.open(PurchaseId{1}, callerAt(4))).count.id;
    must(counts.scan(count, readScan(QStringLiteral("8*LAMP")), false, callerAt(5)));
    const ReceiptOutcome posted = must(counts.post(count, must(counts.preview(count)).outcome.value(), false, callerAt(6)));
    followUp.work(connection, ada, bob, posted);
    QCOMPARE(broken(connection), QString());
    const auto outcome = counts.voidReceipt(posted.receipt, why, callerAt(30));
    QCOMPARE(outcome.isOk(), !followUp.leaves);
    if (!outcome)
        QVERIFY2(outcome.error().message.contains(QStringLiteral("shipment 1")), qPrintable(outcome.error().message));
    else
        QVERIFY(ReceiptStore(connection).find(posted.receipt)->isVoid);
    QCOMPARE(broken(connection), QString());
}

/// One that left before the receipt came is none of them; those of every line are.
void ReceiptVoidTest::theShipmentsThatTookUnitsOfItAreNamed()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    const QString rope = QStringLiteral("ROPE");
    for (const QString &sku : {lamp, rope}) {
        ProductTerms terms;
        terms.sku = terms.name = sku;
        terms.price = 1000;
        must(ProductService(connection).add(terms, callerAt()));
    }
    must(CountService(connection).count(lamp, 2, why, callerAt(1)));
    const OrderId ada = order(connection, "Ada", 5, 2);
    must(ShippingService(connection).ship(ada, {}, callerAt(3))); // 2, of what was there
    OrderDraft both;
    both.customer = QStringLiteral("Bob");
    both.lines = {{lamp, 1, {}}, {rope, 4, {}}};
    const OrderView bob = must(OrderService(connection).place(both, callerAt(4)));
    const auto posted = must(ReceivingService(connection).post({{}, {{lamp, 4, 0}, {rope, 4, 0}}, {}, {}}, callerAt(5)));
    const auto refusal = [&] { return ReceivingService(connection).voidReceipt(posted.receipt, why, callerAt(30)).error().message; };
    must(ShippingService(connection).ship(ada, {}, callerAt(6)));
    QCOMPARE(refusal(), QStringLiteral("Receipt 1 cannot be voided: units of it have left with shipment 2."));
    must(ShippingService(connection).ship(bob.order.id, {{bob.lines[0].line.id, 1}}, callerAt(7)));
    QCOMPARE(refusal(), QStringLiteral("Receipt 1 cannot be voided: units of it have left with shipments 2 and 3."));
    must(ShippingService(connection).ship(bob.order.id, {}, callerAt(8)));
    QCOMPARE(refusal(), QStringLiteral("Receipt 1 cannot be voided: units of it have left with shipments 2, 3 and 4."));
    QCOMPARE(broken(connection), QString());
}

/// States are cheap: one business goes on at random, and each receipt is posted in a transaction that is rolled back.
void ReceiptVoidTest::aPreviewIsTheResultInTenThousandStates()
{
    TEST_DATABASE(database);
    Connection &connection = database.connection();
    RandomDesk::open(connection);
    if (connection.isSqlite())
        connection.runOnce(QStringLiteral("PRAGMA synchronous = OFF"));
    const int states = connection.isSqlite() ? 10'000 : 1'000;
    RandomDesk desk(connection, 11);
    QRandomGenerator random(12);
    const auto upTo = [&](int most) { return Units(random.bounded(most + 1)); };
    int served = 0;
    for (int state = 0; state < states; ++state) {
        static_cast<void>(desk.step());
        ReceiptDraft draft;
        for (Units lines = upTo(2); lines >= 0; --lines)
            draft.lines.push_back({RandomDesk::sku(1 + int(upTo(RandomDesk::products - 1))), upTo(25), 1 + upTo(2)});
        if (upTo(2) == 0)
            draft.policy = allPolicies[upTo(4)];
        const ReceiptOutcome preview = must(ReceivingService(connection).preview(draft));
        Transaction rolledBack(connection);
        const ReceiptOutcome posted = must(ReceivingService(connection).post(draft, callerAt(20'000)));
        QVERIFY2(isSame(preview, posted), qPrintable(QStringLiteral("state %1").arg(state)));
        served += int(posted.served.size());
    }
    QVERIFY(served > states / 2); // not about nothing
    QCOMPARE(broken(connection), QString());
}

QTEST_GUILESS_MAIN(ReceiptVoidTest)
#include "receiptvoidtest.moc"
