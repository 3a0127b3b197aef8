#include "models/charts/figuresmodel.h"

namespace waitline {

QList<QStringList> FigureTable::neutral() const
{
    QList<QStringList> all;
    QStringList titles;
    for (const ColumnHead &head : heads)
        titles += head.title;
    all += titles;
    for (const std::vector<Figure> &row : rows) {
        QStringList cells;
        for (const Figure &figure : row)
            cells += figure.exported.isEmpty() ? figure.text : figure.exported;
        all += cells;
    }
    return all;
}

FiguresModel::FiguresModel(std::vector<ColumnHead> heads, QObject *parent) : QAbstractTableModel(parent), m_heads(std::move(heads)) {}

void FiguresModel::setTable(const FigureTable &table)
{
    beginResetModel();
    m_rows = table.rows;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int FiguresModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_heads.count(); }

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_heads.headerData(section, orientation, role);
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Figure &figure = m_rows[size_t(index.row())][size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole: return figure.text;
    case Qt::TextAlignmentRole: return m_heads.alignment(index.column());
    case NumberRole: return figure.number;
    case ExportRole: return figure.exported.isEmpty() ? QVariant() : QVariant(figure.exported);
    default: return {};
    }
}

} // namespace waitline
