#include "tests/ui/support/looks.h"

#include "ui/widgets/datatable.h"
#include "ui/widgets/linesgrid.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTest>

namespace waitline::test {

namespace {

/// Where Tab, or Shift+Tab, goes from where the keyboard is, until it is back or has been everywhere.
QList<QWidget *> way(Qt::Key key)
{
    constexpr int far = 300;
    QList<QWidget *> visited;
    QWidget *first = QApplication::focusWidget();
    do {
        visited += QApplication::focusWidget();
        const auto always = key == Qt::Key_Backtab ? Qt::KeyboardModifiers(Qt::ShiftModifier) : Qt::NoModifier;
        // In a grid that is written in, Tab goes from cell to cell; Ctrl+Tab leaves it.
        const bool isGrid = qobject_cast<LinesGrid *>(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, isGrid ? always | Qt::ControlModifier : always);
    } while (QApplication::focusWidget() && QApplication::focusWidget() != first && visited.size() < far);
    return visited;
}

/// Controls below `root` that Tab does not come to.
QStringList notVisited(const QWidget *root, const QList<QWidget *> &visited)
{
    QStringList missed;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy() &&
            !visited.contains(widget))
            missed += described(widget);
    }
    return missed;
}

} // namespace

QString described(const QWidget *widget)
{
    return QStringLiteral("%1 %2 “%3”")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), widget->accessibleName());
}

QStringList clipped(const QWidget *root)
{
    QStringList cut;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        const bool fits =
            label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() : label->sizeHint().width() <= label->width();
        if (label->isVisible() && !label->text().isEmpty() && !fits)
            cut += QStringLiteral("label “%1”").arg(label->text());
    }
    const auto buttons = root->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && !button->text().isEmpty() && button->sizeHint().width() > button->width() &&
            qobject_cast<const QPushButton *>(button))
            cut += QStringLiteral("button “%1”").arg(button->text());
    }
    const auto tables = root->findChildren<DataTable *>();
    for (const DataTable *table : tables) {
        for (int column = 0; table->isVisible() && column < table->model()->columnCount(); ++column) {
            const QString title = table->model()->headerData(column, Qt::Horizontal).toString();
            if (!table->isColumnHidden(column) && table->fontMetrics().horizontalAdvance(title) + 24 > table->columnWidth(column))
                cut += QStringLiteral("column “%1” of %2").arg(title, table->objectName());
        }
        if (table->isVisible() && table->horizontalScrollBar()->maximum() > 0)
            cut += QStringLiteral("columns beyond the edge of %1").arg(table->objectName());
    }
    return cut;
}

int widthBeyond(const QWidget &page)
{
    for (const QWidget *above = page.parentWidget(); above; above = above->parentWidget()) {
        if (const auto *area = qobject_cast<const QScrollArea *>(above))
            return area->horizontalScrollBar()->maximum();
    }
    return 0;
}

void checkTabs(const QWidget *root)
{
    QVERIFY(QApplication::focusWidget());
    const QList<QWidget *> forth = way(Qt::Key_Tab);
    QVERIFY2(forth.size() < 300, qPrintable(described(forth.last())));
    QList<QWidget *> back = way(Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QStringList names, namesBack;
    for (const QWidget *widget : forth)
        names += described(widget);
    for (const QWidget *widget : back)
        namesBack += described(widget);
    QCOMPARE(namesBack.mid(0, 30).join(u';'), names.join(u';'));
    QCOMPARE(notVisited(root, forth).join(u';'), QString());
}

QStringList doubledKeys(const QWidget *window)
{
    QMap<QString, int> heard;
    const auto actions = window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        const auto places = action->associatedObjects();
        const bool isReached = std::any_of(places.begin(), places.end(), [](const QObject *place) {
            const auto *widget = qobject_cast<const QWidget *>(place);
            return widget && (widget->isVisible() || widget->inherits("QMenu"));
        });
        for (const QKeySequence &keys : action->shortcuts())
            heard[keys.toString()] += isReached && action->isEnabled();
    }
    const auto shortcuts = window->findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts)
        heard[shortcut->key().toString()] += static_cast<QWidget *>(shortcut->parent())->isVisible() && shortcut->isEnabled();
    QStringList doubled;
    for (auto [keys, count] : heard.asKeyValueRange()) {
        if (count > 1)
            doubled += keys;
    }
    return doubled;
}

} // namespace waitline::test
