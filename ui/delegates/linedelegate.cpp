#include "ui/delegates/linedelegate.h"

#include "ui/style/theme.h"

#include <QIcon>
#include <QLineEdit>
#include <QPainter>

namespace waitline {

Qt::Alignment LineDelegate::alignmentOf(const QModelIndex &index) const
{
    const QVariant ofHead = index.model()->headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    return ofHead.isValid() ? Qt::Alignment(ofHead.toInt()) : RowDelegate::alignmentOf(index);
}

QWidget *LineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QWidget *editor = RowDelegate::createEditor(parent, option, index);
    if (auto *field = qobject_cast<QLineEdit *>(editor))
        field->setAlignment(alignmentOf(index));
    return editor;
}

void LineDelegate::paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int signSize = 16;
    QStyleOptionViewItem words = option;
    if (const auto sign = index.data(Qt::DecorationRole).value<QIcon>(); !sign.isNull()) {
        words.rect.adjust(0, 0, -signSize - padding / 2, 0);
        sign.paint(painter, {words.rect.right() - padding / 2, option.rect.center().y() - signSize / 2, signSize, signSize});
    }
    const QString proposal = index.data(ProposalRole).toString();
    if (proposal.isEmpty() || !index.data().toString().isEmpty())
        return RowDelegate::paintContent(painter, words, index);
    const QRect area = words.rect.adjusted(padding, 0, -padding, -1);
    painter->setFont(option.font);
    painter->setPen(Theme::current().muted);
    painter->drawText(area, int(alignmentOf(index)), option.fontMetrics.elidedText(proposal, Qt::ElideRight, area.width()));
}

} // namespace waitline
