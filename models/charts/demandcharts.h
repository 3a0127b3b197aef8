#pragma once

#include "models/services/demandseries.h"
#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

namespace waitline {

/// The table beside the chart of products in demand: the same numbers. ProductIdRole is the product, invalid in the
/// last row, which is the rest.
class DemandBarsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sku, Name, Preorder, Backorder, Total, Value };
    static constexpr int columns = Value + 1;

    explicit DemandBarsModel(QObject *parent = nullptr);
    void setBars(const DemandBars &bars);
    [[nodiscard]] const DemandBars &bars() const { return m_bars; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const DemandBar &bar(int row) const;
    [[nodiscard]] QString text(const DemandBar &bar, Column column) const;
    [[nodiscard]] static QVariant number(const DemandBar &bar, Column column);

    ColumnHeads m_heads;
    DemandBars m_bars;
};

/// The table beside the chart of demand over time. IdRole is the first day of the period as a day number.
class DemandOverTimeModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { PeriodStart, Preorder, Backorder, Other, Total, Value };
    static constexpr int columns = Value + 1;

    explicit DemandOverTimeModel(QObject *parent = nullptr);
    void setSeries(const DemandOverTime &series);
    [[nodiscard]] const DemandOverTime &series() const { return m_series; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const DemandBucket &bucket, Column column) const;
    [[nodiscard]] static QVariant number(const DemandBucket &bucket, Column column);

    ColumnHeads m_heads;
    DemandOverTime m_series;
};

} // namespace waitline
