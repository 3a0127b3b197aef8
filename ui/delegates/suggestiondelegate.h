#pragma once

#include <QStyledItemDelegate>

namespace waitline {

/// Draws a suggestion: what it is at the left, its detail muted at the right.
class SuggestionDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int detailRole = Qt::UserRole;

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace waitline
