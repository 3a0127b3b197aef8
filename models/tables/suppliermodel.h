#pragma once

#include "models/services/suppliers.h"
#include "models/tables/rowsmodel.h"
#include "models/tables/windowedmodel.h"

namespace waitline {

/// Suppliers by name with their lead times. IdRole is the supplier.
class SupplierModel final : public WindowedModel {
    Q_OBJECT

public:
    enum Column { Name, Open, Deliveries, Mean, Spread, OnTime, Email, Phone };

    explicit SupplierModel(Session &session, QObject *parent = nullptr);
    /// The supplier of a row; nullptr while it is being fetched.
    [[nodiscard]] const SupplierRow *supplier(int row) const;

protected:
    [[nodiscard]] Opening opening() const override;
    [[nodiscard]] bool concerns(const ChangeSet &changes) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    class Suppliers;
};

/// The promises of a supplier: what was said first, what is said now, and when the goods came.
class ScoreboardModel final : public RowsModel<Delivery> {
    Q_OBJECT

public:
    enum Column { Purchase, Placed, First, Current, Actual, InTime, Late };

    explicit ScoreboardModel(QObject *parent = nullptr);
    void setDeliveries(std::vector<Delivery> deliveries);

protected:
    [[nodiscard]] QVariant cell(const Delivery &delivery, int column, int role) const override;
};

} // namespace waitline
