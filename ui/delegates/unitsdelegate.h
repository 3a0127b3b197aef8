#pragma once

#include "ui/delegates/rowdelegate.h"

namespace waitline {

/// Edits units: whole numbers from 0. Entered, the number is selected, so that typing replaces it.
class UnitsDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace waitline
