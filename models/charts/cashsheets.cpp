#include "models/charts/cashsheets.h"

#include "models/charts/periods.h"
#include "models/charts/sheetwords.h"
#include "models/services/cashreport.h"
#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("CashSheets", text); }

QString monthText(const std::optional<QDate> &month)
{
    return month ? QLocale().toString(*month, QStringLiteral("MMM yyyy")) : tr("not promised");
}

QString onDay(QDate day) { return tr("On %1").arg(dayText(day)); }

void add(ChartSheet &sheet, const std::vector<Money> &amounts)
{
    for (size_t series = 0; series < amounts.size(); ++series)
        sheet.series[series].values.emplace_back(double(amounts[series]));
}

ChartSheet amountsSheet(const QString &title, const Currency &currency)
{
    ChartSheet sheet;
    sheet.currency = currency;
    sheet.unit = ChartUnit::Amount;
    sheet.title = title.arg(currency.code);
    sheet.valueTitle = currency.code;
    return sheet;
}

ChartPoint pointOf(const CashBucket &bucket, const CashOverTime &series)
{
    const auto amount = [&](Money money) { return amountWithCode(money, series.currency); };
    ChartPoint point;
    constexpr int daysAYear = 366;
    const QDate first = series.buckets.front().start;
    point.name = periodName(bucket.start, series.question.by, first.daysTo(series.question.to) > daysAYear);
    point.label = bucket.closing > 0 ? moneyText(bucket.closing, series.currency) : QString();
    point.isUnfinished = lastDayOf(startOfPeriod(bucket.start, series.question.by), series.question.by) >= series.question.to;
    point.words =
        headOf(point, bucket.start, series.question.by) + u'\n' +
        tr("%1 held at its end. %2 came in, %3 was earned by shipping, %4 was given back; goods worth %5 shipped.")
            .arg(amount(bucket.closing), amount(bucket.in), amount(bucket.consumed), amount(bucket.refunded), amount(bucket.shipped));
    return point;
}

ChartPoint pointOf(const ProductionRun &run, const Currency &currency)
{
    const auto amount = [&](Money money) { return amountWithCode(money, currency); };
    const auto breakEven = run.breakEven();
    const QString even = breakEven
                             ? tr("It breaks even at %1; pre-ordered: %2.").arg(countedUnits(*breakEven), numberText(run.product.ordered))
                             : tr("Sold for nothing, it never breaks even.");
    ChartPoint point;
    point.name = run.product.name;
    point.product = run.product.product.value;
    point.label = breakEven ? tr("%1 of %2").arg(numberText(run.product.ordered), countedUnits(*breakEven)) : tr("never");
    point.words = tr("%1 · %2").arg(run.product.sku, run.product.name) + u'\n' +
                  tr("The run of %1 costs %2. Collected %3, still owed by pre-orders %4, missing %5.")
                      .arg(countedUnits(run.units()), amount(run.cost()), amount(run.product.collected), amount(run.toCollect()),
                           amount(run.missing())) +
                  u'\n' + even;
    return point;
}

ChartPoint pointOf(const SlippedLine &line, const Currency &currency)
{
    ChartPoint point;
    point.name = tr("%1 · %2").arg(line.customer, line.sku);
    point.order = line.order.value;
    point.label = dayText(line.after);
    const QString units = line.isPart() ? tr("%1 of %2").arg(numberText(line.units), numberText(line.waiting)) : numberText(line.units);
    point.words = tr("%1, order %2: %3 × %4 worth %5")
                      .arg(line.customer, QString::number(line.order.value), units, line.sku, amountWithCode(line.value, currency)) +
                  u'\n' + tr("Expected %1 instead of %2.").arg(dayText(line.after), dayText(line.before));
    if (line.promise)
        point.words +=
            u' ' + (line.isNewlyLate() ? tr("Promised for %1: it becomes late.") : tr("Promised for %1.")).arg(dayText(*line.promise));
    return point;
}

QVariant dayOrNone(const std::optional<QDate> &day) { return day ? QVariant(*day) : QVariant(); }

