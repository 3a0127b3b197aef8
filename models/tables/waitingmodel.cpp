#include "models/tables/waitingmodel.h"

#include "models/services/storesettings.h"
#include "models/tables/celltext.h"

#include <QLocale>

#include <utility>

namespace waitline {

namespace {

WaitingStatus statusOf(const WaitingRow &row)
{
    if (row.isLate())
        return WaitingStatus::Late;
    return row.coverage.isCovered() ? WaitingStatus::Covered : WaitingStatus::NotCovered;
}

WaitingKind kindOf(const WaitingRow &row) { return row.line.queue.preorder ? WaitingKind::Preorder : WaitingKind::Backorder; }

/// Days the promise was put off; none without one.
std::optional<qint64> slipOf(const WaitingRow &row)
{
    if (!row.line.promise || !row.line.promiseFirst)
        return std::nullopt;
    return row.line.promiseFirst->daysTo(*row.line.promise);
}

QString oddsText(const WaitingRow &row)
{
    if (!row.odds)
        return {};
    const auto percent = [](double share) { return QLocale().toString(100 * share, 'f', 0); };
    const QString likely = WaitingModel::tr("%1 % by %2").arg(percent(likelyShare), dayText(row.odds->likely));
    return row.odds->kept ? WaitingModel::tr("%1 · in time %2 %").arg(likely, percent(*row.odds->kept)) : likely;
}

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return WaitingModel::tr(text); };
    return {{tr("Place"), tr("Place in line: 1 + number of waiting lines of the product ranked ahead."), true},
            {tr("Product"), tr("The product's SKU."), false},
            {tr("Name"), tr("The product's name."), false},
            {tr("Customer"), tr("Who waits."), false},
            {tr("Order"), tr("Order number."), true},
            {tr("Kind"), tr("Pre-order: placed while the product was not released. Backorder: every other waiting line."), false},
            {tr("Waiting"), tr("Units ordered − cancelled − shipped − allocated."), true},
            {tr("Ahead"), tr("Waiting units of the lines ranked ahead."), true},
            {tr("ETA"), tr("First day on which supply covers the units ahead and these; computed from stock and open purchases."), false},
            {tr("Covered by"), tr("What completes it: stock, or the purchase it waits for."), false},
            {tr("Promise"), tr("The date last told to the customer."), false},
            {tr("Slip"), tr("Days between the first promise and the current one."), true},
            {tr("Placed"), tr("When the order was placed."), false},
            {tr("Value"), tr("Waiting units at the order's price."), true},
            {tr("Odds"),
             tr("By when the line is served with 80 %, and how probably in time for its promise, by the supplier's past "
                "deliveries. Sorted by the ETA."),
             false}};
}

} // namespace

class WaitingModel::Lines final : public WindowedModel::Listing {
public:
    Lines(WaitingListing read, Currency money) : lines(std::move(read)), currency(std::move(money)) {}

    qint64 rows() const override { return lines.totals.lines; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = waitingRows(connection, lines, first, count);
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<WaitingRow>>(std::move(read).value()));
    }

    const WaitingListing lines;
    const Currency currency;
};

WaitingModel::WaitingModel(Session &session, QObject *parent) : ListModel(session, heads(), WaitingSort::Product, parent) {}

WindowedModel::Opening WaitingModel::opening() const
{
    return [question = WaitingQuestion{filter(), sortedBy(), isDescending(), session().today(), m_isWithOdds}](
               Connection &connection) -> Result<ListingPointer> {
        auto listing = listWaiting(connection, question);
        if (!listing)
            return listing.error();
        auto currency = storeCurrency(connection);
        if (!currency)
            return currency.error();
        return ListingPointer(std::make_shared<Lines>(std::move(listing).value(), std::move(currency).value()));
    };
}

void WaitingModel::setWithOdds(bool isWithOdds)
{
    if (std::exchange(m_isWithOdds, isWithOdds) != isWithOdds)
        questionChanged();
}

