#include "models/services/noticeservice.h"

#include "models/services/noticetext.h"
#include "models/services/storesettings.h"
#include "models/services/unitofwork.h"

#include <QCoreApplication>

namespace waitline {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Notices", text); }

StoredNotice found(Connection &connection, NoticeId id)
{
    const std::vector<StoredNotice> notices = NoticeStore(connection).read({id});
    if (notices.empty())
        throw Refusal{notFound("notice", sentence("There is no notice %1.").arg(id.value))};
    return notices.front();
}

} // namespace

Result<Done> NoticeService::prepareDue()
{
    const auto isDue = readIn(m_connection, [&] { return NoticeStore(m_connection).hasDue(); });
    if (!isDue)
        return isDue.error();
    if (!*isDue)
        return Done{};
    return writeIn(m_connection, [&] {
        NoticeStore(m_connection).writeDue();
        return Done{};
    });
}

Result<std::vector<NoticeId>> NoticeService::list(const NoticeFilter &filter)
{
    return readIn(m_connection, [&] { return NoticeStore(m_connection).list(filter); });
}

Result<std::vector<StoredNotice>> NoticeService::read(const std::vector<NoticeId> &ids)
{
    return readIn(m_connection, [&] { return NoticeStore(m_connection).read(ids); });
}

Result<std::vector<qint64>> NoticeService::openByKind()
{
    return readIn(m_connection, [&] { return NoticeStore(m_connection).openByKind(); });
}

NoticeTemplate NoticeService::wordsOf(NoticeKind kind)
{
    return NoticeStore(m_connection).ownTemplate(kind).value_or(defaultTemplate(kind));
}

WrittenNotice NoticeService::written(const StoredNotice &notice, QDate today)
{
    WrittenNotice result{notice, notice.told, noticeValues(m_connection, notice, today)};
    if (notice.state == NoticeState::Open)
        result.words = filledIn(wordsOf(notice.kind), result.values);
    return result;
}

Result<std::vector<WrittenNotice>> NoticeService::write(const std::vector<NoticeId> &ids, QDate today)
{
    return readIn(m_connection, [&] {
        std::vector<WrittenNotice> all;
        all.reserve(ids.size());
        for (const StoredNotice &notice : NoticeStore(m_connection).read(ids))
            all.push_back(written(notice, today));
        return all;
    });
}

Result<NoticesChanged> NoticeService::markTold(const std::vector<NoticeId> &ids, const Caller &caller) { return close(ids, true, caller); }

Result<NoticesChanged> NoticeService::withdraw(const std::vector<NoticeId> &ids, const Caller &caller) { return close(ids, false, caller); }

Result<NoticesChanged> NoticeService::close(const std::vector<NoticeId> &ids, bool isTold, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        NoticesChanged changed{OperationStore(m_connection).insert(caller.stamp(isTold ? "told" : "withdraw_notice")), 0};
        for (NoticeId id : ids) {
            const StoredNotice notice = found(m_connection, id);
            const NoticeTemplate words =
                isTold && notice.state == NoticeState::Open ? written(notice, caller.today()).words : NoticeTemplate{};
            if (!NoticeStore(m_connection).close(notice, isTold, words, changed.operation))
                throw Refusal{refused("notice", sentence("Notice %1 is not open any more: it was told, withdrawn or joined by a newer one. "
                                                         "Look at the list again.")
                                                    .arg(id.value))};
            ++changed.notices;
        }
        if (changed.notices == 0)
            throw Refusal{invalid("notice", sentence("No notice is chosen: choose at least one."))};
        return changed;
    });
}

Result<NoticesChanged> NoticeService::undo(OperationId operation, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        NoticesChanged changed{OperationStore(m_connection).insert(caller.stamp("reopen_notice")), 0};
        changed.notices = NoticeStore(m_connection).reopen(operation);
        if (changed.notices == 0)
            throw Refusal{refused("notice", sentence("There is nothing to open again: what was told has been answered, or is open."))};
        return changed;
    });
}

Result<OrderView> NoticeService::answer(NoticeId id, bool isAccepted, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        StoredNotice notice = found(m_connection, id);
        if (notice.kind != NoticeKind::DelayConsent)
            throw Refusal{refused("notice", sentence("Notice %1 asks for no answer.").arg(id.value))};
        if (notice.accepted || notice.state == NoticeState::Withdrawn)
            throw Refusal{refused("notice", sentence("Notice %1 was answered or withdrawn already.").arg(id.value))};
        const OperationId operation = OperationStore(m_connection).insert(caller.stamp(isAccepted ? "accept_delay" : "refuse_delay"));
        NoticeStore store(m_connection);
        if (notice.state == NoticeState::Open) // the customer answered on the phone, before it was sent
            store.close(notice, true, written(notice, caller.today()).words, operation);
        store.setAnswer(notice, isAccepted, operation);
        return readOrder(m_connection, notice.order, caller.today());
    });
}

Result<OrderView> NoticeService::undoAnswer(NoticeId id, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        const StoredNotice notice = found(m_connection, id);
        OperationStore(m_connection).insert(caller.stamp("undo_answer"));
        if (!NoticeStore(m_connection).takeBackAnswer(notice))
            throw Refusal{refused("notice", sentence("Notice %1 has no answer, so there is none to take back.").arg(id.value))};
        return readOrder(m_connection, notice.order, caller.today());
    });
}

Result<NoticeTemplate> NoticeService::words(NoticeKind kind)
{
    return readIn(m_connection, [&] { return wordsOf(kind); });
}

Result<NoticeTemplate> NoticeService::changeWords(NoticeKind kind, const NoticeTemplate &text, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        orRefuse(validate(text));
        OperationStore(m_connection).insert(caller.stamp("change_template", noticeWord(kind)));
        NoticeStore(m_connection).setTemplate(kind, text);
        return text;
    });
}

Result<NoticeTemplate> NoticeService::resetWords(NoticeKind kind, const Caller &caller)
{
    return writeIn(m_connection, [&] {
        OperationStore(m_connection).insert(caller.stamp("change_template", noticeWord(kind)));
        NoticeStore(m_connection).removeTemplate(kind);
        return defaultTemplate(kind);
    });
}

/// The order's own notice of that kind, so that it reads as it will be told or was; one that could be, where there is none.
StoredNotice NoticeService::exampleOf(NoticeKind kind, OrderId order, QDate today)
{
    NoticeStore store(m_connection);
    for (NoticeState state : {NoticeState::Open, NoticeState::Unanswered, NoticeState::Told}) {
        if (const auto own = store.read(store.list({state, kind, {}, order})); !own.empty())
            return own.front();
    }
    StoredNotice notice;
    notice.kind = kind;
    notice.order = order;
    notice.before = today;
    notice.deadline = today.addDays(readSettings(m_connection).consentDays);
    return notice;
}

Result<NoticeTemplate> NoticeService::preview(NoticeKind kind, const NoticeTemplate &text, OrderId order, QDate today)
{
    return readIn(m_connection, [&] {
        orRefuse(validate(text));
        const OrderView view = readOrder(m_connection, order, today);
        return filledIn(text, noticeValues(m_connection, exampleOf(kind, order, today), today));
    });
}

} // namespace waitline
