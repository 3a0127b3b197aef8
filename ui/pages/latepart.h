#pragma once

#include "models/services/promiseservice.h"
#include "ui/pages/listpage.h"

namespace waitline {

class OrderPanel;
class WaitingFilterBar;
class WaitingModel;

/// Lines that are expected later than promised, and whatever else waits: their promises are moved here, one or many.
class LatePart final : public ListPage {
    Q_OBJECT

public:
    LatePart(Session &session, Prompts &prompts);

    [[nodiscard]] OrderId shownOrder() const override;
    void focusFilter() override;
    /// F6: the promises of the chosen lines.
    void movePromises();

Q_SIGNALS:
    /// Customers are to be told of something new.
    void noticesPrepared();

protected:
    void openRow(const QModelIndex &row) override;
    [[nodiscard]] bool isPanelLoaded() const override;
    void updateEmptyState() override;
    void updateTotals() override;

private:
    void makeTable();
    [[nodiscard]] QString whosePromise(int row) const;
    void tellMoved(const PromiseOutcome &outcome);

    WaitingModel *m_model;
    WaitingFilterBar *m_filter;
    OrderPanel *m_order;
};

} // namespace waitline
