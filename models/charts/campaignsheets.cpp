#include "models/charts/campaignsheets.h"

#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("CampaignSheets", text); }

QString nameOf(const CampaignTerms &terms) { return terms.name.isEmpty() ? terms.code : terms.name; }

/// At the head of a column.
QString shortNameOf(const CampaignTerms &terms)
{
    constexpr qsizetype most = 26;
    const QString name = nameOf(terms);
    return name.size() <= most ? name : name.left(most - 1).trimmed() + u'…';
}

QString shareIfAny(const std::optional<double> &share) { return share ? shareText(*share) : QString(); }

QString paceText(const std::optional<DailyPace> &pace)
{
    return pace ? tr("%1 a day").arg(chartText(pace->perDay(), ChartUnit::Ratio, {})) : QString();
}

QString intervalText(const CampaignResult &result)
{
    return result.interval ? tr("%1 to %2").arg(changeText(result.interval->low), changeText(result.interval->high))
                           : tr("too few days to say");
}

/// What is claimed.
QString upliftInShort(const CampaignResult &result)
{
    if (!result.pace)
        return tr("not begun");
    if (!result.baseline)
        return tr("no baseline: too little before");
    const auto uplift = result.uplift();
    if (!uplift)
        return tr("no baseline: nothing before");
    return result.interval && !result.interval->isTold() ? tr("none claimed") : changeText(*uplift);
}

QString upliftText(const CampaignResult &result)
{
    const QString claimed = upliftInShort(result);
    if (!result.uplift())
        return claimed;
    if (!result.interval)
        return tr("%1, from too few days to say more").arg(claimed);
    return result.interval->isTold() ? tr("%1 (%2 with 95 %)").arg(claimed, intervalText(result))
                                     : tr("%1: it may be %2 with 95 %").arg(claimed, intervalText(result));
}

QString daysOf(const CampaignTerms &terms) { return terms.first ? daysText(*terms.first, *terms.last) : tr("no days set"); }

BehindQuestion ordersOf(const CampaignTerms &terms, QDate from, QDate to)
{
    BehindQuestion behind;
    behind.lines = BehindQuestion::Lines::Ordered;
    behind.scope.campaign = terms.code;
    behind.scope.from = from;
    behind.scope.to = to;
    return behind;
}

void addDay(ChartSheet &sheet, const CampaignDay &day, const CampaignTerms &terms, const std::optional<double> &baseline)
{
    ChartPoint point;
    point.name = periodName(day.day, Period::Day);
    point.label = day.own + day.other > 0 ? numberText(day.own + day.other) : QString();
    point.behind = ordersOf(terms, day.day, day.day);
    say(point, periodTitle(day.day, Period::Day) + u'\n' +
                   tr("%1 by the campaign, %2 by other orders").arg(countedUnits(day.own), numberText(day.other)));
    sheet.points.push_back(point);
    sheet.series[0].values.emplace_back(double(day.own));
    sheet.series[1].values.emplace_back(double(std::max<Units>(0, day.other)));
    if (baseline)
        sheet.series[2].values.push_back(baseline);
    sheet.rows.push_back({day.day, day.own, day.other, day.own + day.other});
}

/// Units of its own orders up to a day of the campaign (0 is the first); none after its last day so far.
std::optional<double> soFar(const CampaignCourse &course, qint64 dayOfCampaign)
{
    const CampaignResult &result = course.result;
    if (!result.pace || dayOfCampaign >= result.pace->days())
        return std::nullopt;
    Units units = 0;
    for (const CampaignDay &day : course.days) {
        const qint64 at = result.pace->first.daysTo(day.day);
        if (at >= 0 && at <= dayOfCampaign)
            units += day.own;
    }
    return double(units);
}

} // namespace

