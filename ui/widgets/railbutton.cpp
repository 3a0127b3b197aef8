#include "ui/widgets/railbutton.h"

#include "ui/style/icons.h"

#include <QPainter>

namespace waitline {

namespace {
constexpr int entryHeight = 40;
constexpr int iconSide = 20;
constexpr int side = 12;
} // namespace

RailButton::RailButton(const QString &word, const QString &iconName, QWidget *parent) : QAbstractButton(parent), m_iconName(iconName)
{
    setText(word);
    setCheckable(true);
    setAccessibleName(word);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setCollapsed(bool collapsed)
{
    m_isCollapsed = collapsed;
    setToolTip(collapsed ? text() : QString());
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const int words = m_isCollapsed ? 0 : 12 + fontMetrics().horizontalAdvance(text());
    return {side + iconSide + words + side, entryHeight};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? theme.accentSoft : underMouse() ? theme.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    waitline::icon(m_iconName, isChecked() ? &Theme::accent : &Theme::muted)
        .paint(&painter, QRect(side, (entryHeight - iconSide) / 2, iconSide, iconSide));
    if (m_isCollapsed)
        return;
    QFont words = font();
    words.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(words);
    painter.setPen(isChecked() ? theme.accent : theme.text);
    painter.drawText(rect().adjusted(side + iconSide + 12, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace waitline
