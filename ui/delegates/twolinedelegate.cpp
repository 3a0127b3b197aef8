#include "ui/delegates/twolinedelegate.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

#include <algorithm>

namespace waitline {

QStringList wrapped(const QString &text, const QFontMetrics &metrics, int width, int most)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ')) {
        const QString longer = line.isEmpty() ? word : line + u' ' + word;
        const bool isCut = metrics.elidedText(longer, Qt::ElideRight, width) != longer; // as it is drawn, to a fraction of a pixel
        if (!line.isEmpty() && lines.size() < most - 1 && isCut) {
            lines += line;
            line = word;
        } else {
            line = longer;
        }
    }
    lines += line;
    for (QString &fitting : lines)
        fitting = metrics.elidedText(fitting, Qt::ElideRight, width);
    return lines;
}

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
    const QString indent = text.left(std::find_if_not(text.cbegin(), text.cend(), isBlank) - text.cbegin());
    const QRect area = option.rect.adjusted(padding, 0, -padding, -1);
    const int line = option.fontMetrics.height();
    QFont small = option.font;
    small.setPixelSize(int(TextSize::Caption));
    const QFontMetrics metrics(small);
    const int in = option.fontMetrics.horizontalAdvance(indent); // both parts stand as far in
    const int room = qMax(1, (area.height() - line) / metrics.height());
    const QStringList lines = wrapped(second, metrics, area.width() - in, room);
    QRect at(area.left(), area.top() + (area.height() - line - int(lines.size()) * metrics.height()) / 2, area.width(), line);
    painter->setFont(option.font);
    painter->setPen(Theme::current().text);
    painter->drawText(at, Qt::AlignLeft, option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    painter->setFont(small);
    painter->setPen(Theme::current().muted);
    at.adjust(in, line, 0, 0);
    at.setHeight(metrics.height());
    for (const QString &words : lines) {
        painter->drawText(at, Qt::AlignLeft, words);
        at.translate(0, metrics.height());
    }
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
