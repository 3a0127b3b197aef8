#pragma once

#include "models/services/purchasepegs.h"
#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// Waiting lines that are served on another day. OrderIdRole is the order; StatusRole 1 where a promise breaks.
class AffectedModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Order, Customer, Sku, Units_, Before, After, Promised };

    explicit AffectedModel(QObject *parent = nullptr);

    void setLines(std::vector<AffectedLine> lines);
    [[nodiscard]] qint64 brokenPromises() const;
    [[nodiscard]] qint64 customers() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ColumnHeads m_heads;
    std::vector<AffectedLine> m_lines;
};

} // namespace waitline
