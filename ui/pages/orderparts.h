#pragma once

#include <QString>

class QTableView;

namespace waitline {

class OrderPanel;
class Page;
class WaitingModel;

// What the pages that list orders and waiting lines have in common.

/// The page says and asks for what its order's panel does, and is ready when that is loaded.
void relay(OrderPanel *panel, Page *page);
/// Draws kind and ETA of a table over a WaitingModel as badges.
void showWaitingBadges(QTableView *table);
/// The model reads how sure days are while the table shows that column; call after restoreColumns.
void readOddsWhileShown(QTableView *table, WaitingModel *model);
/// "3 lines · 7 units · 80.00 EUR waiting", of all lines that the filter means.
[[nodiscard]] QString waitingTotals(const WaitingModel &model);

} // namespace waitline
