#pragma once

namespace waitline {

/// A campaign of the demo business, its days counted from today.
struct DemoCampaign {
    const char *code;
    int from;
    int to;

    [[nodiscard]] constexpr bool covers(int daysAgo) const { return from <= -daysAgo && -daysAgo <= to; }
};

inline constexpr DemoCampaign demoAnnouncement{"ANNOUNCEMENT", -120, -61};
inline constexpr DemoCampaign demoConvention{"CONVENTION", -60, -31};
inline constexpr DemoCampaign demoNewsletter{"NEWSLETTER", -28, 13};

} // namespace waitline
