#include "ui/style/touch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

namespace waitline {

int controlHeightIn(const QWidget *place)
{
    for (; place; place = place->parentWidget()) {
        if (place->property(touchProperty).toBool())
            return touchHeight;
    }
    return plainHeight;
}

void setTouch(QWidget &place, bool touch)
{
    if (place.property(touchProperty).toBool() == touch)
        return;
    place.setProperty(touchProperty, touch);
    // Their sizes were asked for already, and they remember them.
    const auto parts = place.findChildren<QWidget *>();
    for (QWidget *part : parts) {
        QEvent change(QEvent::StyleChange);
        QCoreApplication::sendEvent(part, &change);
    }
}

} // namespace waitline
