#pragma once

#include "models/services/caller.h"
#include "models/services/demochance.h"

namespace waitline {

/// Who works in the demo business, and when: callers whose operation ids are the same each time.
class DemoDesk final {
public:
    DemoDesk(qint64 seed, Instant now) : m_seed(seed), m_now(now) {}

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] QDate today() const { return dayOf(m_now); }
    [[nodiscard]] QDate day(qint64 fromToday) const { return today().addDays(fromToday); }
    /// A moment of a business day, never after now.
    [[nodiscard]] Instant momentOn(QDate day, Chance &chance) const;
    /// Somebody at the desk for one new operation.
    [[nodiscard]] Caller caller(Instant at);

private:
    qint64 m_seed;
    Instant m_now;
    qint64 m_operations = 0;
};

} // namespace waitline
