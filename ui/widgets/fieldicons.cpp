#include "ui/widgets/fieldicons.h"

#include "ui/style/icons.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace waitline {

void addLeadingIcon(QLineEdit &field, const QString &iconName)
{
    QAction *action = field.addAction(icon(iconName, &Theme::muted), QLineEdit::LeadingPosition);
    action->setText(field.accessibleName());
    const auto widgets = action->associatedObjects();
    for (QObject *widget : widgets) {
        if (auto *button = qobject_cast<QAbstractButton *>(widget))
            button->setAccessibleName(field.accessibleName());
    }
}

void addClearButton(QLineEdit &field)
{
    const auto before = field.findChildren<QAbstractButton *>();
    field.setClearButtonEnabled(true);
    const auto buttons = field.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (!before.contains(button))
            button->setAccessibleName(QCoreApplication::translate("FieldIcons", "Clear: %1").arg(field.accessibleName()));
    }
}

} // namespace waitline
