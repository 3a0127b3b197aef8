#include "models/forecast/seasonality.h"
#include "models/forecast/stl.h"
#include "tests/charts/shops.h"

using namespace waitline;
using namespace waitline::test;

class FiguresTest final : public QObject {
    Q_OBJECT

    Shops m_shops;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void products_data() { Shops::each(); }
    void products()
    {
        SHOP(s);
        for (const bool isInValue : {false, true}) {
            DemandQuestion question = s.question(DemandChart::Products);
            question.isInValue = isInValue;
            const QString order = QStringLiteral("5 DESC");
            // In value, the units stand last.
            const QString each = isInValue ? QStringLiteral("l.unit_price") : QStringLiteral("1");
            const QString other = isInValue ? QStringLiteral("1") : QStringLiteral("l.unit_price");
            COMPARE_ROWS(s.sheet(question),
                         sql(s.connection,
                             u"SELECT p.sku, p.name, SUM(CASE WHEN w.preorder = 1 THEN w.units * " + each +
                                 u" ELSE 0 END), SUM(CASE WHEN w.preorder = 1 THEN 0 ELSE w.units * " + each + u" END), SUM(w.units * " +
                                 each + u"), SUM(w.units * " + other +
                                 u") FROM waiting_line w JOIN order_line l "
                                 u"ON l.id = w.order_line_id JOIN product p ON p.id = w.product_id GROUP BY p.id, p.sku, p.name ORDER BY " +
                                 order + u", p.id LIMIT 7",
                             6));
            question.isWaiting = false;
            const ChartSheet ordered = s.sheet(question);
            COMPARE_ROWS(ordered,
                         sql(s.connection,
                             u"SELECT p.sku, p.name, SUM(l.ordered * l.preorder * " + each + u"), SUM(l.backordered * " + each +
                                 u"), SUM((l.ordered * l.preorder + l.backordered) * " + each +
                                 u"), SUM((l.ordered * l.preorder + l.backordered) * " + other + u") FROM" + lines + u"WHERE 1 = 1" +
                                 within(question, "o.placed_day") +
                                 u" GROUP BY p.id, p.sku, p.name HAVING SUM(l.ordered * l.preorder + l.backordered) > 0 ORDER BY " + order +
                                 u", p.id LIMIT 7",
                             6));
            QCOMPARE(ordered.series.size(), size_t(2));
            COMPARE_SERIES(ordered, 0, 2);
            COMPARE_SERIES(ordered, 1, 3);
            QVERIFY(ordered.series[0].hue == ChartSeries::Hue::Preorder && ordered.series[1].hue == ChartSeries::Hue::Backorder);
            QCOMPARE(ordered.columns[2].unit, isInValue ? ChartUnit::Amount : ChartUnit::Count);
        }
    }

    void overTime_data() { Shops::each(); }
    void overTime()
    {
        SHOP(s);
        for (const Period by : {Period::Week, Period::Month}) {
            DemandQuestion question = s.question(DemandChart::OverTime);
            question.by = by;
            question.scope.from = startOfPeriod(question.scope.from, by); // the first period is a whole one
            const ChartSheet sheet = s.sheet(question);
            const auto own =
                byPeriod(sql(s.connection,
                             u"SELECT o.placed_day, SUM(l.ordered * l.preorder), SUM(l.backordered), SUM(l.ordered - l.ordered * "
                             u"l.preorder - l.backordered), SUM(l.ordered * l.unit_price) FROM" +
                                 lines + u"WHERE 1 = 1" + within(question, "o.placed_day") + u" GROUP BY o.placed_day",
                             5),
                         by);
            const auto past = byPeriod(sql(s.connection,
                                           u"SELECT sold_day, SUM(units), SUM(units * unit_price) FROM sales_history WHERE 1 = 1" +
                                               within(question, "sold_day") + u" GROUP BY sold_day",
                                           3),
                                       by);
            QCOMPARE(past.empty(), sheet.columns.size() == 7);
            Table expected;
            for (const ChartPoint &point : sheet.points) {
                const QDate start = sheet.rows[size_t(&point - sheet.points.data())].value(0).toDate();
                const auto mine = figuresOf(own, start, 4);
                const auto before = figuresOf(past, start, 2);
                expected += {start, mine[0], mine[1], mine[2], mine[0] + mine[1] + mine[2] + before[0], mine[3] + before[1]};
                if (!past.empty())
                    expected.back() += before[0];
                QCOMPARE(behindDifference(s.connection, point, mine[0] + mine[1] + mine[2]), QString());
            }
            QVERIFY(!expected.isEmpty());
            COMPARE_ROWS(sheet, expected);
            for (size_t series = 0; series < 3; ++series)
                COMPARE_SERIES(sheet, series, int(series) + 1);
        }
    }

