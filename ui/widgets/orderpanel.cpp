#include "ui/widgets/orderpanel.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/changeform.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/orderkeys.h"
#include "ui/widgets/orderlineblock.h"
#include "ui/widgets/ordermoney.h"
#include "ui/widgets/orderstoryview.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/taborder.h"
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
    , m_customer(quietButton({}, QStringLiteral("user")))
    , m_placed(mutedLabel({}))
    , m_blocker(label({}))
    , m_money(new OrderMoney(session))
    , m_message(new MessageBar)
    , m_entries(quietButton(tr("Entries…"), QStringLiteral("table")))
    , m_priority(label({}))
    , m_changePriority(quietButton(tr("Change priority"), QStringLiteral("edit")))
    , m_cancelOrder(quietButton(tr("Cancel the order…"), QStringLiteral("close")))
    , m_formPlace(new QWidget)
    , m_lines(new QWidget)
    , m_story(new OrderStoryView(session))
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
    m_placed->setWordWrap(true);
    column->addWidget(m_customer, 0, Qt::AlignLeft);
    column->addWidget(m_placed);
    m_blocker->setObjectName(QStringLiteral("orderBlocker"));
    m_blocker->setWordWrap(true);
    m_blocker->hide();
    column->addWidget(m_blocker);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    column->addWidget(m_lines);
    column->addWidget(m_money);
    m_entries->setObjectName(QStringLiteral("moneyEntries"));
    m_entries->setToolTip(tr("What was paid and given back, and how to take an entry back"));
    column->addWidget(makePriority());
    column->addWidget(m_story);
    column->addStretch();
    body()->addWidget(sideScroll(content, tr("Order's details")), 1);
    connect(m_customer, &QPushButton::clicked, this, [this] { Q_EMIT customerAsked(m_view.order.customer); });
    connect(m_money, &OrderMoney::changed, this, [this](const OrderView &view) {
        if (view.order.id == m_order)
            show(view);
    });
    connect(m_entries, &QPushButton::clicked, this, [this] { Q_EMIT entriesAsked(m_order); });
    connect(m_money, &OrderMoney::done, this, &OrderPanel::done);
    connect(m_money, &OrderMoney::formOpening, this, [this] { closeOtherForms(m_money); });
    connect(m_story, &OrderStoryView::failed, this, &OrderPanel::complained);
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
    m_status->setObjectName(QStringLiteral("orderState"));
    QPushButton *leave = closeButton(tr("Close the order"));
    connect(leave, &QPushButton::clicked, this, &OrderPanel::close);
    row->addWidget(m_title);
    row->addWidget(m_status);
    row->addStretch();
    row->addWidget(leave);
    return head;
}

