#include "ui/delegates/typedunitsdelegate.h"

#include <QLineEdit>

namespace waitline {

QWidget *TypedUnitsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void TypedUnitsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = static_cast<QLineEdit *>(editor);
    field->setText(QString::number(index.data(Qt::EditRole).toLongLong()));
    field->selectAll();
}

void TypedUnitsDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    Q_EMIT entered(index, static_cast<QLineEdit *>(editor)->text());
}

} // namespace waitline
