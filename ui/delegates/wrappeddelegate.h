#pragma once

#include "ui/delegates/rowdelegate.h"

namespace waitline {

/// A sentence: where it is too long for the cell it stands in two lines of small text.
class WrappedDelegate final : public RowDelegate {
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace waitline
