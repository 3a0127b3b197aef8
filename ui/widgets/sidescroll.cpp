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

QScrollArea *pageScroll(QWidget *content, const QString &accessibleName)
{
    QScrollArea *area = sideScroll(content, accessibleName);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    return area;
}

} // namespace waitline
