#include "models/tables/purchasemodel.h"

#include "models/tables/celltext.h"

#include <algorithm>
#include <tuple>

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return PurchaseModel::tr(text); };
    return {{tr("Purchase"), tr("The purchase's number."), true},
            {tr("Supplier"), tr("Who it was bought from."), false},
            {tr("Reference"), tr("The supplier's own number."), false},
            {tr("Expected"), tr("The day it is expected now."), false},
            {tr("Lines"), tr("Lines something is still to come of."), true},
            {tr("To come"), tr("Units ordered and neither received nor given up."), true},
            {tr("Late"), tr("Days since the expected day."), false}};
}

/// Whether `a` stands before `b` in ascending order of a column.
bool isBefore(const OpenPurchase &a, const OpenPurchase &b, PurchaseModel::Column column)
{
    switch (column) {
    case PurchaseModel::Number: return a.stored.id < b.stored.id;
    case PurchaseModel::Supplier: return a.stored.supplier.localeAwareCompare(b.stored.supplier) < 0;
    case PurchaseModel::Reference: return a.stored.reference.localeAwareCompare(b.stored.reference) < 0;
    case PurchaseModel::Expected: return a.stored.expected < b.stored.expected;
    case PurchaseModel::Lines: return a.stored.lines < b.stored.lines;
    case PurchaseModel::ToCome: return a.stored.toCome < b.stored.toCome;
    case PurchaseModel::Late: return a.daysLate < b.daysLate;
    }
    Q_UNREACHABLE();
}

} // namespace

class PurchaseModel::Purchases final : public WindowedModel::Listing {
public:
    explicit Purchases(std::vector<OpenPurchase> found) : purchases(std::move(found)) {}

    qint64 rows() const override { return std::ssize(purchases); }
    qint64 idAt(qint64 row) const override { return purchases[size_t(row)].stored.id.value; }
    Result<std::shared_ptr<const Page>> page(Connection &, qint64 first, qint64 count) const override
    {
        const auto begin = purchases.begin() + first;
        return std::shared_ptr<const Page>(std::make_shared<PageOf<OpenPurchase>>(std::vector(begin, begin + count)));
    }

    const std::vector<OpenPurchase> purchases;
};

PurchaseModel::PurchaseModel(Session &session, QObject *parent) : WindowedModel(session, heads(), parent) {}

void PurchaseModel::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    questionChanged();
}

void PurchaseModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columns)
        return;
    const bool descending = order == Qt::DescendingOrder;
    if (m_sort == column && m_descending == descending)
        return;
    m_sort = Column(column);
    m_descending = descending;
    questionChanged();
}

WindowedModel::Opening PurchaseModel::opening() const
{
    return [text = m_filter, today = session().today(), sort = m_sort,
            descending = m_descending](Connection &connection) -> Result<ListingPointer> {
        auto found = openPurchases(connection, text, today);
        if (!found)
            return found.error();
        std::vector<OpenPurchase> purchases = std::move(found).value();
        std::stable_sort(purchases.begin(), purchases.end(), [&](const OpenPurchase &a, const OpenPurchase &b) {
            return descending ? isBefore(b, a, sort) : isBefore(a, b, sort);
        });
        return ListingPointer(std::make_shared<Purchases>(std::move(purchases)));
    };
}

bool PurchaseModel::concerns(const ChangeSet &changes) const { return changes.everything || !changes.purchases.empty(); }

QVariant PurchaseModel::cell(int row, int column, int role) const
{
    const auto *purchase = rowAt<OpenPurchase>(row);
    if (!purchase)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*purchase, Column(column));
    case NumberRole: return number(*purchase, Column(column));
    case IdRole: return purchase->stored.id.value;
    case StatusRole: return int(purchase->daysLate > 0 ? PurchaseStatus::Overdue : PurchaseStatus::OnTime);
    default: return {};
    }
}

QString PurchaseModel::text(const OpenPurchase &purchase, Column column)
{
    switch (column) {
    case Number: return tr("PO-%1").arg(purchase.stored.id.value);
    case Supplier: return purchase.stored.supplier;
    case Reference: return purchase.stored.reference;
    case Expected: return dayText(purchase.stored.expected);
    case Lines: return numberText(purchase.stored.lines);
    case ToCome: return numberText(purchase.stored.toCome);
    case Late: return purchase.daysLate > 0 ? numberText(purchase.daysLate) : QString();
    }
    Q_UNREACHABLE();
}

QVariant PurchaseModel::number(const OpenPurchase &purchase, Column column)
{
    switch (column) {
    case Number: return purchase.stored.id.value;
    case Expected: return purchase.stored.expected;
    case Lines: return purchase.stored.lines;
    case ToCome: return purchase.stored.toCome;
    case Late: return purchase.daysLate;
    case Supplier:
    case Reference: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
