#include "models/forecast/seasonality.h"
#include "models/services/planinputs.h"
#include "tests/charts/shops.h"

using namespace waitline;
using namespace waitline::test;

namespace {

/// Rows (product, day, units, value) of all that was ordered or sold before.
const QString sold =
    QStringLiteral("(SELECT l.product_id AS product, o.placed_day AS day, l.ordered AS units, l.ordered * l.unit_price AS "
                   "value FROM order_line l JOIN sales_order o ON o.id = l.order_id UNION ALL SELECT product_id, sold_day, "
                   "units, units * unit_price FROM sales_history) s ");

/// Rows (customer, day) of all who bought.
const QString bought = QStringLiteral("(SELECT customer_id AS customer, placed_day AS day FROM sales_order UNION ALL SELECT customer_id, "
                                      "sold_day FROM sales_history WHERE customer_id IS NOT NULL AND units > 0) b ");

/// Standard deviation ÷ mean of the last two years' months without their season; none: fewer than three.
QVariant variation(const Shop &s, const QString &product)
{
    const QDate first = QDate(s.today.year(), s.today.month(), 1).addMonths(-24);
    const auto months = byPeriod(
        sql(s.connection,
            u"SELECT day, SUM(units) FROM " + sold + u"WHERE product = " + product +
                QStringLiteral(" AND day BETWEEN %1 AND %2 GROUP BY day").arg(toDayNumber(first)).arg(toDayNumber(s.lastMonthsEnd())),
            2),
        Period::Month);
    std::vector<double> units;
    for (QDate start = months.empty() ? s.today : months.begin()->first; start <= s.lastMonthsEnd(); start = start.addMonths(1))
        units.push_back(figuresOf(months, start, 1)[0]);
    if (units.size() < 3)
        return {};
    if (forecasting::returnsYearly(units, 12))
        units = forecasting::withoutSeason(units, forecasting::factorsOf(*forecasting::seasonalIndices(units, 12)));
    const double mean = forecasting::meanOf(units);
    return mean > 0 ? QVariant(std::sqrt(forecasting::varianceOf(units)) / mean) : QVariant();
}

} // namespace

class SalesFiguresTest final : public QObject {
    Q_OBJECT

