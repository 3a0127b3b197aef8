#pragma once

#include "ui/pages/listpage.h"

namespace waitline {

class OrderFilterBar;
class OrderModel;
class OrderPanel;

/// All orders, from those that wait to those that were cancelled, and beside them the one that is looked at.
class OrdersPage final : public ListPage {
    Q_OBJECT

public:
    OrdersPage(Session &session, Prompts &prompts);

    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] OrderId shownOrder() const override;

protected:
    void openRow(const QModelIndex &row) override;
    [[nodiscard]] bool isPanelLoaded() const override;
    [[nodiscard]] qint64 shownId() const override;
    void updateEmptyState() override;
    void updateTotals() override;

private:
    void makeTable();
    void makeKeys();
    void open(OrderId order);

    OrderModel *m_model;
    OrderFilterBar *m_filter;
    OrderPanel *m_order;
};

} // namespace waitline
