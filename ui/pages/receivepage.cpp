#include "ui/pages/receivepage.h"

#include "models/services/receivingjobs.h"
#include "models/tables/celltext.h"
#include "ui/dialogs/purchaseformdialog.h"
#include "ui/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/waitlinestyle.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/countpanel.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/purchasechooser.h"
#include "ui/widgets/reasonbar.h"
#include "ui/widgets/servedpanel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace waitline {

namespace {

constexpr int previewMs = 150;

QString policyName(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::FirstCome: return ReceivePage::tr("First come, first served");
    case AllocationPolicy::WholeLines: return ReceivePage::tr("Whole lines only");
    case AllocationPolicy::FairShare: return ReceivePage::tr("Fair share");
    case AllocationPolicy::OneEach: return ReceivePage::tr("One each in turn");
    case AllocationPolicy::PaidFirst: return ReceivePage::tr("Paid deposits first");
    }
    Q_UNREACHABLE();
}

QString expectedSentence(const StoredPurchase &purchase, QDate today)
{
    const qint64 late = purchase.expected.daysTo(today);
    const QString day = ReceivePage::tr("Expected on %1").arg(dayText(purchase.expected));
    return late > 0 ? ReceivePage::tr("%1, %2 days late").arg(day).arg(late) : day;
}

} // namespace

ReceivePage::ReceivePage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("receive"), tr("Receive"), QStringLiteral("receive"))
    , m_stack(new QStackedWidget)
    , m_message(new MessageBar)
    , m_reason(new ReasonBar)
    , m_chooser(new PurchaseChooser(session))
    , m_count(new CountPanel(session))
    , m_served(new ServedPanel)
    , m_delivery(label({}, TextSize::Section))
    , m_expected(mutedLabel({}))
    , m_reference(new QLineEdit)
    , m_primary(makePrimaryAction(tr("Post receipt"), QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_reason);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_chooser);
    m_stack->addWidget(makeCountView());
    auto *fresh = new QAction(this);
    fresh->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(fresh, &QAction::triggered, this, [this] {
        if (m_step == Step::Choose)
            newPurchase();
    });
    addAction(fresh);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewMs);
    follow();
    setStep(Step::Choose);
}

void ReceivePage::follow()
{
    connect(m_primary, &QAction::triggered, this, [this] { m_step == Step::Posted ? setStep(Step::Choose) : post(); });
    connect(&m_previewSoon, &QTimer::timeout, this, &ReceivePage::preview);
    connect(m_chooser, &PurchaseChooser::loaded, this, &Page::readyChanged);
    connect(m_chooser, &PurchaseChooser::chosen, this, &ReceivePage::openPurchase);
    connect(m_chooser, &PurchaseChooser::blindAsked, this, [this] { begin({}); });
    connect(m_chooser, &PurchaseChooser::newAsked, this, &ReceivePage::newPurchase);
    connect(m_chooser, &PurchaseChooser::problem, this, &ReceivePage::sayProblem);
    connect(m_count, &CountPanel::countChanged, this, &ReceivePage::onCountChanged);
    connect(m_count, &CountPanel::leaveAsked, this, &ReceivePage::leaveCount);
    connect(m_count, &CountPanel::problem, this, &ReceivePage::sayProblem);
    connect(m_served, &ServedPanel::orderOpened, this, [this](OrderId order) {
        Q_EMIT goTo({Destination::Kind::Order, order.value, QString::number(order.value)});
    });
    connect(m_message, &MessageBar::buttonPressed, this, [this] {
        m_message->clear();
        m_reason->ask(tr("Why is receipt %1 taken back?").arg(m_posted.value), tr("Void the receipt"));
    });
    connect(m_reason, &ReasonBar::given, this, &ReceivePage::voidReceipt);
    connect(&session(), &Session::changed, this, [this] {
        // Who gets what may be another matter now.
        if (m_step == Step::Count && !m_isPosting && !m_count->lines().isEmptyCount())
            onCountChanged();
    });
}

QWidget *ReceivePage::makeCountView()
{
    auto *view = new QWidget;
    auto *column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeDeliveryBar());
    auto *both = new QSplitter(Qt::Horizontal);
    both->setHandleWidth(16);
    both->setChildrenCollapsible(false);
    both->addWidget(m_count);
    both->addWidget(m_served);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setSizes({500, 532});
    column->addWidget(both, 1);
    return view;
}

