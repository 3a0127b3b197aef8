#include "models/tables/suggestionmodel.h"

#include "models/tables/celltext.h"

#include <QLocale>

namespace waitline {

namespace {

std::vector<ColumnHead> heads()
{
    const auto tr = [](const char *text) { return SuggestionModel::tr(text); };
    return {{tr("Buy"), tr("Whether it is bought: the space bar changes it."), false},
            {tr("Units"), tr("What to order, in whole packs."), true},
            {tr("SKU"), tr("The product's code."), false},
            {tr("Product"), tr("What it is called."), false},
            {tr("Supplier"), tr("Who it is bought from."), false},
            {tr("Cost"), tr("Units times the product's cost."), true},
            {tr("Order by"), tr("The day on which the stock that is there and coming reaches the reorder point."), false},
            {tr("Waiting"), tr("Units customers wait for."), true},
            {tr("Position"), tr("On hand + on order − committed."), true},
            {tr("Reorder point"), tr("Demand while an order is under way, and safety."), true},
            {tr("Order up to"), tr("Demand until the next order after this one has arrived, and safety."), true},
            {tr("Safety stock"), tr("What of it stands against uncertain demand and delivery."), true},
            {tr("A day"), tr("Units expected to be asked for each day."), true},
            {tr("Lead time"), tr("Days from order to arrival, as they were."), true},
            {tr("Taken up"), tr("What is in purchase drafts already, or has come on order since the plan."), false}};
}

bool isMeant(const StoredSuggestion &suggestion, const QString &text)
{
    return suggestion.sku.contains(text, Qt::CaseInsensitive) || suggestion.name.contains(text, Qt::CaseInsensitive) ||
           suggestion.supplier.contains(text, Qt::CaseInsensitive);
}

QString thousandths(qint64 milli) { return QLocale().toString(double(milli) / 1000, 'f', 1); }

} // namespace

class SuggestionModel::Suggestions final : public WindowedModel::Listing {
public:
    Suggestions(std::optional<StoredPlan> made, std::vector<BookingAlert> noted, std::vector<StoredSuggestion> found, Money inDrafts)
        : plan(made)
        , alerts(std::move(noted))
        , all(std::move(found))
        , drafted(inDrafts)
    {}

    qint64 rows() const override { return std::ssize(all); }
    qint64 idAt(qint64 row) const override { return all[size_t(row)].product.value; }
    Result<std::shared_ptr<const Page>> page(Connection &, qint64 first, qint64 count) const override
    {
        const auto begin = all.begin() + first;
        return std::shared_ptr<const Page>(std::make_shared<PageOf<StoredSuggestion>>(std::vector(begin, begin + count)));
    }

    const std::optional<StoredPlan> plan;
    const std::vector<BookingAlert> alerts;
    const std::vector<StoredSuggestion> all;
    const Money drafted;
};

SuggestionModel::SuggestionModel(Session &session, QObject *parent) : WindowedModel(session, heads(), parent) {}

void SuggestionModel::setFilter(const QString &text)
{
    if (std::exchange(m_filter, text) != text)
        questionChanged();
}

void SuggestionModel::setBudget(std::optional<Money> budget)
{
    if (std::exchange(m_budget, budget) != budget)
        questionChanged();
}

bool SuggestionModel::toggle(int row)
{
    const auto *suggestion = rowAt<StoredSuggestion>(row);
    if (!suggestion)
        return true;
    if (suggestion->isTakenUp && !m_edited.contains(suggestion->product))
        return false;
    const bool isBought = isTicked(*suggestion);
    setTicked(*suggestion, !isBought);
    Q_EMIT dataChanged(index(row, Tick), index(row, Tick));
    Q_EMIT ticksChanged();
    return true;
}

bool SuggestionModel::isTicked(const StoredSuggestion &suggestion) const
{
    if (m_unticked.contains(suggestion.product) || (suggestion.isTakenUp && !m_edited.contains(suggestion.product)))
        return false;
    return !isSilent(suggestion) || m_wanted.contains(suggestion.product) || m_edited.contains(suggestion.product);
}

void SuggestionModel::setTicked(const StoredSuggestion &suggestion, bool isBought)
{
    if (isBought) {
        m_unticked.erase(suggestion.product);
        m_wanted.insert(suggestion.product);
    } else {
        m_unticked.insert(suggestion.product);
    }
}

StoredSuggestion SuggestionModel::asEdited(const StoredSuggestion &suggestion) const
{
    const auto edited = m_edited.find(suggestion.product);
    return edited == m_edited.end() ? suggestion : withUnits(suggestion, edited->second);
}

Qt::ItemFlags SuggestionModel::flags(const QModelIndex &index) const
{
    return WindowedModel::flags(index) | (index.isValid() && index.column() == Units ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool SuggestionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *suggestion = index.isValid() ? rowAt<StoredSuggestion>(index.row()) : nullptr;
    if (role != Qt::EditRole || !suggestion || index.column() != Units)
        return false;
    const qint64 units = value.toLongLong();
    if (units == asEdited(*suggestion).units)
        return true;
    if (units > 0) {
        m_edited[suggestion->product] = units;
        m_unticked.erase(suggestion->product);
    } else {
        m_edited.erase(suggestion->product);
        m_unticked.insert(suggestion->product);
    }
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columns - 1));
    Q_EMIT ticksChanged();
    return true;
}

