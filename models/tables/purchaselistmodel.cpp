#include "models/tables/purchaselistmodel.h"

#include "models/tables/celltext.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("PurchaseListModel", text); }

std::vector<ColumnHead> heads()
{
    return {{sentence("Purchase"), sentence("The purchase's number; drafts have one of their own."), false},
            {sentence("State"), sentence("How far it is."), false},
            {sentence("Supplier"), sentence("Who it is bought from."), false},
            {sentence("Expected"), sentence("The day it is expected now."), true},
            {sentence("First expected"), sentence("The day that was said first."), true},
            {sentence("Slip"), sentence("How much later than first said."), false},
            {sentence("To come"), sentence("Units ordered and neither received nor given up."), true},
            {sentence("Value"), sentence("What is to come, at cost."), true},
            {sentence("Customers"), sentence("Customers waiting on it: units of it would go to their orders."), true},
            {sentence("Reference"), sentence("The supplier's own number."), false}};
}

} // namespace

class PurchaseListModel::Purchases final : public WindowedModel::Listing {
public:
    explicit Purchases(std::vector<PurchaseKey> found) : keys(std::move(found)) {}

    qint64 rows() const override { return std::ssize(keys); }
    /// Of a draft its negative.
    qint64 idAt(qint64 row) const override { return keys[size_t(row)].isDraft ? -keys[size_t(row)].id : keys[size_t(row)].id; }
    Result<std::shared_ptr<const Page>> page(Connection &connection, qint64 first, qint64 count) const override
    {
        auto read = purchaseRows(connection, {keys.begin() + first, keys.begin() + first + count});
        if (!read)
            return read.error();
        return std::shared_ptr<const Page>(std::make_shared<PageOf<PurchaseRow>>(std::move(read).value()));
    }

    const std::vector<PurchaseKey> keys;
};

PurchaseListModel::PurchaseListModel(Session &session, QObject *parent) : WindowedModel(session, heads(), parent) {}

void PurchaseListModel::setFilter(const PurchaseFilter &filter)
{
    if (m_question.filter == filter)
        return;
    m_question.filter = filter;
    questionChanged();
}

void PurchaseListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= Customers) // what waits on it is computed, not a column to sort by
        return;
    const auto wanted = PurchaseSort(column);
    const bool descending = order == Qt::DescendingOrder;
    if (m_question.sort == wanted && m_question.descending == descending)
        return;
    m_question.sort = wanted;
    m_question.descending = descending;
    questionChanged();
}

WindowedModel::Opening PurchaseListModel::opening() const
{
    return [question = m_question](Connection &connection) -> Result<ListingPointer> {
        auto keys = listPurchases(connection, question);
        if (!keys)
            return keys.error();
        return ListingPointer(std::make_shared<Purchases>(std::move(keys).value()));
    };
}

bool PurchaseListModel::concerns(const ChangeSet &changes) const
{
    return changes.everything || !changes.purchases.empty() || !changes.products.empty();
}

QVariant PurchaseListModel::cell(int row, int column, int role) const
{
    const auto *found = rowAt<PurchaseRow>(row);
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*found, Column(column));
    case NumberRole: return number(*found, Column(column));
    case IdRole: return found->key.id;
    case KindRole: return int(found->key.isDraft);
    case StatusRole: return int(found->state);
    case ExportRole: return column == Value && !found->key.isDraft ? QVariant(session().currency().toDecimal(found->value)) : QVariant();
    default: return {};
    }
}

QString PurchaseListModel::text(const PurchaseRow &row, Column column) const
{
    const bool isDraft = row.key.isDraft;
    switch (column) {
    case Number: return isDraft ? sentence("Draft %1").arg(row.key.id) : sentence("PO-%1").arg(row.key.id);
    case State: return purchaseStateText(row.state);
    case Supplier: return row.supplier;
    case Expected: return dayText(row.expected.value_or(QDate()));
    case FirstExpected: return dayText(row.expectedFirst.value_or(QDate()));
    case Slip: return slipText(row.slip());
    case ToCome: return isDraft ? QString() : numberText(row.toCome);
    case Value: return isDraft ? QString() : moneyText(row.value, session().currency());
    case Customers: return isDraft ? QString() : numberText(row.customers);
    case Reference: return row.reference;
    }
    Q_UNREACHABLE();
}

QVariant PurchaseListModel::number(const PurchaseRow &row, Column column)
{
    switch (column) {
    case Expected: return row.expected ? QVariant(*row.expected) : QVariant();
    case FirstExpected: return row.expectedFirst ? QVariant(*row.expectedFirst) : QVariant();
    case Slip: return row.slip();
    case ToCome: return row.toCome;
    case Value: return row.value;
    case Customers: return row.customers;
    default: return {};
    }
}

QString purchaseStateText(PurchaseState state)
{
    switch (state) {
    case PurchaseState::Draft: return sentence("Draft");
    case PurchaseState::Placed: return sentence("Placed");
    case PurchaseState::PartReceived: return sentence("Part received");
    case PurchaseState::Received: return sentence("Received");
    case PurchaseState::ClosedShort: return sentence("Closed short");
    }
    Q_UNREACHABLE();
}

QString slipText(qint64 days)
{
    if (days == 0)
        return {};
    const QString length = qAbs(days) == 1 ? sentence("1 day") : sentence("%1 days").arg(numberText(qAbs(days)));
    return days > 0 ? sentence("%1 later").arg(length) : sentence("%1 sooner").arg(length);
}

} // namespace waitline
