// Every figure of the campaigns of the demo business against SQL: as scripts, the page, its chart and its files have them.
#include "models/charts/campaignsheets.h"
#include "models/charts/sheetwords.h"
#include "models/exchange/campaignviews.h"
#include "models/tables/celltext.h"
#include "tests/charts/moneysql.h"

using namespace waitline;
using namespace waitline::test;

namespace {

/// What SQL says of a campaign.
struct Counted {
    QString code;
    QString name;
    std::optional<QDate> first;
    std::optional<QDate> last;
    Money budget = 0;
    std::optional<Units> edition;
    qint64 orders = 0;
    qint64 byHand = 0;
    qint64 customers = 0;
    qint64 newCustomers = 0;
    Units ordered = 0;
    Units cancelled = 0;
    Money value = 0;
    Money collected = 0;
    Money held = 0;
    Units placedWaiting = 0;
    Units withdrawn = 0;
    Units refused = 0;
    std::map<QDate, Units> own; ///< units of its products in its orders, by day
    std::map<QDate, Units> all; ///< in all orders
    QDate firstOrdered;

    [[nodiscard]] static Units sum(const std::map<QDate, Units> &days, QDate from, QDate to)
    {
        Units units = 0;
        for (const auto &[day, each] : days)
            units += day >= from && day <= to ? each : 0;
        return units;
    }
};

std::map<QDate, Units> unitsByDay(Connection &connection, const QString &text)
{
    std::map<QDate, Units> days;
    for (const QVariantList &row : sql(connection, text, 2))
        days[fromDayNumber(row[0].toLongLong())] = row[1].toLongLong();
    return days;
}

Counted counted(Connection &connection, const QVariantList &campaign)
{
    Counted c;
    const QString id = campaign[0].toString();
    c.code = campaign[1].toString();
    c.name = campaign[2].toString();
    if (!campaign[3].isNull())
        c.first = fromDayNumber(campaign[3].toLongLong());
    if (!campaign[4].isNull())
        c.last = fromDayNumber(campaign[4].toLongLong());
    c.budget = campaign[5].toLongLong();
    if (!campaign[6].isNull())
        c.edition = campaign[6].toLongLong();
    const bool isAboutSome = number(connection, u"SELECT COUNT(*) FROM campaign_product WHERE campaign_id = " + id) > 0;
    const QString isOwn =
        isAboutSome ? QStringLiteral("EXISTS (SELECT 1 FROM campaign_product cp WHERE cp.campaign_id = %1 AND cp.product_id = %2)").arg(id)
                    : QStringLiteral("'%2' <> ''");
    const QString ownLine = isOwn.arg(QStringLiteral("l.product_id"));
    const QString its = u" o.campaign_id = " + id + u' ';
    const auto count = [&](const QString &text) { return qint64(number(connection, text)); };
    c.orders = count(u"SELECT COUNT(*) FROM sales_order o WHERE" + its);
    c.byHand = count(u"SELECT COUNT(DISTINCT e.order_id) FROM order_edit e JOIN sales_order o ON o.id = e.order_id WHERE e.field = "
                     u"'campaign' AND" +
                     its);
    c.customers = count(u"SELECT COUNT(DISTINCT o.customer_id) FROM sales_order o WHERE" + its);
    c.newCustomers = count(u"SELECT COUNT(DISTINCT o.customer_id) FROM sales_order o WHERE" + its +
                           u"AND o.placed_at = (SELECT MIN(f.placed_at) FROM sales_order f WHERE f.customer_id = o.customer_id) AND "
                           u"NOT EXISTS (SELECT 1 FROM sales_history h WHERE h.customer_id = o.customer_id AND h.sold_day < o.placed_day)");
    const QString ofLines = u" FROM" + lines + u"WHERE" + its + u"AND " + ownLine;
    c.ordered = count(u"SELECT COALESCE(SUM(l.ordered), 0)" + ofLines);
    c.cancelled = count(u"SELECT COALESCE(SUM(l.cancelled), 0)" + ofLines);
    c.value = count(u"SELECT COALESCE(SUM((l.ordered - l.cancelled) * l.unit_price), 0)" + ofLines);
    c.placedWaiting = count(u"SELECT COALESCE(SUM(l.ordered * l.preorder + l.backordered), 0)" + ofLines);
    c.withdrawn = count(u"SELECT COALESCE(SUM(CASE WHEN units < queued THEN units ELSE queued END), 0) FROM (SELECT l.ordered * l.preorder "
                        u"+ l.backordered AS queued, SUM(gone.units) AS units FROM " +
                        withdrawnUnits + u"JOIN order_line l ON l.id = gone.line JOIN sales_order o ON o.id = l.order_id WHERE" + its +
                        u"AND " + ownLine + u" GROUP BY l.id, l.ordered, l.preorder, l.backordered) each");
    // An order's money lies on its lines by their value, and its deposit on what has not shipped: line by line here.
    const QString share = QStringLiteral("((CASE WHEN %1 < %2 THEN %1 ELSE %2 END) * %3 + %2 / 2) / %2");
    const QVariantList money =
        sql(connection,
            u"SELECT COALESCE(SUM(CASE WHEN paid > 0 AND whole > 0 THEN " +
                share.arg(QStringLiteral("paid"), QStringLiteral("whole"), QStringLiteral("own")) +
                u" ELSE 0 END), 0), COALESCE(SUM(CASE WHEN paid > shipped AND open > 0 THEN " +
                share.arg(QStringLiteral("(paid - shipped)"), QStringLiteral("open"), QStringLiteral("own_open")) +
                u" ELSE 0 END), 0) FROM (SELECT o.paid - o.refunded AS paid, CAST(SUM(l.shipped * l.unit_price) AS BIGINT) AS shipped, "
                u"CAST(SUM((l.ordered - l.cancelled) * l.unit_price) AS BIGINT) AS whole, CAST(SUM((l.ordered - l.cancelled - l.shipped) * "
                u"l.unit_price) AS BIGINT) AS open, CAST(SUM(CASE WHEN " +
                ownLine + u" THEN (l.ordered - l.cancelled) * l.unit_price ELSE 0 END) AS BIGINT) AS own, CAST(SUM(CASE WHEN " + ownLine +
                u" THEN (l.ordered - l.cancelled - l.shipped) * l.unit_price ELSE 0 END) AS BIGINT) AS own_open FROM" + lines + u"WHERE" +
                its + u"GROUP BY o.id, o.paid, o.refunded) each",
            2)
            .front();
    c.collected = money[0].toLongLong();
    c.held = money[1].toLongLong();
    c.own = unitsByDay(connection, u"SELECT o.placed_day, SUM(l.ordered)" + ofLines + u" GROUP BY o.placed_day");
    c.all = unitsByDay(connection, u"SELECT o.placed_day, SUM(l.ordered) FROM" + lines + u"WHERE " + ownLine + u" GROUP BY o.placed_day");
    c.firstOrdered = c.all.empty() ? QDate() : c.all.begin()->first;
    if (c.first)
        c.refused = count(u"SELECT COALESCE(SUM(r.units), 0) FROM refused_demand r WHERE " + isOwn.arg(QStringLiteral("r.product_id")) +
                          QStringLiteral(" AND r.day BETWEEN %1 AND %2").arg(numberOf(*c.first), numberOf(*c.last)));
    return c;
}

} // namespace

