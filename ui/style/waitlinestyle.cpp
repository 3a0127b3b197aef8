#include "ui/style/waitlinestyle.h"

#include "ui/style/theme.h"
#include "ui/style/touch.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QListWidget>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QStyledItemDelegate>

namespace waitline {

namespace {

constexpr int headerPadding = 10;
constexpr int fieldPadding = 6;
constexpr int buttonIconSize = 16;
constexpr int buttonIconGap = 8;
constexpr qreal radius = 6;
constexpr qreal boxRadius = 2; // of a box to tick: with more it would be taken for one of several to choose

bool isPrimary(const QWidget *widget) { return widget && widget->property(primaryProperty).toBool(); }

void drawPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, qreal width = 1, qreal rounding = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), rounding, rounding);
    painter->restore();
}

/// A field's panel: the accent shows where the keyboard is, danger what is wrong.
void drawField(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = Theme::current();
    const bool focused = option->state & QStyle::State_HasFocus;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QColor border = widget && widget->property(problemProperty).toBool() ? theme.danger : focused ? theme.accent : theme.line;
    drawPanel(painter, option->rect, enabled ? theme.raised : theme.surface, border, focused ? 2 : 1);
}

void drawChevron(QPainter *painter, const QRectF &rect, const QColor &colour, bool up)
{
    const QPointF centre = rect.center();
    const qreal half = 3.5;
    const qreal rise = up ? -half / 2 : half / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF{{centre.x() - half, centre.y() - rise}, {centre.x(), centre.y() + rise}, {centre.x() + half, centre.y() - rise}});
    painter->restore();
}

void drawButtonPanel(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Theme &theme = Theme::current();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool pressed = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = enabled && (option->state & QStyle::State_MouseOver);
    const bool focused = option->state & QStyle::State_HasFocus;
    if (isPrimary(widget)) {
        const QColor accent = pressed ? theme.accent.darker(115) : over ? theme.accent.lighter(108) : theme.accent;
        drawPanel(painter, option->rect, enabled ? accent : theme.line, {});
        if (focused) // on the accent itself the ring is in the colour of the button's words, a little inside
            drawPanel(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent, theme.accentText, 2);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button && (button->features & QStyleOptionButton::Flat);
    const QColor fill = pressed ? theme.accentSoft : over ? theme.hover : flat ? QColor(Qt::transparent) : theme.raised;
    drawPanel(painter, option->rect, fill, focused ? theme.accent : flat ? QColor() : theme.line, focused ? 2 : 1);
}

/// Icon and word in the middle of the button, with room between them.
void drawButtonLabel(QPainter *painter, const QStyleOptionButton *button, bool primary)
{
    const Theme &theme = Theme::current();
    const bool enabled = button->state & QStyle::State_Enabled;
    const QColor colour = !primary  ? button->palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText)
                          : enabled ? theme.accentText
                                    : theme.muted;
    const int iconRoom = button->icon.isNull() ? 0 : buttonIconSize + (button->text.isEmpty() ? 0 : buttonIconGap);
    const int room = button->rect.width() - iconRoom;
    const bool fits = button->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() <= room;
    const QString text = fits ? button->text : button->fontMetrics.elidedText(button->text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const QSize words = button->fontMetrics.size(Qt::TextShowMnemonic, text);
    const int left = button->rect.left() + qMax(0, (room - words.width()) / 2);
    if (!button->icon.isNull())
        button->icon.paint(painter, QRect(left, button->rect.center().y() - buttonIconSize / 2 + 1, buttonIconSize, buttonIconSize),
                           Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter->setPen(colour);
    painter->drawText(QRect(left + iconRoom, button->rect.top(), button->rect.right() - left - iconRoom + 1, button->rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text);
}

void drawCheckBox(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    const bool on = option->state & QStyle::State_On;
    const bool partial = option->state & QStyle::State_NoChange;
    const QRect box = option->rect.adjusted(1, 1, -1, -1);
    drawPanel(painter, box, on || partial ? theme.accent : theme.raised, on || partial ? QColor() : theme.muted, 1.2, boxRadius);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QRectF r(box);
    if (on)
        painter->drawPolyline(QPolygonF{{r.left() + r.width() * .24, r.top() + r.height() * .52},
                                        {r.left() + r.width() * .43, r.top() + r.height() * .71},
                                        {r.left() + r.width() * .77, r.top() + r.height() * .31}});
    else if (partial)
        painter->drawLine(QPointF(r.left() + r.width() * .28, r.center().y()), QPointF(r.left() + r.width() * .72, r.center().y()));
    painter->restore();
}

void drawHeaderSection(QPainter *painter, const QStyleOption *option)
{
    const Theme &theme = Theme::current();
    painter->fillRect(option->rect, option->state & QStyle::State_MouseOver ? theme.hover : theme.raised);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), theme.line);
}

/// The bar of an area that has no ground of its own: the card or dialog behind it shows through.
bool scrollsAWidget(const QWidget *bar)
{
    const QWidget *beside = bar ? bar->parentWidget() : nullptr;
    return beside && qobject_cast<const QScrollArea *>(beside->parentWidget());
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle, bool showsThrough)
{
    const Theme &theme = Theme::current();
    if (!showsThrough)
        painter->fillRect(option->rect, theme.raised);
    if (option->maximum <= option->minimum)
        return;
    QColor colour = theme.muted;
    colour.setAlphaF(option->state & QStyle::State_Sunken ? .75f : option->state & QStyle::State_MouseOver ? .6f : .38f);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(QRectF(handle).adjusted(2, 2, -2, -2), 3, 3);
    painter->restore();
}

bool isListOfBox(const QWidget *widget)
{
    const QWidget *around = widget ? widget->parentWidget() : nullptr;
    return around && qobject_cast<const QComboBox *>(around->parentWidget());
}

/// A rail that is filled up to its handle, which shows where the keyboard is.
void drawSlider(QPainter *painter, const QStyleOptionSlider *option, const QRect &handle)
{
    const Theme &theme = Theme::current();
    const bool isFocused = option->state.testFlag(QStyle::State_HasFocus);
    const QRect rail(option->rect.left(), handle.center().y() - 1, option->rect.width(), 4);
    drawPanel(painter, rail, theme.line, {}, 1, 2);
    drawPanel(painter, QRect(rail.topLeft(), QPoint(handle.center().x(), rail.bottom())), theme.accent, {}, 1, 2);
    drawPanel(painter, handle, isFocused ? theme.accent : theme.raised, isFocused ? theme.accent : theme.muted);
}

} // namespace

