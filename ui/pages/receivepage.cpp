#include "ui/pages/receivepage.h"

#include "models/domain/scantext.h"
#include "models/exchange/documentjobs.h"
#include "ui/dialogs/productdialog.h"
#include "ui/dialogs/purchaseformdialog.h"
#include "ui/print/printdialog.h"
#include "ui/scannerkeys.h"
#include "ui/style/icons.h"
#include "ui/style/touch.h"
#include "ui/widgets/countpanel.h"
#include "ui/widgets/deliverybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/postedbar.h"
#include "ui/widgets/purchasechooser.h"
#include "ui/widgets/servedpanel.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int previewMs = 150;
constexpr int narrowWidth = 760; // below it, who gets what stands under the count
} // namespace

ReceivePage::ReceivePage(Session &session, Prompts &prompts)
    : Page(session, prompts, QStringLiteral("receive"), tr("Receive"), QStringLiteral("receive"))
    , m_stack(new QStackedWidget)
    , m_both(new QSplitter)
    , m_message(new MessageBar)
    , m_chooser(new PurchaseChooser(session))
    , m_delivery(new DeliveryBar)
    , m_count(new CountPanel(session))
    , m_postedBar(new PostedBar)
    , m_served(new ServedPanel)
    , m_scanner(new ScannerKeys(*this))
    , m_primary(makePrimaryAction(tr("Post receipt"), QStringLiteral("check"), QKeySequence(Qt::CTRL | Qt::Key_Return)))
    , m_goOn(new QAction(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(m_chooser);
    m_stack->addWidget(makeCountView());
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &act) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] {
        if (m_step == Step::Choose)
            newPurchase();
    });
    key(QKeySequence::Print, [this] { print(); });
    m_goOn->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    m_goOn->setEnabled(false);
    addAction(m_goOn);
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(previewMs);
    follow();
    followCount();
    setTouch(*this, true);
    setStep(Step::Choose);
}

void ReceivePage::follow()
{
    connect(m_primary, &QAction::triggered, this, [this] { m_step == Step::Posted ? setStep(Step::Choose) : post(false); });
    connect(m_goOn, &QAction::triggered, this, &ReceivePage::goOnConsciously);
    connect(m_message, &MessageBar::buttonPressed, m_goOn, &QAction::trigger);
    connect(m_scanner, &ScannerKeys::scanned, this, &ReceivePage::readScanner);
    connect(m_chooser, &PurchaseChooser::loaded, this, &Page::readyChanged);
    connect(m_chooser, &PurchaseChooser::chosen, this, [this](PurchaseId purchase) { openPurchase(purchase, purchaseCode(purchase)); });
    connect(m_chooser, &PurchaseChooser::goOnAsked, this, &ReceivePage::goOn);
    connect(m_chooser, &PurchaseChooser::blindAsked, this, &ReceivePage::openBlind);
    connect(m_chooser, &PurchaseChooser::newAsked, this, &ReceivePage::newPurchase);
    connect(m_chooser, &PurchaseChooser::receiptsAsked, this, [this] { showReceipts({}); });
    connect(m_chooser, &PurchaseChooser::labelsAsked, this, &ReceivePage::printLabels);
    connect(m_chooser, &PurchaseChooser::problem, this, &ReceivePage::sayProblem);
    connect(m_postedBar, &PostedBar::coveredAsked, this, &ReceivePage::showCovered);
    connect(m_postedBar, &PostedBar::pickListAsked, this, &ReceivePage::printPickList);
    connect(m_postedBar, &PostedBar::restAsked, this, &ReceivePage::closeRest);
    connect(m_served, &ServedPanel::orderOpened, this, [this](OrderId order) {
        Q_EMIT goTo({Destination::Kind::Order, order.value, QString::number(order.value)});
    });
}

