#pragma once

#include "models/exchange/noticefiles.h"
#include "models/services/session.h"

/// Notices as files, each as one long job of a session.
namespace waitline::jobs {

QFuture<Result<NoticesSaved>> saveMessages(Session &session, const std::vector<NoticeId> &notices, const QString &folder);
QFuture<Result<qint64>> exportMerge(Session &session, const std::vector<NoticeId> &notices, const QString &path);

} // namespace waitline::jobs
