#include "models/report/reportjobs.h"

namespace waitline::jobs {

QFuture<Result<Done>> writeMonthlyReport(Session &session, QDate month, const QString &path)
{
    return session.report([month, path, today = session.today()](Connection &c) -> Result<Done> {
        const auto report = monthlyReport(c, month, today);
        if (!report)
            return report.error();
        return writeReport(*report, path);
    });
}

} // namespace waitline::jobs
