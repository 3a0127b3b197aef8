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
    QSizePolicy policy(QSizePolicy::Expanding, hasHeightForWidth() ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(hasHeightForWidth());
    setSizePolicy(policy);
    setMinimumHeight(sizeHint().height());
}

QSize LinkRow::sizeHint() const { return {240, 48}; }

QRect LinkRow::textArea(const QSize &size) const
{
    return QRect(QPoint(), size).adjusted(38, 6, -8 - fontMetrics().horizontalAdvance(m_right) - 12, -6);
}

int LinkRow::heightForWidth(int width) const
{
    const QRect area = textArea({width, sizeHint().height()});
    const QRect needed = fontMetrics().boundingRect(QRect(0, 0, area.width(), QWIDGETSIZE_MAX), Qt::TextWordWrap, text());
    return qMax(sizeHint().height(), needed.height() + sizeHint().height() - area.height());
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
    painter.drawText(area, int(Qt::AlignTop | Qt::AlignLeft), fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
    QFont small = font();
    small.setPixelSize(int(TextSize::Caption));
    painter.setFont(small);
    painter.setPen(theme.muted);
    painter.drawText(area, Qt::AlignBottom | Qt::AlignLeft, QFontMetrics(small).elidedText(m_detail, Qt::ElideRight, area.width()));
}

} // namespace waitline
