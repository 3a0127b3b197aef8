#pragma once

#include "models/domain/clock.h"
#include "models/store/operationstore.h"

#include <QString>

namespace waitline {

/// Who asks for an operation, and when: passed in, so that tests and demos can set the clock.
struct Caller {
    QString actor;
    Instant now = 0;
    QString uuid; ///< empty: a fresh one; the same one again returns the first result (see Once)

    [[nodiscard]] QDate today() const { return dayOf(now); }
    [[nodiscard]] OperationStamp stamp(const char *kind, const QString &reason = {}) const
    {
        return {QString::fromLatin1(kind), uuid, actor, now, reason};
    }
};

} // namespace waitline
