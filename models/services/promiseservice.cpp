#include "models/services/promiseservice.h"

#include "models/services/unitofwork.h"
#include "models/store/noticestore.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Promises", text); }

void validate(const PromiseMove &move, QDate today)
{
    if (move.lines.empty())
        throw Refusal{invalid("line", sentence("No line is chosen: choose at least one."))};
    if (move.reason.trimmed().isEmpty())
        throw Refusal{invalid("reason", sentence("No reason is given: say why in a few words."))};
    if (move.day && !move.day->isValid())
        throw Refusal{invalid("promise", sentence("The promise is not a date: write it like 2026-10-14."))};
    if (move.consentBy && (!move.consentBy->isValid() || *move.consentBy < today))
        throw Refusal{invalid("consent_by", sentence("The day to answer by has passed or is no date: choose today or later."))};
}

/// The orders of the lines, each once and ascending: they are locked in this order.
std::map<OrderId, std::set<OrderLineId>> byOrder(Connection &connection, const std::vector<OrderLineId> &lines)
{
    std::map<OrderId, std::set<OrderLineId>> orders;
    for (OrderLineId id : lines) {
        const auto line = OrderStore(connection).line(id);
        if (!line)
            throw Refusal{notFound("line", sentence("There is no line %1.").arg(id.value))};
        orders[line->order].insert(id);
    }
    return orders;
}

} // namespace

Result<PromiseOutcome> PromiseService::move(const PromiseMove &move, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        validate(move, caller.today());
        const auto orders = byOrder(m_connection, move.lines);
        for (const auto &[order, lines] : orders)
            static_cast<void>(OrderStore(m_connection).lock(order));
        PromiseOutcome outcome;
        outcome.operation = OperationStore(m_connection).insert(caller.stamp("move_promise", move.reason));
        for (const auto &[order, lines] : orders) {
            for (const OrderLineView &line : readOrder(m_connection, order, caller.today()).lines) {
                if (lines.contains(line.line.id))
                    moveLine(line, move, outcome);
            }
        }
        if (outcome.moved.empty())
            throw Refusal{refused("promise", outcome.uncovered.empty()
                                                 ? sentence("The lines have that day already: choose another one.")
                                                 : sentence("No supply covers these lines, so they have no ETA: choose a day."))};
        tell(move, outcome);
        return outcome;
    });
}

void PromiseService::moveLine(const OrderLineView &line, const PromiseMove &move, PromiseOutcome &outcome)
{
    const StoredOrderLine &stored = line.line;
    if (stored.active() == stored.shipped)
        throw Refusal{
            refused("line", sentence("The line of %1 has shipped or was cancelled: there is nothing left to promise.").arg(stored.sku))};
    if (!move.isTakenBack && !move.day && !line.coverage.isCovered()) {
        outcome.uncovered.push_back(stored.id);
        return;
    }
    const std::optional<QDate> day = move.isTakenBack ? std::nullopt : std::optional(move.day.value_or(line.coverage.eta));
    if (stored.promise == day) {
        ++outcome.unchanged;
        return;
    }
    OrderStore(m_connection).setPromise(outcome.operation, stored.id, day);
    outcome.moved.push_back({stored.order, stored.id, stored.promise, day});
}

/// One notice for each order whose customer had been told another day.
void PromiseService::tell(const PromiseMove &move, PromiseOutcome &outcome)
{
    std::map<OrderId, NewNotice> notices;
    for (const PromiseOutcome::Moved &moved : outcome.moved) {
        if (!moved.before)
            continue;
        NewNotice &notice = notices.try_emplace(moved.order, NewNotice{NoticeKind::DateMoved, moved.order}).first->second;
        notice.before = notice.before ? std::max(*notice.before, *moved.before) : *moved.before;
        if (moved.after)
            notice.after = notice.after ? std::max(*notice.after, *moved.after) : *moved.after;
        if (move.consentBy && moved.after && *moved.after > *moved.before) {
            notice.kind = NoticeKind::DelayConsent;
            notice.deadline = move.consentBy;
        }
    }
    const auto asksConsent = [](const auto &each) { return each.second.kind == NoticeKind::DelayConsent; };
    if (move.consentBy && std::none_of(notices.begin(), notices.end(), asksConsent))
        throw Refusal{invalid("consent_by", sentence("Consent is asked only for a day later than the one promised: leave this day empty, "
                                                     "or choose a later day for the goods."))};
    for (const auto &[order, notice] : notices)
        NoticeStore(m_connection).prepare(outcome.operation, notice);
    outcome.notices = std::ssize(notices);
}

Result<PromiseOutcome> PromiseService::takeBack(OperationId operation, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const std::vector<PromiseChange> changes = OrderStore(m_connection).promisesChangedBy(operation);
        std::set<OrderId> orders;
        for (const PromiseChange &change : changes)
            orders.insert(change.order);
        for (OrderId order : orders)
            static_cast<void>(OrderStore(m_connection).lock(order));
        PromiseOutcome outcome;
        outcome.operation = OperationStore(m_connection).insert(caller.stamp("undo_promise"));
        for (const PromiseChange &change : changes) {
            const auto line = OrderStore(m_connection).line(change.line);
            if (line->promise != change.after || line->active() == line->shipped) {
                ++outcome.unchanged;
                continue;
            }
            OrderStore(m_connection).setPromise(outcome.operation, change.line, change.before);
            outcome.moved.push_back({change.order, change.line, change.after, change.before});
        }
        if (outcome.moved.empty())
            throw Refusal{refused("promise", sentence("None of these promises can be put back: they were moved again since."))};
        NoticeStore(m_connection).withdrawPreparedBy(operation, outcome.operation);
        return outcome;
    });
}

} // namespace waitline
