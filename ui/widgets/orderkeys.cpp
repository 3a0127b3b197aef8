#include "ui/widgets/orderkeys.h"

#include "ui/widgets/orderlineblock.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace waitline {

namespace {

/// A widget that takes arrows and digits for itself.
bool takesText(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
}

QPushButton *quantityButton(const OrderLineBlock *block) { return block->findChild<QPushButton *>(QStringLiteral("amend")); }

} // namespace

OrderKeys::OrderKeys(QWidget *panel) : QObject(panel), m_panel(panel)
{
    panel->setFocusPolicy(Qt::ClickFocus);
    qApp->installEventFilter(this);
}

QList<OrderLineBlock *> OrderKeys::blocks() const
{
    QList<OrderLineBlock *> open;
    for (OrderLineBlock *block : m_panel->findChildren<OrderLineBlock *>()) {
        if (quantityButton(block) && !quantityButton(block)->isHidden())
            open += block;
    }
    std::sort(open.begin(), open.end(), [](const OrderLineBlock *a, const OrderLineBlock *b) { return a->line() < b->line(); });
    return open;
}

OrderLineBlock *OrderKeys::focusedBlock() const
{
    const QList<OrderLineBlock *> open = blocks();
    const auto found = std::find_if(open.begin(), open.end(),
                                    [](const OrderLineBlock *block) { return block->isAncestorOf(QApplication::focusWidget()); });
    return found == open.end() ? nullptr : *found;
}

void OrderKeys::step(int lines)
{
    const QList<OrderLineBlock *> open = blocks();
    if (open.isEmpty())
        return;
    const qsizetype now = open.indexOf(focusedBlock()); // −1 before the first line
    const qsizetype to = now < 0 ? 0 : std::clamp<qsizetype>(now + lines, 0, open.size() - 1);
    quantityButton(open[to])->setFocus(Qt::TabFocusReason);
}

void OrderKeys::beginQuantity(const QString &digit)
{
    OrderLineBlock *block = focusedBlock();
    if (!block && blocks().size() == 1)
        block = blocks().front();
    if (!block)
        return;
    block->openAmend();
    if (auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        field->setText(digit); // in the place of the number that stood there
}

bool OrderKeys::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::KeyPress || !widget || widget != QApplication::focusWidget())
        return false;
    if ((widget != m_panel && !m_panel->isAncestorOf(widget)) || takesText(widget))
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (!isPlain)
        return false;
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        step(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (key->key() < Qt::Key_0 || key->key() > Qt::Key_9)
        return false;
    beginQuantity(key->text());
    return true;
}

} // namespace waitline
