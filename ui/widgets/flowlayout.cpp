#include "ui/widgets/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace waitline {

namespace {

constexpr int gap = 8;

bool isShown(const QLayoutItem *item) { return !item->isEmpty(); }
bool takesRoom(const QLayoutItem *item) { return item->expandingDirections() & Qt::Horizontal; }
int heightAt(const QLayoutItem *item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent, Rest rest) : QLayout(parent), m_rest(rest)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : std::as_const(m_items))
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item) { m_items += item; }

int FlowLayout::count() const { return int(m_items.size()); }

QLayoutItem *FlowLayout::itemAt(int index) const { return m_items.value(index); }

QLayoutItem *FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

int FlowLayout::heightForWidth(int width) const { return layOut({0, 0, width, 0}, false); }

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (isShown(item))
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (isShown(item))
            size = {size.width() + item->sizeHint().width() + (size.width() > 0 ? gap : 0),
                    std::max(size.height(), item->sizeHint().height())};
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    layOut(area, true);
}

int FlowLayout::widthOf(const QLayoutItem *item) const
{
    const int wide = item->sizeHint().width();
    if (m_column == 0)
        return wide;
    const int step = m_column + gap;
    return (wide + gap + step - 1) / step * step - gap;
}

int FlowLayout::layOut(const QRect &area, bool moves) const
{
    QList<QLayoutItem *> row;
    int y = area.y();
    int width = 0; // of the row so far
    const auto endRow = [&] {
        if (row.isEmpty())
            return;
        const auto takers = std::count_if(row.cbegin(), row.cend(), &takesRoom);
        const int more = m_column > 0 ? 0 : std::max(0, area.width() - width) / int(takers > 0 ? takers : row.size());
        const auto widthInRow = [&](const QLayoutItem *item) {
            const bool grows = takers == 0 ? m_rest == Rest::Shared : takesRoom(item);
            const int most = takers == 0 ? area.width() : std::min(area.width(), item->maximumSize().width());
            return std::min(widthOf(item) + (grows ? more : 0), most);
        };
        int height = 0;
        for (const QLayoutItem *item : std::as_const(row))
            height = std::max(height, heightAt(item, widthInRow(item)));
        int x = area.x();
        for (QLayoutItem *item : std::as_const(row)) {
            const int wide = widthInRow(item);
            if (moves)
                item->setGeometry({x, y, wide, height});
            x += wide + gap;
        }
        y += height + gap;
        row.clear();
        width = 0;
    };
    for (QLayoutItem *item : m_items) {
        if (!isShown(item))
            continue;
        const int wide = widthOf(item);
        if (!row.isEmpty() && width + gap + wide > area.width())
            endRow();
        width += wide + (row.isEmpty() ? 0 : gap);
        row += item;
    }
    endRow();
    return std::max(0, y - gap - area.y());
}

} // namespace waitline
