#include "ui/dialogs/moneydialog.h"

#include "models/services/orderjobs.h"
#include "models/tables/paymentmodel.h"
#include "ui/forms/formfield.h"
#include "ui/forms/pickers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fitting.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/ordermoney.h"
#include "ui/widgets/paymentjournal.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/undobar.h"
#include "ui/words.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr QSize wantedSize(860, 640);
constexpr int leastJournal = 180; ///< a head, three entries and the sum
} // namespace

MoneyDialog::MoneyDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_picker(orderPicker(session, tr("Order, by number or customer")))
    , m_undo(new UndoBar)
    , m_message(new MessageBar)
    , m_title(label({}, TextSize::Section))
    , m_money(new OrderMoney(session))
    , m_journal(new PaymentJournal(session, PaymentJournal::Scope::OneOrder, QStringLiteral("orderEntries")))
{
    setObjectName(QStringLiteral("moneyDialog"));
    setWindowTitle(tr("Record money"));
    setAccessibleName(windowTitle());
    resize(fittingSize(*this, wantedSize));
    m_picker->setPlaceholderText(tr("Number, reference or customer"));
    m_picker->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(label(windowTitle(), TextSize::Section));
    column->addWidget(m_undo);
    column->addWidget(m_message);
    column->addWidget(new FormField(QStringLiteral("moneyOrder"), tr("Order"), m_picker));
    m_title->setObjectName(QStringLiteral("moneyTitle"));
    m_title->setWordWrap(true);
    m_title->hide();
    column->addWidget(m_title); // whose money it is stays in view when the rest scrolls
    m_order = sideScroll(makeOrder(), tr("The order's money"));
    column->addWidget(m_order, 1);
    column->addStretch();
    QPushButton *leave = pushButton(tr("Close  Esc"));
    leave->setObjectName(QStringLiteral("leave"));
    column->addWidget(leave, 0, Qt::AlignRight);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    m_order->hide();
    m_picker->setFocus();
    follow();
}

QWidget *MoneyDialog::makeOrder()
{
    auto *order = new QWidget;
    auto *column = new QVBoxLayout(order);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(8);
    m_journal->setMinimumHeight(leastJournal);
    column->addWidget(m_money);
    column->addWidget(m_journal, 1);
    return order;
}

void MoneyDialog::follow()
{
    connect(m_picker, &SuggestionEdit::entered, this, &MoneyDialog::takeTyped);
    connect(m_picker, &QLineEdit::editingFinished, this, [this] {
        if (m_order->isHidden() || !isMeant(m_journal->model()->filter().order))
            takeTyped(); // left by Tab
    });
    connect(m_picker, &SuggestionEdit::chosenChanged, this, [this] {
        if (!m_picker->chosen())
            leaveOrder(); // until another one is chosen nobody's money is recorded
        else if (!m_picker->hasFocus())
            takeTyped(); // found after the field was left
    });
    connect(m_picker, &SuggestionEdit::failed, this,
            [this](const Error &error) { m_message->say(MessageBar::Kind::Problem, error.message); });
    connect(m_money, &OrderMoney::changed, this, &MoneyDialog::showMoney);
    connect(m_money, &OrderMoney::done, this, [this](const QString &sentence, const Inverse &inverse) {
        m_message->clear();
        m_undo->offer(sentence, inverse);
        m_picker->setFocus(); // for the next one
        m_picker->selectAll();
        m_picker->setModified(false);
    });
    connect(m_journal, &PaymentJournal::reversed, this, &MoneyDialog::showMoney);
    connect(m_journal, &PaymentJournal::said, this, [this](const QString &sentence) { m_message->say(MessageBar::Kind::Done, sentence); });
    connect(m_journal, &PaymentJournal::complained, this,
            [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    connect(m_undo, &UndoBar::undone, this, [this](const QString &sentence) {
        m_message->say(MessageBar::Kind::Done, sentence);
        read(m_journal->model()->filter().order, false);
    });
    connect(m_undo, &UndoBar::refused, this, [this](const QString &sentence) { m_message->say(MessageBar::Kind::Problem, sentence); });
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, m_undo, &UndoBar::undo);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_picker, qOverload<>(&QWidget::setFocus));
}

/// Ctrl+Z takes back what was recorded, unless something has been typed since: then it is the field's.
bool MoneyDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool isUndo = event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo);
    if (!isUndo || watched != m_picker || m_picker->isModified() || !m_undo->canUndo())
        return QDialog::eventFilter(watched, event);
    event->ignore(); // so that the dialog's own key is meant
    return true;
}

void MoneyDialog::takeTyped()
{
    if (m_picker->chosen())
        read(OrderId{m_picker->chosen()->id}, true);
    else if (!m_picker->text().isEmpty())
        m_message->say(MessageBar::Kind::Problem,
                       tr("No order is meant by “%1”: type its number or a part of the customer's name.").arg(m_picker->text()));
}

void MoneyDialog::showOrder(OrderId order) { choose(order, false); }

void MoneyDialog::beginWith(OrderId order) { choose(order, true); }

void MoneyDialog::choose(OrderId order, bool beginEntry)
{
    const QSignalBlocker quiet(m_picker);
    m_picker->setChosen({order.value, QString::number(order.value), {}, {}});
    read(order, beginEntry);
}

bool MoneyDialog::isMeant(OrderId order) const { return m_picker->chosen() && OrderId{m_picker->chosen()->id} == order; }

void MoneyDialog::leaveOrder()
{
    m_money->closeForm();
    m_title->hide();
    m_order->hide();
}

void MoneyDialog::read(OrderId order, bool beginEntry)
{
    whenDone(jobs::showOrder(m_session, order), this, [this, order, beginEntry](const Result<OrderView> &view) {
        if (!isMeant(order))
            return; // something else is typed since
        if (!view)
            return m_message->say(MessageBar::Kind::Problem, view.error().message);
        if (beginEntry)
            m_message->clear();
        showMoney(*view);
        if (!beginEntry)
            return m_journal->setFocus();
        if (view->refundDue() > 0)
            m_money->giveBack();
        else
            m_money->takePayment();
    });
}

void MoneyDialog::showMoney(const OrderView &view)
{
    if (!isMeant(view.order.id))
        return;
    m_title->setText(tr("Order %1 of %2").arg(QString::number(view.order.id.value), view.order.customerName));
    if (m_journal->model()->filter().order != view.order.id)
        m_money->closeForm();
    m_money->setView(view);
    PaymentFilter ofOrder;
    ofOrder.order = view.order.id;
    m_journal->model()->setFilter(ofOrder);
    m_journal->model()->setLive(true);
    m_title->show();
    m_order->show();
}

} // namespace waitline