    void overTimeInValue_data() { Shops::each(); }
    void overTimeInValue()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::OverTime);
        question.by = Period::Month;
        question.isInValue = true;
        question.scope.from = startOfPeriod(question.scope.from, question.by);
        const ChartSheet sheet = s.sheet(question);
        const auto own =
            byPeriod(sql(s.connection,
                         u"SELECT o.placed_day, SUM(l.ordered * l.preorder * l.unit_price), SUM(l.backordered * l.unit_price), "
                         u"SUM((l.ordered - l.ordered * l.preorder - l.backordered) * l.unit_price), SUM(l.ordered) FROM" +
                             lines + u"WHERE 1 = 1" + within(question, "o.placed_day") + u" GROUP BY o.placed_day",
                         5),
                     Period::Month);
        const auto past = byPeriod(sql(s.connection,
                                       u"SELECT sold_day, SUM(units * unit_price), SUM(units) FROM sales_history WHERE 1 = 1" +
                                           within(question, "sold_day") + u" GROUP BY sold_day",
                                       3),
                                   Period::Month);
        Table expected;
        for (const QVariantList &row : sheet.rows) {
            const auto mine = figuresOf(own, row[0].toDate(), 4);
            const auto before = figuresOf(past, row[0].toDate(), 2);
            expected += {row[0], mine[0], mine[1], mine[2], mine[0] + mine[1] + mine[2] + before[0], mine[3] + before[1]};
        }
        COMPARE_ROWS(sheet, expected);
        for (size_t series = 0; series < 3; ++series)
            COMPARE_SERIES(sheet, series, int(series) + 1);
    }

    void compared_data() { Shops::each(); }
    void compared()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::Compare, 300);
        question.by = Period::Month;
        question.scope.from = startOfPeriod(question.scope.from, question.by);
        const Table most =
            sql(s.connection,
                QStringLiteral("SELECT product_id FROM (SELECT product_id, ordered AS units FROM order_line UNION ALL SELECT "
                               "product_id, units FROM sales_history) sold GROUP BY product_id ORDER BY SUM(units) DESC LIMIT 3"),
                1);
        for (const QVariantList &product : most)
            question.scope.products.push_back(ProductId{product[0].toLongLong()});
        const ChartSheet sheet = s.sheet(question);
        QCOMPARE(sheet.series.size(), size_t(3));
        for (size_t i = 0; i < 3; ++i) {
            const QString id = QString::number(question.scope.products[i].value);
            const auto sold = byPeriod(sql(s.connection,
                                           u"SELECT day, SUM(units) FROM (SELECT o.placed_day AS day, l.ordered AS units FROM" + lines +
                                               u"WHERE p.id = " + id + within(question, "o.placed_day") +
                                               u" UNION ALL SELECT sold_day, units FROM sales_history WHERE product_id = " + id +
                                               within(question, "sold_day") + u") each GROUP BY day",
                                           2),
                                       Period::Month);
            for (const QVariantList &row : sheet.rows)
                QCOMPARE(row[qsizetype(i) + 1].toDouble(), figuresOf(sold, row[0].toDate(), 1)[0]);
        }
    }

    void waitingAge_data() { Shops::each(); }
    void waitingAge()
    {
        SHOP(s);
        const ChartSheet sheet = s.sheet(s.question(DemandChart::WaitingAge));
        const int bounds[] = {0, 7, 14, 28, 91, 182, 365, 100'000};
        for (size_t i = 0; i + 1 < std::size(bounds); ++i) {
            const Table row =
                sql(s.connection,
                    QStringLiteral("SELECT COALESCE(SUM(w.units * l.preorder), 0), COALESCE(SUM(w.units * (1 - l.preorder)), 0), "
                                   "COALESCE(SUM(w.units), 0), COUNT(*), COALESCE(SUM(w.units * l.unit_price), 0) FROM "
                                   "waiting_line w JOIN order_line l ON l.id = w.order_line_id JOIN sales_order o ON o.id = "
                                   "l.order_id WHERE %1 - o.placed_day >= %2 AND %1 - o.placed_day < %3")
                        .arg(toDayNumber(s.today))
                        .arg(bounds[i])
                        .arg(bounds[i + 1]),
                    5);
            for (int column = 0; column < 5; ++column)
                QCOMPARE(sheet.rows[i][column + 1].toDouble(), row[0][column].toDouble());
            QCOMPARE(behindDifference(s.connection, sheet.points[i], row[0][2].toDouble()), QString());
        }
        COMPARE_SERIES(sheet, 0, 1);
        COMPARE_SERIES(sheet, 1, 2);
        QCOMPARE(number(s.connection, QStringLiteral("SELECT SUM(units) FROM waiting_line")) > 0, s.isDemo);
        DemandQuestion inValue = s.question(DemandChart::WaitingAge);
        inValue.isInValue = true;
        const ChartSheet value = s.sheet(inValue);
        double preorders = 0;
        for (const auto &each : value.series[0].values)
            preorders += each.value_or(0);
        QCOMPARE(preorders,
                 number(s.connection, QStringLiteral("SELECT COALESCE(SUM(units * unit_price), 0) FROM waiting_line WHERE preorder = 1")));
    }

    void bookings_data() { Shops::each(); }
    void bookings()
    {
        SHOP(s);
        const ChartSheet sheet = s.sheet(s.question(DemandChart::Bookings));
        QCOMPARE(sheet.series.size() > 1, s.isDemo);
        for (size_t series = 0; series < sheet.series.size(); ++series) {
            const QString sku = sheet.columns[series + 1].title;
            const QDate release =
                fromDayNumber(qint64(number(s.connection, QStringLiteral("SELECT release_day FROM product WHERE sku = '%1'").arg(sku))));
            double most = 0;
            for (size_t point = 0; point < sheet.points.size(); ++point) {
                const qint64 days = sheet.rows[point][0].toLongLong();
                const double booked = number(s.connection, u"SELECT SUM(l.ordered) FROM" + lines +
                                                               QStringLiteral("WHERE p.sku = '%1' AND l.preorder = 1 AND p.release_day - "
                                                                              "o.placed_day >= %2")
                                                                   .arg(sku)
                                                                   .arg(days));
                const bool isKnown = booked > 0 && release.addDays(-days) <= s.today;
                QCOMPARE(sheet.series[series].values[point].has_value(), isKnown);
                QCOMPARE(sheet.series[series].values[point].value_or(0), isKnown ? booked : 0);
                most = std::max(most, sheet.series[series].values[point].value_or(0));
                QCOMPARE(sheet.points[point].behindLines[series].has_value(), isKnown);
                if (!isKnown)
                    continue;
                ChartPoint line = sheet.points[point];
                line.behind = line.behindLines[series];
                QCOMPARE(behindDifference(s.connection, line, booked), QString());
                for (const BehindRow &row : must(ordersBehind(s.connection, *line.behind)).rows)
                    QCOMPARE(row.sku, sku);
            }
            QVERIFY(most > 0);
        }
    }

    void fillRate_data() { Shops::each(); }
    void fillRate()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::FillRate);
        question.by = Period::Month;
        question.scope.from = startOfPeriod(question.scope.from, question.by);
        const ChartSheet sheet = s.sheet(question);
        const auto months = byPeriod(sql(s.connection,
                                         u"SELECT o.placed_day, SUM(l.ordered), SUM(l.ordered * l.preorder), SUM(l.backordered) FROM" +
                                             lines + u"WHERE 1 = 1" + within(question, "o.placed_day") + u" GROUP BY o.placed_day",
                                         4),
                                     Period::Month);
        for (const QVariantList &row : sheet.rows) {
            const auto month = figuresOf(months, row[0].toDate(), 3);
            const double atOnce = month[0] - month[1] - month[2];
            QCOMPARE(row[1].toDouble(), month[0]);
            QCOMPARE(row[2].toDouble(), month[1]);
            QCOMPARE(row[3].toDouble(), atOnce);
            QCOMPARE(row[4].toDouble(), month[0] > 0 ? atOnce / month[0] : 0);
            QCOMPARE(row[5].toDouble(), month[0] > month[1] ? atOnce / (month[0] - month[1]) : 0);
        }
        COMPARE_SERIES(sheet, 0, 4);
        COMPARE_SERIES(sheet, 1, 5);
    }

    void refused_data() { Shops::each(); }
    void refused()
    {
        SHOP(s);
        const DemandQuestion question = s.question(DemandChart::Refused);
        const ChartSheet sheet = s.sheet(question);
        const Table expected =
            sql(s.connection,
                u"SELECT p.sku, p.name, SUM(r.units), COUNT(*), SUM(r.units * p.price) FROM refused_demand r JOIN product p "
                u"ON p.id = r.product_id WHERE 1 = 1" +
                    within(question, "r.day") + u" GROUP BY p.id, p.sku, p.name ORDER BY 3 DESC, p.id LIMIT 7",
                5);
        QCOMPARE(expected.isEmpty(), !s.isDemo);
        COMPARE_ROWS(sheet, expected);
        COMPARE_SERIES(sheet, 0, 2);
        for (size_t point = 0; point < sheet.points.size(); ++point)
            QCOMPARE(behindDifference(s.connection, sheet.points[point], expected[qsizetype(point)][2].toDouble()), QString());
    }

    void withdrawnAndKept_data() { Shops::each(); }
    void withdrawnAndKept()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::Withdrawn);
        question.by = Period::Month;
        question.scope.from = startOfPeriod(question.scope.from, question.by);
        const ChartSheet sheet = s.sheet(question);
        const auto months =
            byPeriod(sql(s.connection,
                         u"SELECT gone.day, SUM(gone.units * l.preorder), SUM(gone.units * (1 - l.preorder)), SUM(gone.units * "
                         u"l.unit_price) FROM " +
                             withdrawnUnits + u"JOIN order_line l ON l.id = gone.line WHERE 1 = 1" + within(question, "gone.day") +
                             u" GROUP BY gone.day",
                         4),
                     Period::Month);
        double withdrawn = 0;
        for (size_t point = 0; point < sheet.points.size(); ++point) {
            const QVariantList &row = sheet.rows[point];
            const auto month = figuresOf(months, row[0].toDate(), 3);
            QCOMPARE(row[1].toDouble(), month[0]);
            QCOMPARE(row[2].toDouble(), month[1]);
            QCOMPARE(row[3].toDouble(), month[0] + month[1]);
            QCOMPARE(row[4].toDouble(), month[2]);
            QCOMPARE(behindDifference(s.connection, sheet.points[point], month[0] + month[1]), QString());
            withdrawn += month[0] + month[1];
        }
        QCOMPARE(withdrawn > 0, s.isDemo);
        if (s.isDemo) // also the months in which nobody withdrew
            QCOMPARE(sheet.rows.front()[0].toDate(), question.scope.from);
        double all = 0;
        for (const auto &[start, month] : months)
            all += month[0] + month[1];
        QCOMPARE(withdrawn, all);

        question.chart = DemandChart::KeepRate;
        const ChartSheet kept = s.sheet(question);
        const auto placed = byPeriod(sql(s.connection,
                                         u"SELECT o.placed_day, SUM(l.ordered * l.preorder + l.backordered) FROM" + lines + u"WHERE 1 = 1" +
                                             within(question, "o.placed_day") + u" GROUP BY o.placed_day",
                                         2),
                                     Period::Month);
        const auto lost =
            byPeriod(sql(s.connection,
                         u"SELECT day, SUM(CASE WHEN units < queued THEN units ELSE queued END) FROM (SELECT l.id, o.placed_day AS "
                         u"day, l.ordered * l.preorder + l.backordered AS queued, SUM(gone.units) AS units FROM " +
                             withdrawnUnits + u"JOIN order_line l ON l.id = gone.line JOIN sales_order o ON o.id = l.order_id WHERE 1 = 1" +
                             within(question, "o.placed_day") +
                             u" GROUP BY l.id, o.placed_day, l.ordered, l.preorder, l.backordered) each GROUP BY day",
                         2),
                     Period::Month);
        for (const QVariantList &row : kept.rows) {
            const double units = figuresOf(placed, row[0].toDate(), 1)[0];
            const double gone1 = figuresOf(lost, row[0].toDate(), 1)[0];
            QCOMPARE(row[1].toDouble(), units);
            QCOMPARE(row[2].toDouble(), gone1);
            if (units == 0)
                continue;
            // Wilson's interval, as the textbooks write it.
            const double p = 1 - gone1 / units;
            const double z = 1.959964;
            const double centre = (p + z * z / (2 * units)) / (1 + z * z / units);
            const double half = z / (1 + z * z / units) * std::sqrt(p * (1 - p) / units + z * z / (4 * units * units));
            QCOMPARE(row[3].toDouble(), p);
            QVERIFY(std::abs(row[4].toDouble() - (centre - half)) < 1e-6);
            QVERIFY(std::abs(row[5].toDouble() - (centre + half)) < 1e-6);
        }
        COMPARE_SERIES(kept, 1, 3);
    }

    void season_data() { Shops::each(); }
    void season()
    {
        SHOP(s);
        const ChartSheet sheet = s.sheet(s.question(DemandChart::Season));
        if (!s.isDemo) {
            QVERIFY(sheet.isEmpty()); // nine months
            QVERIFY(sheet.gridRows.front().contains(QStringLiteral("not enough history")));
            return;
        }
        QVERIFY(!sheet.isEmpty());
        for (qsizetype product = 0; product < sheet.gridRows.size(); ++product) {
            const QVariantList &first = sheet.rows[size_t(product) * 12];
            const QString only =
                product == 0
                    ? QString()
                    : QStringLiteral(" AND p.name = '%1'").arg(first[0].toString().replace(QStringLiteral("'"), QStringLiteral("''")));
            const auto months = byPeriod(
                sql(s.connection,
                    u"SELECT day, SUM(units) FROM (SELECT o.placed_day AS day, l.ordered AS units FROM" + lines + u"WHERE 1 = 1" + only +
                        u" UNION ALL SELECT h.sold_day, h.units FROM sales_history h JOIN product p ON p.id = h.product_id WHERE 1 = 1" +
                        only + u") each WHERE day <= " + QString::number(toDayNumber(s.lastMonthsEnd())) + u" GROUP BY day",
                    2),
                Period::Month);
            std::vector<double> units;
            for (QDate start = months.begin()->first; start <= s.lastMonthsEnd(); start = start.addMonths(1))
                units.push_back(figuresOf(months, start, 1)[0]);
            QCOMPARE(first[5].toInt(), int(units.size()));
            const bool hasEnough = units.size() >= 24;
            QCOMPARE(sheet.gridRows[product].contains(QStringLiteral("not enough history")), first[2].isNull());
            QVERIFY(hasEnough || first[2].isNull());
            if (first[2].isNull())
                continue;
            // The ratio to the centred 2×12 average, worked out once more.
            std::vector<std::vector<double>> ratios(12);
            for (size_t i = 6; i + 6 < units.size(); ++i) {
                double sum = (units[i - 6] + units[i + 6]) / 2;
                for (size_t j = i - 5; j <= i + 5; ++j)
                    sum += units[j];
                if (sum > 0)
                    ratios[size_t(months.begin()->first.addMonths(int(i)).month()) - 1].push_back(units[i] * 12 / sum);
            }
            double total = 0;
            std::vector<double> means;
            for (const auto &ratio : ratios) {
                means.push_back(std::max(.05, forecasting::meanOf(ratio)));
                total += means.back();
            }
            for (int month = 0; month < 12; ++month) {
                const QVariantList &row = sheet.rows[size_t(product * 12 + month)];
                QVERIFY(std::abs(row[2].toDouble() - means[size_t(month)] * 12 / total) < 1e-9);
                QCOMPARE(row[4].toDouble(), forecasting::seasonalStrength(units, 12));
            }
        }
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "figurestest.moc"
