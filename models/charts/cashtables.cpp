#include "models/charts/cashtables.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace waitline {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Cash", text); }

Figure moneyFigure(Money amount, const Currency &currency) { return {moneyText(amount, currency), amount, currency.toDecimal(amount)}; }

Figure unitsFigure(Units units) { return {numberText(units), units, QString::number(units)}; }

Figure dayFigure(const std::optional<QDate> &day)
{
    return day ? Figure{dayText(*day), *day, day->toString(Qt::ISODate)} : Figure{{}, QDate(), {}};
}

} // namespace

QString periodText(QDate start, Period by)
{
    return by == Period::Month ? QLocale().toString(start, QStringLiteral("MMM yyyy")) : dayText(start);
}

QString monthText(const std::optional<QDate> &month)
{
    return month ? QLocale().toString(*month, QStringLiteral("MMM yyyy")) : tr("not promised");
}

FigureTable tableOf(const CashOverTime &series)
{
    FigureTable table;
    table.heads = {{tr("Period"), tr("The day, the week from Monday, or the month."), false},
                   {tr("Opening"), tr("Customer deposits before the period."), true},
                   {tr("In"), tr("Payments, less those taken back."), true},
                   {tr("Consumed"), tr("Deposits that became earned because their goods shipped."), true},
                   {tr("Refunded"), tr("Refunds, less those taken back."), true},
                   {tr("Closing"), tr("Customer deposits after the period: paid − refunded − value shipped, at least 0 for each order."),
                    true},
                   {tr("Shipped"), tr("Value of all that shipped, paid before or not."), true}};
    for (const CashBucket &bucket : series.buckets) {
        std::vector<Figure> row{{periodText(bucket.start, series.question.by), bucket.start, bucket.start.toString(Qt::ISODate)}};
        for (Money amount : {bucket.opening, bucket.in, bucket.consumed, bucket.refunded, bucket.closing, bucket.shipped})
            row.push_back(moneyFigure(amount, series.currency));
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable tableOf(const CashByMonth &months)
{
    FigureTable table;
    table.heads = {{tr("Promised for"), tr("The month of the promise; deposits on no open line stand with those not promised."), false},
                   {tr("Deposits"), tr("Customer deposits on lines of that month."), true},
                   {tr("Covered"), tr("The part on lines that stock or open purchases cover."), true},
                   {tr("At risk"), tr("The part on lines that no supply covers."), true}};
    for (const CashReport::Month &month : months.report.byMonth) {
        table.rows.push_back({{monthText(month.first), month.first.value_or(QDate(9999, 1, 1)),
                               month.first ? month.first->toString(QStringLiteral("yyyy-MM")) : QString()},
                              moneyFigure(month.deposits, months.currency),
                              moneyFigure(month.deposits - month.atRisk, months.currency),
                              moneyFigure(month.atRisk, months.currency)});
    }
    return table;
}

FigureTable tableOf(const ProductionRuns &runs)
{
    FigureTable table;
    table.heads = {{tr("SKU"), tr("The number you know the product by."), false},
                   {tr("Product"), tr("The product's name."), false},
                   {tr("Pre-ordered"), tr("Units of its pre-orders without what was cancelled."), true},
                   {tr("Value"), tr("What they cost their customers."), true},
                   {tr("Collected"), tr("Paid and not refunded; an order's money lies on its lines by their value."), true},
                   {tr("Run"), tr("Units bought or being bought; where none are, those pre-ordered."), true},
                   {tr("Run costs"), tr("Those units at what they are bought for."), true},
                   {tr("Break-even"), tr("Units whose sale pays for the run, at what pre-orders pay on average."), true}};
    for (const ProductionRun &run : runs.runs) {
        const auto breakEven = run.breakEven();
        table.rows.push_back({{run.product.sku},
                              {run.product.name},
                              unitsFigure(run.product.ordered),
                              moneyFigure(run.product.value, runs.currency),
                              moneyFigure(run.product.collected, runs.currency),
                              unitsFigure(run.units()),
                              moneyFigure(run.cost(), runs.currency),
                              breakEven ? unitsFigure(*breakEven) : Figure{tr("never"), std::numeric_limits<qint64>::max(), {}}});
    }
    return table;
}

FigureTable tableOf(const PurchaseSlip &slip)
{
    FigureTable table;
    table.heads = {{tr("Customer"), tr("Who waits."), false},
                   {tr("Order"), tr("Order number."), true},
                   {tr("SKU"), tr("What is waited for."), false},
                   {tr("Waiting"), tr("Units that become later."), true},
                   {tr("Value"), tr("Those units at the order's price."), true},
                   {tr("Promise"), tr("The date last told to the customer."), false},
                   {tr("ETA now"), tr("When the line is served as things are."), false},
                   {tr("ETA then"), tr("When it is served if the purchase slips."), false},
                   {tr("Becomes late"), tr("In time now, and not any more then."), false}};
    for (const SlippedLine &line : slip.lines) {
        table.rows.push_back({{line.customer},
                              {QString::number(line.order.value), line.order.value},
                              {line.sku},
                              unitsFigure(line.units),
                              moneyFigure(line.value, slip.currency),
                              dayFigure(line.promise),
                              dayFigure(line.before),
                              dayFigure(line.after),
                              {line.isNewlyLate() ? tr("becomes late") : QString()}});
    }
    return table;
}

} // namespace waitline