/// No period is cut off at its beginning.
CashOverTimeQuestion fromWholePeriod(CashOverTimeQuestion days)
{
    if (days.from)
        days.from = startOfPeriod(*days.from, days.by);
    return days;
}

bool hasMoney(const CashBucket &bucket)
{
    return bucket.opening != 0 || bucket.in != 0 || bucket.consumed != 0 || bucket.refunded != 0 || bucket.closing != 0 ||
           bucket.shipped != 0;
}

/// Said where not all of them are drawn.
QString drawnText(qint64 runs, int top)
{
    return runs <= top ? QString()
                       : tr(". Drawn are the %1 with the largest value of pre-orders; %2 are in the table")
                             .arg(numberText(top), moreProducts(runs - top));
}

ChartSheet chooseAPurchase()
{
    ChartSheet sheet;
    sheet.title = tr("What slips if a purchase is late");
    sheet.emptySentence = tr("Choose an open purchase and the days it could be late.");
    return sheet;
}

} // namespace

ChartSheet sheetOf(const CashOverTime &series)
{
    ChartSheet sheet = amountsSheet(tr("Customer deposits over time, %1"), series.currency);
    sheet.pointTitle = periodsTitle(series.question.by);
    sheet.filter = series.buckets.empty() ? QString() : daysText(series.buckets.front().start, series.question.to);
    sheet.emptySentence = tr("No money has come in these days. Deposits stand here once they are recorded.");
    sheet.series = {barSeries(tr("Deposits held"), ChartSeries::Hue::First), lineSeries(tr("In"), ChartSeries::Hue::Third),
                    lineSeries(tr("Value shipped"), ChartSeries::Hue::Second), lineSeries(tr("Given back"), ChartSeries::Hue::Fourth)};
    sheet.columns = {periodColumn(series.question.by, tr("First day of the period.")),
                     {tr("Opening"), tr("Customer deposits before the period."), ChartUnit::Amount, true},
                     {tr("In"), tr("Payments, less those taken back."), ChartUnit::Amount},
                     {tr("Consumed"), tr("Deposits that became earned because their goods shipped."), ChartUnit::Amount, true},
                     {tr("Given back"), tr("Refunds, less those taken back."), ChartUnit::Amount},
                     {tr("Held"), tr("Deposits after the period: paid − refunded − value shipped, at least 0 for each order."),
                      ChartUnit::Amount},
                     {tr("Shipped"), tr("Value of all that shipped, paid before or not."), ChartUnit::Amount}};
    if (std::none_of(series.buckets.begin(), series.buckets.end(), &hasMoney))
        return sheet;
    for (const CashBucket &bucket : series.buckets) {
        sheet.points.push_back(pointOf(bucket, series));
        add(sheet, {bucket.closing, bucket.in, bucket.shipped, bucket.refunded});
        sheet.rows.push_back({bucket.start, bucket.opening, bucket.in, bucket.consumed, bucket.refunded, bucket.closing, bucket.shipped});
    }
    return sheet;
}

