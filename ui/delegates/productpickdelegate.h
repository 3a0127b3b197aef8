#pragma once

#include "ui/delegates/linedelegate.h"

namespace waitline {

class Session;

/// Edits a cell by finding the product while its SKU, barcode or name is typed; Enter and Tab take the top match and
/// go on.
class ProductPickDelegate final : public LineDelegate {
    Q_OBJECT

public:
    ProductPickDelegate(Session &session, const QString &accessibleName, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    Session &m_session;
    QString m_accessibleName;
};

} // namespace waitline
