#pragma once

#include <QStringList>

#include <optional>

namespace waitline {

/// How free units are given to the waiting line (product.md §2.3). The numbers are stored.
enum class AllocationPolicy : int { FirstCome = 0, WholeLines = 1, FairShare = 2, OneEach = 3, PaidFirst = 4 };

inline constexpr AllocationPolicy allPolicies[] = {AllocationPolicy::FirstCome, AllocationPolicy::WholeLines, AllocationPolicy::FairShare,
                                                   AllocationPolicy::OneEach, AllocationPolicy::PaidFirst};

/// The stable word: "first-come", "whole-lines", "fair-share", "one-each", "paid-first".
[[nodiscard]] QString policyWord(AllocationPolicy policy);
[[nodiscard]] std::optional<AllocationPolicy> policyFromWord(const QString &word);

} // namespace waitline
