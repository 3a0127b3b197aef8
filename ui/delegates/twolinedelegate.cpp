#include "ui/delegates/twolinedelegate.h"

#include "ui/style/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>

namespace waitline {

TwoLineDelegate::TwoLineDelegate(int below, QTableView *table) : RowDelegate(table), m_table(table), m_below(below) {}

QString TwoLineDelegate::below(const QModelIndex &index) const
{
    return m_table->isColumnHidden(m_below) ? index.siblingAtColumn(m_below).data().toString() : QString();
}

void TwoLineDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString second = below(index);
    if (second.isEmpty())
        return RowDelegate::paintContent(painter, option, index);
    const QString text = index.data().toString();
    const auto isBlank = [](QChar letter) { return letter.isSpace(); };
    const QString indent(std::find_if_not(text.cbegin(), text.cend(), isBlank) - text.cbegin(), u' '); // of both lines alike
    const QRect area = option.rect.adjusted(padding, 0, -padding, -1);
    const int line = option.fontMetrics.height();
    const QRect first(area.left(), area.top() + (area.height() - 2 * line) / 2, area.width(), line);
    painter->setFont(option.font);
    painter->setPen(Theme::current().text);
    painter->drawText(first, Qt::AlignLeft, option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    painter->setPen(Theme::current().muted);
    painter->drawText(first.translated(0, line), Qt::AlignLeft,
                      option.fontMetrics.elidedText(indent + second, Qt::ElideRight, area.width()));
}

bool TwoLineDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString second = below(index);
    if (event->type() != QEvent::ToolTip || second.isEmpty())
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), tr("%1 · %2").arg(index.data().toString(), second), view);
    return true;
}

} // namespace waitline
