#include "ui/widgets/buttons.h"

#include "ui/style/icons.h"
#include "ui/style/waitlinestyle.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace waitline {

namespace {

class Button final : public QPushButton {
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier))
            click();
        else
            QPushButton::keyPressEvent(event);
    }
};

} // namespace

QPushButton *pushButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = new Button(name, parent);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    return button;
}

QPushButton *primaryButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = pushButton(name, {}, parent);
    button->setProperty(primaryProperty, true);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, &Theme::accentText));
    return button;
}

QPushButton *quietButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = pushButton(name, {}, parent);
    button->setFlat(true);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, &Theme::muted));
    return button;
}

QString asItIs(QString text) { return text.replace(u'&', QStringLiteral("&&")); }

void showName(QPushButton *button, const QString &name)
{
    button->setText(asItIs(name));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMinimumWidth(1);
}

QPushButton *closeButton(const QString &name)
{
    constexpr int width = 32;
    QPushButton *button = quietButton({}, QStringLiteral("close"));
    button->setAccessibleName(name);
    button->setToolTip(QCoreApplication::translate("Buttons", "Close (Esc)"));
    button->setFixedWidth(width);
    return button;
}

} // namespace waitline
