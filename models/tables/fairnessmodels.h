#pragma once

#include "models/services/linejumps.h"
#include "models/tables/rowsmodel.h"

#include <functional>

namespace waitline {

/// How the window calls a policy.
using PolicyWords = std::function<QString(AllocationPolicy)>;

/// Who went ahead by what people decided, the latest first. OrderIdRole is the order, StatusRole 1 where it can be undone.
class JumpModel final : public RowsModel<LineJump> {
    Q_OBJECT

public:
    enum Column { When, Sku, Order, Customer, Places, PushedBack, Reason, Actor, State };

    explicit JumpModel(PolicyWords words, QObject *parent = nullptr);
    void setJumps(std::vector<LineJump> jumps);
    [[nodiscard]] const LineJump &jump(int row) const { return rows()[size_t(row)]; }

protected:
    [[nodiscard]] QVariant cell(const LineJump &jump, int column, int role) const override;

private:
    [[nodiscard]] QString text(const LineJump &jump, Column column) const;
    [[nodiscard]] QString what(const StoredJump &jump) const;
    [[nodiscard]] static QString pushedBack(const LineJump &jump);
    [[nodiscard]] static QString state(const StoredJump &jump);

    PolicyWords m_words;
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

    explicit ExceptionModel(PolicyWords words, QObject *parent = nullptr);
    void setExceptions(std::vector<StoredException> exceptions);

protected:
    [[nodiscard]] QVariant cell(const StoredException &exception, int column, int role) const override;

private:
    PolicyWords m_words;
};

} // namespace waitline
