// The figures of the overview and of the monthly report, of the demo business and of real sales, against SQL.
#include "models/charts/sheetwords.h"
#include "models/report/monthlyreport.h"
#include "models/services/overview.h"
#include "models/services/receivingservice.h"
#include "models/tables/celltext.h"
#include "tests/charts/moneysql.h"

using namespace waitline;
using namespace waitline::test;

namespace {

/// The queue as each of its lines has it: product, units up to it, and what is free or comes up to each purchase.
const QString arriving = QStringLiteral(
    "WITH queue AS (SELECT w.product_id AS product, CAST(SUM(w.units) OVER (PARTITION BY w.product_id ORDER BY w.urgency, w.placed_at, "
    "w.rank_line, w.sequence) AS BIGINT) AS upto FROM waiting_line w), waits AS (SELECT product, MAX(upto) AS units FROM queue GROUP BY "
    "product), parts AS (SELECT o.id AS purchase, l.product_id AS product, o.expected AS day, SUM(l.ordered - l.received - l.closed_short) "
    "AS units FROM purchase_line l JOIN purchase_order o ON o.id = l.purchase_id WHERE l.ordered > l.received + l.closed_short GROUP BY "
    "o.id, l.product_id, o.expected), coming AS (SELECT r.purchase, r.product, r.day, r.units, s.on_hand - s.allocated + SUM(r.units) OVER "
    "(PARTITION BY r.product ORDER BY r.day, r.purchase) AS upto FROM parts r JOIN product_stock s ON s.product_id = r.product), reached AS "
    "(SELECT c.purchase, c.units, (SELECT COUNT(*) FROM queue q WHERE q.product = c.product AND q.upto > c.upto - c.units AND q.upto <= "
    "c.upto) AS lines, CASE WHEN COALESCE(w.units, 0) <= c.upto - c.units THEN 0 WHEN w.units < c.upto THEN w.units - c.upto + c.units ELSE "
    "c.units END AS served FROM coming c LEFT JOIN waits w ON w.product = c.product) SELECT o.id, u.name, o.expected, SUM(r.units), "
    "SUM(r.lines), SUM(r.served) FROM reached r JOIN purchase_order o ON o.id = r.purchase JOIN supplier u ON u.id = o.supplier_id WHERE "
    "o.expected <= %1 GROUP BY o.id, u.name, o.expected ORDER BY o.expected, o.id");

/// Whether other units of a purchase's products come before it.
const QString earlier = QStringLiteral(
    "SELECT COUNT(*) FROM purchase_line l JOIN purchase_order o ON o.id = l.purchase_id JOIN purchase_line m ON m.product_id = "
    "l.product_id JOIN purchase_order e ON e.id = m.purchase_id WHERE o.id = %1 AND e.id <> o.id AND m.ordered > m.received + "
    "m.closed_short AND (e.expected < o.expected OR (e.expected = o.expected AND e.id < o.id))");

const QString toCome = QStringLiteral("SELECT p.sku, SUM(l.ordered - l.received - l.closed_short) FROM purchase_line l JOIN product p ON "
                                      "p.id = l.product_id WHERE l.purchase_id = %1 AND l.ordered > l.received + l.closed_short GROUP BY "
                                      "p.sku ORDER BY p.sku");

QVariantList lateOn(Connection &connection, QDate today)
{
    return sql(connection,
               u"SELECT COUNT(*), COALESCE(SUM(units), 0), COALESCE(SUM(value), 0) FROM " +
                   servedDays.arg(QStringLiteral("0"), QStringLiteral("0"), numberOf(today)) +
                   u" line WHERE promise IS NOT NULL AND (day IS NULL OR day > promise)",
               3)
        .front();
}

Money riskToday(Connection &connection)
{
    return Money(number(connection, laidDeposits + u"SELECT COALESCE(SUM(share * at_risk), 0) FROM shares"));
}

Money dueToday(Connection &connection)
{
    return Money(
        number(connection,
               QStringLiteral(
                   "SELECT COALESCE(SUM(due), 0) FROM (SELECT o.paid - o.refunded - SUM((l.ordered - l.cancelled - COALESCE(w.units, "
                   "0)) * l.unit_price) AS due FROM sales_order o JOIN order_line l ON l.order_id = o.id LEFT JOIN waiting_line w ON "
                   "w.order_line_id = l.id WHERE o.paid - o.refunded > o.shipped_value GROUP BY o.id, o.paid, o.refunded) each WHERE due "
                   "> 0")));
}

/// What a month's demand was, as the report writes it.
QStringList demandOf(Connection &connection, QDate from, QDate to, const Currency &currency)
{
    const QString days = QStringLiteral(" BETWEEN %1 AND %2").arg(numberOf(from), numberOf(to));
    const QVariantList own =
        sql(connection,
            u"SELECT COALESCE(SUM(l.ordered), 0), COALESCE(SUM(l.ordered * l.unit_price), 0), COALESCE(SUM(l.ordered * "
            u"l.preorder), 0), COALESCE(SUM(l.backordered), 0), COALESCE(SUM(l.ordered * l.preorder + l.backordered), 0) "
            u"FROM" +
                lines + u"WHERE o.placed_day" + days,
            5)
            .front();
    const QVariantList past =
        sql(connection, u"SELECT COALESCE(SUM(units), 0), COALESCE(SUM(units * unit_price), 0) FROM sales_history WHERE sold_day" + days, 2)
            .front();
    const auto count = [&](const QString &text) { return qint64(number(connection, text)); };
    const Units ordered = own[0].toLongLong();
    const Units waited = own[4].toLongLong();
    const Units lost = count(u"SELECT COALESCE(SUM(CASE WHEN units < queued THEN units ELSE queued END), 0) FROM (SELECT l.ordered * "
                             u"l.preorder + l.backordered AS queued, SUM(gone.units) AS units FROM " +
                             withdrawnUnits +
                             u"JOIN order_line l ON l.id = gone.line JOIN sales_order o ON o.id = l.order_id WHERE "
                             u"o.placed_day" +
                             days + u" GROUP BY l.id, l.ordered, l.preorder, l.backordered) each");
    const auto share = [](Units part, Units of) { return of > 0 ? shareText(double(part) / double(of)) : QStringLiteral("–"); };
    return {numberText(ordered + past[0].toLongLong()),
            moneyText(own[1].toLongLong() + past[1].toLongLong(), currency),
            numberText(own[2].toLongLong()),
            numberText(own[3].toLongLong()),
            share(ordered - own[2].toLongLong() - own[3].toLongLong(), ordered),
            numberText(count(u"SELECT COALESCE(SUM(units), 0) FROM refused_demand WHERE day" + days)),
            numberText(count(u"SELECT COALESCE(SUM(gone.units), 0) FROM " + withdrawnUnits + u"WHERE gone.day" + days)),
            share(waited - lost, waited)};
}

/// How the line was served in a month, as the report writes it.
QStringList fairnessOf(Connection &connection, QDate from, QDate to)
{
    const QString within = QStringLiteral(" AND n.at >= %1 AND n.at < %2").arg(instantAfter(from.addDays(-1)), instantAfter(to));
    const QString servings =
        QStringLiteral("SELECT COUNT(DISTINCT g.id) FROM stock_ledger g JOIN operation n ON n.id = g.operation_id JOIN "
                       "allocation a ON a.ledger_id = g.id WHERE g.cause = 'serve' AND a.place IS NOT NULL") +
        within;
    const auto all = qint64(number(connection, servings));
    const auto over = qint64(
        number(connection, servings + u" AND COALESCE(g.policy, 0) <> 0 AND a.units_ahead > COALESCE((SELECT SUM(b.units) FROM allocation "
                                      u"b WHERE b.ledger_id = a.ledger_id AND b.place < a.place), 0)"));
    const auto moves =
        qint64(number(connection,
                      u"SELECT COUNT(*) FROM line_move m JOIN operation n ON n.id = m.operation_id WHERE m.undone_by IS NULL" + within));
    return {numberText(all), all > 0 ? shareText(double(all - over) / double(all)) : QStringLiteral("–"), numberText(over),
            numberText(moves)};
}

QStringList valuesOf(const ReportSection &section)
{
    QStringList values;
    for (const ReportFigure &figure : section.figures)
        values += figure.value;
    return values;
}

QStringList valuesBefore(const ReportSection &section)
{
    QStringList values;
    for (const ReportFigure &figure : section.figures)
        values += figure.before;
    return values;
}

} // namespace

