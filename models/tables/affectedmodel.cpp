#include "models/tables/affectedmodel.h"

#include "models/tables/celltext.h"
#include "models/tables/roles.h"

#include <algorithm>
#include <set>

namespace waitline {

AffectedModel::AffectedModel(QObject *parent)
    : RowsModel({{tr("Order"), tr("The order that waits."), true},
                 {tr("Customer"), tr("Who waits."), false},
                 {tr("Product"), tr("What is waited for."), false},
                 {tr("Units"), tr("Units that wait."), true},
                 {tr("Expected now"), tr("The day they would all be there as things stand."), false},
                 {tr("Then"), tr("The day they would all be there after it."), false},
                 {tr("Promised"), tr("The day told to the customer."), false},
                 {tr("Change"), tr("Whether they are served sooner or later, and whether a promise breaks."), false}},
                parent)
{}

AffectedModel::Kind AffectedModel::kindOf(const AffectedLine &line)
{
    if (line.breaksPromise())
        return Kind::Breaks;
    return line.isSooner() ? Kind::Sooner : Kind::Later;
}

void AffectedModel::setLines(std::vector<AffectedLine> lines) { setRows(std::move(lines)); }

qint64 AffectedModel::brokenPromises() const
{
    return std::count_if(rows().begin(), rows().end(), [](const AffectedLine &line) { return line.breaksPromise(); });
}

qint64 AffectedModel::ordersToTell() const
{
    std::set<OrderId> orders;
    for (const AffectedLine &line : rows()) {
        if (line.breaksPromise())
            orders.insert(line.order);
    }
    return std::ssize(orders);
}

qint64 AffectedModel::customers() const
{
    std::set<QString> names;
    for (const AffectedLine &line : rows())
        names.insert(line.customer);
    return qint64(names.size());
}

QVariant AffectedModel::cell(const AffectedLine &line, int column, int role) const
{
    const auto day = [](QDate eta) { return eta.isValid() ? dayText(eta) : tr("not covered"); };
    switch (role) {
    case StatusRole: return int(kindOf(line));
    case OrderIdRole: return line.order.value;
    case Qt::DisplayRole: break;
    default: return {};
    }
    switch (Column(column)) {
    case Order: return QString::number(line.order.value);
    case Customer: return line.customer;
    case Sku: return line.sku;
    case Units_: return numberText(line.units);
    case Before: return day(line.before);
    case After: return day(line.after);
    case Promised: return dayText(line.promise.value_or(QDate()));
    case Change:
        switch (kindOf(line)) {
        case Kind::Sooner: return tr("sooner");
        case Kind::Later: return line.after.isValid() ? tr("later") : tr("not covered");
        case Kind::Breaks: return tr("promise breaks");
        }
    }
    Q_UNREACHABLE();
}

} // namespace waitline
