#pragma once

#include "models/services/planservice.h"
#include "models/tables/windowedmodel.h"

#include <map>
#include <set>

namespace waitline {

/// What the last plan suggests to buy, of it what a budget pays for. IdRole is the product. A row is ticked until it is
/// unticked, as long as there is anything of it to buy: what is drafted or ordered already is not ticked, nor is
/// what nobody has bought for long, until somebody ticks it. Units can be edited;
/// what somebody says is bought.
class SuggestionModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column {
        Tick,
        Units,
        Sku,
        Name,
        Supplier,
        Cost,
        OrderBy,
        Waiting,
        Position,
        ReorderPoint,
        OrderUpTo,
        SafetyStock,
        ADay,
        LeadTime,
        TakenUp
    };
    static constexpr int columns = TakenUp + 1;

    explicit SuggestionModel(Session &session, QObject *parent = nullptr);

    /// SKU, name or supplier; empty: all.
    void setFilter(const QString &text);
    /// None: all that is suggested is bought.
    void setBudget(std::optional<Money> budget);
    [[nodiscard]] bool isNarrowed() const { return !m_filter.isEmpty() || m_budget.has_value(); }
    /// False where nothing of the row is left to buy.
    bool toggle(int row);

    /// The plan that is shown; none before the first.
    [[nodiscard]] std::optional<StoredPlan> plan() const;
    /// Products whose pre-orders were outside of what is usual when the plan was made.
    [[nodiscard]] std::vector<BookingAlert> alerts() const;
    /// What is in purchase drafts costs: the budget has paid for it already.
    [[nodiscard]] Money drafted() const;
    [[nodiscard]] bool hasBudget() const { return m_budget.has_value(); }
    /// The row's suggestion, with the units the budget pays for.
    [[nodiscard]] std::optional<StoredSuggestion> suggestion(int row) const;
    /// All that is ticked, in the order of the list.
    [[nodiscard]] std::vector<StoredSuggestion> ticked() const;
    /// Goes back to the plan's own units.
    void forgetEdits();

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void ticksChanged();

protected:
    [[nodiscard]] Opening opening() const override;
    /// Purchases take up what is suggested; what touches products and no order may be what somebody says of their demand.
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override
    {
        return changes.everything || !changes.purchases.empty() || (!changes.products.empty() && changes.orders.empty());
    }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Suggestions;
    [[nodiscard]] const Suggestions *suggestions() const;
    [[nodiscard]] QString text(const StoredSuggestion &suggestion, Column column) const;
    [[nodiscard]] static QVariant number(const StoredSuggestion &suggestion, Column column);
    [[nodiscard]] StoredSuggestion asEdited(const StoredSuggestion &suggestion) const;
    [[nodiscard]] bool isTicked(const StoredSuggestion &suggestion) const;
    void setTicked(const StoredSuggestion &suggestion, bool isBought);

    QString m_filter;
    std::optional<Money> m_budget;
    std::set<ProductId> m_unticked;
    std::set<ProductId> m_wanted; ///< ticked though nothing of them has sold for long
    std::map<ProductId, waitline::Units> m_edited;
};

} // namespace waitline
