#pragma once

#include "models/services/orderview.h"
#include "models/services/session.h"
#include "ui/orderdrafts.h"

#include <QTimer>
#include <QWidget>

namespace waitline {

class MessageBar;
class OrderDialog;
class Prompts;

/// Where orders are entered from: it opens the forms, and says above the pages when an order was entered and not saved.
class OrderDesk final : public QWidget {
    Q_OBJECT

public:
    OrderDesk(Session &session, Prompts &prompts, QWidget *parent = nullptr);

    void newOrder();
    void edit(OrderId order);
    void showDrafts();
    /// Says whether orders wait to be finished.
    void offerDrafts();

Q_SIGNALS:
    void placed(const waitline::OrderView &order);
    void edited(const waitline::OrderView &order, const waitline::OrderSheet &before);
    void said(const QString &sentence);
    void complained(const QString &sentence);

private:
    OrderDialog *makeDialog();
    void resume(const OrderDrafts::Draft &draft);
    void offerBack(const QString &draft, const QString &name);
    void buttonPressed();

    Session &m_session;
    Prompts &m_prompts;
    OrderDrafts m_drafts;
    MessageBar *m_bar;
    QString m_discarded; ///< the draft the bar offers to bring back
    QTimer m_offered; ///< as long as that is offered
};

} // namespace waitline
