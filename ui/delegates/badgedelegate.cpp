#include "ui/delegates/badgedelegate.h"

#include "models/tables/roles.h"

#include <QPainter>

namespace waitline {

BadgeDelegate::BadgeDelegate(std::function<BadgeLook(const QModelIndex &)> look, QObject *parent)
    : RowDelegate(parent)
    , m_look(std::move(look))
{}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    const QString word = index.data().toString();
    if (word.isEmpty())
        return size;
    const BadgeLook look = m_look(index);
    size.setWidth(badgeWidth(option.fontMetrics, look, look.word.isEmpty() ? word : look.word) + 2 * padding);
    return size;
}

void BadgeDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QString word = index.data(Qt::DisplayRole).toString();
    if (word.isEmpty())
        return;
    painter->setFont(option.font);
    const BadgeLook look = m_look(index);
    const QRect area = option.rect.adjusted(padding - 2, 0, -padding + 2, -1);
    if (!look.word.isEmpty())
        word = look.word;
    drawBadge(*painter, area, look, fittingWord(option.fontMetrics, look, word, area.width()));
}

BadgeLook standingOrVoid(const QModelIndex &cell, const QString &iconName)
{
    return cell.data(StatusRole).toInt() == 1 ? BadgeLook{QStringLiteral("close"), &Theme::muted} : BadgeLook{iconName, &Theme::positive};
}

} // namespace waitline
