#pragma once

#include "models/services/linejumps.h"
#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// Moves in line, the latest first. OrderIdRole is the order, StatusRole 1 where the move can be undone.
class JumpModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Sku, Order, Customer, Places, PushedBack, Reason, Actor, State };

    explicit JumpModel(QObject *parent = nullptr);
    void setJumps(std::vector<LineJump> jumps);
    [[nodiscard]] const LineJump &jump(int row) const { return m_jumps[size_t(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const LineJump &jump, Column column) const;
    ColumnHeads m_heads;
    std::vector<LineJump> m_jumps;
};

/// Products with how their lines were served. ProductIdRole is the product.
class FairnessModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, Servings, Exceptions, Moves, Verdict };

    explicit FairnessModel(QObject *parent = nullptr);
    void setProducts(std::vector<StoredFairness> products);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ColumnHeads m_heads;
    std::vector<StoredFairness> m_products;
};

/// Servings that passed somebody over, each with its operation.
class ExceptionModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Operation, Policy, Served, PassedOver, Actor, Reason };

    explicit ExceptionModel(QObject *parent = nullptr);
    void setExceptions(std::vector<StoredException> exceptions);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ColumnHeads m_heads;
    std::vector<StoredException> m_exceptions;
};

} // namespace waitline
