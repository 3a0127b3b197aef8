#include "ui/delegates/badgedelegate.h"

#include "ui/style/icons.h"

#include <QPainter>

namespace waitline {

namespace {
constexpr int iconSize = 14;
constexpr int inside = 8;
constexpr int gap = 5;
} // namespace

BadgeDelegate::BadgeDelegate(std::function<BadgeLook(const QModelIndex &)> look, QObject *parent)
    : RowDelegate(parent), m_look(std::move(look))
{
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    size.rwidth() += iconSize + gap + 2 * inside;
    return size;
}

void BadgeDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString cell = index.data(Qt::DisplayRole).toString();
    if (cell.isEmpty())
        return;
    const BadgeLook look = m_look(index);
    const QString text = look.word.isEmpty() ? cell : look.word;
    const Theme &theme = Theme::current();
    const QColor colour = theme.*look.colour;
    const QRect area = option.rect.adjusted(padding - 2, 0, -padding + 2, -1);
    const int wanted = option.fontMetrics.horizontalAdvance(text) + 1 + iconSize + gap + 2 * inside;
    QRect badge(area.left(), 0, qMin(wanted, area.width()), 22);
    badge.moveTop(area.center().y() - badge.height() / 2 + 1);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.soft(colour));
    painter->drawRoundedRect(badge, 11, 11);
    const QRect iconArea(badge.left() + inside, badge.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    if (!look.iconName.isEmpty())
        icon(look.iconName, look.colour).paint(painter, iconArea);
    const QRect words = badge.adjusted(inside + (look.iconName.isEmpty() ? 0 : iconSize + gap), 0, -inside, 0);
    painter->setPen(colour);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
}

} // namespace waitline
