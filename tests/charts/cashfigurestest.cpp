// Every figure of the cash charts, to the cent, against SQL that lays the same money another way.
#include "models/charts/cashsheets.h"
#include "models/tables/celltext.h"
#include "tests/charts/moneysql.h"
#include "tests/support/laterunits.h"

using namespace waitline;
using namespace waitline::test;

class CashFiguresTest final : public QObject {
    Q_OBJECT

    Shops m_shops;

    static CashQuestion question(const Shop &shop, CashChart chart)
    {
        CashQuestion question;
        question.chart = chart;
        question.today = shop.today;
        question.top = 7;
        question.days = {QDate(shop.today.year(), shop.today.month(), 1).addMonths(-8), shop.today, Period::Month};
        return question;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void overTime_data() { Shops::each(); }
    void overTime()
    {
        SHOP(s);
        CashQuestion asked = question(s, CashChart::OverTime);
        const ChartSheet sheet = must(cashSheet(s.connection, asked));
        Table expected;
        Money all = 0;
        for (QDate start = *asked.days.from; start <= s.today; start = start.addMonths(1)) {
            const QDate end = std::min(start.addMonths(1).addDays(-1), s.today);
            const Money opening = depositsAtEndOf(s.connection, start.addDays(-1));
            const Money closing = depositsAtEndOf(s.connection, end);
            const Money in = moved(s.connection, start, end, true);
            const Money out = moved(s.connection, start, end, false);
            expected += QVariantList{start, opening, in, opening + in - out - closing, out, closing, leftIn(s.connection, start, end)};
            all += in + expected.back()[6].toLongLong();
        }
        QVERIFY(all > 0 || !s.isDemo);
        if (all == 0) { // sales of which no file said that they were paid or shipped
            QVERIFY(sheet.rows.empty());
            return;
        }
        QCOMPARE(sheet.points.size(), size_t(expected.size()));
        COMPARE_ROWS(sheet, expected);
        COMPARE_SERIES(sheet, 0, 5);
        COMPARE_SERIES(sheet, 1, 2);
        COMPARE_SERIES(sheet, 2, 6);
        COMPARE_SERIES(sheet, 3, 4);
        if (!s.isDemo)
            return;
        asked.days = {s.today.addDays(-20), s.today, Period::Day};
        const ChartSheet days = must(cashSheet(s.connection, asked));
        QCOMPARE(days.rows.size(), size_t(21));
        for (const QVariantList &row : days.rows) {
            const QDate day = row[0].toDate();
            QCOMPARE(row[1].toLongLong(), depositsAtEndOf(s.connection, day.addDays(-1)));
            QCOMPARE(row[2].toLongLong(), moved(s.connection, day, day, true));
            QCOMPARE(row[5].toLongLong(), depositsAtEndOf(s.connection, day));
            QCOMPARE(row[6].toLongLong(), leftIn(s.connection, day, day));
        }
    }

    void byMonth_data() { Shops::each(); }
    void byMonth()
    {
        SHOP(s);
        const ChartSheet sheet = must(cashSheet(s.connection, question(s, CashChart::ByMonth)));
        std::map<std::pair<bool, QDate>, std::pair<Money, Money>> months; // not promised stands last
        for (const QVariantList &row : sql(s.connection, laidDeposits + u"SELECT promise, share, share * at_risk FROM shares", 3)) {
            const QDate promise = row[0].isNull() ? QDate() : fromDayNumber(row[0].toLongLong());
            auto &[deposits, atRisk] =
                months[promise.isValid() ? std::pair(false, QDate(promise.year(), promise.month(), 1)) : std::pair(true, QDate())];
            deposits += row[1].toLongLong();
            atRisk += row[2].toLongLong();
        }
        const auto dueNow = Money(
            number(s.connection, laidDeposits + u"SELECT COALESCE(SUM(d), 0) FROM (SELECT MAX(deposit - laid) AS d FROM held GROUP BY "
                                                u"order_id) each"));
        months[{true, QDate()}].first += dueNow;
        Table expected;
        Money all = 0;
        Money risk = 0;
        for (const auto &[month, money] : months) {
            const auto &[deposits, atRisk] = money;
            if (deposits == 0 && atRisk == 0)
                continue;
            const QString name = month.first ? QStringLiteral("not promised") : month.second.toString(QStringLiteral("MMM yyyy"));
            const Money back = month.first ? dueNow : 0;
            expected +=
                QVariantList{name, deposits, deposits - atRisk - back, atRisk, back, month.first ? QVariant() : QVariant(month.second)};
            all += deposits;
            risk += atRisk;
        }
        QCOMPARE(all, depositsAtEndOf(s.connection, s.today));
        QCOMPARE(sheet.rows.size(), size_t(expected.size()));
        COMPARE_ROWS(sheet, expected);
        COMPARE_SERIES(sheet, 0, 2);
        COMPARE_SERIES(sheet, 1, 3);
        COMPARE_SERIES(sheet, 2, 4);
        if (!s.isDemo)
            return;
        QVERIFY(risk > 0 && risk < all && expected.size() > 2);
        // What would be due back: of each order, what is paid beyond what shipped and what is allocated.
        const Money due = Money(
            number(s.connection,
                   QStringLiteral(
                       "SELECT CAST(SUM(due) AS BIGINT) FROM (SELECT o.paid - o.refunded - SUM((l.ordered - l.cancelled - "
                       "COALESCE(w.units, 0)) * l.unit_price) AS due FROM sales_order o JOIN order_line l ON l.order_id = o.id LEFT "
                       "JOIN waiting_line w ON w.order_line_id = l.id WHERE o.paid - o.refunded > o.shipped_value GROUP BY o.id, o.paid, "
                       "o.refunded) each WHERE due > 0")));
        const QString code = QStringLiteral(" EUR");
        for (const Money money : {all, risk, dueNow, due})
            QVERIFY2(sheet.filter.contains(moneyText(money, sheet.currency) + code), qPrintable(sheet.filter));
        for (size_t point = 0; point < sheet.points.size(); ++point)
            QCOMPARE(must(depositsBehind(s.connection, monthOfPoint(sheet, int(point)))).all.value, sheet.rows[point][1].toLongLong());
    }

    void runs_data() { Shops::each(); }
    void runs()
    {
        SHOP(s);
        CashQuestion asked = question(s, CashChart::Runs);
        const ChartSheet sheet = must(cashSheet(s.connection, asked));
        const Table products = sql(
            s.connection,
            QStringLiteral(
                "SELECT p.id, p.sku, p.name, f.ordered, f.value, f.collected, COALESCE(b.units, 0), COALESCE(b.cost, 0), p.price, p.cost "
                "FROM (SELECT product_id, CAST(SUM(units) AS BIGINT) AS ordered, CAST(SUM(value) AS BIGINT) AS value, CAST(SUM(CASE WHEN "
                "whole > 0 AND paid > 0 THEN ((CASE WHEN paid < whole THEN paid ELSE whole END) * value + whole / 2) / whole ELSE 0 END) AS "
                "BIGINT) AS collected FROM (SELECT l.product_id, l.preorder, l.ordered - l.cancelled AS units, (l.ordered - l.cancelled) * "
                "l.unit_price AS value, o.paid - o.refunded AS paid, CAST(SUM((l.ordered - l.cancelled) * l.unit_price) OVER (PARTITION BY "
                "l.order_id) AS BIGINT) AS whole FROM order_line l JOIN sales_order o ON o.id = l.order_id) each WHERE preorder = 1 GROUP BY "
                "product_id) f JOIN product p ON p.id = f.product_id LEFT JOIN (SELECT product_id, CAST(SUM(ordered + over_received - "
                "closed_short) AS BIGINT) AS units, CAST(SUM((ordered + over_received - closed_short) * unit_cost) AS BIGINT) AS cost FROM "
                "purchase_line GROUP BY product_id) b ON b.product_id = p.id ORDER BY f.value DESC, p.id"),
            10);
        Table expected;
        for (const QVariantList &row : products) {
            const Units ordered = row[3].toLongLong();
            const Money value = row[4].toLongLong();
            const Money collected = row[5].toLongLong();
            const Units run = row[6].toLongLong() > 0 ? row[6].toLongLong() : ordered;
            const Money cost = row[6].toLongLong() > 0 ? row[7].toLongLong() : ordered * row[9].toLongLong();
            // Unit after unit until their share of the value pays for the run.
            const Money of = ordered > 0 ? value : row[8].toLongLong();
            const Units units = ordered > 0 ? ordered : 1;
            Units even = 0;
            while (of > 0 && (of * even + units / 2) / units < cost)
                ++even;
            expected += QVariantList{row[1],
                                     row[2],
                                     ordered,
                                     value,
                                     collected,
                                     run,
                                     cost,
                                     std::max<Money>(0, cost - std::max(value, collected)),
                                     of > 0 ? QVariant(even) : QVariant()};
        }
        QCOMPARE(expected.isEmpty(), !s.isDemo);
        QCOMPARE(sheet.rows.size(), size_t(expected.size()));
        COMPARE_ROWS(sheet, expected);
        COMPARE_SERIES(sheet, 0, 4);
        COMPARE_SERIES(sheet, 2, 7);
        for (size_t point = 0; point < sheet.points.size(); ++point)
            QCOMPARE(sheet.series[1].values[point].value_or(-1),
                     std::max(0.0, expected[qsizetype(point)][3].toDouble() - expected[qsizetype(point)][4].toDouble()));
        if (!s.isDemo)
            return;
        // Fewer are drawn than there are; the table has all of them, and the heading says how many more.
        QVERIFY(expected.size() > 3);
        asked.top = 3;
        const ChartSheet first = must(cashSheet(s.connection, asked));
        QCOMPARE(first.points.size(), size_t(3));
        QCOMPARE(first.rows.size(), size_t(expected.size()));
        QVERIFY2(first.filter.contains(QStringLiteral("%1 more products").arg(expected.size() - 3)), qPrintable(first.filter));
        asked.scope.products = {ProductId{products[1][0].toLongLong()}, ProductId{products[3][0].toLongLong()}};
        const ChartSheet chosen = must(cashSheet(s.connection, asked));
        QCOMPARE(chosen.rows.size(), size_t(2));
        COMPARE_ROWS(chosen, (Table{expected[1], expected[3]}));
        asked.scope.products.clear();
        asked.scope.search = products[2][1].toString();
        const ChartSheet searched = must(cashSheet(s.connection, asked));
        QCOMPARE(searched.rows.size(), size_t(1));
        COMPARE_ROWS(searched, (Table{expected[2]}));
    }

    void slips_data() { Shops::each(); }
    void slips()
    {
        SHOP(s);
        constexpr int days = 45;
        int compared = 0;
        for (const OpenPurchase &purchase : must(openPurchases(s.connection, {}, s.today))) {
            const QString id = QString::number(purchase.stored.id.value);
            const QString slipped = servedDays.arg(id, QString::number(days), numberOf(s.today));
            const QString now = servedDays.arg(id, QStringLiteral("0"), numberOf(s.today));
            const Table later =
                sql(s.connection,
                    u"SELECT c.name, l.order_id, p.sku, a.units, a.value, a.promise, b.day, a.day, a.line FROM " + slipped + u" a JOIN " +
                        now +
                        u" b ON b.line = a.line JOIN order_line l ON l.id = a.line JOIN sales_order o ON o.id = l.order_id JOIN customer c "
                        u"ON c.id = o.customer_id JOIN product p ON p.id = l.product_id WHERE b.day IS NOT NULL AND a.day > b.day",
                    9);
            std::multimap<std::pair<qint64, QString>, QVariantList> expected;
            for (const QVariantList &row : later)
                expected.emplace(std::pair(row[1].toLongLong(), row[2].toString()), row);
            CashQuestion asked = question(s, CashChart::Slip);
            asked.purchase = purchase.stored.id;
            asked.slip = days;
            const ChartSheet sheet = must(cashSheet(s.connection, asked));
            // Lines whose own day stays slip by the part that comes later.
            Units parts = 0;
            for (const auto &[line, units] : laterUnits(s.connection, purchase.stored.id, days, s.today)) {
                if (std::none_of(later.begin(), later.end(), [&](const QVariantList &row) { return row[8].toLongLong() == line.value; }))
                    parts += units;
            }
            for (const QVariantList &row : sheet.rows) {
                if (!expected.contains({row[1].toLongLong(), row[2].toString()})) {
                    parts -= row[3].toLongLong();
                    continue;
                }
                const auto alike = expected.equal_range({row[1].toLongLong(), row[2].toString()});
                const auto same = std::find_if(alike.first, alike.second, [&](const auto &each) {
                    const QVariantList &line = each.second;
                    const QDate promise = line[5].isNull() ? QDate() : fromDayNumber(line[5].toLongLong());
                    const QDate before = fromDayNumber(line[6].toLongLong());
                    const QDate after = fromDayNumber(line[7].toLongLong());
                    const bool isNewlyLate = promise.isValid() && before <= promise && after > promise;
                    return row[0].toString() == line[0].toString() && row[3].toLongLong() == line[3].toLongLong() &&
                           row[4].toLongLong() == line[4].toLongLong() && row[5].toDate() == promise && row[6].toDate() == before &&
                           row[7].toDate() == after && row[8].toString().isEmpty() != isNewlyLate;
                });
                QVERIFY2(same != alike.second, qPrintable(row[0].toString() + row[1].toString() + row[2].toString()));
                expected.erase(same);
                ++compared;
            }
            QVERIFY(expected.empty());
            QCOMPARE(parts, 0);
        }
        QCOMPARE(compared > 0, s.isDemo);
    }
};

QTEST_GUILESS_MAIN(CashFiguresTest)
#include "cashfigurestest.moc"
