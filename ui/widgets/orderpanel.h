#pragma once

#include "models/services/orderview.h"
#include "models/services/session.h"
#include "ui/inverse.h"
#include "ui/widgets/card.h"

#include <map>

class QLabel;
class QPushButton;

namespace waitline {

class Badge;
class EntryForm;
class MessageBar;
class OrderLineBlock;
class OrderMoney;
class OrderStoryView;

/// One order at the side of the list: who, when, its money, and every line with its place, what covers it and what can
/// be changed. It follows what happens to the order while it is open.
class OrderPanel final : public Card {
    Q_OBJECT

public:
    explicit OrderPanel(Session &session, QWidget *parent = nullptr);

    /// Shows the order; `line` is the one that F2 and Ctrl+Del mean, the first open one where it is invalid.
    void open(OrderId order, OrderLineId line = {});
    [[nodiscard]] OrderId order() const { return m_order; }
    /// Whether the order asked for is shown.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    void changeQuantity();
    void cancelLine();
    void cancelOrder();
    void close();

Q_SIGNALS:
    void loaded();
    void closed();
    /// A change that nothing takes back.
    void said(const QString &sentence);
    void complained(const QString &sentence);
    void customerAsked(waitline::CustomerId customer);
    /// The entries of the order's money are to be seen.
    void entriesAsked(waitline::OrderId order);
    /// A change that can be taken back.
    void done(const QString &sentence, const waitline::Inverse &inverse);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    /// What was done, and what takes it back.
    struct Change {
        QString sentence;
        Inverse inverse; ///< none: nothing takes it back
    };
    QWidget *makeHead();
    QWidget *makePriority();
    void read();
    void show(const OrderView &view);
    void showLines(const OrderView &view);
    OrderLineBlock *blockFor(OrderLineId line);
    void followQuantities(OrderLineBlock *block);
    void followPlace(OrderLineBlock *block);
    [[nodiscard]] QString refundOf(Money cancelled) const;
    [[nodiscard]] Money openValue() const;
    void promise(OrderLineBlock *block, QDate day, const QString &reason);
    void previewMove(OrderLineBlock *block, qint64 place);
    void showInstead(OrderLineBlock *block);
    OrderLineBlock *meantBlock() const;
    void openPriority();
    void submitPriority(qint64 priority, const QString &reason);
    void openCancel();
    void openForm(EntryForm *form, QPushButton *back);
    void closeForm();
    void closeOtherForms(const QWidget *opening);
    void settleForm(const std::optional<Error> &refusal);
    /// Takes the answer to a change asked for in `place`, a block or the priority's form.
    void settle(QFuture<Result<OrderView>> change, const Change &made, const std::function<void(const std::optional<Error> &)> &told);
    [[nodiscard]] Inverse amending(OrderLineId line, Units units);
    [[nodiscard]] Inverse joining(OrderLineId line);
    [[nodiscard]] Inverse uncancelling();
    [[nodiscard]] Inverse givingPriority(int priority);
    [[nodiscard]] Inverse movingBack(OrderLineId line);

    Session &m_session;
    OrderId m_order;
    OrderLineId m_line;
    OrderView m_view;
    bool m_isLoaded = false;
    QLabel *m_title;
    Badge *m_status;
    QPushButton *m_customer;
    QLabel *m_placed;
    QLabel *m_blocker; ///< why what is set aside may not ship yet
    OrderMoney *m_money;
    MessageBar *m_message;
    QPushButton *m_entries;
    QLabel *m_priority;
    QPushButton *m_changePriority;
    QPushButton *m_cancelOrder;
    QWidget *m_formPlace;
    EntryForm *m_form = nullptr; ///< of the order as a whole
    QPushButton *m_formOpener = nullptr;
    QWidget *m_lines;
    OrderStoryView *m_story;
    std::map<OrderLineId, OrderLineBlock *> m_blocks;
};

} // namespace waitline
