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
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(sizeHint().height());
}

QSize LinkRow::sizeHint() const { return {240, 48}; }

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
    const int rightWidth = fontMetrics().horizontalAdvance(m_right);
    painter.setPen(theme.text);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight, m_right);
    const QRect area = rect().adjusted(38, 6, -8 - rightWidth - 12, -6);
    // A sentence alone may take both lines.
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
