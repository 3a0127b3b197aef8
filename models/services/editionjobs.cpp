#include "models/services/editionjobs.h"

namespace waitline::jobs {

QFuture<Result<std::vector<EditionChoice>>> compareEdition(Session &session, const QString &sku, Units size)
{
    return session.report([sku, size](Connection &c) { return ShortEditions(c).compare(sku, size); });
}

QFuture<Result<EditionCutDone>> cutEdition(Session &session, const QString &sku, Units size, const EditionChoice &choice,
                                           const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ShortEditions(c).cut(sku, size, choice, reason, caller); });
}

QFuture<Result<Units>> takeBackCut(Session &session, const EditionCutDone &done, const QString &reason)
{
    return session.write([=, caller = session.caller()](Connection &c) { return ShortEditions(c).takeBack(done, reason, caller); });
}

} // namespace waitline::jobs
