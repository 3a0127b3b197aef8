#include "models/services/campaigns.h"
#include "models/services/checkservice.h"
#include "models/services/customerservice.h"
#include "models/services/noticeservice.h"
#include "models/services/orderediting.h"
#include "models/services/orderservice.h"
#include "models/services/overrideservice.h"
#include "models/services/paymentservice.h"
#include "models/services/planservice.h"
#include "models/services/productservice.h"
#include "models/services/promiseservice.h"
#include "models/services/receivingcounts.h"
#include "models/store/checkstore.h"
#include "models/store/transaction.h"
#include "tests/support/modeldriver.h"
#include "tests/support/testdatabase.h"

#include <map>

using namespace waitline;
using namespace waitline::test;

/// Every rule finds what breaks it: a business that grew by random operations is altered behind the program's back.
class CheckTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHealthyBusinessIsClean_data() { eachDatabase(); }
    void aHealthyBusinessIsClean();
    void everyRuleFindsWhatBreaksIt_data();
    void everyRuleFindsWhatBreaksIt();
    void everyRuleIsProven();

private:
    TestDatabase *business(Location::Kind kind);
    std::map<Location::Kind, std::unique_ptr<TestDatabase>> m_businesses;
};

namespace {

struct Damage {
    const char *rule;
    const char *sql;
};

#define ANY_LINE_WAITING "(SELECT order_line_id FROM waiting_line ORDER BY order_line_id LIMIT 1)"
#define ANY_WAITING_PRODUCT "(SELECT product_id FROM waiting_line ORDER BY product_id LIMIT 1)"

const std::vector<Damage> damages{
    {"on hand is the sum of the ledger and not negative", "UPDATE product_stock SET on_hand = on_hand + 1"},
    {"allocated is the sum of the ledger and at most on hand", "UPDATE product_stock SET allocated = allocated + 1"},
    {"allocated is the sum of the ledger and at most on hand", "UPDATE product_stock SET on_hand = allocated - 1"},
    {"allocated is the sum over the lines", "UPDATE allocated_line SET units = units + 1"},
    {"each ledger entry equals its allocations", "UPDATE allocation SET units = units + 1"},
    {"received stock is what receipts say", "UPDATE receipt_line SET accepted = accepted + 1"},
    {"received stock is what receipts say", "DELETE FROM stock_ledger WHERE cause = 'receive'"},
    {"shipped stock is what shipments say", "UPDATE shipment_line SET units = units + 1"},
    {"shipped stock is what shipments say", "UPDATE stock_ledger SET on_hand_delta = on_hand_delta - 1 WHERE cause = 'ship'"},
    {"void shipments brought back what they had taken", "UPDATE shipment SET voided_by = NULL"},
    {"returned stock is what returns say", "UPDATE customer_return SET to_stock = to_stock + 1"},
    {"no more came back than a shipment took, and nothing of a void one", "UPDATE customer_return SET scrapped = scrapped + 1000"},
    {"written-off stock is what damage reports say", "UPDATE stock_damage SET units = units + 1"},
    {"a posted count is what its receipt says", "UPDATE receiving_scan SET accepted = accepted + 1"},
    {"a posted count is what its receipt says", "UPDATE receiving_scan SET taken_back = 1"},
    {"no delivery is counted below zero", "UPDATE receiving_scan SET damaged = -1000"},
    {"counts of deliveries belong to operations", "UPDATE receiving_count SET operation_id = 1000000"},
    {"counts of deliveries belong to operations", "UPDATE receiving_count SET ended_by = operation_id WHERE receipt_id IS NOT NULL"},
    {"returns and damage belong to operations", "UPDATE customer_return SET operation_id = 1000000"},
    {"returns and damage belong to operations", "UPDATE stock_damage SET operation_id = 1000000"},
    {"counted stock is what counts say", "UPDATE stock_count SET counted = counted + 1"},
    {"every product has its counters", "DELETE FROM product_stock"},
    {"every movement and allocation belongs to an operation", "UPDATE stock_ledger SET operation_id = 1000000"},
    {"every movement and allocation belongs to an operation", "UPDATE allocation SET ledger_id = ledger_id + 1000000"},
    {"ordered = cancelled + shipped + allocated + waiting", "UPDATE order_line SET ordered = ordered + 1"},
    {"ordered = cancelled + shipped + allocated + waiting", "DELETE FROM waiting_line WHERE order_line_id = " ANY_LINE_WAITING},
    {"cancelled is the sum of the cancellations", "UPDATE cancellation SET units = units + 1"},
    {"shipped is the sum of the shipments", "UPDATE order_line SET shipped = shipped + 1"},
    {"a product's shipped units are the sum over its shipments", "UPDATE product_stock SET shipped = shipped + 1"},
    {"a line's allocated units are the sum of its allocations", "UPDATE allocation SET order_line_id = order_line_id + 1000000"},
    {"the waiting line holds lines of their own rank, once each", "UPDATE waiting_line SET urgency = urgency + 1"},
    {"the waiting line holds lines of their own rank, once each", "UPDATE waiting_line SET preorder = 1 - preorder"},
    {"the waiting line holds lines of their own rank, once each",
     "INSERT INTO waiting_line (product_id, urgency, placed_at, rank_line, sequence, order_line_id, order_id, units, unit_price, preorder) "
     "SELECT product_id, 1000, placed_at, rank_line, sequence, order_line_id, order_id, units, unit_price, preorder FROM waiting_line"},
    {"allocated units stand at their line's own rank, once each", "UPDATE allocated_line SET placed_at = placed_at + 1"},
    {"a product's waiting counters are the sum of its waiting line", "UPDATE product_stock SET waiting_value = waiting_value + 1"},
    {"a product's waiting counters are the sum of its waiting line", "UPDATE product_stock SET waiting_lines = waiting_lines + 1"},
    {"a product's waiting counters are the sum of its waiting line", "UPDATE product_stock SET waiting_preorder = waiting_preorder + 1"},
    {"nobody waits while units are free",
     "UPDATE product_stock SET on_hand = on_hand + 1000 WHERE product_id IN (SELECT id FROM product WHERE policy <> 1)"},
    {"under whole-lines no waiting line would fit the free units",
     "UPDATE product_stock SET on_hand = on_hand + 1000 WHERE product_id IN (SELECT id FROM product WHERE policy = 1)"},
    {"a moved line stands where its last move put it",
     "UPDATE order_line SET moved_sequence = moved_sequence + 1 WHERE moved_sequence IS NOT NULL"},
    {"a moved line stands where its last move put it", "UPDATE line_move SET undone_by = operation_id WHERE undone_by IS NULL"},
    {"a promise is the first one or what its last change says", "UPDATE order_line SET promise_current = promise_current + 1"},
    {"an order's terms are what their last edit says", "UPDATE order_edit SET value_after = 'another' WHERE field = 'note'"},
    {"every document belongs to an operation", "UPDATE order_edit SET operation_id = 1000000"},
    {"days are the days of their instants", "UPDATE sales_order SET placed_day = placed_day + 1"},
    {"days are the days of their instants", "UPDATE shipment SET shipped_day = shipped_day - 1"},
    {"every document belongs to an operation", "UPDATE payment SET operation_id = 1000000"},
    {"every document belongs to an operation", "UPDATE shipment SET operation_id = 1000000"},
    {"every document belongs to an operation", "UPDATE cancellation SET operation_id = 1000000"},
    {"every document belongs to an operation", "UPDATE refused_demand SET operation_id = 1000000"},
    {"every document names what exists", "UPDATE payment SET order_id = 1000000"},
    {"every document names what exists", "UPDATE sales_order SET customer_id = 1000000"},
    {"every document names what exists", "DELETE FROM shipment"},
    {"a barcode belongs to one product and is no other's SKU", "UPDATE barcode SET product_id = 1000000"},
    {"a barcode belongs to one product and is no other's SKU",
     "UPDATE barcode SET code = 'P1' WHERE product_id <> (SELECT id FROM product WHERE sku = 'P1')"},
    {"purchase lines: received is the sum of the receipts, more than ordered only as over-receipt",
     "UPDATE purchase_line SET received = received + 1"},
    {"purchase lines: received is the sum of the receipts, more than ordered only as over-receipt",
     "UPDATE purchase_line SET over_received = over_received + 1"},
    {"a closed purchase has nothing on order", "UPDATE purchase_line SET closed_short = closed_short - 1 WHERE closed_short > 0"},
    {"on order is the sum of the open purchase lines", "UPDATE product_stock SET on_order = on_order + 1"},
    {"edition sizes hold", "UPDATE product SET edition_size = 1, edition_excess = 0"},
    {"limits per customer hold", "UPDATE product SET customer_limit = 1"},
    {"backorder limits hold", "UPDATE product SET backorder_limit = 0, backorder_excess = 0"},
    {"nothing shipped before its release", "UPDATE product SET release_day = 1000000"},
    {"paid and refunded are the sums of the payments, and no more was refunded than paid", "UPDATE sales_order SET paid = paid + 1"},
    {"paid and refunded are the sums of the payments, and no more was refunded than paid", "UPDATE sales_order SET refunded = paid + 1"},
    {"customer deposits are what the payments and shipments leave", "UPDATE payment SET amount = amount + 1 WHERE amount > 0"},
    {"customer deposits are what the payments and shipments leave", "UPDATE order_line SET shipped = 0"},
    {"a counter-entry takes back one whole entry of its order, once", "UPDATE payment SET amount = amount + 1 WHERE reverses IS NOT NULL"},
    {"a counter-entry takes back one whole entry of its order, once", "UPDATE payment SET reverses = 1000000 WHERE reverses IS NOT NULL"},
    {"a shipment consumes no more money than its value", "UPDATE shipment SET consumed = consumed + 100000000"},
    {"a notice is open, or told or withdrawn by an operation", "UPDATE notice SET state = 2 WHERE state = 0"},
    {"a notice is open, or told or withdrawn by an operation", "UPDATE notice SET closed_by = 1000000 WHERE state = 1"},
    {"only a delay consent that was asked for is answered, by an operation", "UPDATE notice SET kind = 1 WHERE answer IS NOT NULL"},
    {"only a delay consent that was asked for is answered, by an operation", "UPDATE notice SET deadline = NULL WHERE kind = 5"},
    {"every document names what exists", "UPDATE notice SET order_id = 1000000"},
    {"deposit requirements are the sum over the lines", "UPDATE sales_order SET deposit_required = deposit_required + 1"},
    {"a merged customer has nothing left and leads to one that stands",
     "UPDATE sales_order SET customer_id = (SELECT id FROM customer WHERE merged_into IS NOT NULL)"},
    {"a customer is merged exactly while a merge of it stands", "UPDATE customer_merge SET undone_by = operation_id"},
    {"a customer is merged exactly while a merge of it stands", "UPDATE customer SET merged_into = NULL WHERE merged_into IS NOT NULL"},
    {"a line split off is of the same order and product", "UPDATE line_split SET to_line = to_line - 1"},
    {"every document belongs to an operation", "UPDATE line_split SET operation_id = 1000000"},
    {"demand by day is the sum of the order lines", "UPDATE demand_day SET ordered_value = ordered_value + 1"},
    {"demand by day is the sum of the order lines", "UPDATE order_line SET backordered = backordered + 1"},
    {"suggestions belong to a plan", "DELETE FROM plan"},
    {"booking alerts belong to a plan", "DELETE FROM plan"},
    {"no two overrides of a forecast share a day", "UPDATE forecast_override SET first_day = 0"},
    {"an order's shipped value is the sum over its lines", "UPDATE sales_order SET shipped_value = shipped_value + 1"},
    {"a campaign has both its days in order, or none", "UPDATE campaign SET last_day = first_day - 1"},
    {"a campaign has both its days in order, or none", "UPDATE campaign SET last_day = NULL"},
    {"a campaign sells no more than it offers", "UPDATE campaign SET edition = 1, edition_excess = 0"},
    {"a campaign names what exists", "UPDATE campaign SET operation_id = 1000000"},
    {"a campaign names what exists", "UPDATE campaign_product SET product_id = 1000000"},
    {"a campaign names what exists", "UPDATE sales_order SET campaign_id = 1000000"},
    {"demand by day is the sum of the order lines", "UPDATE demand_day SET preorder_value = preorder_value + 1"},
    {"demand in total is the sum over the products", "UPDATE demand_total SET preorder_units = preorder_units + 1"},
    {"demand in total is the sum over the products", "UPDATE demand_total SET backorder_value = backorder_value + 1"},
    {"demand by span is the sum of its days", "UPDATE demand_span SET backorder_units = backorder_units + 1 WHERE days = 28"},
    {"demand by span is the sum of its days", "UPDATE demand_span SET first_day = first_day + 7000 WHERE days = 7"},
    {"demand by span is the sum of its days", "DELETE FROM demand_span WHERE days = 1"},
};

constexpr const char *guard = "the ledger has no update and no delete";
constexpr const char *wholeFile = "the file is whole";

/// Switches off what keeps others from writing nonsense.
void liftGuards(Connection &connection)
{
    if (connection.isSqlite()) {
        for (const char *name :
             {"stock_ledger_keeps_rows", "stock_ledger_keeps_values", "allocation_keeps_rows", "allocation_keeps_values"})
            connection.runOnce(QStringLiteral("DROP TRIGGER %1").arg(QLatin1String(name)));
        return;
    }
    connection.runOnce(QStringLiteral("SET LOCAL session_replication_role = replica"));
    connection.runOnce(QStringLiteral(
        "DO $$ DECLARE c RECORD; BEGIN FOR c IN SELECT conname, conrelid::regclass AS t FROM pg_constraint "
        "WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$"));
}

/// A line split, and two customers made one.
void correct(Connection &connection)
{
    Rows rows = connection.run("SELECT order_id, order_line_id FROM waiting_line WHERE units > 1 ORDER BY order_line_id LIMIT 1");
    if (!rows.next())
        qFatal("Nobody waits for more than one unit.");
    const OrderId order = rows.id<OrderId>(0);
    const OrderLineId line = rows.id<OrderLineId>(1);
    must(OrderService(connection).split(order, line, 1, callerAt(100'001)));
    CustomerService customers(connection);
    CustomerDetails twin;
    twin.name = QStringLiteral("Twin");
    const CustomerId merged = must(customers.add(twin, callerAt(100'002))).id;
    const CustomerId survivor = must(customers.add(twin, callerAt(100'002))).id;
    must(customers.merge(merged, survivor, callerAt(100'004)));
}

QStringList brokenRules(Connection &connection)
{
    QStringList broken;
    for (const CheckedRule &rule : CheckStore(connection).checkAll()) {
        if (!rule.broken.isEmpty())
            broken += rule.rule;
    }
    return broken;
}

void planACampaign(Connection &connection)
{
    CampaignTerms terms;
    terms.code = QStringLiteral("SPRING");
    terms.first = terms.last = callerAt(100'000).today();
    terms.skus = QStringList{QStringLiteral("P2")};
    CampaignService service(connection);
    must(service.add(terms, callerAt(100'000)));
    must(service.assign(terms.code, {OrderId{connection.integer("SELECT MAX(id) FROM sales_order")}}, callerAt(100'000)));
    CampaignTerms limited;
    limited.code = QStringLiteral("AUTUMN");
    limited.edition = 1'000'000;
    must(service.add(limited, callerAt(100'000)));
    must(service.assign(limited.code,
                        {OrderId{connection.integer("SELECT order_id FROM order_line WHERE order_id < (SELECT MAX(id) FROM sales_order) "
                                                    "GROUP BY order_id ORDER BY SUM(ordered - cancelled) DESC, order_id LIMIT 1")}},
                        callerAt(100'000)));
}

void takeAPaymentBack(Connection &connection)
{
    PaymentService payments(connection);
    for (const StoredPayment &payment : must(payments.journal({}, 0, 1000))) {
        if (payments.reverse(payment.id, QStringLiteral("typed twice"), callerAt(100'000)).isOk())
            return;
    }
    qFatal("no payment can be taken back");
}

void overruleAForecastTwice(Connection &connection)
{
    const QDate today = callerAt(100'000).today();
    for (int days : {10, 30})
        must(OverrideService(connection)
                 .keep({{}, QStringLiteral("P1"), today.addDays(days), today.addDays(days + 5), 7, QStringLiteral("a fair")},
                       callerAt(100'000)));
}

void answerADelay(Connection &connection)
{
    const OrderLineId line{connection.integer("SELECT " ANY_LINE_WAITING)};
    const QDate today = callerAt(100'000).today();
    must(PromiseService(connection).move({{line}, today.addDays(40), QStringLiteral("late"), {}}, callerAt(100'000)));
    must(PromiseService(connection).move({{line}, today.addDays(80), QStringLiteral("late"), today.addDays(7)}, callerAt(100'000)));
    NoticeService notices(connection);
    const auto asked = must(notices.list({NoticeState::Open, NoticeKind::DelayConsent, {}}));
    must(notices.answer(asked.front(), true, callerAt(100'000)));
}

} // namespace

static void countADelivery(Connection &connection)
{
    ReceivingCounts counts(connection);
    const ReceivingCountId count = must(counts.open({}, callerAt(100'000))).count.id;
    must(counts.scan(count, readScan(QStringLiteral("3*P1")), false, callerAt(100'000)));
    must(counts.scan(count, readScan(QStringLiteral("P1")), true, callerAt(100'000)));
    must(counts.post(count, must(counts.preview(count)).outcome.value(), false, callerAt(100'001)));
}

TestDatabase *CheckTest::business(Location::Kind kind)
{
    auto &known = m_businesses[kind];
    if (known)
        return known.get();
    known = std::make_unique<TestDatabase>(kind);
    Connection &connection = known->connection();
    if (connection.isSqlite()) {
        connection.runOnce(QStringLiteral("PRAGMA foreign_keys = OFF"));
        connection.runOnce(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
    }
    ModelDriver driver(connection, 4);
    for (int i = 0; i < 500; ++i) {
        if (const QString difference = driver.step(); !difference.isEmpty())
            qFatal("%s", qPrintable(difference));
    }
    must(PlanService(connection).make(callerAt(1000), [](qint64, qint64) { return true; }));
    must(ProductService(connection)
             .change(
                 QStringLiteral("P2"),
                 [](ProductTerms &terms) {
                     terms.barcodes = QStringList{QStringLiteral("4006381333931")};
                     return Result<Done>(Done{});
                 },
                 callerAt(100'000)));
    // As the plan leaves it where a campaign's bookings stand outside of what others have had by then.
    connection.runOnce(QStringLiteral("INSERT INTO booking_alert (product_id, booked, low, high) SELECT MIN(id), 9, 1, 3 FROM product"));
    correct(connection);
    planACampaign(connection);
    takeAPaymentBack(connection);
    overruleAForecastTwice(connection);
    answerADelay(connection);
    countADelivery(connection);
    const OrderId any{connection.integer("SELECT MIN(id) FROM sales_order")};
    OrderEdit edit{any, sheetOf(must(OrderService(connection).show(any, callerAt(100'000)))), {}, {}};
    edit.after = edit.before;
    edit.after.note = QStringLiteral("call before delivery");
    if (!must(OrderEditing(connection).save(edit, callerAt(100'000))).saved)
        qFatal("The order cannot be edited.");
    return known.get();
}

void CheckTest::aHealthyBusinessIsClean()
{
    QFETCH(Location::Kind, kind);
    if (kind == Location::Kind::Postgres && !TestDatabase::hasPostgres())
        QSKIP("No PostgreSQL here.");
    const CheckReport report = must(checkDatabase(business(kind)->connection()));
    QVERIFY(report.isOk());
    for (const CheckedRule &rule : report.rules)
        QVERIFY2(rule.checked > 0, qPrintable(rule.rule + u" was checked on nothing"));
}

void CheckTest::everyRuleFindsWhatBreaksIt_data()
{
    QTest::addColumn<Location::Kind>("kind");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("sql");
    for (Location::Kind kind : {Location::Kind::SqliteFile, Location::Kind::Postgres}) {
        for (const Damage &damage : damages) {
            const QByteArray name = QByteArray(kind == Location::Kind::Postgres ? "postgresql: " : "sqlite: ") + damage.sql;
            QTest::newRow(name.constData()) << kind << QString::fromLatin1(damage.rule) << QString::fromLatin1(damage.sql);
        }
    }
}

void CheckTest::everyRuleFindsWhatBreaksIt()
{
    QFETCH(Location::Kind, kind);
    QFETCH(QString, rule);
    QFETCH(QString, sql);
    if (kind == Location::Kind::Postgres && !TestDatabase::hasPostgres())
        QSKIP("No PostgreSQL here.");
    Connection &connection = business(kind)->connection();
    Transaction rolledBack(connection);
    liftGuards(connection);
    QVERIFY2(connection.run(sql, {}).affected() > 0, "there was nothing to damage");
    const QStringList broken = brokenRules(connection);
    QVERIFY2(broken.contains(rule), qPrintable(QStringLiteral("found only: ") + broken.join(u"; ")));
}

void CheckTest::everyRuleIsProven()
{
    // The guards are lifted in every row above; on SQLite that alone must be found.
    Connection &connection = business(Location::Kind::SqliteFile)->connection();
    QSet<QString> proven{QString::fromLatin1(wholeFile)};
    {
        Transaction rolledBack(connection);
        liftGuards(connection);
        QVERIFY(brokenRules(connection).contains(QString::fromLatin1(guard)));
        proven += QString::fromLatin1(guard);
    }
    for (const Damage &damage : damages)
        proven += QString::fromLatin1(damage.rule);
    for (const CheckedRule &rule : CheckStore(connection).checkAll())
        QVERIFY2(proven.contains(rule.rule), qPrintable(rule.rule + u" is not proven"));
}

QTEST_GUILESS_MAIN(CheckTest)
#include "checktest.moc"
