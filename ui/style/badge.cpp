#include "ui/style/badge.h"

#include "ui/style/icons.h"

#include <QPainter>

namespace waitline {

namespace {
constexpr int badgeHeight = 22;
constexpr int iconSize = 14;
constexpr int inside = 8;
constexpr int gap = 5;

int iconRoom(const BadgeLook &look) { return look.iconName.isEmpty() ? 0 : iconSize + gap; }
} // namespace

int badgeWidth(const QFontMetrics &metrics, const BadgeLook &look, const QString &word)
{
    return metrics.horizontalAdvance(word) + iconRoom(look) + 2 * inside + 1;
}

QString fittingWord(const QFontMetrics &metrics, const BadgeLook &look, QString word, int width)
{
    const QString between = QStringLiteral(" · ");
    while (word.contains(between) && badgeWidth(metrics, look, word) > width)
        word.truncate(word.lastIndexOf(between));
    return word;
}

void drawBadge(QPainter &painter, const QRect &area, const BadgeLook &look, const QString &word)
{
    const Theme &theme = Theme::current();
    const QColor colour = theme.*look.colour;
    const QFontMetrics metrics = painter.fontMetrics();
    QRect badge(area.left(), 0, qMin(badgeWidth(metrics, look, word), area.width()), badgeHeight);
    badge.moveTop(area.top() + (area.height() - badgeHeight) / 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(colour));
    painter.drawRoundedRect(badge, badgeHeight / 2, badgeHeight / 2);
    if (!look.iconName.isEmpty())
        icon(look.iconName, look.colour)
            .paint(&painter, QRect(badge.left() + inside, badge.top() + (badgeHeight - iconSize) / 2, iconSize, iconSize));
    const QRect words = badge.adjusted(inside + iconRoom(look), 0, -inside + 1, 0);
    painter.setPen(colour);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(word, Qt::ElideRight, words.width()));
}

} // namespace waitline