QWidget *OrderPanel::makePriority()
{
    auto *column = new QVBoxLayout(m_formPlace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_changePriority->setObjectName(QStringLiteral("changePriority"));
    m_changePriority->setToolTip(tr("Higher priorities are served first"));
    m_cancelOrder->setObjectName(QStringLiteral("cancelOrder"));
    m_cancelOrder->setToolTip(tr("Cancel all that has not shipped"));
    row->addWidget(m_priority);
    row->addWidget(m_changePriority);
    row->addStretch();
    column->addLayout(row);
    auto *end = new QHBoxLayout; // a row of its own: beside the other it would make the panel wide
    end->setContentsMargins(-8, 0, 0, 0); // the quiet buttons' words stand under the text above
    end->setSpacing(0);
    end->addWidget(m_entries);
    end->addWidget(m_cancelOrder);
    end->addStretch();
    column->addLayout(end);
    connect(m_changePriority, &QPushButton::clicked, this, &OrderPanel::openPriority);
    connect(m_cancelOrder, &QPushButton::clicked, this, &OrderPanel::openCancel);
    return m_formPlace;
}

void OrderPanel::open(OrderId order, OrderLineId line)
{
    m_line = line;
    if (order != std::exchange(m_order, order)) {
        m_isLoaded = false;
        m_message->clear();
        closeForm();
        m_money->closeForm();
        scrollToBeginning(this);
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
    whenDone(jobs::showOrder(m_session, m_order), this, [this, order = m_order](const Result<OrderView> &view) {
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
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    m_view = view;
    const StoredOrder &order = view.order;
    m_title->setText(tr("Order %1").arg(order.id.value));
    if (view.state) // else it is read anew at once
        m_status->setState(lookOf(*view.state), orderStateText(*view.state));
    showName(m_customer, order.customerName);
    QStringList facts{tr("Placed %1").arg(instantText(order.placedAt))};
    if (!order.reference.isEmpty())
        facts += tr("reference %1").arg(order.reference);
    if (!order.campaign.isEmpty())
        facts += tr("campaign %1").arg(order.campaign);
    if (order.shipComplete)
        facts += tr("ships complete only");
    m_placed->setText(facts.join(QStringLiteral(" · ")));
    m_blocker->setText(tr("Nothing of it ships yet: %1.").arg(view.blocker));
    m_blocker->setVisible(!view.blocker.isEmpty());
    m_priority->setText(tr("Priority %1").arg(order.priority));
    const bool isOpen = view.status() == u"open" || view.status() == u"part_shipped";
    if (!isOpen)
        closeForm(); // of an order that has ended meanwhile
    m_changePriority->setVisible(isOpen);
    m_cancelOrder->setVisible(isOpen);
    m_money->setView(view);
    m_entries->setVisible(view.hasEntries);
    m_story->setOrder(order.id);
    showLines(view);
    if (hadFocus && !isAncestorOf(window()->focusWidget()))
        setFocus(); // what had it is gone
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
    QWidget *before = m_customer;
    for (const OrderLineView &line : view.lines) {
        OrderLineBlock *block = blockFor(line.line.id);
        block->setView(line);
        before = tabThrough(before, block); // made later than the money, yet it stands above it
    }
}

OrderLineBlock *OrderPanel::blockFor(OrderLineId line)
{
    OrderLineBlock *&block = m_blocks[line];
    if (block)
        return block;
    block = new OrderLineBlock(line, m_session.today());
    m_lines->layout()->addWidget(block);
    followQuantities(block);
    followPlace(block);
    connect(block, &OrderLineBlock::formOpening, this, [this, block] { closeOtherForms(block); });
    return block;
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
    auto *form = new ChangeForm({QStringLiteral("priorityForm"), QStringLiteral("priority"), tr("Priority (higher is served first)"),
                                 m_view.order.priority, true, tr("Change priority")});
    connect(form, &ChangeForm::submitted, this, &OrderPanel::submitPriority);
    openForm(form, m_changePriority);
}

void OrderPanel::submitPriority(qint64 priority, const QString &reason)
{
    constexpr qint64 farthest = 2'000'000; // beyond what is allowed: the refusal says the limits
    settle(jobs::setPriority(m_session, m_order, int(std::clamp(priority, -farthest, farthest)), reason),
           {tr("Order %1 has priority %2.").arg(m_order.value).arg(priority), givingPriority(m_view.order.priority)},
           [this](const std::optional<Error> &refusal) { settleForm(refusal); });
}

void OrderPanel::openCancel()
{
    const QString reason = QStringLiteral("reason");
    auto *form = new EntryForm(QStringLiteral("cancelOrderForm"), tr("Cancel the order"), {{reason, tr("Reason")}});
    form->setNote(tr("All that has not shipped is cancelled. %1").arg(refundOf(openValue())));
    connect(form, &EntryForm::entered, this, [this, form, reason] {
        settle(jobs::cancelOrder(m_session, m_order, std::nullopt, std::nullopt, form->text(reason)),
               {tr("Order %1 is cancelled. %2").arg(QString::number(m_order.value), refundOf(openValue())), uncancelling()},
               [this](const std::optional<Error> &refusal) { settleForm(refusal); });
    });
    openForm(form, m_cancelOrder);
}

void OrderPanel::cancelOrder()
{
    if (!m_cancelOrder->isHidden())
        openCancel();
}

void OrderPanel::openForm(EntryForm *form, QPushButton *back)
{
    closeForm();
    closeOtherForms(this);
    m_form = form;
    m_formOpener = back;
    m_formPlace->layout()->addWidget(form);
    connect(form, &EntryForm::dismissed, this, &OrderPanel::closeForm);
    form->show();
    tabThrough(m_changePriority, form);
    form->begin();
}

void OrderPanel::settleForm(const std::optional<Error> &refusal)
{
    if (!m_form)
        return;
    if (refusal)
        return m_form->showError(*refusal);
    closeForm();
}

void OrderPanel::closeForm()
{
    if (!m_form)
        return;
    const bool hadFocus = m_form->isAncestorOf(window()->focusWidget());
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    if (hadFocus)
        m_formOpener->setFocus();
}

} // namespace waitline
