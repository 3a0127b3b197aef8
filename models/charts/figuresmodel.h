#pragma once

#include "models/tables/columnheads.h"
#include "models/tables/roles.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace waitline {

/// One figure of a table: as it is read, as it is sorted and added, and as files have it.
struct Figure {
    QString text;
    QVariant number = {};
    QString exported = {}; ///< empty: as it is read
};

/// The numbers of a chart as a table: a row for each bar.
struct FigureTable {
    std::vector<ColumnHead> heads;
    std::vector<std::vector<Figure>> rows;

    /// With the heads first. Numbers and days neutral, as files have them.
    [[nodiscard]] QList<QStringList> neutral() const;
};

/// The table beside a chart.
class FiguresModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit FiguresModel(std::vector<ColumnHead> heads, QObject *parent = nullptr);
    void setTable(const FigureTable &table);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ColumnHeads m_heads;
    std::vector<std::vector<Figure>> m_rows;
};

} // namespace waitline
