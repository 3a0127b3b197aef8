#pragma once

#include "models/domain/clock.h"
#include "models/domain/id.h"
#include "models/domain/money.h"

#include <QString>

#include <optional>

namespace waitline {

/// What people type into fields, read as they mean it: by the locale, and as files have it.

/// Whole units; an empty text or one that is no number is an error that names `field`.
[[nodiscard]] Result<Units> typedUnits(const QString &text, const QString &field);
/// The same where nothing is an answer too.
[[nodiscard]] Result<std::optional<Units>> typedUnitsOrNone(const QString &text, const QString &field);
/// An amount such as "1,204.50", "1204.5" or, where the locale has it, "1.204,50".
[[nodiscard]] Result<Money> typedMoney(const QString &text, const Currency &currency, const QString &field);
/// An amount as it is typed: the locale's decimal point, no groups.
[[nodiscard]] QString moneyToType(Money amount, const Currency &currency);
/// A day: "t" or "=" today, "+" and "-" the days beside it, "+7", "w2" two weeks on, "14" the next 14th,
/// 2026-10-14, 14.10.2026, 14/10/2026 in the locale's order, "14 Oct", "14 Oct 2026", or the locale's own format; without a
/// year the next such day. Empty is none.
[[nodiscard]] Result<std::optional<QDate>> typedDay(const QString &text, QDate today, const QString &field);

} // namespace waitline
