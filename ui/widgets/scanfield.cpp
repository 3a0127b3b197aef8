#include "ui/widgets/scanfield.h"

#include <QKeyEvent>

namespace waitline {

ScanField::ScanField(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const QString typed = text();
        clear();
        if (!typed.trimmed().isEmpty())
            Q_EMIT entered(typed);
    });
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