QWidget *ReceivePage::makeDeliveryBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto *what = new QVBoxLayout;
    what->setSpacing(2);
    m_delivery->setObjectName(QStringLiteral("delivery"));
    what->addStretch();
    what->addWidget(m_delivery);
    what->addWidget(m_expected);
    what->addStretch();
    auto *note = new QVBoxLayout;
    note->setSpacing(2);
    QLabel *caption = mutedLabel(tr("Supplier's note number"), TextSize::Caption);
    caption->setTextInteractionFlags(Qt::NoTextInteraction);
    caption->setBuddy(m_reference);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setAccessibleName(tr("Supplier's note number"));
    m_reference->setProperty(touchProperty, true);
    m_reference->setFixedWidth(190);
    note->addWidget(caption);
    note->addWidget(m_reference);
    QStringList policies{tr("Each product's own")};
    for (AllocationPolicy policy : allPolicies)
        policies += policyName(policy);
    auto *choice = new Choice(QStringLiteral("policy"), tr("Who is served"), policies);
    m_policy = choice->box();
    m_policy->setProperty(touchProperty, true);
    QPushButton *other = pushButton(tr("Other delivery  Esc"));
    other->setObjectName(QStringLiteral("otherDelivery"));
    other->setProperty(touchProperty, true);
    connect(choice, &Choice::chosen, this, &ReceivePage::onCountChanged);
    connect(m_reference, &QLineEdit::returnPressed, m_count, [this] { m_count->focusField(); });
    connect(other, &QPushButton::clicked, this, &ReceivePage::leaveCount);
    row->addLayout(what, 1);
    row->addLayout(note);
    row->addWidget(choice);
    row->addWidget(other, 0, Qt::AlignBottom);
    return bar;
}

bool ReceivePage::isReady() const { return m_chooser->isLoaded(); }

void ReceivePage::setActive(bool active)
{
    m_chooser->setActive(active);
    if (active)
        focusFilter();
}

void ReceivePage::show(const Destination &destination)
{
    if (destination.id == 0) {
        if (m_step == Step::Posted)
            setStep(Step::Choose);
        return focusFilter();
    }
    if (m_step == Step::Count && !m_count->lines().isEmptyCount())
        return m_message->say(MessageBar::Kind::Notice, tr("A delivery is being counted: post it or leave it first."));
    openPurchase(PurchaseId{destination.id});
}

void ReceivePage::focusFilter()
{
    if (m_step == Step::Choose)
        m_chooser->focusFilter();
    else
        m_count->focusField();
}

void ReceivePage::setStep(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(step == Step::Choose ? 0 : 1);
    const bool isPosted = step == Step::Posted;
    m_primary->setText(isPosted ? tr("New receipt") : tr("Post receipt"));
    m_primary->setIcon(icon(isPosted ? QStringLiteral("add") : QStringLiteral("check"), &Theme::accentText));
    // Then it is Ctrl+R, as from every page: pressing twice does not hide what was posted.
    m_primary->setShortcut(isPosted ? QKeySequence() : QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_primary->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText));
    m_primary->setEnabled(step != Step::Choose);
    m_count->setEditable(step == Step::Count);
    m_reference->setEnabled(step == Step::Count);
    m_policy->setEnabled(step == Step::Count);
    m_reason->hide();
    if (step == Step::Choose) {
        m_message->clear();
        m_chooser->begin();
    }
}

void ReceivePage::openPurchase(PurchaseId purchase)
{
    whenDone(jobs::showPurchase(session(), purchase), this, [this](const Result<StoredPurchase> &found) {
        if (found)
            begin(*found);
        else
            sayProblem(found.error().message);
    });
}

void ReceivePage::begin(const std::optional<StoredPurchase> &purchase)
{
    m_message->clear();
    m_delivery->setText(purchase ? tr("PO-%1 · %2").arg(purchase->id.value).arg(purchase->supplier) : tr("Without a purchase"));
    m_expected->setText(purchase ? expectedSentence(*purchase, session().today()) : tr("Goods that no purchase announced"));
    m_reference->clear();
    m_policy->setCurrentIndex(0);
    m_posted = {};
    setStep(Step::Count);
    m_count->begin(purchase);
    m_count->focusField();
}

