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
class ChangeForm;
class FigureGrid;
class MessageBar;
class OrderLineBlock;

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
    void close();

Q_SIGNALS:
    void loaded();
    void closed();
    /// A change that can be taken back.
    void done(const QString &sentence, const waitline::Inverse &inverse);

private:
    /// What was done, and what takes it back.
    struct Change {
        QString sentence;
        Inverse inverse;
    };
    QWidget *makeHead();
    QWidget *makePriority();
    void read();
    void show(const OrderView &view);
    void showMoney(const OrderView &view);
    void showLines(const OrderView &view);
    OrderLineBlock *blockFor(OrderLineId line);
    OrderLineBlock *meantBlock() const;
    [[nodiscard]] const OrderLineView *lineView(OrderLineId line) const;
    void openPriority();
    void closePriority();
    /// Takes the answer to a change asked for in `place`, a block or the priority's form.
    template <typename Settle>
    void settle(const QFuture<Result<OrderView>> &change, const Change &made, Settle settle);
    [[nodiscard]] Inverse amending(OrderLineId line, Units units);
    [[nodiscard]] Inverse givingPriority(int priority);

    Session &m_session;
    OrderId m_order;
    OrderLineId m_line;
    OrderView m_view;
    bool m_isLoaded = false;
    QLabel *m_title;
    Badge *m_status;
    QLabel *m_customer;
    QLabel *m_placed;
    FigureGrid *m_money;
    MessageBar *m_message;
    QLabel *m_priority;
    QPushButton *m_changePriority;
    QWidget *m_priorityPlace;
    ChangeForm *m_priorityForm = nullptr;
    QWidget *m_lines;
    std::map<OrderLineId, OrderLineBlock *> m_blocks;
};

} // namespace waitline
