#include "ui/widgets/linkrow.h"

#include "ui/style/icons.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QRegularExpression>

namespace waitline {

LinkRow::LinkRow(const QString &iconName, const QString &title, const QString &detail, const QString &right, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_detail(detail)
    , m_right(right)
{
    setText(title);
    setAccessibleName(QStringList{title, detail, right}.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral(", ")));
    setToolTip(detail.isEmpty() ? title : title + u'\n' + detail);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumHeight(sizeHint().height());
}

QSize LinkRow::sizeHint() const { return {240, 48}; }

QRect LinkRow::textArea(const QSize &size) const
{
    return QRect(QPoint(), size).adjusted(38, 6, -8 - fontMetrics().horizontalAdvance(m_right) - 12, -6);
}

QFont LinkRow::detailFont() const
{
    QFont small = font();
    small.setPixelSize(int(TextSize::Caption));
    return small;
}

std::pair<int, int> LinkRow::heights(int width) const
{
    const QRect room(0, 0, width, QWIDGETSIZE_MAX);
    const int title = fontMetrics().boundingRect(room, Qt::TextWordWrap, text()).height();
    return {title, m_detail.isEmpty() ? 0 : QFontMetrics(detailFont()).boundingRect(room, Qt::TextWordWrap, m_detail).height()};
}

int LinkRow::heightForWidth(int width) const
{
    const QRect area = textArea({width, sizeHint().height()});
    const auto [title, detail] = heights(area.width());
    return qMax(sizeHint().height(), title + detail + sizeHint().height() - area.height());
}

void LinkRow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? theme.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    waitline::icon(m_iconName, &Theme::muted).paint(&painter, QRect(8, (height() - 18) / 2, 18, 18));

    painter.setFont(font());
    painter.setPen(theme.text);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, m_right);
    const QRect area = textArea(size());
    if (m_detail.isEmpty())
        return painter.drawText(area, int(Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap), text());
    const auto [title, detail] = heights(area.width());
    const int top = area.top() + qMax(0, (area.height() - title - detail) / 2);
    painter.drawText(QRect(area.left(), top, area.width(), title), int(Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap), text());
    painter.setFont(detailFont());
    painter.setPen(theme.muted);
    painter.drawText(QRect(area.left(), top + title, area.width(), detail), int(Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap), m_detail);
}

} // namespace waitline