class CampaignFiguresTest final : public QObject {
    Q_OBJECT

    Shops m_shops;

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void campaigns_data() { Shops::each(); }
    void campaigns()
    {
        SHOP(s);
        const Table stored =
            sql(s.connection, QStringLiteral("SELECT id, code, name, first_day, last_day, budget, edition FROM campaign ORDER BY code"), 7);
        QCOMPARE(stored.isEmpty(), !s.isDemo);
        const auto results = must(campaignResults(s.connection, s.today));
        QCOMPARE(qsizetype(results.size()), stored.size());
        const Currency currency = s.sheet(s.question(DemandChart::Products)).currency;
        const ChartSheet list = campaignsSheet(results, currency, s.today);
        QCOMPARE(list.rows.size(), results.size());
        bool isAnyHeld = false;
        for (size_t i = 0; i < results.size(); ++i) {
            const Counted c = counted(s.connection, stored[qsizetype(i)]);
            QVERIFY(c.first && c.orders > 0 && c.ordered > 0 && c.collected > 0);
            QVERIFY(c.held <= c.collected && c.collected <= c.value);
            isAnyHeld = isAnyHeld || c.held > 0;
            const QDate last = std::min(*c.last, s.today);
            const QDate from = std::max(c.first->addDays(-28), c.firstOrdered);
            const Units during = Counted::sum(c.all, *c.first, last);
            const Units before = Counted::sum(c.all, from, c.first->addDays(-1));
            const qint64 days = c.first->daysTo(last) + 1;
            const qint64 daysBefore = from.daysTo(*c.first);
            const bool hasBaseline = daysBefore >= 14 && before > 0;
            const double uplift = hasBaseline ? double(during) / double(days) / (double(before) / double(daysBefore)) - 1 : 0;
            const Units units = c.ordered - c.cancelled;
            const Money perUnit = units > 0 ? (c.budget + units / 2) / units : 0;

            const QJsonObject told = campaignView(results[i], currency);
            QCOMPARE(told.value("code").toString(), c.code);
            const std::pair<const char *, qint64> numbers[] = {{"orders", c.orders},       {"by_hand", c.byHand},
                                                               {"customers", c.customers}, {"new_customers", c.newCustomers},
                                                               {"ordered", c.ordered},     {"cancelled", c.cancelled},
                                                               {"units", units},           {"refused", c.refused}};
            for (const auto &[key, value] : numbers)
                QVERIFY2(told.value(QLatin1String(key)).toInteger(-1) == value, key);
            const std::pair<const char *, Money> amounts[] = {{"value", c.value},
                                                              {"collected", c.collected},
                                                              {"deposits", c.held},
                                                              {"budget", c.budget}};
            for (const auto &[key, value] : amounts)
                QVERIFY2(told.value(QLatin1String(key)).toString() == currency.toDecimal(value), key);
            QCOMPARE(told.value("cost_per_unit").toString(), c.budget > 0 ? currency.toDecimal(perUnit) : QString());
            QCOMPARE(told.value("bookings").toObject().value("units").toInteger(-1), during);
            QCOMPARE(told.value("bookings").toObject().value("to").toString(), last.toString(Qt::ISODate));
            QCOMPARE(told.value("conversion").toDouble(-1), double(during) / double(during + c.refused));
            QCOMPARE(told.value("kept").toDouble(-1), 1 - double(c.withdrawn) / double(c.placedWaiting));
            QCOMPARE(told.value("uplift").isNull(), !hasBaseline);
            if (hasBaseline) {
                QCOMPARE(told.value("baseline").toObject().value("units").toInteger(-1), before);
                QCOMPARE(told.value("uplift").toDouble(-9), uplift);
            }
            if (c.edition)
                QCOMPARE(told.value("share_of_edition").toDouble(-1), double(units) / double(*c.edition));

            const auto &interval = results[i].interval;
            const bool isClaimed = hasBaseline && (!interval || interval->isTold());
            const QVariantList row{c.code,
                                   c.name,
                                   *c.first,
                                   *c.last,
                                   c.orders,
                                   c.customers,
                                   c.newCustomers,
                                   c.ordered,
                                   c.cancelled,
                                   units,
                                   c.value,
                                   c.collected,
                                   c.held,
                                   c.budget > 0 ? QVariant(c.budget) : QVariant(),
                                   c.budget > 0 ? QVariant(perUnit) : QVariant(),
                                   isClaimed ? QVariant(uplift) : QVariant()};
            ChartSheet one = list;
            one.rows = {list.rows[i]};
            COMPARE_ROWS(one, Table{row});

            const ChartSheet figures = campaignFigures({results[i]}, currency);
            std::map<QString, QString> shown;
            for (const QVariantList &figure : figures.rows)
                shown[figure[0].toString()] = figure[1].toString();
            QCOMPARE(shown[QStringLiteral("Orders (given by hand)")],
                     QStringLiteral("%1 (%2)").arg(numberText(c.orders), numberText(c.byHand)));
            QCOMPARE(shown[QStringLiteral("Customers (new)")],
                     QStringLiteral("%1 (%2)").arg(numberText(c.customers), numberText(c.newCustomers)));
            QCOMPARE(shown[QStringLiteral("Units ordered (cancelled)")],
                     QStringLiteral("%1 (%2)").arg(numberText(c.ordered), numberText(c.cancelled)));
            QCOMPARE(shown[QStringLiteral("Value of its products")], amountWithCode(c.value, currency));
            QCOMPARE(shown[QStringLiteral("Collected for them")], amountWithCode(c.collected, currency));
            QCOMPARE(shown[QStringLiteral("Deposits held for them")], amountWithCode(c.held, currency));
            QCOMPARE(shown[QStringLiteral("Uplift")], !hasBaseline ? QStringLiteral("no baseline")
                                                      : isClaimed  ? changeText(uplift)
                                                                   : QStringLiteral("none claimed"));

            const ChartSheet course = must(campaignSheet(s.connection, c.code, s.today));
            Table expected;
            for (QDate day = c.first->addDays(-28); day <= last; day = day.addDays(1)) {
                const Units own = c.own.contains(day) ? c.own.at(day) : 0;
                const Units all = c.all.contains(day) ? c.all.at(day) : 0;
                expected += QVariantList{day, own, all - own, all};
            }
            QCOMPARE(course.rows.size(), size_t(expected.size()));
            COMPARE_ROWS(course, expected);
            COMPARE_SERIES(course, 0, 1);
            COMPARE_SERIES(course, 1, 2);
        }
        QCOMPARE(isAnyHeld, s.isDemo);
    }
    void twoSideBySide_data() { Shops::each(); }
    void twoSideBySide()
    {
        SHOP(s);
        const Table stored =
            sql(s.connection, QStringLiteral("SELECT id, code, name, first_day, last_day, budget, edition FROM campaign ORDER BY code"), 7);
        if (stored.isEmpty())
            return; // of real sales nobody said which campaign brought them
        const Counted a = counted(s.connection, stored[0]);
        const Counted b = counted(s.connection, stored[1]);
        const ChartSheet sheet = must(comparedCampaignsSheet(s.connection, a.code, b.code, s.today));
        Table expected;
        const auto last = [&](const Counted &c) { return std::min(*c.last, s.today); };
        for (qint64 day = 0; day <= std::max(a.first->daysTo(last(a)), b.first->daysTo(last(b))); ++day) {
            QVariantList row{day + 1};
            for (const Counted *c : {&a, &b})
                row += day <= c->first->daysTo(last(*c)) ? QVariant(Counted::sum(c->own, *c->first, c->first->addDays(day))) : QVariant();
            expected += row;
        }
        QCOMPARE(sheet.rows.size(), size_t(expected.size()));
        COMPARE_ROWS(sheet, expected);
        COMPARE_SERIES(sheet, 0, 1);
        COMPARE_SERIES(sheet, 1, 2);
        // Both named alike at their ends, and both in the head.
        for (size_t i = 0; i < 2; ++i) {
            QVERIFY2(sheet.filter.contains(sheet.series[i].name), qPrintable(sheet.filter));
            QVERIFY(!sheet.series[i].end.isEmpty());
        }
        QCOMPARE(sheet.series[0].end == sheet.series[0].name, sheet.series[1].end == sheet.series[1].name);
    }
};

QTEST_GUILESS_MAIN(CampaignFiguresTest)
#include "campaignfigurestest.moc"
