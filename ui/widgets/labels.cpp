#include "ui/widgets/labels.h"

#include <QAccessible>

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

QLabel *problemLabel(QWidget *parent)
{
    QLabel *made = label({}, TextSize::Body, parent);
    made->setForegroundRole(QPalette::BrightText); // the theme's danger
    made->setWordWrap(true);
    made->hide();
    return made;
}

void sayProblem(QLabel *problem, const QString &sentence)
{
    problem->setText(sentence);
    problem->setAccessibleName(sentence);
    problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        QAccessibleEvent event(problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace waitline
