#pragma once

#include "models/services/whatif.h"
#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// What is still to come of a purchase, product by product, and how much of it is assumed to come. Arrives can be edited;
/// ProductIdRole is the product.
class ArrivalModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, ToCome, Arrives };
    static constexpr int columns = Arrives + 1;

    explicit ArrivalModel(const StoredPurchase &purchase, QObject *parent = nullptr);

    /// What is assumed to come, and what is not in it.
    [[nodiscard]] std::map<ProductId, Units> arriving() const;
    [[nodiscard]] std::map<ProductId, Units> rest() const;
    [[nodiscard]] bool hasRest() const;
    [[nodiscard]] Units toCome(int row) const { return m_lines[size_t(row)].toCome; }
    [[nodiscard]] const QString &sku(int row) const { return m_lines[size_t(row)].sku; }
    /// Assumes so many hundredths of each product, rounded down.
    void assumeShare(int percent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

private:
    struct Line {
        ProductId product;
        QString sku;
        QString name;
        Units toCome = 0;
        Units arrives = 0;
    };
    ColumnHeads m_heads;
    std::vector<Line> m_lines;
};

} // namespace waitline