WaitlineStyle::WaitlineStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void WaitlineStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QScrollBar *>(widget) && scrollsAWidget(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (auto *box = qobject_cast<QComboBox *>(widget)) // its own delegate asks no style how high a row is
        box->setItemDelegate(new QStyledItemDelegate(box));
    if (auto *box = qobject_cast<QPlainTextEdit *>(widget)) // the field behind it shows through, with its round corners
        box->viewport()->setAutoFillBackground(false);
}

void WaitlineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (element) {
    case PE_PanelButtonCommand: return drawButtonPanel(painter, option, widget);
    case PE_PanelButtonTool:
        if (option->state & (State_MouseOver | State_On | State_Sunken))
            drawPanel(painter, option->rect, option->state & (State_On | State_Sunken) ? theme.accentSoft : theme.hover, {});
        if (option->state & State_HasFocus)
            drawPanel(painter, option->rect, Qt::transparent, theme.accent, 2);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(painter, option, widget);
        else
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
        return;
    case PE_FrameLineEdit:
    case PE_FrameStatusBarItem: return;
    case PE_FrameFocusRect: // of a button, its panel shows it
        if (!qobject_cast<const QPushButton *>(widget))
            drawPanel(painter, option->rect, Qt::transparent, theme.accent, 2);
        return;
    case PE_IndicatorCheckBox: return drawCheckBox(painter, option);
    case PE_PanelScrollAreaCorner: return painter->fillRect(option->rect, theme.raised);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawChevron(painter, option->rect, theme.muted, // up where it ascends, which Qt calls down
                        header->sortIndicator == QStyleOptionHeader::SortDown);
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return drawField(painter, option, widget);
        painter->setPen(option->state & State_HasFocus ? QPen(theme.accent, 2) : QPen(theme.line));
        return painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void WaitlineStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (element) {
    case CE_PushButtonBevel: // Fusion leaves out the panel of a flat one, and with it the ring
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features & QStyleOptionButton::HasMenu)
            drawChevron(painter, QRectF(option->rect).adjusted(option->rect.width() - 20, 0, -4, 0), theme.muted, false);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton label = *button; // in the middle of what a chevron leaves
            label.rect.adjust(0, 0, button->features & QStyleOptionButton::HasMenu ? -16 : 0, 0);
            drawButtonLabel(painter, &label, isPrimary(widget));
        }
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return drawHeaderSection(painter, option);
    case CE_HeaderLabel: {
        QStyleOptionHeaderV2 header = *static_cast<const QStyleOptionHeaderV2 *>(option);
        header.palette.setColor(QPalette::ButtonText, theme.muted);
        header.state &= ~State_On; // a selected column does not make its title bold
        header.rect.adjust(headerPadding, 0, -headerPadding, 0); // titles stand over their cells' text
        return QProxyStyle::drawControl(element, &header, painter, widget);
    }
    case CE_ProgressBarGroove: return drawPanel(painter, option->rect, theme.line, {});
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option); bar && bar->maximum > bar->minimum) {
            QRect done = option->rect;
            done.setWidth(int(qint64(done.width()) * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum)));
            return drawPanel(painter, done, theme.accent, {});
        }
        return QProxyStyle::drawControl(element, option, painter, widget);
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void WaitlineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    const Theme &theme = Theme::current();
    switch (control) {
    case CC_ComboBox:
        drawField(painter, option, widget);
        return drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget), theme.muted, false);
    case CC_SpinBox:
        drawField(painter, option, widget);
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
            spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxUp, widget), theme.muted, true);
            drawChevron(painter, subControlRect(control, option, SC_SpinBoxDown, widget), theme.muted, false);
        }
        return;
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget), scrollsAWidget(widget));
        return;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawSlider(painter, slider, subControlRect(control, option, SC_SliderHandle, widget));
        return;
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect WaitlineStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect rect = option->rect;
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown || part == SC_SpinBoxEditField)) {
        constexpr int buttons = 22;
        if (part == SC_SpinBoxEditField)
            return rect.adjusted(8, 3, -buttons, -3);
        const int half = rect.height() / 2;
        return QRect(rect.right() - buttons, part == SC_SpinBoxUp ? rect.top() : rect.top() + half, buttons, half);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return QRect(rect.right() - 24, rect.top(), 24, rect.height());
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return rect.adjusted(8, 2, -26, -2);
    if (control == CC_ScrollBar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar && part == SC_ScrollBarGroove)
        return rect;
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider && control == CC_ScrollBar && part == SC_ScrollBarSlider) {
        const bool upright = slider->orientation == Qt::Vertical;
        const int length = upright ? rect.height() : rect.width();
        const qint64 range = qint64(slider->maximum) - slider->minimum;
        const int handle = range > 0 ? qMax(24, int(qint64(length) * slider->pageStep / (range + slider->pageStep))) : length;
        const int at =
            sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
        return upright ? QRect(rect.left(), rect.top() + at, rect.width(), handle)
                       : QRect(rect.left() + at, rect.top(), handle, rect.height());
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect WaitlineStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_PushButtonFocusRect)
        return option->rect;
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element != SE_LineEditContents)
        return rect;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool isInside = !frame || frame->lineWidth == 0; // of a spin box or combo box
    return isInside ? rect : rect.adjusted(fieldPadding, 0, -fieldPadding, 0);
}

QSize WaitlineStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.setHeight(controlHeightIn(widget));
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
            button && button->features & QStyleOptionButton::Flat)
            result.setWidth(qMax(size.width() + 20, controlHeightIn(widget)));
        else
            result.setWidth(qMax(result.width() + (isPrimary(widget) ? 20 : 12), 72)); // its ring lies inside
        break;
    case CT_ComboBox: result.rwidth() += 16; [[fallthrough]];
    case CT_LineEdit:
    case CT_SpinBox: result.setHeight(controlHeightIn(widget)); break;
    case CT_HeaderSection: result = QSize(result.width() + 2 * headerPadding, plainHeight); break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(result.height(), 28));
        break;
    case CT_ItemViewItem:
        if (qobject_cast<const QListWidget *>(widget) || isListOfBox(widget))
            result.setHeight(qMax(result.height(), controlHeightIn(widget)));
        break;
    default: break;
    }
    return result;
}

int WaitlineStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return 18;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int WaitlineStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Table_GridLineColor: return int(Theme::current().line.rgba());
    case SH_ComboBox_Popup: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_EtchDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace waitline
