#pragma once

#include "ui/delegates/rowdelegate.h"
#include "ui/style/badge.h"

#include <functional>

namespace waitline {

/// Draws a cell's word as a badge.
class BadgeDelegate final : public RowDelegate {
    Q_OBJECT

public:
    /// `look` is asked for every cell that has text.
    explicit BadgeDelegate(std::function<BadgeLook(const QModelIndex &)> look, QObject *parent = nullptr);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    std::function<BadgeLook(const QModelIndex &)> m_look;
};

/// The state of a document that stands, with its icon, or is void (StatusRole 1).
[[nodiscard]] BadgeLook standingOrVoid(const QModelIndex &cell, const QString &iconName);

} // namespace waitline
