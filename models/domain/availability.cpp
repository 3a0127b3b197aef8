#include "models/domain/availability.h"

#include "models/domain/caps.h"

#include <algorithm>

namespace waitline {

std::optional<Units> editionLeft(const ProductTerms &terms, const StockFigures &stock)
{
    if (!terms.editionSize)
        return std::nullopt;
    return std::max<Units>(*terms.editionSize - stock.sold(), 0);
}

Availability availability(const ProductTerms &terms, const StockFigures &stock, QDate today)
{
    const bool full = editionLeft(terms, stock).value_or(1) == 0;
    if (terms.takesPreorders(today) && !terms.discontinued)
        return full ? Availability::PreorderFull : Availability::PreorderOpen;
    if (const Units free = freeForNewcomers(terms, stock); free > 0 && !full)
        return free <= terms.lowStock ? Availability::Low : Availability::InStock;
    if (terms.discontinued)
        return Availability::Discontinued;
    const bool takesMore = !terms.backorderLimit || stock.waitingBackorder < *terms.backorderLimit;
    return takesMore && !full ? Availability::BackorderOpen : Availability::NotSold;
}

QString availabilityWord(Availability state)
{
    switch (state) {
    case Availability::InStock: return QStringLiteral("in_stock");
    case Availability::Low: return QStringLiteral("low");
    case Availability::BackorderOpen: return QStringLiteral("backorder");
    case Availability::NotSold: return QStringLiteral("not_sold");
    case Availability::PreorderOpen: return QStringLiteral("preorder");
    case Availability::PreorderFull: return QStringLiteral("preorder_full");
    case Availability::Discontinued: return QStringLiteral("discontinued");
    }
    Q_UNREACHABLE();
}

} // namespace waitline
