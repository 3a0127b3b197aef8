#pragma once

#include "ui/delegates/rowdelegate.h"

namespace waitline {

/// Draws the cells of a LinesGrid: the sign of what is wrong beside the text, and muted what is taken where nothing is typed.
class LineDelegate : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;
    static constexpr int ProposalRole = Qt::UserRole + 1; ///< what is taken where nothing is typed

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// As the head of its column stands.
    [[nodiscard]] Qt::Alignment alignmentOf(const QModelIndex &index) const override;
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace waitline