void ReceivePage::newPurchase()
{
    auto *dialog = new PurchaseFormDialog(session(), prompts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PurchaseFormDialog::saved, this, [this](const StoredPurchase &purchase) { begin(purchase); });
    dialog->open();
}

void ReceivePage::leaveCount()
{
    const Units counted = m_count->lines().counted();
    if (m_step == Step::Count && !m_count->lines().isEmptyCount() &&
        !prompts().confirm(this, tr("Leave this delivery? %1 counted units are not posted and will be forgotten.").arg(numberText(counted)),
                           tr("Leave")))
        return m_count->focusField();
    setStep(Step::Choose);
}

ReceiptDraft ReceivePage::draft() const
{
    ReceiptDraft made = m_count->lines().draft();
    made.reference = m_reference->text().trimmed();
    if (m_policy->currentIndex() > 0)
        made.policy = allPolicies[m_policy->currentIndex() - 1];
    return made;
}

void ReceivePage::onCountChanged()
{
    ++m_generation;
    m_previewed.reset();
    m_previewSoon.start();
}

void ReceivePage::preview()
{
    if (m_step != Step::Count || m_count->isLookingUp()) // what is looked up changes the count when it is found
        return;
    if (m_count->lines().isEmptyCount()) {
        m_served->clear(tr("Who gets what"), tr("Count something, and who gets it stands here before you post."));
        if (std::exchange(m_postWhenPreviewed, false))
            sayProblem(tr("Nothing is counted yet: scan or type a product first."));
        return;
    }
    whenDone(jobs::previewReceipt(session(), draft()), this, [this, generation = m_generation](const Result<jobs::NamedOutcome> &outcome) {
        if (generation == m_generation && m_step == Step::Count)
            takePreview(outcome);
    });
}

void ReceivePage::takePreview(const Result<jobs::NamedOutcome> &outcome)
{
    const bool postNow = std::exchange(m_postWhenPreviewed, false);
    if (!outcome)
        return sayProblem(outcome.error().message);
    m_previewed = outcome->outcome;
    m_served->setOutcome(tr("Who gets what"), *outcome);
    if (postNow)
        post();
}

/// Posts the preview that is shown; while codes are looked up or the preview follows the count, as soon as it is there.
void ReceivePage::post()
{
    if (m_step != Step::Count || m_isPosting)
        return;
    m_count->focusField(); // a cell that is being edited counts too
    if (m_count->isLookingUp() || !m_previewed) {
        m_postWhenPreviewed = true;
        return m_previewSoon.start();
    }
    m_isPosting = true;
    m_primary->setEnabled(false);
    whenDone(jobs::postReceipt(session(), draft(), *m_previewed), this, [this](const Result<jobs::NamedOutcome> &outcome) {
        m_isPosting = false;
        m_primary->setEnabled(true);
        takePosted(outcome);
    });
}

void ReceivePage::takePosted(const Result<jobs::NamedOutcome> &outcome)
{
    if (!outcome) {
        sayProblem(outcome.error().message);
        return onCountChanged(); // the preview as it is now
    }
    m_posted = outcome->outcome.receipt;
    m_previewed.reset();
    setStep(Step::Posted);
    m_served->setOutcome(tr("Receipt %1 is posted").arg(m_posted.value), *outcome);
    m_message->say(MessageBar::Kind::Done,
                   tr("Receipt %1 is posted. %2").arg(QString::number(m_posted.value), ServedPanel::summary(outcome->outcome)),
                   tr("Undo…"));
}

/// Back to the count, which is as it was.
void ReceivePage::voidReceipt(const QString &reason)
{
    whenDone(jobs::voidReceipt(session(), m_posted, reason), this, [this](const Result<VoidOutcome> &outcome) {
        if (!outcome)
            return sayProblem(outcome.error().message);
        Units again = 0;
        for (const LineUnits &line : outcome->returned)
            again += line.units;
        setStep(Step::Count);
        m_message->say(MessageBar::Kind::Notice,
                       tr("Receipt %1 is void: %2 units wait again at their own places. Correct the count and post it, or leave it.")
                           .arg(QString::number(outcome->receipt.value), numberText(again)));
        onCountChanged();
        m_count->focusField();
    });
}

void ReceivePage::sayProblem(const QString &sentence)
{
    m_postWhenPreviewed = false;
    m_message->say(MessageBar::Kind::Problem, sentence);
}

} // namespace waitline