void SuggestionModel::forgetEdits()
{
    m_edited.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT ticksChanged();
}

const SuggestionModel::Suggestions *SuggestionModel::suggestions() const { return static_cast<const Suggestions *>(listing()); }

std::optional<StoredPlan> SuggestionModel::plan() const { return suggestions() ? suggestions()->plan : std::nullopt; }

Money SuggestionModel::drafted() const { return suggestions() ? suggestions()->drafted : 0; }

std::vector<BookingAlert> SuggestionModel::alerts() const { return suggestions() ? suggestions()->alerts : std::vector<BookingAlert>(); }

std::optional<StoredSuggestion> SuggestionModel::suggestion(int row) const
{
    const Suggestions *list = suggestions();
    return list && row >= 0 && row < list->rows() ? std::optional(asEdited(list->all[size_t(row)])) : std::nullopt;
}

std::vector<StoredSuggestion> SuggestionModel::ticked() const
{
    std::vector<StoredSuggestion> found;
    for (const StoredSuggestion &each : suggestions() ? suggestions()->all : std::vector<StoredSuggestion>()) {
        if (isTicked(each))
            found.push_back(asEdited(each));
    }
    return found;
}

WindowedModel::Opening SuggestionModel::opening() const
{
    return [text = m_filter, budget = m_budget](Connection &connection) -> Result<ListingPointer> {
        auto plan = PlanService(connection).last();
        if (!plan)
            return plan.error();
        std::vector<StoredSuggestion> found = std::move(plan->suggestions);
        // The budget is for all there is, whatever the filter shows of it.
        if (budget)
            found = withinBudget(std::move(found), *budget - plan->drafted);
        std::erase_if(found, [&](const StoredSuggestion &each) { return !isMeant(each, text); });
        return ListingPointer(std::make_shared<Suggestions>(plan->made, std::move(plan->alerts), std::move(found), plan->drafted));
    };
}

QVariant SuggestionModel::cell(int row, int column, int role) const
{
    const auto *planned = rowAt<StoredSuggestion>(row);
    if (!planned)
        return {};
    const StoredSuggestion suggestion = asEdited(*planned);
    switch (role) {
    case Qt::DisplayRole: return text(suggestion, Column(column));
    case Qt::EditRole: return column == Units ? QVariant(suggestion.units) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Tick ? (isTicked(suggestion) ? tr("ticked") : tr("not ticked")) : text(suggestion, Column(column));
    case IdRole: return suggestion.product.value;
    case StatusRole: return int(isTicked(suggestion));
    case NumberRole: return number(suggestion, Column(column));
    case ExportRole: return column == Cost ? QVariant(session().currency().toDecimal(suggestion.cost())) : QVariant();
    default: return {};
    }
}

QString SuggestionModel::text(const StoredSuggestion &suggestion, Column column) const
{
    switch (column) {
    case Tick: return isTicked(suggestion) ? QStringLiteral("✓") : QStringLiteral("–");
    case Units: return numberText(suggestion.units);
    case Sku: return suggestion.sku;
    case Name: return suggestion.name;
    case Supplier: return suggestion.supplier;
    case Cost: return moneyText(suggestion.cost(), session().currency());
    case OrderBy: return suggestion.orderBy <= session().today() ? tr("today") : dayText(suggestion.orderBy);
    case Waiting: return numberText(suggestion.waiting);
    case Position: return numberText(suggestion.position());
    case ReorderPoint: return numberText(suggestion.reorderPoint);
    case OrderUpTo: return numberText(suggestion.orderUpTo);
    case SafetyStock: return numberText(suggestion.safetyStock);
    case ADay: return thousandths(suggestion.demandMilli);
    case LeadTime: return tr("%1 ± %2").arg(thousandths(suggestion.leadMilli), thousandths(suggestion.leadSpreadMilli));
    case TakenUp: return takenUpText(suggestion);
    }
    Q_UNREACHABLE();
}

QVariant SuggestionModel::number(const StoredSuggestion &suggestion, Column column)
{
    switch (column) {
    case Units: return suggestion.units;
    case OrderBy: return suggestion.orderBy;
    case Waiting: return suggestion.waiting;
    case Position: return suggestion.position();
    case ReorderPoint: return suggestion.reorderPoint;
    case OrderUpTo: return suggestion.orderUpTo;
    case SafetyStock: return suggestion.safetyStock;
    case Tick:
    case Sku:
    case Name:
    case Supplier:
    case Cost:
    case ADay:
    case LeadTime:
    case TakenUp: return {};
    }
    Q_UNREACHABLE();
}

} // namespace waitline
