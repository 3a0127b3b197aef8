#pragma once

#include "models/services/linejumps.h"
#include "models/tables/rowsmodel.h"

namespace waitline {

/// Who went ahead by what people decided, the latest first. OrderIdRole is the order, StatusRole 1 where it can be undone.
class JumpModel final : public RowsModel<LineJump> {
    Q_OBJECT

public:
    enum Column { When, Sku, Order, Customer, Places, PushedBack, Reason, Actor, State };

    explicit JumpModel(QObject *parent = nullptr);
    void setJumps(std::vector<LineJump> jumps);
    [[nodiscard]] const LineJump &jump(int row) const { return rows()[size_t(row)]; }

protected:
    [[nodiscard]] QVariant cell(const LineJump &jump, int column, int role) const override;

private:
    [[nodiscard]] QString text(const LineJump &jump, Column column) const;
    [[nodiscard]] static QString what(const StoredJump &jump);
    [[nodiscard]] static QString pushedBack(const LineJump &jump);
    [[nodiscard]] static QString state(const StoredJump &jump);
};

/// Products with how their lines were served. ProductIdRole is the product.
class FairnessModel final : public RowsModel<StoredFairness> {
    Q_OBJECT

public:
    enum Column { Sku, Name, Servings, Exceptions, Moves, Verdict };

    explicit FairnessModel(QObject *parent = nullptr);
    void setProducts(std::vector<StoredFairness> products);

protected:
    [[nodiscard]] QVariant cell(const StoredFairness &product, int column, int role) const override;
};

/// Lines served while higher-ranked ones still waited, each with its operation. OrderIdRole is the order.
class ExceptionModel final : public RowsModel<StoredException> {
    Q_OBJECT

public:
    enum Column { When, Order, Customer, Units_, Place, StillAhead, Policy, Operation, Actor, Reason };

    explicit ExceptionModel(QObject *parent = nullptr);
    void setExceptions(std::vector<StoredException> exceptions);

protected:
    [[nodiscard]] QVariant cell(const StoredException &exception, int column, int role) const override;
};

} // namespace waitline
