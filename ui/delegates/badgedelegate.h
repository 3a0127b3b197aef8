#pragma once

#include "ui/delegates/rowdelegate.h"
#include "ui/style/theme.h"

#include <functional>

namespace waitline {

/// How a state looks: icon, colour and word. Never colour alone.
struct BadgeLook {
    QString iconName;
    QColor Theme::*colour = &Theme::muted;
    QString word = {}; ///< empty: the cell's own
};

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

} // namespace waitline
