// What the blocks of an order's lines ask for, and what takes it back.
#include "models/services/noticejobs.h"
#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/entryform.h"
#include "ui/widgets/orderlineblock.h"
#include "ui/widgets/ordermoney.h"
#include "ui/widgets/orderpanel.h"
#include "ui/words.h"

#include <QHideEvent>
#include <QPointer>

#include <algorithm>

namespace waitline {

namespace {

/// Tells a block what came of its change, unless it is gone by then.
auto settleIn(OrderLineBlock *block)
{
    return [block = QPointer(block)](const std::optional<Error> &refusal) {
        if (block)
            block->settle(refusal);
    };
}

QString joined(const QString &one, const QString &other) { return one + u' ' + other; }

QString pushedBackText(const jobs::NamedMove &move)
{
    QStringList sentences;
    for (qsizetype i = 0; i < move.customers.size(); ++i) {
        const PushedBack &line = move.outcome.pushedBack[size_t(i)];
        sentences +=
            OrderPanel::tr("%1 (order %2): %3 instead of %4")
                .arg(move.customers[i], QString::number(line.order.value), placeText(line.placeAfter), placeText(line.placeBefore));
    }
    if (const qint64 more = std::ssize(move.outcome.pushedBack) - move.customers.size(); more > 0)
        sentences += OrderPanel::tr("and %1 more").arg(numberText(more));
    return sentences.isEmpty() ? OrderPanel::tr("Nobody is pushed back.") : OrderPanel::tr("Pushed back:") + u'\n' + sentences.join(u'\n');
}

} // namespace

void OrderPanel::settle(QFuture<Result<OrderView>> change, const Change &made,
                        const std::function<void(const std::optional<Error> &)> &told)
{
    whenDone(change, this, [this, made, told](const Result<OrderView> &view) {
        if (!view)
            return told(view.error());
        told(std::nullopt);
        if (view->order.id == m_order)
            show(*view);
        if (made.inverse)
            Q_EMIT done(made.sentence, made.inverse);
        else
            Q_EMIT said(made.sentence);
    });
}

void OrderPanel::followQuantities(OrderLineBlock *block)
{
    const OrderLineId line = block->line();
    connect(block, &OrderLineBlock::amendAsked, this, [this, line, block](qint64 units) {
        const StoredOrderLine &before = block->view().line;
        settle(jobs::amendOrder(m_session, m_order, line, units),
               {tr("Order %1: %2 of %3 instead of %4.")
                    .arg(QString::number(m_order.value), unitsText(units), before.sku, numberText(before.ordered)),
                amending(line, before.ordered)},
               settleIn(block));
    });
    connect(block, &OrderLineBlock::cancelPreviewAsked, this, [this, block](qint64 units) {
        const StoredOrderLine &cut = block->view().line;
        const bool isPossible = units > 0 && units <= cut.waiting + cut.allocated;
        block->showPreview(QStringLiteral("cancelForm"), isPossible ? refundOf(units * cut.unitPrice) : QString());
    });
    connect(block, &OrderLineBlock::cancelAsked, this, [this, line, block](qint64 units, const QString &reason) {
        const QString gone = (units == 1 ? tr("%1 of order %2 is cancelled.") : tr("%1 of order %2 are cancelled."))
                                 .arg(unitsText(units))
                                 .arg(m_order.value);
        settle(jobs::cancelOrder(m_session, m_order, line, units, reason),
               {joined(gone, refundOf(units * block->view().line.unitPrice)), uncancelling()}, settleIn(block));
    });
    connect(block, &OrderLineBlock::splitAsked, this, [this, line, block](qint64 units) {
        settle(jobs::splitLine(m_session, m_order, line, units),
               {(units == 1 ? tr("%1 of %2 is a line of its own now, directly behind.")
                            : tr("%1 of %2 are a line of their own now, directly behind."))
                    .arg(unitsText(units), block->view().line.sku),
                joining(line)},
               settleIn(block));
    });
}

/// What becomes due for refund when so much of the order is cancelled, beside what is due already.
QString OrderPanel::refundOf(Money cancelled) const
{
    const Money held = m_view.order.held();
    const Money due = held - (m_view.total - cancelled);
    if (held == 0)
        return tr("Nothing was paid, so nothing is to be given back.");
    if (due <= 0)
        return tr("Nothing is to be given back: what was paid goes on counting for the rest.");
    const Money before = m_view.refundDue();
    const QString more = moneyWithCode(due - before, m_session.currency());
    return before == 0 ? tr("%1 becomes due for refund.").arg(more)
                       : tr("%1 more becomes due for refund, %2 in all.").arg(more, moneyWithCode(due, m_session.currency()));
}

/// The value of what has not shipped.
Money OrderPanel::openValue() const
{
    Money value = 0;
    for (const OrderLineView &line : m_view.lines)
        value += (line.line.waiting + line.line.allocated) * line.line.unitPrice;
    return value;
}

/// One form at a time is open, so that one button is the one to press.
void OrderPanel::closeOtherForms(const QWidget *opening)
{
    if (opening != this)
        closeForm();
    if (opening != m_money)
        m_money->closeForm();
    for (const auto &[line, block] : m_blocks) {
        if (opening != block)
            block->closeForm();
    }
}

/// Somebody has gone elsewhere: a form stays only for what was typed into it.
void OrderPanel::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    if (event->spontaneous())
        return;
    if (m_form && !m_form->isTouched())
        closeForm();
    if (m_money->hasIdleForm())
        m_money->closeForm();
    for (const auto &[line, block] : m_blocks) {
        if (block->hasIdleForm())
            block->closeForm();
    }
}