Result<ChartSheet> campaignSheet(Connection &connection, const QString &code, QDate today)
{
    const auto course = campaignCourse(connection, code, today);
    if (!course)
        return course.error();
    const CampaignResult &result = course->result;
    const CampaignTerms &terms = result.campaign.terms;
    ChartSheet sheet;
    sheet.currency = course->currency;
    sheet.title = tr("%1: units a day").arg(nameOf(terms));
    sheet.filter =
        tr("%1 · %2 · %3")
            .arg(terms.skus.isEmpty() ? tr("All products") : terms.skus.join(QStringLiteral(", ")), daysOf(terms), upliftText(result));
    sheet.pointTitle = tr("Day");
    sheet.valueTitle = tr("Units ordered");
    sheet.emptySentence = !terms.first           ? tr("The campaign has no days: edit it, and its orders are drawn day by day.")
                          : *terms.first > today ? tr("The campaign has not begun yet.")
                                                 : tr("Nothing was ordered in the campaign's days and before them.");
    sheet.series = {barSeries(tr("By the campaign"), ChartSeries::Hue::First), barSeries(tr("Other orders"), ChartSeries::Hue::Stock)};
    std::optional<double> perDay;
    if (result.uplift()) {
        perDay = result.baseline->perDay();
        sheet.series.push_back(lineSeries(tr("Before: %1").arg(paceText(result.baseline)), ChartSeries::Hue::Second));
        sheet.series.back().shape = ChartSeries::Shape::Dashed;
    }
    sheet.columns = {{tr("Day"), tr("The day of the orders."), ChartUnit::Day},
                     {tr("Campaign"), tr("Units of the campaign's own orders."), ChartUnit::Count},
                     {tr("Others"), tr("Units of its products in other orders."), ChartUnit::Count},
                     {tr("Together"), tr("All units of its products."), ChartUnit::Count}};
    for (const CampaignDay &day : course->days)
        addDay(sheet, day, terms, perDay);
    if (result.pace)
        sheet.marks.push_back({double(baselineDays), tr("begins")});
    markToday(sheet, Period::Day, today);
    return sheet;
}

Result<ChartSheet> comparedCampaignsSheet(Connection &connection, const QString &first, const QString &second, QDate today)
{
    std::vector<CampaignCourse> courses;
    for (const QString &code : {first, second}) {
        auto course = campaignCourse(connection, code, today);
        if (!course)
            return course.error();
        courses.push_back(std::move(course).value());
    }
    ChartSheet sheet;
    sheet.currency = courses[0].currency;
    sheet.title = tr("Units up to each day");
    const auto told = [&](size_t i) {
        const CampaignTerms &terms = courses[i].result.campaign.terms;
        return tr("%1, %2").arg(nameOf(terms), daysOf(terms));
    };
    sheet.filter = tr("%1 · %2").arg(told(0), told(1));
    sheet.pointTitle = tr("Day of the campaign");
    sheet.valueTitle = tr("Units of its own orders so far");
    sheet.emptySentence = tr("Neither campaign has days that have begun.");
    sheet.columns = {{tr("Day"), tr("1 is the campaign's first day."), ChartUnit::Count}};
    // Both by their names, or where one is too long to stand beside its line, both by their codes.
    constexpr qsizetype mostBeside = 18;
    const bool areShort = std::all_of(courses.begin(), courses.end(), [](const CampaignCourse &course) {
        return nameOf(course.result.campaign.terms).size() <= mostBeside;
    });
    qint64 longest = 0;
    for (size_t i = 0; i < courses.size(); ++i) {
        const CampaignTerms &terms = courses[i].result.campaign.terms;
        sheet.series.push_back(lineSeries(nameOf(terms), hueOf(i)));
        sheet.series.back().end = areShort ? nameOf(terms) : terms.code;
        sheet.columns.push_back({terms.code, nameOf(terms), ChartUnit::Count});
        longest = std::max(longest, courses[i].result.pace ? courses[i].result.pace->days() : 0);
    }
    for (qint64 day = 0; day < longest; ++day) {
        ChartPoint point;
        point.name = numberText(day + 1);
        QStringList words{tr("Day %1").arg(numberText(day + 1))};
        QVariantList row{day + 1};
        for (size_t i = 0; i < courses.size(); ++i) {
            const auto units = soFar(courses[i], day);
            sheet.series[i].values.push_back(units);
            row += units ? QVariant(qint64(*units)) : QVariant();
            if (units)
                words += tr("%1: %2").arg(sheet.series[i].name, countedUnits(qint64(*units)));
        }
        const CampaignResult &leading = courses[0].result;
        if (leading.pace && day < leading.pace->days())
            point.behind = ordersOf(leading.campaign.terms, leading.pace->first, leading.pace->first.addDays(day));
        say(point, words.join(u'\n'));
        sheet.points.push_back(point);
        sheet.rows.push_back(row);
    }
    return sheet;
}

