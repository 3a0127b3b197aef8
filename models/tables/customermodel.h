#pragma once

#include "models/services/customerlist.h"
#include "models/tables/listmodel.h"

namespace waitline {

/// Customers with what their orders add up to. IdRole is the customer.
class CustomerModel final : public ListModel<CustomerFilter, CustomerSort> {
    Q_OBJECT

public:
    enum Column { Name, OpenOrders, Waiting, Held, Late, Since, Reference, Email, Phone, Country, Priority };
    static constexpr int columns = Priority + 1;

    explicit CustomerModel(Session &session, QObject *parent = nullptr);

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Customers;
    [[nodiscard]] QString text(const CustomerRow &row, Column column) const;
    [[nodiscard]] static QVariant number(const CustomerRow &row, Column column);
};

} // namespace waitline
