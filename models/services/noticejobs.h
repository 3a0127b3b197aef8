#pragma once

#include "models/services/noticeservice.h"
#include "models/services/promiseservice.h"
#include "models/services/session.h"
#include "models/services/storesettings.h"

/// What the desk tells customers, each as one job of a session: see the services for what they refuse.
namespace waitline::jobs {

/// Writes the notices that operations left to be written; the list is whole afterwards.
QFuture<Result<Done>> prepareNotices(Session &session);
QFuture<Result<WrittenNotice>> writeNotice(Session &session, NoticeId notice);
QFuture<Result<NoticesChanged>> markTold(Session &session, const std::vector<NoticeId> &notices);
QFuture<Result<NoticesChanged>> withdrawNotices(Session &session, const std::vector<NoticeId> &notices);
QFuture<Result<NoticesChanged>> undoNotices(Session &session, OperationId operation);
QFuture<Result<OrderView>> answerDelay(Session &session, NoticeId notice, bool isAccepted);
QFuture<Result<OrderView>> undoAnswer(Session &session, NoticeId notice);

QFuture<Result<NoticeTemplate>> noticeWords(Session &session, NoticeKind kind);
QFuture<Result<NoticeTemplate>> changeNoticeWords(Session &session, NoticeKind kind, const NoticeTemplate &text);
QFuture<Result<NoticeTemplate>> resetNoticeWords(Session &session, NoticeKind kind);
/// How `text` reads for an order.
QFuture<Result<NoticeTemplate>> previewNotice(Session &session, NoticeKind kind, const NoticeTemplate &text, OrderId order);

QFuture<Result<PromiseOutcome>> movePromises(Session &session, const PromiseMove &move);
QFuture<Result<PromiseOutcome>> takeBackPromises(Session &session, OperationId operation);

QFuture<Result<StoreSettings>> storeSettings(Session &session);
QFuture<Result<StoreSettings>> changeSettings(Session &session, const StoreSettings &settings);

} // namespace waitline::jobs
