#include "ui/widgets/tile.h"

#include "ui/style/icons.h"
#include "ui/widgets/labels.h"

#include <QPainter>

namespace waitline {

namespace {

constexpr int tileHeight = 128;
constexpr int detailLine = 15;
constexpr int padding = 16;
constexpr int besideIcon = 26;

QFont sized(QFont font, TextSize size, QFont::Weight weight = QFont::Normal)
{
    font.setPixelSize(int(size));
    font.setWeight(weight);
    return font;
}

} // namespace

Tile::Tile(const QString &name, const QString &iconName, QColor Theme::*colour, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
    , m_colour(colour)
{
    setText(name);
    setAccessibleName(name);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Tile::setFigure(const QString &figure, const QString &detail)
{
    m_figure = figure;
    m_detail = detail;
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), figure));
    setAccessibleDescription(QString(detail).replace(u'\n', QStringLiteral(", ")));
    setToolTip(accessibleDescription());
    update();
}

QSize Tile::sizeHint() const
{
    constexpr int usual = 210;
    return {qMax(usual, 2 * padding + besideIcon + fontMetrics().horizontalAdvance(text()) + 1), tileHeight};
}

void Tile::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() ? 2 : 1));
    painter.setBrush(underMouse() ? theme.hover : theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);

    const QRect area = rect().adjusted(padding, padding - 2, -padding, -padding + 2);
    waitline::icon(m_iconName, m_colour).paint(&painter, QRect(area.left(), area.top(), 18, 18));
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(area.adjusted(besideIcon, 0, 0, 0), Qt::AlignTop | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width() - besideIcon));

    // A long amount shrinks to its tile rather than lose a digit.
    QFont large = sized(font(), TextSize::Count, QFont::DemiBold);
    while (QFontMetrics(large).horizontalAdvance(m_figure) > area.width() && large.pixelSize() > int(TextSize::Section))
        large.setPixelSize(large.pixelSize() - 1);
    painter.setFont(large);
    painter.setPen(theme.text);
    const QStringList details = m_detail.split(u'\n');
    painter.drawText(area.adjusted(0, 22, 0, -detailLine * int(details.size())), Qt::AlignVCenter | Qt::AlignLeft, m_figure);
    const QFont small = sized(font(), TextSize::Caption);
    painter.setFont(small);
    painter.setPen(theme.muted);
    for (int line = 0; line < int(details.size()); ++line)
        painter.drawText(area.adjusted(0, 0, 0, -detailLine * (int(details.size()) - 1 - line)), Qt::AlignBottom | Qt::AlignLeft,
                         QFontMetrics(small).elidedText(details[line], Qt::ElideRight, area.width()));
}

} // namespace waitline