class OverviewFiguresTest final : public QObject {
    Q_OBJECT

    Shops m_shops;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void tiles_data() { Shops::each(); }
    void tiles()
    {
        SHOP(s);
        const Overview overview = must(overviewOf(s.connection, s.today));
        for (const bool isPreorder : {true, false}) {
            const Overview::Kind &kind = isPreorder ? overview.preorders : overview.backorders;
            const QVariantList row =
                sql(s.connection,
                    QStringLiteral("SELECT COUNT(*), COALESCE(SUM(w.units), 0), COALESCE(SUM(w.units * l.unit_price), 0), "
                                   "MIN(o.placed_day) FROM waiting_line w JOIN order_line l ON l.id = w.order_line_id "
                                   "JOIN sales_order o ON o.id = l.order_id WHERE l.preorder = %1")
                        .arg(int(isPreorder)),
                    4)
                    .front();
            QCOMPARE(kind.lines, row[0].toLongLong());
            QCOMPARE(kind.units, row[1].toLongLong());
            QCOMPARE(kind.value, row[2].toLongLong());
            QCOMPARE(kind.oldest, row[3].isNull() ? std::nullopt : std::optional(fromDayNumber(row[3].toLongLong())));
            QCOMPARE(kind.lines > 0, s.isDemo);
        }
        const QVariantList late = lateOn(s.connection, s.today);
        QCOMPARE(overview.late.lines, late[0].toLongLong());
        QCOMPARE(overview.late.units, late[1].toLongLong());
        QCOMPARE(overview.late.value, late[2].toLongLong());
        QCOMPARE(overview.late.lines > 0, s.isDemo);
        QCOMPARE(overview.deposits, depositsAtEndOf(s.connection, s.today));
        QCOMPARE(overview.depositsAtRisk, riskToday(s.connection));
        QCOMPARE(overview.depositsAtRisk > 0, s.isDemo);
        const Table coming = sql(s.connection, arriving.arg(numberOf(s.today.addDays(7))), 6);
        QCOMPARE(qsizetype(overview.arriving.size()), coming.size());
        QCOMPARE(coming.isEmpty(), !s.isDemo);
        int previewed = 0;
        for (size_t i = 0; i < overview.arriving.size(); ++i) {
            const QVariantList &row = coming[qsizetype(i)];
            const Arrival &arrival = overview.arriving[i];
            QCOMPARE(arrival.purchase.value, row[0].toLongLong());
            QCOMPARE(arrival.supplier, row[1].toString());
            QCOMPARE(arrival.expected, fromDayNumber(row[2].toLongLong()));
            QCOMPARE(arrival.units, row[3].toLongLong());
            QCOMPARE(arrival.unitsServed, row[5].toLongLong());
            // The first to come does what receiving it today would do.
            const QString id = QString::number(arrival.purchase.value);
            if (number(s.connection, earlier.arg(id)) > 0)
                continue;
            ReceiptDraft draft;
            draft.purchase = arrival.purchase;
            for (const QVariantList &line : sql(s.connection, toCome.arg(id), 2))
                draft.lines.push_back({line[0].toString(), line[1].toLongLong(), 0});
            const ReceiptOutcome outcome = must(ReceivingService(s.connection).preview(draft));
            QCOMPARE(arrival.linesServed, std::count_if(outcome.served.begin(), outcome.served.end(),
                                                        [](const auto &served) { return served.units.remaining == 0; }));
            ++previewed;
        }
        QCOMPARE(previewed > 0, s.isDemo);
        const Table refused =
            sql(s.connection,
                QStringLiteral("SELECT product_id, SUM(units) FROM refused_demand WHERE day >= %1 GROUP BY product_id ORDER "
                               "BY 2 DESC, 1 LIMIT 10")
                    .arg(numberOf(s.today.addDays(-30))),
                2);
        QCOMPARE(qsizetype(overview.refused.size()), refused.size());
        for (size_t i = 0; i < overview.refused.size(); ++i) {
            QCOMPARE(overview.refused[i].product.value, refused[qsizetype(i)][0].toLongLong());
            QCOMPARE(overview.refused[i].units, refused[qsizetype(i)][1].toLongLong());
        }
    }