void ReceivePage::followCount()
{
    connect(&m_previewSoon, &QTimer::timeout, this, &ReceivePage::preview);
    m_count->setNewer([this] { return takePostingBack(); });
    connect(m_count, &CountPanel::countChanged, this, [this] {
        m_isLeavingUnknown = false; // it may be another code
        m_isLeavingReason = false;
        if (m_goOn->isEnabled()) { // what was asked is of the count before
            m_goOn->setEnabled(false);
            m_message->clear();
        }
        onCountChanged();
    });
    connect(m_count, &CountPanel::doneAsked, this, [this] { post(false); });
    connect(m_count, &CountPanel::purchaseAsked, this, &ReceivePage::openPurchase);
    connect(m_count, &CountPanel::newProductAsked, this, &ReceivePage::newProduct);
    connect(m_count, &CountPanel::leaveAsked, this, [this] { setStep(Step::Choose); });
    connect(m_count, &CountPanel::problem, this, &ReceivePage::sayProblem);
    connect(m_delivery, &DeliveryBar::termsChanged, this, &ReceivePage::saveTerms);
    connect(m_delivery, &DeliveryBar::discardAsked, this, &ReceivePage::discard);
    connect(m_delivery, &DeliveryBar::leaveAsked, this, [this] { setStep(Step::Choose); });
    connect(m_delivery, &DeliveryBar::finished, m_count, &CountPanel::focusField);
    connect(&session(), &Session::changed, this, [this] {
        // Who gets what may be another matter now, and others may count the same delivery.
        if (m_step == Step::Count && !m_isPosting)
            onCountChanged();
    });
}

QWidget *ReceivePage::makeCountView()
{
    auto *view = new QWidget;
    auto *column = new QVBoxLayout(view);
    m_column = column;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_delivery);
    column->addWidget(m_postedBar);
    m_both->setHandleWidth(16);
    m_both->setChildrenCollapsible(false);
    m_both->addWidget(m_count);
    m_both->addWidget(m_served);
    m_both->setStretchFactor(0, 1);
    m_both->setStretchFactor(1, 1);
    m_both->setSizes({500, 532});
    column->addWidget(m_both, 1);
    return view;
}

void ReceivePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    giveRoom();
    const bool isNarrow = event->size().width() < narrowWidth;
    if (isNarrow == (m_both->orientation() == Qt::Vertical))
        return;
    m_both->setOrientation(isNarrow ? Qt::Vertical : Qt::Horizontal);
    if (isNarrow)
        m_column->addWidget(m_delivery->fields()); // the count comes first
    else
        m_delivery->takeFields();
}

/// Banners come and go: above the page, and in it.
void ReceivePage::giveRoom() { m_count->setRoom(roomAround(this), m_count->mapTo(this, QPoint()).y()); }

bool ReceivePage::event(QEvent *event)
{
    const bool isDone = Page::event(event);
    if (event->type() == QEvent::LayoutRequest)
        giveRoom();
    return isDone;
}

bool ReceivePage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        giveRoom();
    return Page::eventFilter(watched, event);
}

bool ReceivePage::isReady() const { return m_chooser->isLoaded(); }

void ReceivePage::setActive(bool active)
{
    m_chooser->setActive(active);
    m_scanner->setListening(active);
    if (QWidget *seen = viewportAround(this))
        seen->installEventFilter(this);
    if (active)
        focusFilter();
}

void ReceivePage::show(const Destination &destination)
{
    if (destination.kind == Destination::Kind::Receipt)
        return showReceipts(ReceiptId{destination.id});
    if (destination.id != 0)
        return openPurchase(PurchaseId{destination.id}, purchaseCode(PurchaseId{destination.id}));
    if (m_step == Step::Posted)
        setStep(Step::Choose);
    focusFilter();
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
    m_delivery->saveNow();
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
    m_delivery->setEditable(step == Step::Count);
    if (!isPosted)
        m_postedBar->close();
    m_delivery->setVisible(!isPosted);
    m_delivery->fields()->setVisible(!isPosted);
    m_goOn->setEnabled(false);
    m_message->clear();
    if (step == Step::Choose)
        m_chooser->begin();
}

/// What the scanner read, wherever the keyboard was.
void ReceivePage::readScanner(const QString &code)
{
    if (m_isOpening) {
        m_early += code;
        return;
    }
    const ScanText scan = readScan(code);
    if (m_step == Step::Count)
        return m_count->enter(code);
    if (scan.kind == ScanText::Kind::Purchase)
        return openPurchase(scan.purchase, code);
    if (m_step == Step::Posted)
        return sayProblem(tr("This delivery is posted: scan the label of the next purchase, or press Ctrl+R."));
    m_chooser->take(code);
}

void ReceivePage::openPurchase(PurchaseId purchase, const QString &code)
{
    if (m_step == Step::Count && m_view && m_view->count.purchase == purchase)
        return m_count->focusField();
    awaitCount(jobs::openCount(session(), purchase), code);
}

