#include "models/domain/policy.h"

namespace waitline {

QString policyWord(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::FirstCome: return QStringLiteral("first-come");
    case AllocationPolicy::WholeLines: return QStringLiteral("whole-lines");
    case AllocationPolicy::FairShare: return QStringLiteral("fair-share");
    case AllocationPolicy::OneEach: return QStringLiteral("one-each");
    case AllocationPolicy::PaidFirst: return QStringLiteral("paid-first");
    }
    Q_UNREACHABLE();
}

std::optional<AllocationPolicy> policyFromWord(const QString &word)
{
    for (AllocationPolicy policy : allPolicies) {
        if (policyWord(policy) == word.trimmed().toLower())
            return policy;
    }
    return std::nullopt;
}

} // namespace waitline
