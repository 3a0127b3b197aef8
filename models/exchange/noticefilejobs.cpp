#include "models/exchange/noticefilejobs.h"

namespace waitline::jobs {

QFuture<Result<NoticesSaved>> saveMessages(Session &session, const std::vector<NoticeId> &notices, const QString &folder)
{
    return session.runLong([notices, folder, caller = session.caller()](Connection &c, const Progress &progress) {
        return waitline::saveMessages(c, notices, folder, caller, progress);
    });
}

QFuture<Result<qint64>> exportMerge(Session &session, const std::vector<NoticeId> &notices, const QString &path)
{
    return session.runLong([notices, path, caller = session.caller()](Connection &c, const Progress &progress) {
        return waitline::exportMerge(c, notices, path, caller, progress);
    });
}

} // namespace waitline::jobs
