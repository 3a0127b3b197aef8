#include "ui/widgets/labels.h"

namespace waitline {

void setTextSize(QWidget *widget, TextSize size, bool strong)
{
    QFont font = widget->font();
    font.setPixelSize(int(size));
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    widget->setFont(font);
}

QLabel *label(const QString &text, TextSize size, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    setTextSize(made, size, size == TextSize::Section || size == TextSize::Title || size == TextSize::Count);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *mutedLabel(const QString &text, TextSize size, QWidget *parent)
{
    QLabel *made = label(text, size, parent);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

} // namespace waitline
