#pragma once

#include "models/services/purchaselist.h"
#include "ui/pages/listpage.h"

namespace waitline {

class ChipBar;
class FilterEdit;
class PurchaseFormDialog;
class PurchaseListModel;
class MessageBar;
class PurchasePanel;

/// What was bought: drafts, placed, part received, received and closed short; and beside the list the one looked at.
class PurchasesPage final : public ListPage {
    Q_OBJECT

public:
    PurchasesPage(Session &session, Prompts &prompts);

    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;

protected:
    void openRow(const QModelIndex &row) override;
    [[nodiscard]] bool isPanelLoaded() const override;
    [[nodiscard]] qint64 shownId() const override;
    void updateEmptyState() override;
    void updateTotals() override;

private:
    QWidget *makeFilter();
    void makeTable();
    void connectPanel();
    void filterChanged();
    /// Shows it, and marks it in the list as soon as that has it.
    void open(const PurchaseKey &key);
    void openSuppliers();
    void openForm(PurchaseFormDialog *dialog);
    void write();
    void edit();
    void change(bool close);
    void tellMoved(const StoredPurchase &purchase, const StoredPurchase &before, qint64 notices);
    void askWhatIf();
    void reopen();
    void discard();
    void print();
    void printLabels();

    PurchaseListModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_state;
    MessageBar *m_toTell; ///< leads to the notices that were prepared
    PurchasePanel *m_panel;
    PurchaseId m_toMove; ///< the one for which another day is to be said, until it is shown
};

} // namespace waitline
