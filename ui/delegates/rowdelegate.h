#pragma once

#include <QStyledItemDelegate>

namespace waitline {

/// Draws the cells of a DataTable: hairline below the row, hover and selection over its whole width, 12 px beside the
/// text. Long text is cut with dots and shown whole in a tooltip.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    static constexpr int padding = 12;

protected:
    /// The part inside the cell, its background drawn.
    virtual void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Of a cell's text; at the left where nothing else is said.
    [[nodiscard]] virtual Qt::Alignment alignmentOf(const QModelIndex &index) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace waitline
