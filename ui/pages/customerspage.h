#pragma once

#include "models/services/customerservice.h"
#include "ui/pages/listpage.h"

namespace waitline {

class ChipBar;
class CustomerModel;
class CustomerPanel;
class FilterEdit;

/// All customers with what waits and what is held for them, and beside them the one that is looked at.
class CustomersPage final : public ListPage {
    Q_OBJECT

public:
    CustomersPage(Session &session, Prompts &prompts);

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
    void follow();
    void filterChanged();
    void open(CustomerId customer);
    void edit(const std::optional<StoredCustomer> &before);
    void mergeRow();
    void mergeWith(CustomerId customer, const std::optional<LikeCustomer> &other);
    void merge(const StoredCustomer &customer, const std::optional<LikeCustomer> &likely);
    void unmerge(qint64 merge);
    void showStanding();

    CustomerModel *m_model;
    FilterEdit *m_text;
    ChipBar *m_only;
    CustomerPanel *m_customer;
};

} // namespace waitline
