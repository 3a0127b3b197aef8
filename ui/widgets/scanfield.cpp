#include "ui/widgets/scanfield.h"

#include <QKeyEvent>

namespace waitline {

ScanField::ScanField(const QString &objectName, const QString &name, const QString &hint, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setPlaceholderText(hint);
    setToolTip(tr("Enter counts one. 12* before a code counts twelve."));
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const QString typed = text();
        clear();
        if (!typed.trimmed().isEmpty())
            Q_EMIT entered(typed);
    });
}

QString ScanField::takeTimes()
{
    const QString standing = text().trimmed();
    if (!standing.endsWith(u'*'))
        return {};
    clear();
    return standing;
}

bool ScanField::event(QEvent *event)
{
    // Without text there is nothing to undo here: the key is the count's.
    if (event->type() == QEvent::ShortcutOverride && text().isEmpty() && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void ScanField::keyPressEvent(QKeyEvent *event)
{
    if (text().isEmpty() && event->matches(QKeySequence::Undo))
        Q_EMIT takeBackAsked();
    else if (event->key() == Qt::Key_Escape && text().isEmpty())
        Q_EMIT leaveAsked();
    else if (event->key() == Qt::Key_Escape)
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace waitline
