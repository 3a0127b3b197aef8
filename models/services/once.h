#pragma once

#include "models/domain/result.h"
#include "models/services/caller.h"

#include <functional>

namespace waitline {

class Connection;

/// Does `work` once for the caller's uuid (product.md §2.15): saying it again changes nothing and gives the first
/// answer letter by letter, also after a restart and when two programs say it at the same time. `request` is one
/// line that names what is asked; another request under the same uuid is a conflict. The answer is stored in the
/// transaction of the work itself. A refusal is not kept: the same uuid may try again later.
/// Without a uuid the work is simply done.
Result<QString> once(Connection &connection, const Caller &caller, const QString &request, const std::function<Result<QString>()> &work);

} // namespace waitline
