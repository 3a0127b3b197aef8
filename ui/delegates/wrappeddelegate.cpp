#include "ui/delegates/wrappeddelegate.h"

#include "ui/delegates/twolinedelegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QPainter>

namespace waitline {

void WrappedDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const QRect area = option.rect.adjusted(padding, 0, -padding, -1);
    if (option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()) == text)
        return RowDelegate::paintContent(painter, option, index);
    QFont small = option.font;
    small.setPixelSize(int(TextSize::Caption));
    const QFontMetrics metrics(small);
    const QStringList lines = wrapped(text, metrics, area.width(), 2);
    painter->setFont(small);
    painter->setPen(Theme::current().text);
    QRect at(area.left(), area.center().y() - int(lines.size()) * metrics.height() / 2 + 1, area.width(), metrics.height());
    for (const QString &line : lines) {
        painter->drawText(at, Qt::AlignLeft | Qt::AlignVCenter, line);
        at.translate(0, metrics.height());
    }
}

} // namespace waitline