void OrderPanel::followPlace(OrderLineBlock *block)
{
    const OrderLineId line = block->line();
    connect(block, &OrderLineBlock::promiseAsked, this, [this, block](QDate day, const QString &reason) { promise(block, day, reason); });
    connect(block, &OrderLineBlock::movePreviewAsked, this, [this, block](qint64 place) { previewMove(block, place); });
    connect(block, &OrderLineBlock::moveAsked, this, [this, line, block](qint64 place, const QString &reason) {
        auto moved = jobs::moveLine(m_session, line, place, reason).then([](const Result<MoveOutcome> &outcome) -> Result<OrderView> {
            return outcome ? Result<OrderView>(outcome->order) : Result<OrderView>(outcome.error());
        });
        settle(moved,
               {tr("%1 of order %2 is %3.").arg(block->view().line.sku, QString::number(m_order.value), placeText(place)),
                movingBack(line)},
               settleIn(block));
    });
    connect(block, &OrderLineBlock::insteadAsked, this, [this, block] { showInstead(block); });
}

/// An invalid day: nothing is promised any more.
void OrderPanel::promise(OrderLineBlock *block, QDate day, const QString &reason)
{
    PromiseMove move;
    move.lines = {block->line()};
    move.reason = reason;
    if (day.isValid())
        move.day = day;
    else
        move.isTakenBack = true;
    const QString what = tr("%1 of order %2").arg(block->view().line.sku, QString::number(m_order.value));
    whenDone(jobs::movePromises(m_session, move), this, [this, told = settleIn(block), what, day](const Result<PromiseOutcome> &outcome) {
        told(outcome ? std::nullopt : std::optional(outcome.error()));
        if (!outcome)
            return;
        Q_EMIT done(day.isValid() ? tr("%1 is promised for %2.").arg(what, dayText(day)) : tr("%1 is not promised any more.").arg(what),
                    inverseBy([this, operation = outcome->operation] { return jobs::takeBackPromises(m_session, operation); },
                              tr("%1 is promised as before.").arg(what)));
    });
}

void OrderPanel::previewMove(OrderLineBlock *block, qint64 place)
{
    whenDone(jobs::previewMove(m_session, block->line(), place), this, [block = QPointer(block)](const Result<jobs::NamedMove> &move) {
        if (block)
            block->showPreview(QStringLiteral("moveForm"), move ? pushedBackText(*move) : move.error().message);
    });
}

void OrderPanel::showInstead(OrderLineBlock *block)
{
    whenDone(jobs::servedInstead(m_session, block->line()), this,
             [this, block = QPointer(block)](const Result<std::vector<ServedInstead>> &served) {
                 if (!served)
                     return Q_EMIT complained(served.error().message);
                 QStringList sentences;
                 for (const ServedInstead &each : *served)
                     sentences += tr("%1 (order %2) got %3 on %4: %5.")
                                      .arg(each.customer, QString::number(each.order.value), unitsText(each.units), dayText(dayOf(each.at)),
                                           each.why);
                 if (block)
                     block->showInstead(sentences);
             });
}

Inverse OrderPanel::amending(OrderLineId line, Units units)
{
    return inverseBy([this, order = m_order, line, units] { return jobs::amendOrder(m_session, order, line, units); },
                     tr("Order %1 has %2 again.").arg(QString::number(m_order.value), unitsText(units)));
}

Inverse OrderPanel::uncancelling()
{
    return inverseBy([this, order = m_order] { return jobs::undoCancel(m_session, order, tr("Taken back at once")); },
                     tr("What was cancelled of order %1 waits again at its own place.").arg(m_order.value));
}

Inverse OrderPanel::joining(OrderLineId line)
{
    return inverseBy([this, order = m_order, line] { return jobs::undoSplit(m_session, order, line, tr("Taken back at once")); },
                     tr("What was split off order %1 is one line with the rest again.").arg(m_order.value));
}

Inverse OrderPanel::givingPriority(int priority)
{
    return inverseBy([this, order = m_order, priority] { return jobs::setPriority(m_session, order, priority, tr("Taken back at once")); },
                     tr("Order %1 has priority %2 again.").arg(m_order.value).arg(priority));
}

Inverse OrderPanel::movingBack(OrderLineId line)
{
    return inverseBy([this, line] { return jobs::undoMove(m_session, line, tr("Taken back at once")); },
                     tr("Order %1 stands again where it stood.").arg(m_order.value));
}

} // namespace waitline
