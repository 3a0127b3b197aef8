#include "ui/widgets/orderpanel.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/changeform.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/figuregrid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/orderkeys.h"
#include "ui/widgets/orderlineblock.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QPointer>

#include <algorithm>

namespace waitline {

OrderPanel::OrderPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_status(new Badge)
    , m_customer(label({}))
    , m_placed(mutedLabel({}))
    , m_money(new FigureGrid(3))
    , m_message(new MessageBar)
    , m_priority(label({}))
    , m_changePriority(quietButton(tr("Change priority"), QStringLiteral("edit")))
    , m_priorityPlace(new QWidget)
    , m_lines(new QWidget)
{
    setObjectName(QStringLiteral("orderPanel"));
    setAccessibleName(tr("Order"));
    new OrderKeys(this);
    body()->setSpacing(12);
    body()->addWidget(makeHead());
    body()->addWidget(m_message);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    m_customer->setObjectName(QStringLiteral("orderCustomer"));
    setTextSize(m_customer, TextSize::Body, true);
    m_customer->setWordWrap(true);
    m_placed->setWordWrap(true);
    column->addWidget(m_customer);
    column->addWidget(m_placed);
    column->addWidget(m_money);
    column->addWidget(makePriority());
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    column->addWidget(m_lines);
    column->addStretch();
    body()->addWidget(sideScroll(content, tr("Order's details")), 1);
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        const bool concerns =
            changes.touches(m_order) || std::any_of(m_view.lines.begin(), m_view.lines.end(),
                                                    [&](const OrderLineView &line) { return changes.touches(line.line.product); });
        if (!isHidden() && concerns)
            read();
    });
}

QWidget *OrderPanel::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title->setObjectName(QStringLiteral("orderTitle"));
    QPushButton *leave = quietButton({}, QStringLiteral("close"));
    leave->setAccessibleName(tr("Close the order"));
    leave->setToolTip(tr("Close (Esc)"));
    leave->setFixedWidth(32);
    connect(leave, &QPushButton::clicked, this, &OrderPanel::close);
    row->addWidget(m_title);
    row->addWidget(m_status);
    row->addStretch();
    row->addWidget(leave);
    return head;
}

