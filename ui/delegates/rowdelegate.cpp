#include "ui/delegates/rowdelegate.h"

#include "ui/style/theme.h"
#include "ui/widgets/datatable.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace waitline {

void RowDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const auto *table = qobject_cast<const DataTable *>(option.widget);
    if (table && table->flashedRow() == index.row())
        painter->fillRect(option.rect, theme.soft(theme.positive));
    else if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (table && table->hoveredRow() == index.row())
        painter->fillRect(option.rect, theme.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintBackground(painter, option, index);
    painter->save();
    painter->setClipRect(option.rect);
    paintContent(painter, option, index);
    painter->restore();
}

Qt::Alignment RowDelegate::alignmentOf(const QModelIndex &index) const
{
    const QVariant told = index.data(Qt::TextAlignmentRole);
    return told.isValid() ? Qt::Alignment(told.toInt()) : Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void RowDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    const QRect area = option.rect.adjusted(padding, 0, -padding, -1);
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    painter->setFont(option.font);
    painter->setPen(enabled ? Theme::current().text : Theme::current().muted);
    painter->drawText(area, int(alignmentOf(index) | Qt::AlignVCenter), option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * padding, option.fontMetrics.height() + 14};
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (event->type() == QEvent::ToolTip && option.fontMetrics.horizontalAdvance(text) > option.rect.width() - 2 * padding) {
        QToolTip::showText(event->globalPos(), text, view);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace waitline
