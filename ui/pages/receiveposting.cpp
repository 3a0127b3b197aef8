// The Receive page from the preview on: who gets what, posting, and what is done with the goods then.
#include "models/exchange/documentjobs.h"
#include "models/services/outcomechanges.h"
#include "models/tables/celltext.h"
#include "ui/dialogs/purchasedaydialog.h"
#include "ui/dialogs/receiptsdialog.h"
#include "ui/pages/receivepage.h"
#include "ui/print/printdialog.h"
#include "ui/receiptwords.h"
#include "ui/widgets/countpanel.h"
#include "ui/widgets/deliverybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/postedbar.h"
#include "ui/widgets/servedpanel.h"
#include "ui/words.h"

#include <set>

namespace waitline {

namespace {

std::vector<OrderId> ordersServed(const ReceiptOutcome &outcome)
{
    std::set<OrderId> seen;
    std::vector<OrderId> orders; // as they were served
    for (const ReceiptOutcome::Served &served : outcome.served) {
        if (seen.insert(served.units.order).second)
            orders.push_back(served.units.order);
    }
    return orders;
}

} // namespace

void ReceivePage::onCountChanged()
{
    ++m_generation;
    m_previewed.reset();
    m_previewSoon.start();
}

void ReceivePage::preview()
{
    if (m_step != Step::Count || m_count->isBusy() || m_saving > 0 || !m_view)
        return; // what is still on its way changes the count, and asks again
    whenDone(jobs::previewCount(session(), m_view->count.id), this,
             [this, generation = m_generation](const Result<jobs::CountPreview> &preview) {
                 if (generation != m_generation || m_step != Step::Count)
                     return;
                 if (preview)
                     takePreview(*preview);
                 else
                     sayProblem(preview.error().message);
             });
}

void ReceivePage::takePreview(const jobs::CountPreview &preview)
{
    const bool postNow = std::exchange(m_postWhenPreviewed, false);
    m_view = preview.view;
    if (!preview.view.count.isOpen) {
        const ReceiptId receipt = preview.view.count.receipt;
        setStep(Step::Choose);
        if (receipt.isValid() && receipt == m_voided)
            return; // it cannot be counted on: its purchase is closed
        return m_message->say(MessageBar::Kind::Notice, receipt.isValid()
                                                            ? tr("Another desk has posted this delivery as receipt %1.").arg(receipt.value)
                                                            : tr("Another desk has thrown this count away."));
    }
    m_count->sync(preview.view);
    m_previewed = preview.outcome;
    m_excess = preview.excess;
    m_isOtherwise = preview.asUsual && !changesBetween(preview.asUsual->outcome, preview.outcome->outcome).empty();
    if (!preview.outcome) {
        m_served->clear(tr("Who gets what"), tr("Count something, and who gets it stands here before you post."));
        if (postNow)
            sayProblem(tr("Nothing is counted yet: scan or type a product first."));
        return;
    }
    m_served->setOutcome(tr("Who gets what"), *preview.outcome, preview.asUsual,
                         preview.asUsual ? tr("Otherwise than by each product's own policy: %1")
                                               .arg(changesSentence(changesBetween(preview.asUsual->outcome, preview.outcome->outcome),
                                                                    preview.asUsual->customers, preview.outcome->customers))
                                         : QString());
    if (const auto before = std::exchange(m_overtaken, {}))
        sayProblem(tr("Nothing was posted, because something changed meanwhile: %1 Look at who gets what now, and post again.")
                       .arg(changesSentence(changesBetween(before->outcome, preview.outcome->outcome), before->customers,
                                            preview.outcome->customers)));
    if (postNow)
        post(m_isTakingExcess);
}

/// Posts the preview that is shown; while scans are on their way or the preview follows the count, as soon as it is there.
void ReceivePage::post(bool takeExcess)
{
    if (m_step != Step::Count || m_isPosting)
        return;
    m_isTakingExcess = takeExcess;
    m_message->clear();
    m_goOn->setEnabled(false);
    m_count->focusField(); // a cell that is being edited counts too
    m_delivery->saveNow();
    if (m_count->isBusy() || m_saving > 0 || !m_previewed) {
        m_postWhenPreviewed = true;
        return m_previewSoon.start();
    }
    if (isAsking(takeExcess))
        return;
    m_isPosting = true;
    m_primary->setEnabled(false);
    whenDone(jobs::postCount(session(), m_view->count.id, m_previewed->outcome, takeExcess), this,
             [this](const Result<jobs::NamedOutcome> &outcome) {
                 m_isPosting = false;
                 m_primary->setEnabled(true);
                 takePosted(outcome);
             });
}

/// All that is to be decided first is asked at once.
bool ReceivePage::isAsking(bool takeExcess)
{
    Asked asked;
    QStringList sentences;
    if (const qint64 unknown = qint64(m_view->unknown.size()); unknown > 0 && !m_isLeavingUnknown) {
        asked.isOfUnknown = true;
        sentences += unknown == 1 ? tr("1 code belongs to no product and is not counted: give it to one, or post without it.")
                                  : tr("%1 codes belong to no product and are not counted: give them to products, or post without them.")
                                        .arg(numberText(unknown));
    }
    if (!m_excess.isEmpty() && !takeExcess) {
        asked.isOfExcess = true;
        sentences += m_excess;
    }
    if (m_isOtherwise && m_view->count.terms.note.isEmpty() && !m_isLeavingReason) {
        asked.isOfReason = true;
        sentences += tr("This goes otherwise than by each product's own policy: say why in the note, for the ledger of line jumps.");
    }
    if (sentences.isEmpty())
        return false;
    ask(asked, sentences);
    return true;
}

/// Posting waits for a yes that no scan can give.
void ReceivePage::ask(const Asked &asked, const QStringList &sentences)
{
    m_asked = asked;
    m_goOn->setEnabled(true);
    const QString yes = sentences.size() > 1 ? tr("Post all the same  Ctrl+Shift+Enter")
                        : asked.isOfExcess   ? tr("Receive all of it  Ctrl+Shift+Enter")
                        : asked.isOfReason   ? tr("Post without a reason  Ctrl+Shift+Enter")
                                             : tr("Post without  Ctrl+Shift+Enter");
    m_message->say(MessageBar::Kind::Problem, sentences.join(u' '), yes);
    if (asked.isOfReason)
        m_delivery->askWhy();
}

void ReceivePage::goOnConsciously()
{
    m_isLeavingUnknown |= m_asked.isOfUnknown;
    m_isLeavingReason |= m_asked.isOfReason;
    post(m_asked.isOfExcess || m_isTakingExcess);
}

/// Undo while the receipt is on its way means the receipt, not the last scan.
bool ReceivePage::takePostingBack()
{
    if (m_isPosting)
        return m_isUndoAwaited = true;
    return std::exchange(m_postWhenPreviewed, false);
}

void ReceivePage::refusePosting(const Error &error)
{
    m_isUndoAwaited = false;
    if (error.kind == Error::Kind::Conflict)
        m_overtaken = m_previewed; // told once the new preview is there
    else
        sayProblem(error.message);
    if (error.field == u"excess")
        ask({.isOfExcess = true}, {error.message});
    onCountChanged(); // the preview as it is now
}

void ReceivePage::takePosted(const Result<jobs::NamedOutcome> &outcome)
{
    if (!outcome)
        return refusePosting(outcome.error());
    m_posted = outcome->outcome.receipt;
    jobs::NamedOutcome posted = *outcome;
    posted.outcome.unserved = m_previewed->outcome.unserved; // it did what the preview said
    posted.outcome.moreUnserved = m_previewed->outcome.moreUnserved;
    posted.customers = m_previewed->customers;
    m_previewed = posted;
    setStep(Step::Posted);
    const QString sentence = tr("Receipt %1 is posted. %2").arg(QString::number(m_posted.value), ServedPanel::summary(outcome->outcome));
    m_served->setOutcome(tr("Who got what"), posted);
    const qint64 unknown = qint64(m_view->unknown.size());
    QStringList said{sentence};
    if (unknown > 0)
        said += unknown == 1 ? tr("1 unknown code was not counted.") : tr("%1 unknown codes were not counted.").arg(numberText(unknown));
    m_postedSentence = said.join(u' ');
    m_missing = m_view->missing();
    m_served->setFocus();
    showPosted();
    if (!std::exchange(m_isUndoAwaited, false))
        return Q_EMIT done(tr("Receipt %1 can be taken back.").arg(m_posted.value), voiding(m_posted));
    whenDone(voiding(m_posted)(), this, [this](const Result<QString> &undone) {
        if (undone)
            Q_EMIT Page::said(*undone);
        else
            Q_EMIT complained(undone.error().message);
    });
}

/// What was posted, and what of its purchase is still to come.
void ReceivePage::showPosted()
{
    m_postedBar->open(m_postedSentence, !m_previewed->outcome.served.empty(),
                      m_missing > 0 ? tr("%1 still to come: the rest of the purchase stays open.").arg(unitsText(m_missing)) : QString());
}

/// Takes the receipt back; the page is at its count again, which is as it was.
Inverse ReceivePage::voiding(ReceiptId receipt)
{
    return [this, receipt] {
        auto job = jobs::voidReceipt(session(), receipt, tr("Taken back at once"));
        whenDone(job, this, [this, receipt](const Result<VoidOutcome> &outcome) {
            if (outcome)
                goBackToCount(receipt);
        });
        return job.then([receipt](const Result<VoidOutcome> &outcome) -> Result<QString> {
            if (!outcome)
                return outcome.error();
            Units again = 0;
            for (const LineUnits &line : outcome->returned)
                again += line.units;
            return tr("Receipt %1 is void; waiting again at their own places: %2. Its count is open again.")
                .arg(QString::number(receipt.value), unitsText(again));
        });
    };
}

/// The count of a receipt that was taken back, where the page still shows that receipt.
void ReceivePage::goBackToCount(ReceiptId receipt)
{
    if (m_step != Step::Posted || m_posted != receipt)
        return;
    m_posted = {};
    m_voided = receipt;
    setStep(Step::Count);
    onCountChanged();
    m_count->focusField();
}

void ReceivePage::showReceipts(ReceiptId wanted)
{
    auto *dialog = new ReceiptsDialog(session(), prompts(), {}, wanted, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReceiptsDialog::voided, this, &ReceivePage::goBackToCount);
    dialog->open();
}

/// The orders that got something, where they can be shipped.
void ReceivePage::showCovered()
{
    QStringList numbers;
    for (OrderId order : ordersServed(m_previewed->outcome))
        numbers += QString::number(order.value);
    Q_EMIT goTo({Destination::Kind::Ship, 0, numbers.join(QStringLiteral(", "))});
}

void ReceivePage::printPickList()
{
    offerPapers(this, prompts(), jobs::pickListPaper(session(), ordersServed(m_previewed->outcome)), tr("Pick list.pdf"),
                [this](const QString &sentence) { sayProblem(sentence); });
}

/// Whom it concerns stands in the dialog before it is said.
void ReceivePage::closeRest()
{
    whenDone(jobs::showPurchase(session(), m_view->count.purchase), this, [this](const Result<StoredPurchase> &purchase) {
        if (!purchase)
            return sayProblem(purchase.error().message);
        auto *dialog = new PurchaseDayDialog(session(), prompts(), *purchase, PurchaseDayDialog::Change::CloseShort, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PurchaseDayDialog::saved, this, [this](const StoredPurchase &, const StoredPurchase &before) {
            m_postedBar->open(
                tr("Receipt %1 is posted, and the rest of %2 is not coming.").arg(m_posted.value).arg(purchaseName(before.id)),
                !m_previewed->outcome.served.empty(), {});
            Q_EMIT done(tr("%1 is closed short: %2 are not coming.").arg(purchaseName(before.id), unitsText(before.toCome())),
                        reopening(before));
        });
        dialog->open();
    });
}

/// The rest is on order again; the page says so where it still shows the receipt.
Inverse ReceivePage::reopening(const StoredPurchase &before)
{
    return [this, before, receipt = m_posted] {
        auto job = jobs::reopenPurchase(session(), before.id, before);
        whenDone(job, this, [this, receipt](const Result<StoredPurchase> &outcome) {
            if (outcome && m_step == Step::Posted && m_posted == receipt)
                showPosted();
        });
        return inverseBy([job] { return job; },
                         tr("%1 is open again: %2 on order.").arg(purchaseName(before.id), unitsText(before.toCome())))();
    };
}

} // namespace waitline