ChartSheet sheetOf(const CashByMonth &months, QDate today)
{
    ChartSheet sheet = amountsSheet(tr("Customer deposits by promised month, %1"), months.currency);
    const auto amount = [&](Money money) { return amountWithCode(money, months.currency); };
    sheet.pointTitle = tr("Promised for");
    sheet.filter = tr("%1 · %2 held, %3 of it at risk; %4 due back now, %5 if all that waits were cancelled")
                       .arg(onDay(today), amount(months.report.deposits), amount(months.report.atRisk), amount(months.report.due),
                            amount(months.report.refundExposure));
    sheet.emptySentence = tr("No deposits are held now. They stand here by the month their goods are promised for.");
    sheet.series = {barSeries(tr("Covered"), ChartSeries::Hue::First), barSeries(tr("At risk"), ChartSeries::Hue::Third),
                    barSeries(tr("Due back"), ChartSeries::Hue::Fourth)};
    sheet.columns = {{tr("Promised for"), tr("The month of the promise; what is due back stands with what is not promised."),
                      ChartUnit::Text},
                     {tr("Deposits"), tr("Customer deposits on lines of that month."), ChartUnit::Amount},
                     {tr("Covered"), tr("The part on lines that stock or open purchases cover."), ChartUnit::Amount},
                     {tr("At risk"), tr("The part on lines that no supply covers."), ChartUnit::Amount},
                     {tr("Due back"), tr("What orders hold beyond all that is open of them: it is to be refunded."), ChartUnit::Amount},
                     {tr("First day"), tr("The month as files have it."), ChartUnit::Day, true}};
    for (const CashReport::Month &month : months.report.byMonth) {
        ChartPoint point;
        point.name = monthText(month.first);
        point.label = moneyText(month.deposits, months.currency);
        const Money covered = month.deposits - month.atRisk - month.due;
        point.words =
            point.name + u'\n' + tr("%1 held, %2 covered, %3 at risk").arg(amount(month.deposits), amount(covered), amount(month.atRisk));
        if (month.due > 0)
            point.words += u'\n' + tr("%1 due back: refund it to the customers of cancelled or overpaid orders.").arg(amount(month.due));
        sheet.points.push_back(point);
        add(sheet, {covered, month.atRisk, month.due});
        sheet.rows.push_back({point.name, month.deposits, covered, month.atRisk, month.due, dayOrNone(month.first)});
        if (month.first && *month.first == startOfPeriod(today, Period::Month))
            sheet.marks.push_back(todayAt(double(sheet.rows.size() - 1) + double(today.day()) / today.daysInMonth()));
    }
    return sheet;
}

ChartSheet sheetOf(const ProductionRuns &runs, const CashQuestion &question)
{
    ChartSheet sheet = amountsSheet(tr("Pre-order cash against the cost of the run, %1"), runs.currency);
    sheet.layout = ChartSheet::Layout::Across;
    sheet.pointTitle = tr("Product");
    sheet.filter = tr("%1. At the bars: units pre-ordered of those at which the run breaks even").arg(onDay(question.today)) +
                   drawnText(qint64(runs.runs.size()), question.top);
    sheet.emptySentence = question.scope.isNarrow() ? tr("No product of this filter was pre-ordered. Clear it to see the others.")
                                                    : tr("No product was pre-ordered yet.");
    sheet.series = {barSeries(tr("Collected"), ChartSeries::Hue::First), barSeries(tr("Still owed"), ChartSeries::Hue::Third),
                    barSeries(tr("Missing to the cost"), ChartSeries::Hue::Second)};
    sheet.columns = {{tr("SKU"), tr("The number you know the product by."), ChartUnit::Text},
                     {tr("Product"), tr("The product's name."), ChartUnit::Text},
                     {tr("Pre-ordered"), tr("Units of its pre-orders without what was cancelled."), ChartUnit::Count},
                     {tr("Value"), tr("What they cost their customers."), ChartUnit::Amount, true},
                     {tr("Collected"), tr("Paid and not refunded; an order's money lies on its lines by their value."), ChartUnit::Amount},
                     {tr("Run"), tr("Units bought or being bought; where none are, those pre-ordered."), ChartUnit::Count, true},
                     {tr("Run costs"), tr("Those units at what they are bought for."), ChartUnit::Amount},
                     {tr("Missing"), tr("What pre-orders neither paid nor owe, of that cost."), ChartUnit::Amount},
                     {tr("Break-even"), tr("Units whose sale pays for the run, at what pre-orders pay on average."), ChartUnit::Count}};
    for (const ProductionRun &run : runs.runs) {
        if (sheet.points.size() < size_t(question.top)) {
            sheet.points.push_back(pointOf(run, runs.currency));
            add(sheet, {run.product.collected, run.toCollect(), run.missing()});
        }
        const auto breakEven = run.breakEven();
        sheet.rows.push_back({run.product.sku, run.product.name, run.product.ordered, run.product.value, run.product.collected, run.units(),
                              run.cost(), run.missing(), breakEven ? QVariant(*breakEven) : QVariant()});
    }
    return sheet;
}

