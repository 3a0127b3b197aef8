#include "ui/widgets/sidescroll.h"

namespace waitline {

QScrollArea *sideScroll(QWidget *content, const QString &accessibleName)
{
    auto *area = new QScrollArea;
    area->setAccessibleName(accessibleName);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    // The card or dialog behind it shows through.
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

} // namespace waitline
