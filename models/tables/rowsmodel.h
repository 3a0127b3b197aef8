#pragma once

#include "models/tables/columnheads.h"

#include <QAbstractTableModel>

namespace waitline {

/// A model over rows that are all there: for lists as short as a document. What grows with the business is a WindowedModel.
template <typename Row>
class RowsModel : public QAbstractTableModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : int(m_rows.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final { return parent.isValid() ? 0 : m_heads.count(); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!index.isValid())
            return {};
        return role == Qt::TextAlignmentRole ? m_heads.alignment(index.column()) : cell(m_rows[size_t(index.row())], index.column(), role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        return m_heads.headerData(section, orientation, role);
    }

protected:
    RowsModel(std::vector<ColumnHead> heads, QObject *parent) : QAbstractTableModel(parent), m_heads(std::move(heads)) {}

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    /// What a cell says in a role other than the alignment.
    [[nodiscard]] virtual QVariant cell(const Row &row, int column, int role) const = 0;

private:
    ColumnHeads m_heads;
    std::vector<Row> m_rows;
};

} // namespace waitline