ChartSheet campaignFigures(const std::vector<CampaignResult> &results, const Currency &currency)
{
    ChartSheet sheet;
    sheet.currency = currency;
    sheet.title = tr("What came of the campaign");
    sheet.columns = {{tr("Figure"), tr("What is counted."), ChartUnit::Text}};
    // Two names side by side would cut the figures below them.
    const bool isCompared = results.size() > 1;
    for (const CampaignResult &result : results) {
        const CampaignTerms &terms = result.campaign.terms;
        sheet.columns.push_back({isCompared ? terms.code : shortNameOf(terms), isCompared ? nameOf(terms) : terms.code, ChartUnit::Text});
    }
    const auto add = [&](const QString &name, const std::function<QString(const CampaignResult &)> &text) {
        QVariantList row{name};
        for (const CampaignResult &result : results)
            row += text(result);
        sheet.rows.push_back(row);
    };
    const auto amount = [&](Money money) { return amountWithCode(money, currency); };
    if (isCompared)
        add(tr("Campaign"), [](const CampaignResult &r) { return nameOf(r.campaign.terms); });
    else
        add(tr("Code"), [](const CampaignResult &r) { return r.campaign.terms.code; });
    add(tr("First day"),
        [](const CampaignResult &r) { return r.campaign.terms.first ? dayText(*r.campaign.terms.first) : tr("none set"); });
    add(tr("Last day"), [](const CampaignResult &r) { return r.campaign.terms.last ? dayText(*r.campaign.terms.last) : tr("none set"); });
    add(tr("Products"), [](const CampaignResult &r) {
        const QStringList &skus = r.campaign.terms.skus;
        return skus.isEmpty() ? tr("all") : skus.join(QStringLiteral(", "));
    });
    add(tr("Orders (given by hand)"),
        [](const CampaignResult &r) { return tr("%1 (%2)").arg(numberText(r.orders.orders), numberText(r.orders.byHand)); });
    add(tr("Customers (new)"),
        [](const CampaignResult &r) { return tr("%1 (%2)").arg(numberText(r.orders.customers), numberText(r.newCustomers)); });
    add(tr("Units ordered (cancelled)"),
        [](const CampaignResult &r) { return tr("%1 (%2)").arg(numberText(r.orders.ordered), numberText(r.orders.cancelled)); });
    add(tr("Of the units on offer"), [](const CampaignResult &r) { return shareIfAny(r.shareOfEdition()); });
    add(tr("Value of its products"), [&](const CampaignResult &r) { return amount(r.orders.value); });
    add(tr("Bookings in its days"), [](const CampaignResult &r) { return paceText(r.pace); });
    add(tr("Before it"), [](const CampaignResult &r) { return r.uplift() ? paceText(r.baseline) : QString(); });
    add(tr("Uplift"), [](const CampaignResult &r) { return upliftInShort(r); });
    add(tr("Uplift with 95 %"), [](const CampaignResult &r) { return r.uplift() ? intervalText(r) : QString(); });
    add(tr("Refused units"), [](const CampaignResult &r) { return r.pace ? numberText(r.refused) : QString(); });
    add(tr("Conversion"), [](const CampaignResult &r) { return shareIfAny(r.conversion()); });
    add(tr("Kept of what waited"), [](const CampaignResult &r) { return shareIfAny(r.kept.rate()); });
    add(tr("Kept with 95 %"), [](const CampaignResult &r) {
        const auto [low, high] = r.kept.interval();
        return r.kept.rate() ? tr("%1 to %2").arg(shareText(low), shareText(high)) : QString();
    });
    add(tr("Collected for them"), [&](const CampaignResult &r) { return amount(r.money.collected); });
    add(tr("Deposits held for them"), [&](const CampaignResult &r) { return amount(r.money.held); });
    add(tr("Budget"), [&](const CampaignResult &r) { return r.campaign.terms.budget > 0 ? amount(r.campaign.terms.budget) : QString(); });
    add(tr("Budget for each unit"), [&](const CampaignResult &r) { return r.costPerUnit() ? amount(*r.costPerUnit()) : QString(); });
    return sheet;
}

