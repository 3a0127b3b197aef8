#pragma once

#include "models/services/purchaselist.h"
#include "ui/pages/page.h"

class QModelIndex;
class QSplitter;

namespace waitline {

class ChipBar;
class DataTable;
class FilterEdit;
class PurchaseFormDialog;
class PurchaseListModel;
class MessageBar;
class PurchasePanel;

/// What was bought: drafts, placed, part received, received and closed short; and beside the list the one looked at.
class PurchasesPage final : public Page {
    Q_OBJECT

public:
    PurchasesPage(Session &session, Prompts &prompts);

    void setActive(bool active) override;
    void show(const Destination &destination) override;
    using Page::show;
    void focusFilter() override;
    [[nodiscard]] bool isReady() const override;

private:
    QWidget *makeFilter();
    QWidget *makeList();
    void connectPanel();
    void addKey(const QKeySequence &keys, const std::function<void()> &action);
    void filterChanged();
    void updateEmptyState();
    void listLoaded();
    /// Shows it, and marks it in the list as soon as that has it.
    void showWritten(const PurchaseKey &key);
    void markShown();
    void openRow(const QModelIndex &row);
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
    DataTable *m_table;
    MessageBar *m_toTell; ///< leads to the notices that were prepared
    QSplitter *m_split;
    PurchasePanel *m_panel;
    PurchaseId m_toMove; ///< the one for which another day is to be said, until it is shown
    bool m_wasLoaded = false;
};

} // namespace waitline
