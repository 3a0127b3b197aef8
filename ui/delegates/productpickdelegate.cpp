#include "ui/delegates/productpickdelegate.h"

#include "ui/forms/pickers.h"

#include <QApplication>
#include <QKeyEvent>

namespace waitline {

ProductPickDelegate::ProductPickDelegate(Session &session, const QString &accessibleName, QObject *parent)
    : LineDelegate(parent)
    , m_session(session)
    , m_accessibleName(accessibleName)
{}

QWidget *ProductPickDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    SuggestionEdit *picker = productPicker(m_session, m_accessibleName);
    picker->setParent(parent);
    picker->setFrame(false);
    auto *delegate = const_cast<ProductPickDelegate *>(this); // Qt asks for editors of constant delegates
    connect(picker, &SuggestionEdit::entered, delegate, [delegate, picker] {
        Q_EMIT delegate->commitData(picker);
        Q_EMIT delegate->closeEditor(picker, EditNextItem);
    });
    connect(picker, &SuggestionEdit::enteredEmpty, delegate, [delegate, picker] {
        Q_EMIT delegate->commitData(picker);
        Q_EMIT delegate->closeEditor(picker, NoHint);
    });
    return picker;
}

void ProductPickDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    static_cast<SuggestionEdit *>(editor)->setText(index.data(Qt::EditRole).toString());
}

void ProductPickDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *picker = static_cast<SuggestionEdit *>(editor);
    model->setData(index, picker->chosen() ? picker->chosen()->text : picker->text().trimmed());
}

bool ProductPickDelegate::eventFilter(QObject *editor, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return LineDelegate::eventFilter(editor, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        return false; // the picker takes its top match first
    if (key->key() == Qt::Key_Escape && static_cast<SuggestionEdit *>(editor)->isListOpen())
        return false;
    if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) {
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(editor, &enter);
        return true;
    }
    return LineDelegate::eventFilter(editor, event);
}

} // namespace waitline
