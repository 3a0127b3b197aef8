#pragma once

#include <QWidget>

namespace waitline {

/// Tab goes through the controls of `container` right after `before`, however late they were made. Answers the last of
/// them, or `before` where there is none.
inline QWidget *tabThrough(QWidget *before, const QWidget *container)
{
    const auto inside = container->findChildren<QWidget *>();
    for (QWidget *control : inside) {
        if (!(control->focusPolicy() & Qt::TabFocus))
            continue;
        QWidget::setTabOrder(before, control);
        before = control;
    }
    return before;
}

} // namespace waitline
