#include "models/report/monthlyreport.h"

#include "models/charts/demandquestion.h"
#include "models/charts/sheetwords.h"
#include "models/services/campaigns.h"
#include "models/services/cashreport.h"
#include "models/services/linejumps.h"
#include "models/services/overview.h"
#include "models/services/queueddemand.h"
#include "models/services/unitofwork.h"
#include "models/services/waitinglist.h"
#include "models/store/overviewstore.h"
#include "models/store/settingstore.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

constexpr int mostBars = 8;
constexpr size_t mostCampaigns = 8;

QString tr(const char *text) { return QCoreApplication::translate("MonthlyReport", text); }

QString shareOrDash(const std::optional<double> &share) { return share ? shareText(*share) : QStringLiteral("–"); }

/// The days of a month up to today.
DemandScope daysOf(QDate month, QDate today)
{
    DemandScope scope;
    scope.from = month;
    scope.to = std::min(lastDayOf(month, Period::Month), today);
    return scope;
}

DemandQuestion questionOf(const MonthlyReport &report, DemandChart chart)
{
    DemandQuestion question;
    question.chart = chart;
    question.scope = daysOf(report.month, report.today);
    question.scopeText = tr("All products");
    question.today = report.today;
    question.top = mostBars;
    return question;
}

/// What was ordered in a month.
DemandBucket ordered(Connection &connection, const DemandScope &days)
{
    const DemandOverTime series = orRefuse(salesOverTime(connection, {{}, days.from, days.to, Period::Month}, days));
    return series.buckets.empty() ? DemandBucket{} : series.buckets.front();
}

KeepRate kept(Connection &connection, const DemandScope &days)
{
    const auto periods = orRefuse(keptOverTime(connection, days, Period::Month));
    return periods.empty() ? KeepRate{} : periods.front().kept;
}

Units withdrawn(Connection &connection, const DemandScope &days)
{
    Units units = 0;
    for (const WithdrawnPeriod &period : orRefuse(withdrawnOverTime(connection, days, Period::Month)).periods)
        units += period.preorder + period.backorder;
    return units;
}

Units refusedUnits(Connection &connection, const DemandScope &days)
{
    return orRefuse(refusedDemand(connection, days, MostBy::Count, 0)).rest.units;
}

std::optional<double> fillRate(const DemandBucket &bucket)
{
    const Units own = bucket.units() - bucket.past;
    return own > 0 ? std::optional(double(bucket.other) / double(own)) : std::nullopt;
}

ReportSection demandSection(Connection &connection, const MonthlyReport &report, const Currency &currency)
{
    const DemandScope now = daysOf(report.month, report.today);
    const DemandScope past = daysOf(report.month.addMonths(-1), report.today);
    const DemandBucket a = ordered(connection, now);
    const DemandBucket b = ordered(connection, past);
    ReportSection section{tr("Demand"), tr("Ordered in the month, and in the month before"), {}};
    const auto add = [&](const QString &name, qint64 value, qint64 before) {
        section.figures.push_back({name, numberText(value), numberText(before)});
    };
    add(tr("Units ordered"), a.units(), b.units());
    section.figures.push_back({tr("Value ordered"), moneyText(a.worth(), currency), moneyText(b.worth(), currency)});
    add(tr("Pre-order units"), a.preorder, b.preorder);
    add(tr("Backorder units"), a.backorder, b.backorder);
    section.figures.push_back({tr("Fill rate"), shareOrDash(fillRate(a)), shareOrDash(fillRate(b))});
    add(tr("Units refused"), refusedUnits(connection, now), refusedUnits(connection, past));
    add(tr("Units withdrawn while waiting"), withdrawn(connection, now), withdrawn(connection, past));
    section.figures.push_back(
        {tr("Waiting orders kept"), shareOrDash(kept(connection, now).rate()), shareOrDash(kept(connection, past).rate())});
    return section;
}

ReportSection waitingSection(Connection &connection, const MonthlyReport &report, const Currency &currency)
{
    const WaitingTotals waiting = OverviewStore(connection).waiting();
    const auto oldest = OverviewStore(connection).longestWaitingSince().any();
    const WaitingSum late = sumLate(connection, report.today);
    return {tr("Waiting and late"),
            tr("On %1").arg(dayText(report.today)),
            {{tr("Pre-order units waiting"), numberText(waiting.preorder), {}},
             {tr("Backorder units waiting"), numberText(waiting.backorder), {}},
             {tr("Lines waiting"), numberText(waiting.lines), {}},
             {tr("Value waiting"), moneyText(waiting.value, currency), {}},
             {tr("Waiting longest since"), oldest ? dayText(dayOf(*oldest)) : tr("nobody waits"), {}},
             {tr("Lines later than promised"), numberText(late.lines), {}},
             {tr("Units later than promised"), numberText(late.units), {}}}};
}

