#include "ui/delegates/unitsdelegate.h"

#include "models/domain/order.h"

#include <QLineEdit>
#include <QValidator>

namespace waitline {

namespace {

/// Digits alone, so that nothing but units can be entered.
class UnitsValidator final : public QValidator {
public:
    using QValidator::QValidator;
    State validate(QString &text, int &) const override
    {
        if (text.isEmpty())
            return Intermediate;
        bool isNumber = false;
        const qint64 units = text.toLongLong(&isNumber);
        return isNumber && units >= 0 && units <= mostUnitsOfALine ? Acceptable : Invalid;
    }
};

} // namespace

QWidget *UnitsEditDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return editor;
}

void UnitsEditDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = static_cast<QLineEdit *>(editor);
    field->setText(QString::number(index.data(Qt::EditRole).toLongLong()));
    field->selectAll();
}

QWidget *UnitsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QWidget *editor = UnitsEditDelegate::createEditor(parent, option, index);
    static_cast<QLineEdit *>(editor)->setValidator(new UnitsValidator(editor));
    return editor;
}

void UnitsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    // An emptied cell is 0.
    model->setData(index, static_cast<QLineEdit *>(editor)->text().toLongLong());
}

void TypedUnitsDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    Q_EMIT entered(index, static_cast<QLineEdit *>(editor)->text());
}

} // namespace waitline
