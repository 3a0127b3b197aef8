#pragma once

#include "models/charts/chartsheet.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>

namespace waitline {

/// The table beside a chart: the same numbers. IdRole is the point a row stands for; invalid for rows that are none.
class ChartTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void setSheet(const ChartSheet &sheet);
    [[nodiscard]] const ChartSheet &sheet() const { return m_sheet; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ChartSheet m_sheet;
};

} // namespace waitline
