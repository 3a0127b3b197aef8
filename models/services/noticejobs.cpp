#include "models/services/noticejobs.h"

#include "models/services/promiserules.h"

#include <QCoreApplication>

namespace waitline::jobs {

QFuture<Result<Done>> prepareNotices(Session &session)
{
    return session.write([](Connection &c) { return NoticeService(c).prepareDue(); });
}

QFuture<Result<WrittenNotice>> writeNotice(Session &session, NoticeId notice)
{
    return session.read([notice, today = session.today()](Connection &c) -> Result<WrittenNotice> {
        const auto written = NoticeService(c).write({notice}, today);
        if (!written)
            return written.error();
        if (written->empty())
            return notFound("notice", QCoreApplication::translate("Notices", "There is no notice %1.").arg(notice.value));
        return written->front();
    });
}

QFuture<Result<NoticesChanged>> markTold(Session &session, const std::vector<NoticeId> &notices)
{
    return session.write([notices, caller = session.caller()](Connection &c) { return NoticeService(c).markTold(notices, caller); });
}

QFuture<Result<NoticesChanged>> withdrawNotices(Session &session, const std::vector<NoticeId> &notices)
{
    return session.write([notices, caller = session.caller()](Connection &c) { return NoticeService(c).withdraw(notices, caller); });
}

QFuture<Result<NoticesChanged>> undoNotices(Session &session, OperationId operation)
{
    return session.write([operation, caller = session.caller()](Connection &c) { return NoticeService(c).undo(operation, caller); });
}

QFuture<Result<OrderView>> answerDelay(Session &session, NoticeId notice, bool isAccepted)
{
    return session.write([=, caller = session.caller()](Connection &c) { return NoticeService(c).answer(notice, isAccepted, caller); });
}

QFuture<Result<OrderView>> undoAnswer(Session &session, NoticeId notice)
{
    return session.write([=, caller = session.caller()](Connection &c) { return NoticeService(c).undoAnswer(notice, caller); });
}

QFuture<Result<NoticeTemplate>> noticeWords(Session &session, NoticeKind kind)
{
    return session.read([kind](Connection &c) { return NoticeService(c).words(kind); });
}

QFuture<Result<NoticeTemplate>> changeNoticeWords(Session &session, NoticeKind kind, const NoticeTemplate &text)
{
    return session.write(
        [kind, text, caller = session.caller()](Connection &c) { return NoticeService(c).changeWords(kind, text, caller); });
}

QFuture<Result<NoticeTemplate>> resetNoticeWords(Session &session, NoticeKind kind)
{
    return session.write([kind, caller = session.caller()](Connection &c) { return NoticeService(c).resetWords(kind, caller); });
}

QFuture<Result<NoticeTemplate>> previewNotice(Session &session, NoticeKind kind, const NoticeTemplate &text, OrderId order)
{
    return session.read(
        [kind, text, order, today = session.today()](Connection &c) { return NoticeService(c).preview(kind, text, order, today); });
}

QFuture<Result<PromiseOutcome>> movePromises(Session &session, const PromiseMove &move)
{
    return session.write([move, caller = session.caller()](Connection &c) -> Result<PromiseOutcome> {
        if (const auto may = mayPromise(c, move, caller.today()); !may)
            return may.error();
        return PromiseService(c).move(move, caller);
    });
}

QFuture<Result<PromiseOutcome>> takeBackPromises(Session &session, OperationId operation)
{
    return session.write([operation, caller = session.caller()](Connection &c) { return PromiseService(c).takeBack(operation, caller); });
}

QFuture<Result<StoreSettings>> storeSettings(Session &session)
{
    return session.read([](Connection &c) { return waitline::storeSettings(c); });
}

QFuture<Result<StoreSettings>> changeSettings(Session &session, const StoreSettings &settings)
{
    return session.write([settings, caller = session.caller()](Connection &c) { return waitline::changeSettings(c, settings, caller); });
}

} // namespace waitline::jobs
