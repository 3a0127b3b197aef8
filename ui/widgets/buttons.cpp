#include "ui/widgets/buttons.h"

#include "ui/style/icons.h"
#include "ui/style/waitlinestyle.h"

#include <QCoreApplication>

namespace waitline {

QPushButton *pushButton(const QString &name, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(name, parent);
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