ChartSheet campaignsSheet(const std::vector<CampaignResult> &results, const Currency &currency, QDate today)
{
    ChartSheet sheet;
    sheet.currency = currency;
    sheet.title = tr("Campaigns and what came of them, %1").arg(currency.code);
    sheet.filter = tr("On %1. Units and money are those of a campaign's products in its orders").arg(dayText(today));
    sheet.columns = {{tr("Code"), tr("What orders name that came by the campaign."), ChartUnit::Text},
                     {tr("Campaign"), tr("What it is called."), ChartUnit::Text},
                     {tr("From"), tr("Its first day."), ChartUnit::Day},
                     {tr("To"), tr("Its last day."), ChartUnit::Day},
                     {tr("Orders"), tr("Orders that belong to it."), ChartUnit::Count},
                     {tr("Customers"), tr("Who placed them."), ChartUnit::Count},
                     {tr("New customers"), tr("Of them, those whose first order of all it was."), ChartUnit::Count},
                     {tr("Ordered"), tr("Units of its products in its orders."), ChartUnit::Count},
                     {tr("Cancelled"), tr("Of them, units that were cancelled."), ChartUnit::Count},
                     {tr("Units"), tr("Units ordered and not cancelled."), ChartUnit::Count},
                     {tr("Value"), tr("Of these units, at the orders' prices."), ChartUnit::Amount},
                     {tr("Collected"), tr("Paid and not refunded for them; an order's money lies on its lines by their value."),
                      ChartUnit::Amount},
                     {tr("Deposits"), tr("The part of it beyond the value shipped."), ChartUnit::Amount},
                     {tr("Budget"), tr("What it may cost."), ChartUnit::Amount},
                     {tr("A unit costs"), tr("Budget ÷ units."), ChartUnit::Amount},
                     {tr("Uplift"), tr("What is claimed; nothing without a baseline, or where chance may do as much."), ChartUnit::Share},
                     {tr("Uplift at least"), tr("With 95 %."), ChartUnit::Share},
                     {tr("Uplift at most"), tr("With 95 %."), ChartUnit::Share}};
    for (const CampaignResult &r : results) {
        const CampaignTerms &terms = r.campaign.terms;
        const auto uplift = r.uplift();
        const bool hasRange = uplift && r.interval;
        const bool isClaimed = uplift && (!r.interval || r.interval->isTold());
        sheet.rows.push_back({terms.code, terms.name, terms.first ? QVariant(*terms.first) : QVariant(),
                              terms.last ? QVariant(*terms.last) : QVariant(), r.orders.orders, r.orders.customers, r.newCustomers,
                              r.orders.ordered, r.orders.cancelled, r.orders.units(), r.orders.value, r.money.collected, r.money.held,
                              terms.budget > 0 ? QVariant(terms.budget) : QVariant(),
                              r.costPerUnit() ? QVariant(*r.costPerUnit()) : QVariant(), isClaimed ? QVariant(*uplift) : QVariant(),
                              hasRange ? QVariant(r.interval->low) : QVariant(), hasRange ? QVariant(r.interval->high) : QVariant()});
    }
    return sheet;
}

namespace jobs {

QFuture<Result<ChartSheet>> campaignSheet(Session &session, const QString &code)
{
    return session.report([code, today = session.today()](Connection &c) { return waitline::campaignSheet(c, code, today); });
}

QFuture<Result<ChartSheet>> comparedCampaignsSheet(Session &session, const QString &first, const QString &second)
{
    return session.report(
        [first, second, today = session.today()](Connection &c) { return waitline::comparedCampaignsSheet(c, first, second, today); });
}

} // namespace jobs

} // namespace waitline