void ReceivePage::openBlind() { awaitCount(jobs::openCount(session(), {}), {}); }

void ReceivePage::awaitCount(const QFuture<Result<ReceivingCountView>> &job, const QString &code)
{
    m_isOpening = true;
    whenDone(job, this, [this, code](const Result<ReceivingCountView> &count) {
        m_isOpening = false;
        const QStringList early = std::exchange(m_early, {});
        if (!count)
            return refuseOpening(count.error(), code);
        begin(*count);
        for (const QString &scanned : early)
            readScanner(scanned);
    });
}

void ReceivePage::refuseOpening(const Error &error, const QString &code)
{
    if (m_step == Step::Choose && error.kind == Error::Kind::NotFound)
        return m_chooser->take(code); // it may be a supplier's own number
    sayProblem(code.isEmpty() ? error.message : tr("%1: %2").arg(code, error.message));
    focusFilter();
}

void ReceivePage::goOn(ReceivingCountId count)
{
    whenDone(jobs::previewCount(session(), count), this, [this](const Result<jobs::CountPreview> &preview) {
        if (preview)
            begin(preview->view);
        else
            sayProblem(preview.error().message);
    });
}

void ReceivePage::begin(const ReceivingCountView &count)
{
    m_delivery->saveNow(); // what was entered for the delivery before
    m_view = count;
    m_posted = {};
    m_overtaken.reset();
    m_postWhenPreviewed = false;
    setStep(Step::Count);
    m_served->clear(tr("Who gets what"), {});
    m_delivery->begin(count, session().today());
    giveRoom();
    m_count->begin(count);
    m_count->focusField();
    if (count.counted() > 0)
        m_message->say(MessageBar::Kind::Notice,
                       tr("%1 were counted here before: go on where the count stands.").arg(unitsText(count.counted())));
}

void ReceivePage::newPurchase()
{
    auto *dialog = new PurchaseFormDialog(session(), prompts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PurchaseFormDialog::saved, this,
            [this](const StoredPurchase &purchase) { openPurchase(purchase.id, purchaseCode(purchase.id)); });
    dialog->open();
}

void ReceivePage::newProduct(const QString &text)
{
    auto *dialog = new ProductDialog(session(), prompts(), std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->propose(text);
    connect(dialog, &ProductDialog::saved, this, [this](const StoredProduct &product) { m_count->bindTo(product.terms.sku); });
    dialog->open();
}

/// What there is to print at this step: the labels a scanner reads, or what is to be picked of what came.
void ReceivePage::print()
{
    if (m_step == Step::Choose)
        printLabels();
    else if (m_step == Step::Posted && !m_previewed->outcome.served.empty())
        printPickList();
}

void ReceivePage::printLabels()
{
    offerPapers(this, prompts(), jobs::commandLabels(session()), tr("Labels.pdf"),
                [this](const QString &sentence) { sayProblem(sentence); });
}

void ReceivePage::saveTerms(const CountTerms &terms)
{
    if (!m_view)
        return;
    ++m_saving;
    const bool isOtherPolicy = terms.policy != std::exchange(m_view->count.terms, terms).policy;
    whenDone(jobs::setCountTerms(session(), m_view->count.id, terms), this,
             [this, isOtherPolicy](const Result<std::vector<ReceiptId>> &same) {
                 --m_saving;
                 if (!same)
                     return sayProblem(same.error().message);
                 m_delivery->warnOf(*same);
                 if (isOtherPolicy)
                     onCountChanged();
             });
}

void ReceivePage::discard()
{
    const ReceivingCountView view = *m_view;
    whenDone(jobs::discardCount(session(), view.count.id), this, [this, view](const Result<Done> &gone) {
        if (!gone)
            return sayProblem(gone.error().message);
        setStep(Step::Choose);
        Q_EMIT done(tr("The count of %1 is thrown away.").arg(unitsText(view.counted())),
                    inverseBy([this, id = view.count.id] { return jobs::reopenCount(session(), id); },
                              tr("The count is back: open the delivery to go on with it.")));
    });
}

void ReceivePage::sayProblem(const QString &sentence)
{
    m_postWhenPreviewed = false;
    m_message->say(MessageBar::Kind::Problem, sentence);
}

} // namespace waitline
