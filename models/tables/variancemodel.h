#pragma once

#include "models/services/countservice.h"
#include "models/services/session.h"
#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// What a count sheet would change, the largest differences in value first.
class VarianceModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, OnHand, Counted, Difference, Value, TakenBack };

    explicit VarianceModel(Currency currency, QObject *parent = nullptr);

    void setVariances(std::vector<CountVariance> variances);
    [[nodiscard]] const std::vector<CountVariance> &variances() const { return m_variances; }
    /// Products whose count differs.
    [[nodiscard]] qint64 differing() const;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Currency m_currency;
    ColumnHeads m_heads;
    std::vector<CountVariance> m_variances;
};

} // namespace waitline
