#include "ui/widgets/pile.h"

namespace waitline {

Pile::Pile(QWidget *parent) : QStackedWidget(parent) { connect(this, &QStackedWidget::currentChanged, this, &Pile::updateGeometry); }

QSize Pile::sizeHint() const { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }

QSize Pile::minimumSizeHint() const
{
    return currentWidget() ? currentWidget()->minimumSizeHint().expandedTo(currentWidget()->minimumSize()) : QSize();
}

bool Pile::hasHeightForWidth() const { return currentWidget() && currentWidget()->hasHeightForWidth(); }

int Pile::heightForWidth(int width) const { return hasHeightForWidth() ? currentWidget()->heightForWidth(width) : -1; }

} // namespace waitline
