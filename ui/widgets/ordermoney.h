#pragma once

#include "models/services/orderview.h"
#include "models/services/session.h"
#include "ui/inverse.h"

#include <QWidget>

class QPushButton;

namespace waitline {

class EntryForm;
class FigureGrid;

/// An order's money, and the forms that take a payment or give money back, each saying what is allowed.
class OrderMoney final : public QWidget {
    Q_OBJECT

public:
    explicit OrderMoney(Session &session, QWidget *parent = nullptr);
    void setView(const OrderView &view);
    /// Another order: an open form is left.
    void closeForm();
    /// Whether a form is open in which nothing was typed.
    [[nodiscard]] bool hasIdleForm() const;
    void takePayment();
    void giveBack();

Q_SIGNALS:
    /// A form is about to open: one at a time is open in a panel.
    void formOpening();
    void changed(const waitline::OrderView &view);
    void done(const QString &sentence, const waitline::Inverse &inverse);

private:
    enum class Way { In, Out };
    void open(Way way);
    void enter(Way way);
    [[nodiscard]] QString allowed(Way way) const;
    [[nodiscard]] Error tooMuch(Money amount) const;
    [[nodiscard]] Inverse takingBack(OrderId order, Way way, Money amount);

    Session &m_session;
    OrderView m_view;
    FigureGrid *m_figures;
    QPushButton *m_pay;
    QPushButton *m_refund;
    EntryForm *m_form = nullptr;
};

} // namespace waitline