QWidget *OrderPanel::makePriority()
{
    auto *column = new QVBoxLayout(m_priorityPlace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    m_changePriority->setObjectName(QStringLiteral("changePriority"));
    m_changePriority->setToolTip(tr("Higher priorities are served first"));
    row->addWidget(m_priority);
    row->addWidget(m_changePriority);
    row->addStretch();
    column->addLayout(row);
    connect(m_changePriority, &QPushButton::clicked, this, &OrderPanel::openPriority);
    return m_priorityPlace;
}

void OrderPanel::open(OrderId order, OrderLineId line)
{
    m_line = line;
    if (order != std::exchange(m_order, order)) {
        m_isLoaded = false;
        m_message->clear();
        closePriority();
    }
    Card::show();
    read();
}

void OrderPanel::close()
{
    hide();
    Q_EMIT closed();
}

void OrderPanel::read()
{
    jobs::showOrder(m_session, m_order).then(this, [this, order = m_order](const Result<OrderView> &view) {
        if (order != m_order)
            return;
        if (view)
            show(*view);
        else
            m_message->say(MessageBar::Kind::Problem, view.error().message);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

void OrderPanel::show(const OrderView &view)
{
    m_view = view;
    const StoredOrder &order = view.order;
    m_title->setText(tr("Order %1").arg(order.id.value));
    m_status->setState(lookOfOrder(view), orderStatusText(view));
    m_customer->setText(order.customerName);
    QStringList facts{tr("Placed %1").arg(instantText(order.placedAt))};
    if (!order.reference.isEmpty())
        facts += tr("reference %1").arg(order.reference);
    if (!order.campaign.isEmpty())
        facts += tr("campaign %1").arg(order.campaign);
    if (order.shipComplete)
        facts += tr("ships complete only");
    m_placed->setText(facts.join(QStringLiteral(" · ")));
    m_priority->setText(tr("Priority %1").arg(order.priority));
    m_changePriority->setVisible(view.status() == u"open" || view.status() == u"part_shipped");
    showMoney(view);
    showLines(view);
}

void OrderPanel::showMoney(const OrderView &view)
{
    const Currency &currency = m_session.currency();
    m_money->setFigure(tr("Total"), moneyWithCode(view.total, currency), tr("Value of what is not cancelled"));
    m_money->setFigure(tr("Paid"), moneyWithCode(view.order.held(), currency), tr("Paid − refunded"));
    m_money->setFigure(tr("Deposit asked"), moneyWithCode(view.order.depositRequired, currency),
                       tr("What must be paid before anything ships"));
    m_money->setFigure(tr("Balance due"), moneyWithCode(view.balanceDue(), currency), tr("Total − paid"));
    m_money->setFigure(tr("Refund due"), moneyWithCode(view.refundDue(), currency), tr("Paid − total"));
}

void OrderPanel::showLines(const OrderView &view)
{
    for (auto at = m_blocks.begin(); at != m_blocks.end();) {
        const bool stays =
            std::any_of(view.lines.begin(), view.lines.end(), [&](const OrderLineView &line) { return line.line.id == at->first; });
        if (!stays)
            delete at->second;
        at = stays ? std::next(at) : m_blocks.erase(at);
    }
    for (const OrderLineView &line : view.lines)
        blockFor(line.line.id)->setView(line);
}

OrderLineBlock *OrderPanel::blockFor(OrderLineId line)
{
    OrderLineBlock *&block = m_blocks[line];
    if (block)
        return block;
    block = new OrderLineBlock(line);
    m_lines->layout()->addWidget(block);
    const QPointer<OrderLineBlock> made = block;
    const auto settleIn = [made](const std::optional<Error> &refusal) {
        if (made)
            made->settle(refusal);
    };
    connect(block, &OrderLineBlock::amendAsked, this, [this, line, settleIn](qint64 units) {
        if (const OrderLineView *before = lineView(line))
            settle(jobs::amendOrder(m_session, m_order, line, units),
                   {tr("Order %1: %2 of %3 instead of %4.")
                        .arg(QString::number(m_order.value), unitsText(units), before->line.sku, numberText(before->line.ordered)),
                    amending(line, before->line.ordered)},
                   settleIn);
    });
    connect(block, &OrderLineBlock::cancelAsked, this, [this, line, settleIn](qint64 units, const QString &reason) {
        if (const OrderLineView *before = lineView(line))
            settle(jobs::cancelOrder(m_session, m_order, line, units, reason),
                   {tr("%1 of order %2 are cancelled.").arg(unitsText(units)).arg(m_order.value),
                    amending(line, before->line.ordered + units)},
                   settleIn);
    });
    return block;
}

template <typename Settle>
void OrderPanel::settle(const QFuture<Result<OrderView>> &change, const Change &made, Settle settle)
{
    QFuture<Result<OrderView>>(change).then(this, [this, made, settle](const Result<OrderView> &view) {
        if (!view)
            return settle(view.error());
        settle(std::nullopt);
        if (view->order.id == m_order)
            show(*view);
        Q_EMIT done(made.sentence, made.inverse);
    });
}

const OrderLineView *OrderPanel::lineView(OrderLineId line) const
{
    const auto found = std::find_if(m_view.lines.begin(), m_view.lines.end(), [line](const auto &seen) { return seen.line.id == line; });
    return found == m_view.lines.end() ? nullptr : &*found;
}

Inverse OrderPanel::amending(OrderLineId line, Units units)
{
    return inverseBy([this, order = m_order, line, units] { return jobs::amendOrder(m_session, order, line, units); },
                     tr("Order %1 has %2 again.").arg(QString::number(m_order.value), unitsText(units)));
}

Inverse OrderPanel::givingPriority(int priority)
{
    return inverseBy([this, order = m_order, priority] { return jobs::setPriority(m_session, order, priority, tr("Taken back at once")); },
                     tr("Order %1 has priority %2 again.").arg(m_order.value).arg(priority));
}

OrderLineBlock *OrderPanel::meantBlock() const
{
    if (const auto found = m_blocks.find(m_line); found != m_blocks.end())
        return found->second;
    const auto open = std::find_if(m_view.lines.begin(), m_view.lines.end(),
                                   [](const OrderLineView &line) { return line.line.waiting + line.line.allocated > 0; });
    return open == m_view.lines.end() || !m_blocks.contains(open->line.id) ? nullptr : m_blocks.at(open->line.id);
}

void OrderPanel::changeQuantity()
{
    if (OrderLineBlock *block = meantBlock())
        block->openAmend();
}

void OrderPanel::cancelLine()
{
    if (OrderLineBlock *block = meantBlock())
        block->openCancel();
}

void OrderPanel::openPriority()
{
    closePriority();
    m_priorityForm = new ChangeForm({QStringLiteral("priorityForm"), QStringLiteral("priority"), tr("Priority (higher is served first)"),
                                     m_view.order.priority, true, tr("Change priority")});
    m_priorityPlace->layout()->addWidget(m_priorityForm);
    connect(m_priorityForm, &ChangeForm::dismissed, this, &OrderPanel::closePriority);
    connect(m_priorityForm, &ChangeForm::submitted, this, [this](qint64 priority, const QString &reason) {
        constexpr qint64 farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
        const QPointer<ChangeForm> form = m_priorityForm;
        settle(jobs::setPriority(m_session, m_order, int(std::clamp(priority, -farthest, farthest)), reason),
               {tr("Order %1 has priority %2.").arg(m_order.value).arg(priority), givingPriority(m_view.order.priority)},
               [this, form](const std::optional<Error> &refusal) {
                   if (!form)
                       return;
                   if (refusal)
                       return form->showError(*refusal);
                   closePriority();
               });
    });
    m_priorityForm->show();
    m_priorityForm->begin();
}

void OrderPanel::closePriority()
{
    if (!m_priorityForm)
        return;
    const bool hadFocus = m_priorityForm->isAncestorOf(window()->focusWidget());
    m_priorityForm->hide();
    m_priorityForm->deleteLater();
    m_priorityForm = nullptr;
    if (hadFocus)
        m_changePriority->setFocus();
}

} // namespace waitline
