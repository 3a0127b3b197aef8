#pragma once

#include "ui/delegates/rowdelegate.h"

namespace waitline {

/// Edits units in place. Entered, the number is selected, so that typing replaces it.
class UnitsEditDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
};

/// Nothing but whole numbers from 0 can be entered, and goes to the model.
class UnitsDelegate final : public UnitsEditDelegate {
    Q_OBJECT

public:
    using UnitsEditDelegate::UnitsEditDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

/// Whatever is typed, right or wrong: whoever owns the table takes the text, or says what is wrong with it.
class TypedUnitsDelegate final : public UnitsEditDelegate {
    Q_OBJECT

public:
    using UnitsEditDelegate::UnitsEditDelegate;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

Q_SIGNALS:
    void entered(const QModelIndex &cell, const QString &text) const;
};

} // namespace waitline