    void report_data() { Shops::each(); }
    void report()
    {
        SHOP(s);
        const Currency currency = s.sheet(s.question(DemandChart::Products)).currency;
        for (const int monthsAgo : {1, 0}) { // one that is over, and the one that is not
            const QDate from = QDate(s.today.year(), s.today.month(), 1).addMonths(-monthsAgo);
            const QDate to = std::min(from.addMonths(1).addDays(-1), s.today);
            const MonthlyReport report = must(monthlyReport(s.connection, from, s.today));
            QCOMPARE(report.sections.size(), size_t(s.isDemo ? 5 : 4));
            QCOMPARE(valuesOf(report.sections[0]), demandOf(s.connection, from, to, currency));
            QCOMPARE(valuesBefore(report.sections[0]), demandOf(s.connection, from.addMonths(-1), from.addDays(-1), currency));

            const QVariantList waits =
                sql(s.connection,
                    QStringLiteral(
                        "SELECT COALESCE(SUM(w.units * l.preorder), 0), COALESCE(SUM(w.units * (1 - l.preorder)), 0), COUNT(*), "
                        "COALESCE(SUM(w.units * l.unit_price), 0), MIN(o.placed_day) FROM waiting_line w JOIN order_line l ON l.id = "
                        "w.order_line_id JOIN sales_order o ON o.id = l.order_id"),
                    5)
                    .front();
            const QVariantList late = lateOn(s.connection, s.today);
            QCOMPARE(valuesOf(report.sections[1]),
                     QStringList({numberText(waits[0].toLongLong()), numberText(waits[1].toLongLong()), numberText(waits[2].toLongLong()),
                                  moneyText(waits[3].toLongLong(), currency),
                                  waits[4].isNull() ? QStringLiteral("nobody waits") : dayText(fromDayNumber(waits[4].toLongLong())),
                                  numberText(late[0].toLongLong()), numberText(late[1].toLongLong())}));

            const Money opening = depositsAtEndOf(s.connection, from.addDays(-1));
            const Money closing = depositsAtEndOf(s.connection, to);
            const Money in = moved(s.connection, from, to, true);
            const Money out = moved(s.connection, from, to, false);
            QStringList cash;
            for (const Money amount : {opening, in, opening + in - out - closing, out, closing, depositsAtEndOf(s.connection, s.today),
                                       riskToday(s.connection), dueToday(s.connection)})
                cash += moneyText(amount, currency);
            QCOMPARE(valuesOf(report.sections[2]), cash);

            QCOMPARE(valuesOf(report.sections[3]), fairnessOf(s.connection, from, to));
            QCOMPARE(valuesBefore(report.sections[3]), fairnessOf(s.connection, from.addMonths(-1), from.addDays(-1)));
            if (!s.isDemo)
                continue;
            const Table campaigns =
                sql(s.connection,
                    QStringLiteral(
                        "SELECT g.name, SUM(l.ordered), SUM(l.cancelled) FROM campaign g JOIN sales_order o ON o.campaign_id = g.id JOIN "
                        "order_line l ON l.order_id = o.id WHERE g.first_day <= %2 AND g.last_day >= %1 AND (NOT EXISTS (SELECT 1 FROM "
                        "campaign_product x WHERE x.campaign_id = g.id) OR EXISTS (SELECT 1 FROM campaign_product x WHERE x.campaign_id "
                        "= g.id AND x.product_id = l.product_id)) GROUP BY g.code, g.name ORDER BY g.code")
                        .arg(numberOf(from), numberOf(to)),
                    3);
            QCOMPARE(qsizetype(report.sections[4].figures.size()), campaigns.size());
            for (qsizetype i = 0; i < campaigns.size(); ++i) {
                const ReportFigure &figure = report.sections[4].figures[size_t(i)];
                QCOMPARE(figure.name, campaigns[i][0].toString());
                QCOMPARE(figure.value,
                         QStringLiteral("%1 (%2)").arg(numberText(campaigns[i][1].toLongLong()), numberText(campaigns[i][2].toLongLong())));
            }
        }
    }
};

QTEST_GUILESS_MAIN(OverviewFiguresTest)
#include "overviewfigurestest.moc"