OrderLineId WaitingModel::lineAt(int row) const
{
    if (const auto *lines = static_cast<const Lines *>(listing()); lines && lines->lines.isByLine)
        return lines->lines.lines[size_t(row)];
    const auto *line = rowAt<WaitingRow>(row);
    return line ? line->line.queue.line : OrderLineId{};
}

bool WaitingModel::concerns(const ChangeSet &changes) const
{
    return filter().product.isValid() ? changes.touches(filter().product) : !changes.isEmpty();
}

qint64 WaitingModel::idAt(int row) const
{
    const auto *line = rowAt<WaitingRow>(row);
    return line ? line->line.queue.line.value : 0;
}

void WaitingModel::listingReplaced()
{
    const auto *lines = static_cast<const Lines *>(listing());
    m_totals = lines->lines.totals;
    m_currency = lines->currency;
    Q_EMIT totalsChanged();
}

QVariant WaitingModel::cell(int row, int column, int role) const
{
    const auto *line = rowAt<WaitingRow>(row);
    if (!line)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*line, Column(column));
    case NumberRole: return number(*line, Column(column));
    case IdRole: return line->line.queue.line.value;
    case StatusRole: return int(statusOf(*line));
    case KindRole: return int(kindOf(*line));
    case ProductIdRole: return line->line.queue.product.value;
    case OrderIdRole: return line->line.queue.order.value;
    case ExportRole:
        if (column == CoveredBy)
            return text(*line, CoveredBy);
        return column == Placed  ? QVariant(toIso(line->line.placedAt))
               : column == Value ? QVariant(m_currency.toDecimal(line->value()))
                                 : QVariant();
    default: return {};
    }
}

QString WaitingModel::text(const WaitingRow &row, Column column) const
{
    const WaitingDetail &line = row.line;
    switch (column) {
    case Place: return numberText(row.place);
    case Product: return row.sku;
    case Name: return row.name;
    case Customer: return line.customer;
    case Order: return QString::number(line.queue.order.value);
    case Kind: return line.queue.preorder ? tr("Pre-order") : tr("Backorder");
    case Waiting: return numberText(line.queue.units);
    case UnitsAhead: return numberText(row.unitsAhead);
    case Eta: {
        const QString day = row.coverage.isCovered() ? dayText(row.coverage.eta) : tr("not covered");
        return row.isLate() ? tr("%1 · late").arg(day) : day;
    }
    case CoveredBy:
        if (row.coverage.coveredBy)
            return tr("PO-%1").arg(row.coverage.coveredBy->value);
        return row.coverage.isCovered() ? tr("stock") : QString();
    case Promise: return dayText(line.promise.value_or(QDate()));
    case Slip: {
        const auto slip = slipOf(row);
        return slip ? (*slip > 0 ? u"+"_qs : QString()) + numberText(*slip) : QString();
    }
    case Placed: return instantText(line.placedAt);
    case Value: return moneyText(row.value(), m_currency);
    case Odds: return oddsText(row);
    }
    Q_UNREACHABLE();
}

QVariant WaitingModel::number(const WaitingRow &row, Column column) const
{
    const WaitingDetail &line = row.line;
    switch (column) {
    case Place: return row.place;
    case Order: return line.queue.order.value;
    case Waiting: return line.queue.units;
    case UnitsAhead: return row.unitsAhead;
    case Odds: // what they are about, and sorted by
    case Eta: return row.coverage.isCovered() ? QVariant(row.coverage.eta) : QVariant();
    case CoveredBy: return row.coverage.coveredBy ? QVariant(row.coverage.coveredBy->value) : QVariant();
    case Promise: return line.promise ? QVariant(*line.promise) : QVariant();
    case Slip: {
        const auto slip = slipOf(row);
        return slip ? QVariant(*slip) : QVariant();
    }
    case Placed: return line.placedAt;
    case Value: return row.value();
    case Product:
    case Name:
    case Customer:
    case Kind: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
