#include "models/tables/columnheads.h"

namespace waitline {

QVariant ColumnHeads::alignment(int column) const
{
    const bool isNumber = m_heads[size_t(column)].isNumber;
    return QVariant::fromValue(int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

QVariant ColumnHeads::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= count())
        return {};
    const ColumnHead &head = m_heads[size_t(section)];
    switch (role) {
    case Qt::DisplayRole: return head.title;
    case Qt::ToolTipRole: return head.meaning;
    case Qt::TextAlignmentRole: return alignment(section);
    default: return {};
    }
}

} // namespace waitline
