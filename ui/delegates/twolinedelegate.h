#pragma once

#include "ui/delegates/rowdelegate.h"

class QTableView;

namespace waitline {

/// The text in at most so many lines, broken between words; the last one is cut with dots.
[[nodiscard]] QStringList wrapped(const QString &text, const QFontMetrics &metrics, int width, int most);

/// Draws a cell with that of another column below it, smaller and muted, in as many lines as the row has room for,
/// while that column is left out of the table.
class TwoLineDelegate final : public RowDelegate {
    Q_OBJECT

public:
    TwoLineDelegate(int below, QTableView *table);
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

protected:
    void paintContent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    [[nodiscard]] QString below(const QModelIndex &index) const;

    QTableView *m_table;
    int m_below;
};

} // namespace waitline
