#include "ui/pages/orderspage.h"

#include "models/tables/celltext.h"
#include "models/tables/ordermodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/pages/listexport.h"
#include "ui/pages/orderparts.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/orderfilterbar.h"
#include "ui/widgets/orderpanel.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QLabel>

namespace waitline {

OrdersPage::OrdersPage(Session &session, Prompts &prompts)
    : ListPage(session, prompts, {QStringLiteral("orders"), tr("Orders"), QStringLiteral("order"), QStringLiteral("ordersTable")})
    , m_model(new OrderModel(session, this))
    , m_filter(new OrderFilterBar(session))
    , m_order(new OrderPanel(session))
{
    makeTable();
    assemble(m_model, m_filter, m_order);
    makeKeys();
    exportByKey(this, prompts, tr("orders"), [this] { return table(); });
    connect(m_filter, &OrderFilterBar::changed, this, [this] {
        m_model->setFilter(m_filter->filter());
        updateEmptyState();
    });
    connect(m_filter, &OrderFilterBar::downPressed, this, &OrdersPage::toTable);
    connect(m_order, &OrderPanel::closed, this, [this] { focusList(); });
    relay(m_order, this);
}

void OrdersPage::makeTable()
{
    using Column = OrderModel::Column;
    table()->setModel(m_model);
    table()->setItemDelegateForColumn(
        Column::State, new BadgeDelegate([](const QModelIndex &cell) { return lookOf(OrderState(cell.data(StatusRole).toInt())); }, this));
    table()->setInitiallyHidden(
        {Column::Reference, Column::Ordered, Column::Allocated, Column::Shipped, Column::Paid, Column::Priority, Column::Campaign});
    table()->horizontalHeader()->setSortIndicator(Column::Number, Qt::DescendingOrder);
    table()->setGivingWay({Column::Total, Column::Waiting, Column::Placed, Column::Promise, Column::Balance});
    table()->restoreColumns({6, 17, 16, 14, 12, 7, 7, 7, 7, 10, 10, 10, 11, 7, 12}, Column::Customer);
    table()->setSortingEnabled(true);
    QStringList states;
    for (OrderState state : allOrderStates)
        states += orderStateText(state);
    QList<int> widths(table()->model()->columnCount(), -1);
    widths[Column::State] = widestBadge(table()->fontMetrics(), states);
    widths[Column::Promise] = widestDay(table()->fontMetrics());
    table()->widen(widths);
}

void OrdersPage::makeKeys()
{
    QAction *fresh = makePrimaryAction(tr("New order…"), QStringLiteral("add"));
    fresh->setToolTip(QKeySequence(QKeySequence::New).toString(QKeySequence::NativeText)); // the window's, on every page
    connect(fresh, &QAction::triggered, this, &Page::newOrderAsked);
    const auto inOrder = [this](void (OrderPanel::*change)()) {
        if (m_order->isHidden() && table()->currentIndex().isValid())
            openRow(table()->currentIndex());
        if (!m_order->isHidden())
            (m_order->*change)();
    };
    addKey(QKeySequence(Qt::Key_F2), [inOrder] { inOrder(&OrderPanel::changeQuantity); });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_Delete), [inOrder] { inOrder(&OrderPanel::cancelLine); });
}

bool OrdersPage::isPanelLoaded() const { return m_order->isLoaded(); }

void OrdersPage::focusFilter()
{
    showList();
    m_filter->focusText();
}

qint64 OrdersPage::shownId() const { return m_order->order().value; }

OrderId OrdersPage::shownOrder() const { return m_order->isHidden() ? OrderId{} : m_order->order(); }

void OrdersPage::show(const Destination &destination)
{
    if (destination.kind == Destination::Kind::Order)
        return open(OrderId{destination.id});
    OrderFilter filter;
    filter.customer = CustomerId{destination.id};
    if (!filter.customer.isValid())
        filter.text = destination.text;
    showList();
    m_filter->setFilter(filter, destination.text);
    focusList();
}

void OrdersPage::open(OrderId order)
{
    showPanel();
    m_order->open(order);
    m_order->setFocus();
    markShown();
}

void OrdersPage::openRow(const QModelIndex &row)
{
    const OrderId order{row.data(OrderIdRole).toLongLong()};
    if (!order.isValid()) // still being fetched
        return;
    showPanel();
    m_order->open(order);
}

void OrdersPage::updateEmptyState()
{
    if (m_filter->filter() == OrderFilter{})
        table()->setEmptyState(tr("No order has been placed. Every order stands here, from the first to the last."), tr("New order…"),
                               [this] { Q_EMIT newOrderAsked(); });
    else
        table()->setEmptyState(tr("No order is meant by this filter."), tr("Show all orders"), [this] { m_filter->setFilter({}); });
}

void OrdersPage::updateTotals()
{
    const int orders = m_model->rowCount();
    totals()->setText(orders == 1 ? tr("1 order") : tr("%1 orders").arg(numberText(orders)));
}

} // namespace waitline