ChartSheet sheetOf(const PurchaseSlip &slip)
{
    constexpr size_t mostPoints = 50; // more is a table, not a chart
    ChartSheet sheet = amountsSheet(tr("What slips, %1"), slip.currency);
    sheet.layout = ChartSheet::Layout::Across;
    sheet.pointTitle = tr("Waiting line");
    sheet.filter = tr("PO-%1 %2 later · becoming later: %3, %4 worth %5; becoming late: %6")
                       .arg(QString::number(slip.purchase.value), countedDays(slip.days), countedLines(qint64(slip.lines.size())),
                            countedUnits(slip.units), amountWithCode(slip.value, slip.currency), countedLines(slip.newlyLate));
    if (slip.lines.size() > mostPoints)
        sheet.filter += tr(". Drawn are the first %1; the table has all of them").arg(numberText(qint64(mostPoints)));
    sheet.emptySentence = tr("Nobody would be served later: PO-%1 can be so late.").arg(slip.purchase.value);
    sheet.series = {barSeries(tr("Becomes late"), ChartSeries::Hue::Third),
                    barSeries(tr("Later, not late by it"), ChartSeries::Hue::First)};
    sheet.columns = {{tr("Customer"), tr("Who waits."), ChartUnit::Text},
                     {tr("Order"), tr("Order number."), ChartUnit::Number, true},
                     {tr("SKU"), tr("What is waited for."), ChartUnit::Text, true},
                     {tr("Units"), tr("Units that become later."), ChartUnit::Count},
                     {tr("Value"), tr("Those units at the order's price."), ChartUnit::Amount},
                     {tr("Promise"), tr("The date last told to the customer."), ChartUnit::Day, true},
                     {tr("ETA now"), tr("When these units are served as things are, all of the line or the part that slips."),
                      ChartUnit::Day, true},
                     {tr("ETA then"), tr("When they are served if the purchase slips."), ChartUnit::Day},
                     {tr("Becomes late"), tr("In time now, and not any more then."), ChartUnit::Text, true}};
    for (const SlippedLine &line : slip.lines) {
        if (sheet.points.size() < mostPoints) {
            sheet.points.push_back(pointOf(line, slip.currency));
            add(sheet, {line.isNewlyLate() ? line.value : 0, line.isNewlyLate() ? 0 : line.value});
        }
        sheet.rows.push_back({line.customer, line.order.value, line.sku, line.units, line.value, dayOrNone(line.promise), line.before,
                              line.after, line.isNewlyLate() ? tr("becomes late") : QString()});
    }
    return sheet;
}

std::optional<QDate> monthOfPoint(const ChartSheet &sheet, int point)
{
    const QDate first = sheet.rows[size_t(point)].back().toDate();
    return first.isValid() ? std::optional(first) : std::nullopt;
}

Result<ChartSheet> cashSheet(Connection &connection, const CashQuestion &question)
{
    const auto orError = [](const auto &read, auto &&...more) {
        return read ? Result<ChartSheet>(sheetOf(*read, more...)) : Result<ChartSheet>(read.error());
    };
    switch (question.chart) {
    case CashChart::OverTime: {
        auto read = orError(cashOverTime(connection, fromWholePeriod(question.days)));
        if (!read)
            return read;
        ChartSheet sheet = std::move(read).value();
        markToday(sheet, question.days.by, question.today);
        return sheet;
    }
    case CashChart::ByMonth: return orError(cashByMonth(connection), question.today);
    case CashChart::Runs: return orError(productionRuns(connection, question.scope), question);
    case CashChart::Slip:
        if (!question.purchase.isValid())
            return chooseAPurchase();
        return orError(whatSlips(connection, question.purchase, question.slip, question.today));
    }
    Q_UNREACHABLE();
}

namespace jobs {

QFuture<Result<ChartSheet>> cashSheet(Session &session, const CashQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::cashSheet(c, question); });
}

QFuture<Result<std::vector<OpenPurchase>>> openPurchases(Session &session)
{
    return session.read([today = session.today()](Connection &c) { return waitline::openPurchases(c, {}, today); });
}

QFuture<Result<OrdersBehind>> depositsBehind(Session &session, const std::optional<QDate> &month)
{
    return session.report([month](Connection &c) { return waitline::depositsBehind(c, month); });
}

} // namespace jobs

} // namespace waitline
