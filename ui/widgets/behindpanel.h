#pragma once

#include "models/charts/charttable.h"
#include "models/services/ordersbehind.h"
#include "ui/widgets/card.h"

class QLabel;
class QPushButton;

namespace waitline {

class DataTable;

/// The orders behind a figure of a chart, and the way back to it.
class BehindPanel final : public Card {
    Q_OBJECT

public:
    explicit BehindPanel(QWidget *parent = nullptr);
    void setOrders(const OrdersBehind &orders);

Q_SIGNALS:
    /// The button, Esc, Backspace or Alt+Left.
    void backAsked();
    void orderOpened(qint64 order);
    /// Of a wish that was refused: no order came of it.
    void productOpened(qint64 product, const QString &name);
    /// The same lines in the list of waiting orders.
    void waitingAsked(const waitline::BehindQuestion &question);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    OrdersBehind m_orders;
    ChartTable *m_model;
    DataTable *m_table;
    QLabel *m_title;
    QLabel *m_sum;
    QPushButton *m_waiting;
};

} // namespace waitline