ReportSection cashSection(Connection &connection, const MonthlyReport &report, const Currency &currency)
{
    const DemandScope days = daysOf(report.month, report.today);
    const DepositsReport::Row sum = orRefuse(depositsReport(connection, days.from, days.to)).sum;
    const CashReport cash = readCash(connection);
    const auto amount = [&](Money money) { return moneyText(money, currency); };
    return {tr("Cash"),
            tr("Customer deposits in the month; at risk on %1").arg(dayText(report.today)),
            {{tr("Deposits before the month"), amount(sum.opening), {}},
             {tr("Paid in"), amount(sum.in), {}},
             {tr("Consumed by shipments"), amount(sum.consumed), {}},
             {tr("Refunded"), amount(sum.refunded), {}},
             {tr("Deposits after the month"), amount(sum.closing), {}},
             {tr("Deposits today"), amount(cash.deposits), {}},
             {tr("At risk today"), amount(cash.atRisk), {}},
             {tr("Refund exposure today"), amount(cash.refundExposure), {}}}};
}

ReportSection fairnessSection(Connection &connection, const MonthlyReport &report)
{
    const DemandScope now = daysOf(report.month, report.today);
    const DemandScope past = daysOf(report.month.addMonths(-1), report.today);
    JumpStore store(connection);
    const ServingsOfDays a = store.servings(now.from, now.to);
    const ServingsOfDays b = store.servings(past.from, past.to);
    const auto inOrder = [](const ServingsOfDays &each) {
        return each.servings > 0 ? std::optional(double(each.inOrder) / double(each.servings)) : std::nullopt;
    };
    return {tr("Fairness"),
            tr("In the month, and in the month before"),
            {{tr("Servings of the line"), numberText(a.servings), numberText(b.servings)},
             {tr("Of them in the line's order"), shareOrDash(inOrder(a)), shareOrDash(inOrder(b))},
             {tr("Passed somebody over"), numberText(a.servings - a.inOrder), numberText(b.servings - b.inOrder)},
             {tr("Lines moved by hand"), numberText(a.moves), numberText(b.moves)}}};
}

/// Those with days in the month; none: there is nothing to say.
std::optional<ReportSection> campaignsSection(Connection &connection, const MonthlyReport &report)
{
    const DemandScope days = daysOf(report.month, report.today);
    ReportSection section{tr("Campaigns"), tr("Units ordered so far (cancelled), and the uplift claimed"), {}};
    for (const CampaignResult &campaign : orRefuse(campaignResults(connection, report.today))) {
        const CampaignTerms &terms = campaign.campaign.terms;
        if (!terms.first || *terms.first > days.to || *terms.last < days.from || section.figures.size() == mostCampaigns)
            continue;
        const bool isClaimed = campaign.uplift() && campaign.interval && campaign.interval->isTold();
        section.figures.push_back({terms.name.isEmpty() ? terms.code : terms.name,
                                   tr("%1 (%2)").arg(numberText(campaign.orders.ordered), numberText(campaign.orders.cancelled)),
                                   isClaimed ? changeText(*campaign.uplift()) : QStringLiteral("–")});
    }
    return section.figures.empty() ? std::nullopt : std::optional(section);
}

/// Of the product that was ordered most.
void addForecast(Connection &connection, MonthlyReport &report, qint64 product)
{
    DemandQuestion question = questionOf(report, DemandChart::Forecast);
    question.scope.products = {ProductId{product}};
    question.scopeText.clear();
    ChartSheet sheet = orRefuse(demandSheet(connection, question));
    if (!sheet.isEmpty())
        report.charts.push_back(std::move(sheet));
}

void addCharts(Connection &connection, MonthlyReport &report)
{
    DemandQuestion overTime = questionOf(report, DemandChart::OverTime);
    overTime.by = Period::Day;
    DemandQuestion placed = questionOf(report, DemandChart::Products);
    placed.isWaiting = false;
    DemandQuestion buyers = questionOf(report, DemandChart::Buyers);
    buyers.by = Period::Month;
    buyers.scope.from = report.month.addMonths(-11);
    for (const DemandQuestion &question : {overTime, placed, questionOf(report, DemandChart::Products),
                                           questionOf(report, DemandChart::WaitingAge), questionOf(report, DemandChart::Refused), buyers}) {
        ChartSheet sheet = orRefuse(demandSheet(connection, question));
        if (sheet.isEmpty())
            continue;
        const qint64 most = question.chart == DemandChart::Products && !question.isWaiting ? sheet.points.front().product : 0;
        report.charts.push_back(std::move(sheet));
        if (most != 0)
            addForecast(connection, report, most);
    }
}

} // namespace

Result<MonthlyReport> monthlyReport(Connection &connection, QDate month, QDate today)
{
    return readIn(connection, [&] {
        MonthlyReport report;
        report.month = QDate(month.year(), month.month(), 1);
        report.today = today;
        if (report.month > today)
            throw Refusal{invalid("month", tr("The month has not begun yet: choose this one or an earlier one."))};
        const Currency currency = SettingStore(connection).currency();
        report.title = tr("Monthly report, %1").arg(QLocale().toString(report.month, QStringLiteral("MMMM yyyy")));
        report.subtitle = tr("Made on %1 · amounts in %2").arg(dayText(today), currency.code);
        report.sections = {demandSection(connection, report, currency), waitingSection(connection, report, currency),
                           cashSection(connection, report, currency), fairnessSection(connection, report)};
        if (const auto campaigns = campaignsSection(connection, report))
            report.sections.push_back(*campaigns);
        addCharts(connection, report);
        return report;
    });
}

} // namespace waitline
