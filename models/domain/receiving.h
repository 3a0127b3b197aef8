#pragma once

#include "models/domain/id.h"

namespace waitline {

/// Units of one product that were counted, beside those that were announced.
struct CountedUnits {
    Units expected = 0; ///< still to come on the purchase
    Units accepted = 0;
    Units damaged = 0; ///< arrived and rejected
    bool isOnPurchase = false;

    [[nodiscard]] Units arrived() const { return accepted + damaged; }
    friend bool operator==(const CountedUnits &, const CountedUnits &) = default;
};

/// How a counted line stands against its purchase.
enum class ReceiptLineStatus { Missing, Partial, Complete, OverReceived, NotOnPurchase };
[[nodiscard]] ReceiptLineStatus statusOf(const CountedUnits &units);

/// What became of a scan; each has a sound, an icon and words of its own.
enum class ScanVerdict { Expected, MoreThanOrdered, NotOnPurchase, Unknown };
/// Without a purchase nothing was announced, and everything is expected.
[[nodiscard]] ScanVerdict verdictOf(const CountedUnits &afterwards, bool isBlind);

/// Good units that exceed what was announced by more than `percent` of it, rounded down; 0: none, or they are within.
/// What is not on the purchase at all has no tolerance to exceed.
[[nodiscard]] Units beyondTolerance(const CountedUnits &units, int percent);

} // namespace waitline
