#pragma once

#include "models/services/waitinglist.h"
#include "models/tables/listmodel.h"

namespace waitline {

enum class WaitingStatus { Covered, Late, NotCovered };
enum class WaitingKind { Preorder, Backorder };

/// The waiting line: of all products, or of one. IdRole is the order line; StatusRole a WaitingStatus, KindRole a
/// WaitingKind.
class WaitingModel final : public ListModel<WaitingFilter, WaitingSort> {
    Q_OBJECT

public:
    enum Column { Place, Product, Name, Customer, Order, Kind, Waiting, UnitsAhead, Eta, CoveredBy, Promise, Slip, Placed, Value, Odds };
    static constexpr int columns = Odds + 1;

    explicit WaitingModel(Session &session, QObject *parent = nullptr);

    /// Whether the rows are read with how sure their days are; what is asked of each row's supplier is left out otherwise.
    void setWithOdds(bool isWithOdds);
    /// Lines, units and value of all the filter leaves.
    [[nodiscard]] const WaitingSum &totals() const { return m_totals; }
    /// The line of a row; invalid while it is being fetched. Of the late list also that of rows not looked at yet.
    [[nodiscard]] OrderLineId lineAt(int row) const;
    /// The store's currency; known once loaded.
    [[nodiscard]] const Currency &currency() const { return m_currency; }

Q_SIGNALS:
    void totalsChanged();

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    [[nodiscard]] qint64 idAt(int row) const override;
    void listingReplaced() override;

private:
    class Lines;
    [[nodiscard]] QString text(const WaitingRow &row, Column column) const;
    [[nodiscard]] QVariant number(const WaitingRow &row, Column column) const;

    bool m_isWithOdds = false;
    WaitingSum m_totals;
    Currency m_currency;
};

} // namespace waitline
