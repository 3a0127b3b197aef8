#pragma once

#include "models/services/orderlist.h"
#include "models/tables/listmodel.h"

namespace waitline {

/// Orders with their lines added up. IdRole and OrderIdRole are the order; StatusRole an OrderState.
class OrderModel final : public ListModel<OrderFilter, OrderSort> {
    Q_OBJECT

public:
    enum Column {
        Number,
        Placed,
        Customer,
        Reference,
        State,
        Ordered,
        Waiting,
        Allocated,
        Shipped,
        Total,
        Paid,
        Balance,
        Promise,
        Priority,
        Campaign
    };
    static constexpr int columns = Campaign + 1;

    explicit OrderModel(Session &session, QObject *parent = nullptr);

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Orders;
    [[nodiscard]] QString text(const OrderRow &row, Column column) const;
    [[nodiscard]] static QVariant number(const OrderRow &row, Column column);
};

/// "Waiting", "Part ready", "Ready", "Shipped", "Cancelled".
[[nodiscard]] QString orderStateText(OrderState state);

} // namespace waitline