    Shops m_shops;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void classes_data() { Shops::each(); }
    void classes()
    {
        SHOP(s);
        const DemandQuestion question = s.question(DemandChart::Classes);
        const ChartSheet sheet = s.sheet(question);
        const Table products = sql(
            s.connection,
            u"SELECT sku, name, value, id, SUM(value) OVER (ORDER BY value DESC, id), SUM(value) OVER () FROM (SELECT p.id, p.sku, p.name, "
            u"SUM(s.value) AS value FROM " +
                sold + u"JOIN product p ON p.id = s.product WHERE 1 = 1" + within(question, "s.day") +
                u" GROUP BY p.id, p.sku, p.name HAVING SUM(s.value) > 0) each ORDER BY value DESC, id",
            6);
        QVERIFY(!products.isEmpty());
        std::map<QString, std::pair<int, double>> cells;
        for (qsizetype i = 0; i < products.size(); ++i) {
            const QVariantList &product = products[i];
            const double before = (product[4].toDouble() - product[2].toDouble()) / product[5].toDouble();
            // The variation is worked out product by product: of the wholesaler's, the first and some of the others.
            const bool isTold = i < 500;
            if (!s.isDemo && isTold && i > 30 && i % 40 != 0)
                continue;
            if (!isTold)
                break;
            const QVariantList &row = sheet.rows[size_t(i) + sheet.points.size()];
            const QVariant varies = variation(s, product[3].toString());
            const QChar abc = before < .8 ? u'A' : before < .95 ? u'B' : u'C';
            const QChar xyz = varies.isNull() ? u'N' : varies.toDouble() > 1 ? u'Z' : varies.toDouble() <= .5 ? u'X' : u'Y';
            QCOMPARE(row[0].toString(), QString(QString(abc) + xyz));
            QCOMPARE(row[1].toString(), product[0].toString());
            QCOMPARE(row[2].toString(), product[1].toString());
            QCOMPARE(row[3].toDouble(), product[2].toDouble());
            QCOMPARE(row[4].toDouble(), product[2].toDouble() / product[5].toDouble());
            QCOMPARE(row[5].isNull(), varies.isNull());
            QVERIFY(std::abs(row[5].toDouble() - varies.toDouble()) < 1e-9);
            cells[row[0].toString()].first += 1;
            cells[row[0].toString()].second += product[2].toDouble();
        }
        double all = 0;
        int counted = 0;
        const auto columns = size_t(sheet.gridColumns.size());
        QCOMPARE(sheet.points.size(), 3 * columns);
        for (size_t cell = 0; cell < sheet.points.size(); ++cell) {
            const QVariantList &row = sheet.rows[cell];
            all += row[3].toDouble();
            counted += row[2].toString().section(u' ', 0, 0).remove(u',').toInt();
            if (!s.isDemo)
                continue;
            const int inCell = cells[row[0].toString()].first;
            QCOMPARE(row[2].toString(), inCell == 1 ? QStringLiteral("1 product") : QStringLiteral("%1 products").arg(inCell));
            QCOMPARE(row[3].toDouble(), cells[row[0].toString()].second);
            if (sheet.points[cell].behind) {
                QStringList ids;
                for (ProductId id : sheet.points[cell].behind->scope.products)
                    ids += QString::number(id.value);
                QCOMPARE(behindDifference(s.connection, sheet.points[cell],
                                          number(s.connection, u"SELECT SUM(l.ordered) FROM" + lines + u"WHERE p.id IN (" + ids.join(u',') +
                                                                   u')' + within(question, "o.placed_day"))),
                         QString());
            }
        }
        QCOMPARE(all, products.front()[5].toDouble());
        QCOMPARE(counted, int(products.size()));
        COMPARE_SERIES(sheet, 0, 3);
        // How many products are of which class by revenue, counted once more.
        for (int abc = 0; abc < 3; ++abc) {
            int inClass = 0;
            for (const QVariantList &product : products) {
                const double before = (product[4].toDouble() - product[2].toDouble()) / product[5].toDouble();
                inClass += (before < .8 ? 0 : before < .95 ? 1 : 2) == abc;
            }
            int told = 0;
            for (size_t xyz = 0; xyz < columns; ++xyz)
                told += sheet.rows[size_t(abc) * columns + xyz][2].toString().section(u' ', 0, 0).remove(u',').toInt();
            QCOMPARE(told, inClass);
        }
    }

