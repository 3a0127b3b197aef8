#include "models/services/campaignjobs.h"

namespace waitline::jobs {

QFuture<Result<std::vector<CampaignResult>>> campaignResults(Session &session)
{
    return session.report([today = session.today()](Connection &c) { return waitline::campaignResults(c, today); });
}

QFuture<Result<CampaignTerms>> saveCampaign(Session &session, const CampaignTerms &terms, bool isNew)
{
    return session.write([terms, isNew, caller = session.caller()](Connection &c) {
        if (isNew)
            return CampaignService(c).add(terms, caller);
        return CampaignService(c).change(
            terms.code,
            [&](CampaignTerms &changed) -> Result<Done> {
                changed = terms;
                return Done{};
            },
            caller);
    });
}

QFuture<Result<qint64>> assignToCampaign(Session &session, const QString &code, const std::vector<OrderId> &orders)
{
    return session.write(
        [code, orders, caller = session.caller()](Connection &c) { return CampaignService(c).assign(code, orders, caller); });
}

} // namespace waitline::jobs
