#include "models/domain/receiving.h"

namespace waitline {

ReceiptLineStatus statusOf(const CountedUnits &units)
{
    if (!units.isOnPurchase)
        return ReceiptLineStatus::NotOnPurchase;
    if (units.arrived() > units.expected)
        return ReceiptLineStatus::OverReceived;
    if (units.arrived() == units.expected)
        return ReceiptLineStatus::Complete;
    return units.arrived() > 0 ? ReceiptLineStatus::Partial : ReceiptLineStatus::Missing;
}

ScanVerdict verdictOf(const CountedUnits &afterwards, bool isBlind)
{
    if (isBlind)
        return ScanVerdict::Expected;
    switch (statusOf(afterwards)) {
    case ReceiptLineStatus::Missing:
    case ReceiptLineStatus::Partial:
    case ReceiptLineStatus::Complete: return ScanVerdict::Expected;
    case ReceiptLineStatus::OverReceived: return ScanVerdict::MoreThanOrdered;
    case ReceiptLineStatus::NotOnPurchase: return ScanVerdict::NotOnPurchase;
    }
    Q_UNREACHABLE();
}

Units beyondTolerance(const CountedUnits &units, int percent)
{
    if (!units.isOnPurchase)
        return 0;
    const Units allowed = units.expected + units.expected * percent / 100;
    return units.accepted > allowed ? units.accepted - units.expected : 0;
}

} // namespace waitline
