#include "ui/orderdesk.h"

#include "models/services/orderjobs.h"
#include "ui/dialogs/draftsdialog.h"
#include "ui/dialogs/orderdialog.h"
#include "ui/orderwords.h"
#include "ui/widgets/messagebar.h"

#include <QVBoxLayout>

namespace waitline {

OrderDesk::OrderDesk(Session &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_drafts(session.location(), session.actor())
    , m_bar(new MessageBar)
{
    setObjectName(QStringLiteral("orderDesk"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_bar);
    connect(m_bar, &MessageBar::buttonPressed, this, &OrderDesk::buttonPressed);
    connect(m_bar, &MessageBar::closed, this, &QWidget::hide);
    constexpr int offeredMs = 10'000; // as long as anything can be taken back
    m_offered.setSingleShot(true);
    m_offered.setInterval(offeredMs);
    connect(&m_offered, &QTimer::timeout, this, [this] {
        if (!m_discarded.isEmpty())
            offerDrafts(); // those that wait still
    });
    hide();
}

OrderDialog *OrderDesk::makeDialog()
{
    // A child of the pages, not of the window: it uses the session, which outlives them only.
    auto *dialog = new OrderDialog(m_session, m_prompts, m_drafts, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OrderDialog::placed, this, &OrderDesk::placed);
    connect(dialog, &OrderDialog::edited, this, &OrderDesk::edited);
    connect(dialog, &OrderDialog::said, this, &OrderDesk::said);
    connect(dialog, &OrderDialog::kept, this, &OrderDesk::offerDrafts);
    connect(dialog, &OrderDialog::discarded, this, &OrderDesk::offerBack);
    return dialog;
}

void OrderDesk::newOrder()
{
    OrderDialog *dialog = makeDialog();
    dialog->beginNew();
    dialog->open();
}

void OrderDesk::edit(OrderId order)
{
    whenDone(jobs::showOrder(m_session, order), this, [this](const Result<OrderView> &view) {
        if (!view)
            return Q_EMIT complained(view.error().message);
        OrderDialog *dialog = makeDialog();
        dialog->beginEdit(*view);
        dialog->open();
    });
}

void OrderDesk::resume(const OrderDrafts::Draft &draft)
{
    OrderDialog *dialog = makeDialog();
    if (!dialog->resume(draft)) {
        delete dialog;
        return Q_EMIT complained(tr("Another window goes on with this order already."));
    }
    m_bar->clear();
    hide();
    dialog->open();
}

void OrderDesk::showDrafts()
{
    auto *dialog = new DraftsDialog(m_drafts, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DraftsDialog::chosen, this, &OrderDesk::resume);
    connect(dialog, &QDialog::finished, this, &OrderDesk::offerDrafts);
    dialog->open();
}

void OrderDesk::offerDrafts()
{
    const auto drafts = m_drafts.leftOver();
    m_discarded.clear();
    m_bar->clear();
    setVisible(!drafts.empty());
    if (drafts.empty())
        return;
    const OrderEntry &last = drafts.front().entry;
    const QString name = draftName(last.order, last.customerName, qsizetype(last.lines.size()));
    m_bar->say(MessageBar::Kind::Notice,
               drafts.size() == 1 ? tr("An order was entered and not saved: %1.").arg(name)
                                  : tr("%1 orders were entered and not saved, the last one: %2.").arg(drafts.size()).arg(name),
               drafts.size() == 1 ? tr("Go on with it") : tr("Show them"));
}

void OrderDesk::offerBack(const QString &draft, const QString &name)
{
    m_discarded = draft;
    m_bar->say(MessageBar::Kind::Done, tr("The order is thrown away: %1.").arg(name), tr("Bring it back"));
    show();
    m_offered.start();
}

void OrderDesk::buttonPressed()
{
    if (!m_discarded.isEmpty()) {
        m_drafts.bringBack(std::exchange(m_discarded, {}));
        return offerDrafts();
    }
    const auto drafts = m_drafts.leftOver();
    if (drafts.size() == 1)
        resume(drafts.front());
    else
        showDrafts();
}

} // namespace waitline
