#include "models/charts/charttable.h"

namespace waitline {

void ChartTable::setSheet(const ChartSheet &sheet)
{
    beginResetModel();
    m_sheet = sheet;
    endResetModel();
}

int ChartTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_sheet.rows.size()); }

int ChartTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_sheet.columns.size()); }

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ChartUnit unit = m_sheet.columns[size_t(index.column())].unit;
    const QVariant value = m_sheet.rows[size_t(index.row())].value(index.column());
    switch (role) {
    case Qt::DisplayRole: return chartText(value, unit, m_sheet.currency);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(int((unit == ChartUnit::Text || isOfDays(unit) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case NumberRole: return unit == ChartUnit::Text ? QVariant() : value;
    case ExportRole: return neutralText(value, unit, m_sheet.currency);
    case IdRole: return size_t(index.row()) < m_sheet.points.size() ? QVariant(qint64(index.row())) : QVariant();
    default: return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ChartColumn &column = m_sheet.columns[size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return columnTitle(column, m_sheet.currency);
    case Qt::ToolTipRole: return column.meaning;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            int((column.unit == ChartUnit::Text || isOfDays(column.unit) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    default: return {};
    }
}

} // namespace waitline
