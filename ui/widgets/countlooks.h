#pragma once

#include "models/services/receivingcounts.h"
#include "ui/style/badge.h"
#include "ui/widgets/counter.h"

class QModelIndex;

namespace waitline {

/// What a scan of this line came to, as the counter says it.
[[nodiscard]] Counter::Outcome outcomeOf(const CountLine &line, bool isBlind);
/// How far a line of the delivery is.
[[nodiscard]] BadgeLook progressLook(const QModelIndex &cell);
/// The same without a purchase: nothing was announced, and there is nothing to warn of.
[[nodiscard]] BadgeLook blindLook(const QModelIndex &cell);

} // namespace waitline
