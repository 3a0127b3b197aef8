// Every figure of the cash charts against SQL that counts it another way, on the demo business.
#include "models/charts/cashsheets.h"
#include "models/services/demobusiness.h"
#include "models/services/orderlist.h"
#include "models/services/orderservice.h"
#include "models/services/paymentservice.h"
#include "models/services/purchaseservice.h"
#include "models/services/waitinglist.h"
#include "tests/support/laterunits.h"
#include "tests/support/testdatabase.h"

#include <map>
#include <set>

using namespace waitline;
using namespace waitline::test;

namespace {

const QDate today = callerAt().today();

qint64 sql(Connection &connection, const QString &text)
{
    Rows rows = connection.run(text, {});
    return rows.next() ? rows.integer(0) : 0;
}

QString number(QDate day) { return QString::number(QDate(1970, 1, 1).daysTo(day)); }
QString instantAfter(QDate day) { return QString::number(QDate(1970, 1, 1).daysTo(day.addDays(1)) * 86'400'000); }

/// A small demo business where money was also given back and entries were taken back.
void fill(Connection &connection)
{
    must(makeDemoBusiness(connection, {1, 40, 120, 800}, callerAt().now, {}));
    PaymentService payments(connection);
    const auto journal = must(payments.journal({}, 0, 40));
    QVERIFY(journal.size() > 20);
    int given = 0;
    for (const StoredPayment &entry : journal) {
        if (entry.amount < 100)
            continue;
        must(payments.refund(entry.order, entry.amount / 3, "card", callerAt(given)));
        if (++given % 3 == 0)
            must(payments.reverse(must(payments.journal({entry.order, {}, {}, {}}, 0, 1)).front().id, QStringLiteral("typed twice"),
                                  callerAt(given)));
        if (given == 9)
            break;
    }
    must(payments.reverse(journal[20].id, QStringLiteral("bounced"), callerAt(30)));
}

/// Value that left of an order up to the end of a day, as correlated SQL.
QString leftUpTo(QDate day)
{
    return QStringLiteral(
               "COALESCE((SELECT SUM(d.units * x.unit_price) FROM shipment h, shipment_line d, order_line x WHERE h.order_id = o.id "
               "AND h.voided_by IS NULL AND d.shipment_id = h.id AND x.id = d.order_line_id AND h.shipped_day <= %1), 0) - "
               "COALESCE((SELECT SUM((r.to_stock + r.scrapped) * x.unit_price) FROM customer_return r, operation n, order_line x "
               "WHERE x.order_id = o.id AND r.order_line_id = x.id AND n.id = r.operation_id AND n.at < %2), 0)")
        .arg(number(day), instantAfter(day));
}

Money depositsAtEndOf(Connection &connection, QDate day)
{
    return sql(connection,
               QStringLiteral("SELECT CAST(COALESCE(SUM(held), 0) AS BIGINT) FROM (SELECT COALESCE((SELECT SUM(p.amount) FROM "
                              "payment p, operation n WHERE n.id = p.operation_id AND p.order_id = o.id AND n.at < %1), 0) - (%2) "
                              "AS held FROM sales_order o) t WHERE held > 0")
                   .arg(instantAfter(day), leftUpTo(day)));
}

/// Payments, or refunds, of some days; a counter-entry counts against the kind of the entry it names.
Money moved(Connection &connection, QDate from, QDate to, bool isIn)
{
    return sql(connection,
               QStringLiteral(
                   "SELECT CAST(COALESCE(SUM(p.amount), 0) AS BIGINT) FROM operation n JOIN payment p ON p.operation_id = n.id "
                   "LEFT JOIN payment q ON q.id = p.reverses WHERE COALESCE(q.amount, p.amount) %1 0 AND n.at >= %2 AND n.at < %3")
                   .arg(isIn ? QStringLiteral(">") : QStringLiteral("<"), instantAfter(from.addDays(-1)), instantAfter(to))) *
           (isIn ? 1 : -1);
}

Money leftBetween(Connection &connection, QDate from, QDate to)
{
    const QString all = QStringLiteral("SELECT CAST(COALESCE(SUM(%1), 0) AS BIGINT) FROM sales_order o");
    return sql(connection, all.arg(leftUpTo(to))) - sql(connection, all.arg(leftUpTo(from.addDays(-1))));
}

/// An open line of an order with its share of the money, unrounded.
struct Laid {
    std::optional<QDate> promise;
    double deposit = 0;
    bool isCovered = true;
};

std::vector<Laid> laidByHand(Connection &connection)
{
    std::map<qint64, Units> supply; // of each product: free and on order
    Rows products =
        connection.run("SELECT s.product_id, CAST(s.on_hand - s.allocated + COALESCE((SELECT SUM(CASE WHEN l.ordered > l.received + "
                       "l.closed_short THEN l.ordered - l.received - l.closed_short ELSE 0 END) FROM purchase_line l "
                       "WHERE l.product_id = s.product_id), 0) AS BIGINT) FROM product_stock s");
    while (products.next())
        supply[products.integer(0)] = products.integer(1);
    std::set<qint64> uncovered;
    Rows queue = connection.run(
        "SELECT product_id, order_line_id, units FROM waiting_line ORDER BY product_id, urgency, placed_at, rank_line, sequence");
    while (queue.next()) {
        Units &left = supply[queue.integer(0)];
        left -= queue.integer(2);
        if (left < 0)
            uncovered.insert(queue.integer(1));
    }
    std::vector<Laid> laid;
    Rows lines = connection.run(
        "SELECT l.id, l.promise_current, (l.ordered - l.cancelled - l.shipped) * l.unit_price, o.paid - o.refunded, "
        "(SELECT CAST(SUM(x.shipped * x.unit_price) AS BIGINT) FROM order_line x WHERE x.order_id = o.id), "
        "(SELECT CAST(SUM((x.ordered - x.cancelled - x.shipped) * x.unit_price) AS BIGINT) FROM order_line x WHERE x.order_id = o.id) "
        "FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE o.paid - o.refunded > 0 ORDER BY l.id");
    while (lines.next()) {
        const double deposits = double(std::max<Money>(0, lines.integer(3) - lines.integer(4)));
        const double open = double(lines.integer(5));
        if (open > 0)
            laid.push_back(
                {lines.optionalDay(1), std::min(deposits, open) * double(lines.integer(2)) / open, !uncovered.contains(lines.integer(0))});
    }
    return laid;
}

/// When each waiting line is served as the list of waiting orders says it.
std::map<OrderLineId, QDate> etas(Connection &connection)
{
    WaitingQuestion question;
    question.today = today;
    const WaitingListing listing = must(listWaiting(connection, question));
    std::map<OrderLineId, QDate> days;
    for (const WaitingRow &row : must(waitingRows(connection, listing, 0, listing.totals.lines))) {
        if (row.coverage.isCovered())
            days[row.line.queue.line] = row.coverage.eta;
    }
    return days;
}

} // namespace

class CashTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void depositsOverTimeAreWhatTheEntriesAddUpTo_data() { eachDatabase(); }
    void depositsOverTimeAreWhatTheEntriesAddUpTo()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        for (Period by : {Period::Month, Period::Week}) {
            const CashOverTime series = must(cashOverTime(connection, {today.addMonths(-5), today, by}));
            QVERIFY(series.buckets.size() > 4);
            const ChartSheet sheet = sheetOf(series);
            QCOMPARE(sheet.points.size(), series.buckets.size());
            QDate expected = today.addMonths(-5);
            for (size_t at = 0; at < series.buckets.size(); ++at) {
                const CashBucket &bucket = series.buckets[at];
                QCOMPARE(bucket.start, expected);
                expected = bucket.end.addDays(1);
                QCOMPARE(bucket.opening, depositsAtEndOf(connection, bucket.start.addDays(-1)));
                QCOMPARE(bucket.closing, depositsAtEndOf(connection, bucket.end));
                QCOMPARE(bucket.in, moved(connection, bucket.start, bucket.end, true));
                QCOMPARE(bucket.refunded, moved(connection, bucket.start, bucket.end, false));
                QCOMPARE(bucket.shipped, leftBetween(connection, bucket.start, bucket.end));
                QCOMPARE(bucket.opening + bucket.in - bucket.consumed - bucket.refunded, bucket.closing);
                QCOMPARE(sheet.rows[at], (QVariantList{bucket.start, bucket.opening, bucket.in, bucket.consumed, bucket.refunded,
                                                       bucket.closing, bucket.shipped}));
                QCOMPARE(sheet.sum(at), double(bucket.closing));
                QCOMPARE(sheet.series[1].values[at], std::optional(double(bucket.in)));
                QCOMPARE(sheet.series[2].values[at], std::optional(double(bucket.shipped)));
                QCOMPARE(sheet.series[3].values[at], std::optional(double(bucket.refunded)));
            }
            QCOMPARE(expected, today.addDays(1));
            QVERIFY(series.buckets.back().closing > 0);
        }
    }
    void depositsByMonthLieOnTheLinesByTheirValue_data() { eachDatabase(); }
    void depositsByMonthLieOnTheLinesByTheirValue()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        const CashByMonth months = must(cashByMonth(connection));
        QCOMPARE(months.report.deposits, depositsAtEndOf(connection, today));
        struct Sum {
            double deposits = 0;
            double atRisk = 0;
            int lines = 0;
        };
        std::map<QDate, Sum> byHand; // an invalid day: not promised
        for (const Laid &line : laidByHand(connection)) {
            Sum &sum = byHand[line.promise ? QDate(line.promise->year(), line.promise->month(), 1) : QDate()];
            sum.deposits += line.deposit;
            sum.atRisk += line.isCovered ? 0 : line.deposit;
            ++sum.lines;
        }
        Money deposits = 0;
        Money atRisk = 0;
        const ChartSheet sheet = sheetOf(months, today);
        for (size_t at = 0; at < months.report.byMonth.size(); ++at) {
            const CashReport::Month &month = months.report.byMonth[at];
            deposits += month.deposits;
            atRisk += month.atRisk;
            const OrdersBehind behind = must(depositsBehind(connection, month.first));
            QCOMPARE(behind.all.value, month.deposits);
            QCOMPARE(sheet.sum(at), double(month.deposits));
            QCOMPARE(sheet.rows[at].mid(1, 4),
                     (QVariantList{month.deposits, month.deposits - month.atRisk - month.due, month.atRisk, month.due}));
            QCOMPARE(monthOfPoint(sheet, int(at)), month.first);
            if (!month.first)
                continue; // with what lies on no line
            const Sum &sum = byHand[*month.first];
            QVERIFY2(std::abs(sum.deposits - double(month.deposits)) <= sum.lines, qPrintable(month.first->toString(Qt::ISODate)));
            QVERIFY(std::abs(sum.atRisk - double(month.atRisk)) <= sum.lines);
        }
        QCOMPARE(deposits, months.report.deposits);
        QCOMPARE(atRisk, months.report.atRisk);
        QVERIFY(atRisk > 0 && atRisk < deposits);
        for (const auto &[month, sum] : byHand) {
            const bool isThere = std::any_of(months.report.byMonth.begin(), months.report.byMonth.end(),
                                             [&, day = month](const auto &each) { return each.first.value_or(QDate()) == day; });
            QVERIFY(isThere || sum.deposits < sum.lines);
        }
    }
    void runsSetWhatPreordersPayAgainstWhatIsBought_data() { eachDatabase(); }
    void runsSetWhatPreordersPayAgainstWhatIsBought()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        const ProductionRuns runs = must(productionRuns(connection));
        QCOMPARE(qint64(runs.runs.size()),
                 sql(connection, QStringLiteral("SELECT COUNT(DISTINCT product_id) FROM order_line WHERE preorder = 1")));
        CashQuestion question;
        question.today = today;
        question.top = int(runs.runs.size());
        const ChartSheet sheet = sheetOf(runs, question);
        Money lastValue = std::numeric_limits<Money>::max();
        for (size_t at = 0; at < runs.runs.size(); ++at) {
            const ProductionRun &run = runs.runs[at];
            const RunFigures &figures = run.product;
            const QString lines =
                QStringLiteral(" FROM order_line l WHERE l.preorder = 1 AND l.product_id = %1").arg(figures.product.value);
            QCOMPARE(figures.ordered, sql(connection, u"SELECT CAST(SUM(l.ordered - l.cancelled) AS BIGINT)" + lines));
            QCOMPARE(figures.value, sql(connection, u"SELECT CAST(SUM((l.ordered - l.cancelled) * l.unit_price) AS BIGINT)" + lines));
            const QString bought = QStringLiteral(" FROM purchase_line WHERE product_id = %1").arg(figures.product.value);
            QCOMPARE(figures.bought,
                     sql(connection, u"SELECT CAST(COALESCE(SUM(ordered + over_received - closed_short), 0) AS BIGINT)" + bought));
            const Money cost =
                figures.bought > 0
                    ? sql(connection, u"SELECT CAST(SUM((ordered + over_received - closed_short) * unit_cost) AS BIGINT)" + bought)
                    : figures.ordered *
                          sql(connection, QStringLiteral("SELECT cost FROM product WHERE id = %1").arg(figures.product.value));
            QCOMPARE(run.cost(), cost);
            // Money lies on an order's lines by their value: each share is rounded by less than one.
            const qint64 preorders = sql(connection, u"SELECT COUNT(*)" + lines);
            const Money most =
                sql(connection, u"SELECT CAST(COALESCE(SUM((l.ordered - l.cancelled) * l.unit_price * (SELECT CASE WHEN o.paid > "
                                "o.refunded THEN 1 ELSE 0 END FROM sales_order o WHERE o.id = l.order_id)), 0) AS BIGINT)" +
                                    lines);
            QVERIFY(figures.collected >= 0 && figures.collected <= most + preorders);
            if (const auto even = run.breakEven(); even && *even > 1 && figures.ordered > 0) {
                QVERIFY(double(*even) * double(figures.value) / double(figures.ordered) + 0.5 >= double(cost));
                QVERIFY(double(*even - 1) * double(figures.value) / double(figures.ordered) < double(cost) + 0.5);
            }
            QVERIFY(figures.value <= lastValue);
            lastValue = figures.value;
            QCOMPARE(sheet.rows[at][4].toLongLong(), figures.collected);
            QCOMPARE(sheet.rows[at][6].toLongLong(), cost);
            QCOMPARE(sheet.sum(at), double(figures.collected + run.toCollect() + run.missing()));
            QVERIFY(sheet.sum(at) >= double(cost)); // the bar reaches the cost, or goes beyond it
        }
    }
    void collectedMoneyIsThatOfTheOrdersWhereOnlyOneProductIsInThem()
    {
        TestDatabase database(Location::Kind::SqliteFile);
        Connection &connection = database.connection();
        fill(connection);
        for (const ProductionRun &run : must(productionRuns(connection)).runs) {
            const QString single = QStringLiteral(
                "SELECT CAST(COALESCE(SUM(MIN(o.paid - o.refunded, (l.ordered - l.cancelled) * l.unit_price)), 0) AS BIGINT) "
                "FROM order_line l JOIN sales_order o ON o.id = l.order_id WHERE l.preorder = 1 AND l.product_id = %1 "
                "AND NOT EXISTS (SELECT 1 FROM order_line x WHERE x.order_id = o.id AND x.id <> l.id)");
            const qint64 shared =
                sql(connection, QStringLiteral("SELECT COUNT(*) FROM order_line l WHERE l.preorder = 1 AND l.product_id = %1 AND EXISTS "
                                               "(SELECT 1 FROM order_line x WHERE x.order_id = l.order_id AND x.id <> l.id)")
                                    .arg(run.product.product.value));
            const Money alone = sql(connection, single.arg(run.product.product.value));
            QVERIFY(run.product.collected >= alone);
            if (shared == 0)
                QCOMPARE(run.product.collected, alone);
        }
    }
    void whatSlipsIsWhatComesLaterOnceThePurchaseIsMoved_data() { eachDatabase(); }
    void whatSlipsIsWhatComesLaterOnceThePurchaseIsMoved()
    {
        TEST_DATABASE(database);
        Connection &connection = database.connection();
        fill(connection);
        constexpr int days = 45;
        int compared = 0;
        for (const OpenPurchase &purchase : must(openPurchases(connection, {}, today))) {
            const PurchaseSlip slip = must(whatSlips(connection, purchase.stored.id, days, today));
            const auto parts = laterUnits(connection, purchase.stored.id, days, today);
            const auto before = etas(connection);
            must(PurchaseService(connection).expect(purchase.stored.id, purchase.stored.expected.addDays(days), callerAt()));
            const auto after = etas(connection);
            must(PurchaseService(connection).expect(purchase.stored.id, purchase.stored.expected, callerAt()));
            std::map<OrderLineId, QDate> later;
            for (const auto &[line, eta] : after) {
                if (eta > before.at(line))
                    later[line] = eta;
            }
            Units units = 0;
            Money value = 0;
            qint64 newlyLate = 0;
            QCOMPARE(slip.lines.size(), parts.size());
            for (const SlippedLine &line : slip.lines) {
                const QString of = QStringLiteral(" FROM waiting_line WHERE order_line_id = %1").arg(line.line.value);
                if (later.contains(line.line)) {
                    QCOMPARE(line.after, later.at(line.line));
                    QCOMPARE(line.before, before.at(line.line));
                    QCOMPARE(line.units, sql(connection, u"SELECT units" + of));
                    later.erase(line.line);
                } else {
                    QVERIFY(parts.contains(line.line));
                    QCOMPARE(line.units, parts.at(line.line));
                    QVERIFY(line.after > line.before);
                }
                QCOMPARE(line.waiting, sql(connection, u"SELECT units" + of));
                units += line.units;
                value += line.units * sql(connection, u"SELECT unit_price" + of);
                newlyLate += line.promise && line.before <= *line.promise && line.after > *line.promise ? 1 : 0;
            }
            QVERIFY(later.empty());
            QCOMPARE(slip.units, units);
            QCOMPARE(slip.value, value);
            QCOMPARE(slip.newlyLate, newlyLate);
            const ChartSheet sheet = sheetOf(slip);
            QCOMPARE(sheet.rows.size(), slip.lines.size());
            double drawn = 0;
            for (size_t at = 0; at < sheet.points.size(); ++at)
                drawn += sheet.sum(at);
            if (sheet.points.size() == sheet.rows.size())
                QCOMPARE(drawn, double(value));
            compared += slip.lines.empty() ? 0 : 1;
        }
        QVERIFY(compared > 1);
    }
};

QTEST_GUILESS_MAIN(CashTest)
#include "cashtest.moc"
