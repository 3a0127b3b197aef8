#include "models/charts/demandquestion.h"

#include "models/charts/demandsheets.h"
#include "models/charts/forecastsheet.h"
#include "models/charts/periods.h"

#include <QCoreApplication>

namespace waitline {

namespace {

bool isByPeriod(const DemandQuestion &question)
{
    switch (question.chart) {
    case DemandChart::OverTime:
    case DemandChart::Compare:
    case DemandChart::FillRate:
    case DemandChart::Withdrawn:
    case DemandChart::KeepRate: return true;
    case DemandChart::Buyers: return question.buyers == BuyersGrouping::NewAndReturning;
    case DemandChart::Products:
    case DemandChart::WaitingAge:
    case DemandChart::Bookings:
    case DemandChart::Refused:
    case DemandChart::Season:
    case DemandChart::Classes:
    case DemandChart::Together:
    case DemandChart::Promote:
    case DemandChart::Clear:
    case DemandChart::Forecast: return false;
    }
    Q_UNREACHABLE();
}

/// The products the question names before all else it says, called as they are called now.
Result<DemandQuestion> withProductNames(Connection &connection, const DemandQuestion &question)
{
    if (question.scope.products.empty())
        return question;
    const auto products = productNames(connection, question.scope.products);
    if (!products)
        return products.error();
    QStringList parts;
    for (const ProductName &product : *products)
        parts += QCoreApplication::translate("ChartWords", "%1 %2").arg(product.sku, product.name).simplified();
    if (!question.scopeText.isEmpty())
        parts += question.scopeText;
    DemandQuestion named = question;
    named.scopeText = parts.join(QStringLiteral(" · "));
    return named;
}

Result<ChartSheet> readSheet(Connection &connection, const DemandQuestion &question)
{
    switch (question.chart) {
    case DemandChart::Products: return productsSheet(connection, question);
    case DemandChart::OverTime: return overTimeSheet(connection, question);
    case DemandChart::Compare: return compareSheet(connection, question);
    case DemandChart::WaitingAge: return waitingAgeSheet(connection, question);
    case DemandChart::Bookings: return bookingsSheet(connection, question);
    case DemandChart::FillRate: return fillRateSheet(connection, question);
    case DemandChart::Refused: return refusedSheet(connection, question);
    case DemandChart::Withdrawn: return withdrawnSheet(connection, question);
    case DemandChart::KeepRate: return keepRateSheet(connection, question);
    case DemandChart::Season: return seasonSheet(connection, question);
    case DemandChart::Classes: return classesSheet(connection, question);
    case DemandChart::Buyers: return buyersSheet(connection, question);
    case DemandChart::Together: return togetherSheet(connection, question);
    case DemandChart::Promote: return promoteSheet(connection, question);
    case DemandChart::Clear: return clearSheet(connection, question);
    case DemandChart::Forecast: return forecastSheet(connection, question);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<ChartSheet> demandSheet(Connection &connection, const DemandQuestion &question)
{
    const auto named = withProductNames(connection, question);
    if (!named)
        return named.error();
    if (!isByPeriod(question))
        return readSheet(connection, *named);
    auto read = readSheet(connection, fromWholePeriod(*named));
    if (!read)
        return read;
    ChartSheet sheet = std::move(read).value();
    markToday(sheet, question.by, question.today);
    return sheet;
}

namespace jobs {

QFuture<Result<ChartSheet>> demandSheet(Session &session, const DemandQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::demandSheet(c, question); });
}

QFuture<Result<ScopeChoices>> scopeChoices(Session &session)
{
    return session.read([](Connection &c) { return waitline::scopeChoices(c); });
}

QFuture<Result<OrdersBehind>> ordersBehind(Session &session, const BehindQuestion &question)
{
    return session.report([question](Connection &c) { return waitline::ordersBehind(c, question); });
}

} // namespace jobs

} // namespace waitline
