#include "ui/delegates/suggestiondelegate.h"

#include "ui/style/theme.h"
#include "ui/style/touch.h"

#include <QPainter>

namespace waitline {

namespace {
constexpr int padding = 10;
constexpr int gap = 16;
} // namespace

void SuggestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, theme.hover);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const QString detail = index.data(detailRole).toString();
    const int detailWidth = qMin(option.fontMetrics.horizontalAdvance(detail) + 2, area.width() / 2);
    const QRect words = area.adjusted(0, 0, detail.isEmpty() ? 0 : -detailWidth - gap, 0);
    painter->setFont(option.font);
    painter->setPen(theme.text);
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    painter->setPen(theme.muted);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, option.fontMetrics.elidedText(detail, Qt::ElideRight, detailWidth));
}

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), controlHeightIn(option.widget)};
}

} // namespace waitline
