#pragma once

#include "models/services/orderview.h"
#include "models/services/session.h"

#include <QDialog>

class QLabel;

namespace waitline {

class MessageBar;
class OrderMoney;
class PaymentJournal;
class SuggestionEdit;
class UndoBar;

/// Records money that came or went, order after order: the order is found by number or customer, what is due stands
/// there, and each of its entries can be taken back.
class MoneyDialog final : public QDialog {
    Q_OBJECT

public:
    explicit MoneyDialog(Session &session, QWidget *parent = nullptr);
    /// Begins with an order whose entries are to be seen.
    void showOrder(OrderId order);
    /// Begins with an entry for an order.
    void beginWith(OrderId order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeOrder();
    void follow();
    void takeTyped();
    void choose(OrderId order, bool beginEntry);
    void leaveOrder();
    [[nodiscard]] bool isMeant(OrderId order) const;
    void read(OrderId order, bool beginEntry);
    void showMoney(const OrderView &view);

    Session &m_session;
    SuggestionEdit *m_picker;
    UndoBar *m_undo;
    MessageBar *m_message;
    QWidget *m_order;
    QLabel *m_title;
    OrderMoney *m_money;
    PaymentJournal *m_journal;
};

} // namespace waitline
