#pragma once

#include "ui/pages/page.h"

class QLabel;
class QModelIndex;
class QSplitter;

namespace waitline {

class DataTable;
class OrderPanel;
class WaitingFilterBar;
class WaitingModel;

/// The waiting line of all products or of one, and beside it the order that is looked at.
class WaitingPage final : public Page {
    Q_OBJECT

public:
    WaitingPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    [[nodiscard]] OrderId shownOrder() const override;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    void makeTable();
    void makeKeys();
    void filterChanged();
    void updateEmptyState();
    void updateTotals();
    void openRow(const QModelIndex &row);
    void closeOrder();
    void toTable();
    void exportList();
    void exportTo(const QString &path);

    WaitingModel *m_model;
    WaitingFilterBar *m_filter;
    DataTable *m_table;
    QLabel *m_totals;
    QSplitter *m_split;
    OrderPanel *m_order;
    bool m_wasLoaded = false;
    bool m_followsRow = true; ///< the order panel shows the order of the row one moves to
};

} // namespace waitline
