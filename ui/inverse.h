#pragma once

#include "models/domain/result.h"

#include <QFuture>
#include <QString>

#include <functional>

namespace waitline {

/// Takes back what was just done, as an operation of its own; one sentence says what came of that.
using Inverse = std::function<QFuture<Result<QString>>()>;

/// The inverse that `job` does, a function that returns a future of a Result; `sentence` says that it is done.
template <typename Job>
[[nodiscard]] Inverse inverseBy(Job job, const QString &sentence)
{
    return [job = std::move(job), sentence] {
        return job().then([sentence](const auto &outcome) -> Result<QString> {
            if (!outcome)
                return outcome.error();
            return sentence;
        });
    };
}

} // namespace waitline
