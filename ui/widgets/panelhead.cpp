#include "ui/widgets/panelhead.h"

#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace waitline {

QHBoxLayout *panelHead(QLabel *title, const QString &closeName, const std::function<void()> &close)
{
    QPushButton *leave = closeButton(closeName);
    QObject::connect(leave, &QPushButton::clicked, title, close);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(title, 1);
    row->addWidget(leave, 0, Qt::AlignTop);
    return row;
}

} // namespace waitline
