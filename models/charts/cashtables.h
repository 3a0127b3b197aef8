#pragma once

#include "models/charts/figuresmodel.h"
#include "models/services/cashseries.h"

namespace waitline {

/// The numbers of the cash charts as tables.
[[nodiscard]] FigureTable tableOf(const CashOverTime &series);
[[nodiscard]] FigureTable tableOf(const CashByMonth &months);
[[nodiscard]] FigureTable tableOf(const ProductionRuns &runs);
[[nodiscard]] FigureTable tableOf(const PurchaseSlip &slip);

/// A period's name: "1/5/26", "Mar 2026".
[[nodiscard]] QString periodText(QDate start, Period by);
/// The promise's month, or that there is none.
[[nodiscard]] QString monthText(const std::optional<QDate> &month);

} // namespace waitline