    void theFilterChangesNoClass_data() { Shops::each(); }
    void theFilterChangesNoClass()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::Classes);
        const ChartSheet all = s.sheet(question);
        const auto productRow = [](const ChartSheet &sheet, const QString &sku) {
            const auto place = std::find_if(sheet.rows.begin() + std::ptrdiff_t(sheet.points.size()), sheet.rows.end(),
                                            [&](const QVariantList &row) { return row[1] == sku; });
            return place == sheet.rows.end() ? QVariantList() : *place;
        };
        const size_t first = all.points.size();
        QVERIFY(all.rows[first][0].toString().startsWith(u'A')); // whatever its share, the best seller
        for (const size_t at : {first, all.rows.size() / 2, all.rows.size() - 1}) {
            const QString sku = all.rows[at][1].toString();
            question.scope.products = {
                ProductId{qint64(number(s.connection, QStringLiteral("SELECT id FROM product WHERE sku = '%1'").arg(sku)))}};
            const ChartSheet one = s.sheet(question);
            QCOMPARE(one.rows.size(), one.points.size() + 1);
            QCOMPARE(productRow(one, sku), productRow(all, sku));
        }
    }

    void newAndReturning_data() { Shops::each(); }
    void newAndReturning()
    {
        SHOP(s);
        for (const Period by : {Period::Week, Period::Month}) {
            DemandQuestion question = s.question(DemandChart::Buyers, 250);
            question.by = by;
            question.scope.from = startOfPeriod(question.scope.from, by); // the first period is a whole one
            const ChartSheet sheet = s.sheet(question);
            QVERIFY(!sheet.isEmpty());
            for (const QVariantList &row : sheet.rows) {
                const QDate start = std::max(row[0].toDate(), question.scope.from);
                const QDate end =
                    std::min(by == Period::Week ? row[0].toDate().addDays(6) : row[0].toDate().addMonths(1).addDays(-1), question.scope.to);
                const QString in = QStringLiteral("BETWEEN %1 AND %2").arg(toDayNumber(start)).arg(toDayNumber(end));
                const double all = number(s.connection, u"SELECT COUNT(DISTINCT customer) FROM " + bought + u"WHERE day " + in);
                const double fresh = number(s.connection, u"SELECT COUNT(*) FROM (SELECT customer FROM " + bought +
                                                              u"GROUP BY customer HAVING MIN(day) " + in + u") each");
                QCOMPARE(row[1].toDouble(), fresh);
                QCOMPARE(row[2].toDouble(), all - fresh);
                QCOMPARE(row[3].toDouble(), all);
                QCOMPARE(row[4].toDouble(), all > 0 ? fresh / all : 0);
            }
            COMPARE_SERIES(sheet, 0, 2);
            COMPARE_SERIES(sheet, 1, 1);
        }
    }

    void groups_data() { Shops::each(); }
    void groups()
    {
        SHOP(s);
        const struct {
            BuyersGrouping grouping;
            QString ofOrder, ofSale, nothing;
        } kinds[] = {{BuyersGrouping::Channel, QStringLiteral("o.channel"), QStringLiteral("source"), QStringLiteral("No channel")},
                     {BuyersGrouping::Country, QStringLiteral("c.country"), QStringLiteral("country"), QStringLiteral("No country")},
                     {BuyersGrouping::Campaign, QStringLiteral("COALESCE(k.code, '')"), QStringLiteral("''"),
                      QStringLiteral("No campaign")}};
        for (const auto &kind : kinds) {
            DemandQuestion question = s.question(DemandChart::Buyers);
            question.buyers = kind.grouping;
            question.isInValue = true;
            const ChartSheet sheet = s.sheet(question);
            const QString groups =
                u"SELECT name, COUNT(DISTINCT customer), COUNT(DISTINCT document), SUM(units), SUM(units * price) FROM (SELECT " +
                kind.ofOrder + u" AS name, c.id AS customer, 'o' || o.id AS document, l.ordered AS units, l.unit_price AS price FROM" +
                lines + u"JOIN customer c ON c.id = o.customer_id LEFT JOIN campaign k ON k.id = o.campaign_id WHERE 1 = 1" +
                within(question, "o.placed_day") + u" UNION ALL SELECT " + kind.ofSale +
                u", customer_id, 'h' || reference || '/' || COALESCE(customer_id, 0), units, unit_price FROM sales_history WHERE 1 = 1" +
                within(question, "sold_day") + u") each GROUP BY name ORDER BY 5 DESC, name";
            Table expected = sql(s.connection, groups, 5);
            for (QVariantList &row : expected) {
                if (row[0].toString().isEmpty())
                    row[0] = kind.nothing;
            }
            COMPARE_ROWS(sheet, expected);
            QCOMPARE(qsizetype(sheet.rows.size()), expected.size());
            COMPARE_SERIES(sheet, 0, 4);
            double behind = 0;
            for (const ChartPoint &point : sheet.points)
                behind += double(must(ordersBehind(s.connection, *point.behind)).all.units);
            QCOMPARE(behind, number(s.connection, u"SELECT COALESCE(SUM(l.ordered), 0) FROM" + lines + u"WHERE 1 = 1" +
                                                      within(question, "o.placed_day")));
        }
    }

    void together_data() { Shops::each(); }
    void together()
    {
        SHOP(s);
        const DemandQuestion question = s.question(DemandChart::Together, s.isDemo ? 400 : 60);
        const ChartSheet sheet = s.sheet(question);
        const QString baskets = u"SELECT DISTINCT 'o' || l.order_id AS basket, l.product_id AS product FROM" + lines + u"WHERE 1 = 1" +
                                within(question, "o.placed_day") +
                                u" UNION SELECT 'h' || reference, product_id FROM sales_history WHERE units > 0" +
                                within(question, "sold_day");
        const double all = number(s.connection, u"SELECT COUNT(DISTINCT basket) FROM (" + baskets + u") b");
        s.connection.runOnce(QStringLiteral("DROP TABLE IF EXISTS trial_basket"));
        s.connection.runOnce(u"CREATE TABLE trial_basket AS " + baskets);
        s.connection.runOnce(QStringLiteral("CREATE INDEX trial_basket_by_basket ON trial_basket (basket, product)"));
        const Table pairs =
            sql(s.connection,
                QStringLiteral("SELECT a.product, b.product, COUNT(*) FROM trial_basket a JOIN trial_basket b ON b.basket = a.basket AND "
                               "b.product > a.product GROUP BY a.product, b.product ORDER BY 3 DESC, 1, 2 LIMIT 7"),
                3);
        QVERIFY(!pairs.isEmpty());
        QCOMPARE(qsizetype(sheet.rows.size()), pairs.size());
        for (qsizetype i = 0; i < pairs.size(); ++i) {
            const auto of = [&](int which, const char *what) { return QString(QLatin1String(what)).arg(pairs[i][which].toLongLong()); };
            const double first = number(s.connection, of(0, "SELECT COUNT(*) FROM trial_basket WHERE product = %1"));
            const double second = number(s.connection, of(1, "SELECT COUNT(*) FROM trial_basket WHERE product = %1"));
            const double both = pairs[i][2].toDouble();
            const QVariantList expected{sql(s.connection, of(0, "SELECT name FROM product WHERE id = %1"), 1)[0][0],
                                        sql(s.connection, of(1, "SELECT name FROM product WHERE id = %1"), 1)[0][0],
                                        both,
                                        both / first,
                                        both / second,
                                        both * all / (first * second)};
            for (qsizetype column = 0; column < 6; ++column) {
                if (column < 2)
                    QCOMPARE(sheet.rows[size_t(i)][column].toString(), expected[column].toString());
                else
                    QCOMPARE(sheet.rows[size_t(i)][column].toDouble(), expected[column].toDouble());
            }
            if (!s.isDemo)
                continue;
            const double units =
                number(s.connection,
                       u"SELECT SUM(l.ordered) FROM" + lines +
                           QStringLiteral("WHERE p.id IN (%1, %2) AND o.id IN (SELECT order_id FROM order_line WHERE product_id = %1) "
                                          "AND o.id IN (SELECT order_id FROM order_line WHERE product_id = %2)")
                               .arg(pairs[i][0].toLongLong())
                               .arg(pairs[i][1].toLongLong()) +
                           within(question, "o.placed_day"));
            QCOMPARE(behindDifference(s.connection, sheet.points[size_t(i)], units), QString());
        }
        COMPARE_SERIES(sheet, 0, 2);
        s.connection.runOnce(QStringLiteral("DROP TABLE trial_basket"));
    }

    void togetherWithAFilter_data() { Shops::each(); }
    void togetherWithAFilter()
    {
        SHOP(s);
        DemandQuestion question = s.question(DemandChart::Together, s.isDemo ? 400 : 60);
        const QString baskets = u"SELECT DISTINCT 'o' || l.order_id AS basket, l.product_id AS product FROM" + lines + u"WHERE 1 = 1" +
                                within(question, "o.placed_day") +
                                u" UNION SELECT 'h' || reference, product_id FROM sales_history WHERE units > 0" +
                                within(question, "sold_day");
        const qint64 asked = qint64(number(s.connection, u"SELECT b.product FROM (" + baskets +
                                                             u") b GROUP BY b.product ORDER BY COUNT(*) DESC, b.product LIMIT 1"));
        question.scope.products = {ProductId{asked}};
        const ChartSheet sheet = s.sheet(question);
        const Table pairs = sql(s.connection,
                                u"SELECT b.product, COUNT(*) FROM (" + baskets + u") a JOIN (" + baskets +
                                    QStringLiteral(") b ON b.basket = a.basket AND b.product <> a.product WHERE a.product = %1 "
                                                   "GROUP BY b.product ORDER BY 2 DESC, 1 LIMIT 7")
                                        .arg(asked),
                                2);
        QVERIFY(!pairs.isEmpty());
        QCOMPARE(qsizetype(sheet.rows.size()), pairs.size());
        const auto nameOf = [&](qint64 product) {
            return sql(s.connection, QStringLiteral("SELECT name FROM product WHERE id = %1").arg(product), 1)[0][0].toString();
        };
        for (qsizetype i = 0; i < pairs.size(); ++i) {
            const QVariantList &row = sheet.rows[size_t(i)];
            QCOMPARE(row[0].toString(), nameOf(asked));
            QCOMPARE(row[1].toString(), nameOf(pairs[i][0].toLongLong()));
            QCOMPARE(row[2].toLongLong(), pairs[i][1].toLongLong());
        }
        question.scope.products.clear();
        question.scope.category = QStringLiteral("no such category");
        QVERIFY(s.sheet(question).isEmpty());
    }

    void promoteAndClear_data() { Shops::each(); }
    void promoteAndClear()
    {
        SHOP(s);
        const PlanChoices choices = planChoices(s.connection);
        const DayNumber today = toDayNumber(s.today);
        // One row for each product, with all that the two lists are made from.
        const QString figures =
            QStringLiteral(
                "SELECT p.id, p.sku, p.name, CAST(COALESCE(d.recent, 0) AS BIGINT) AS recent, CAST(COALESCE(d.before, 0) AS BIGINT) "
                "AS before, p.price, p.cost, s.on_hand - s.allocated AS available, (SELECT COUNT(*) FROM waiting_line w WHERE "
                "w.product_id = p.id) AS waiting, CASE WHEN p.lead_days > 0 THEN p.lead_days ELSE %1 END + %2 AS target, "
                "p.discontinued, COALESCE(p.release_day, 0) AS release_day FROM product p JOIN product_stock s ON s.product_id = p.id "
                "LEFT JOIN (SELECT product, SUM(CASE WHEN day > %3 - 91 THEN units ELSE 0 END) AS recent, SUM(CASE WHEN day <= %3 - "
                "91 THEN units ELSE 0 END) AS before FROM %4 WHERE day > %3 - 182 AND day <= %3 GROUP BY product) d "
                "ON d.product = p.id")
                .arg(choices.leadDays)
                .arg(choices.reviewDays)
                .arg(today)
                .arg(sold);
        std::vector<double> margins;
        for (const QVariantList &row : sql(s.connection, u"SELECT price, cost FROM (" + figures + u") f WHERE recent > 0 AND cost > 0", 2))
            margins.push_back(row[0].toDouble() > 0 ? (row[0].toDouble() - row[1].toDouble()) / row[0].toDouble() : 0);
        const double middle = forecasting::medianOf(margins);
        const QString open = QStringLiteral(") f WHERE waiting = 0 AND available > 0 AND release_day <= %1 AND ").arg(today);
        const QString excess =
            QStringLiteral("available - (2 * CASE WHEN recent > 0 THEN recent ELSE 0 END * target + 90) / 91"); // rounded up
        const QString toClear = QStringLiteral("(%1 > 0 AND (recent <= 0 OR recent < before))").arg(excess);
        const ChartSheet clear = s.sheet(s.question(DemandChart::Clear));
        Table lying = sql(s.connection,
                          u"SELECT sku, name, " + excess + u", recent, before, price, cost, available, target FROM (" + figures + open +
                              toClear + u" ORDER BY (" + excess + u") * cost DESC, id LIMIT 7",
                          9);
        QCOMPARE(qsizetype(clear.rows.size()), lying.size());
        // Chosen by cost, drawn by length.
        std::stable_sort(lying.begin(), lying.end(), [](const auto &a, const auto &b) { return a[2].toDouble() > b[2].toDouble(); });
        for (qsizetype i = 0; i < lying.size(); ++i) {
            const QVariantList &row = clear.rows[size_t(i)];
            const QVariantList &line = lying[i];
            for (int column = 0; column < 5; ++column)
                QCOMPARE(row[column].toString(), line[column].toString());
            const double price = line[5].toDouble();
            const bool hasCost = line[6].toDouble() > 0;
            QCOMPARE(row[6].isNull(), !hasCost);
            QCOMPARE(row[6].toDouble(), hasCost && price > 0 ? (price - line[6].toDouble()) / price : 0);
            QCOMPARE(row[10].isNull(), !hasCost);
            QCOMPARE(row[7].toDouble(), line[7].toDouble());
            QCOMPARE(row[9].toDouble(), line[8].toDouble());
            QCOMPARE(row[10].toDouble(), line[2].toDouble() * line[6].toDouble());
            if (line[3].toDouble() > 0)
                QCOMPARE(row[8].toLongLong(), std::llround(line[7].toDouble() * 91 / line[3].toDouble()));
            QCOMPARE(row[5].isNull(), line[4].toDouble() <= 0);
        }
        const ChartSheet promote = s.sheet(s.question(DemandChart::Promote));
        Table rising =
            sql(s.connection,
                u"SELECT sku, name, recent - before, recent, before, available, target, price - cost, price FROM (" + figures + open +
                    u"NOT " + toClear +
                    QStringLiteral(
                        " AND discontinued = 0 AND recent >= 5 AND 100 * recent >= 110 * before AND available * 91 >= "
                        "target * recent AND cost > 0 AND CASE WHEN price > 0 THEN (price - cost) * 1.0 / price ELSE 0 END >= %1 "
                        "- 0.000000001 ORDER BY (recent - before) * (price - cost) DESC, id LIMIT 7")
                        .arg(middle, 0, 'f', 15),
                9);
        QCOMPARE(qsizetype(promote.rows.size()), rising.size());
        std::stable_sort(rising.begin(), rising.end(), [](const auto &a, const auto &b) { return a[2].toDouble() > b[2].toDouble(); });
        for (qsizetype i = 0; i < rising.size(); ++i) {
            const QVariantList &row = promote.rows[size_t(i)];
            const QVariantList &line = rising[i];
            for (int column = 0; column < 5; ++column)
                QCOMPARE(row[column].toString(), line[column].toString());
            QCOMPARE(row[7].toDouble(), line[5].toDouble());
            QCOMPARE(row[8].toLongLong(), std::llround(line[5].toDouble() * 91 / line[3].toDouble()));
            QCOMPARE(row[10].toDouble(), line[2].toDouble() * line[7].toDouble());
        }
        if (s.isDemo)
            QVERIFY(!rising.isEmpty() || !lying.isEmpty());
        COMPARE_SERIES(promote, 0, 2);
        COMPARE_SERIES(clear, 0, 2);
    }
};

QTEST_GUILESS_MAIN(SalesFiguresTest)
#include "salesfigurestest.moc"
