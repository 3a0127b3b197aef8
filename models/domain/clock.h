#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace waitline {

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
using Instant = qint64;

/// A business day as stored: days since 1970-01-01.
using DayNumber = qint64;

[[nodiscard]] DayNumber toDayNumber(QDate day);
[[nodiscard]] QDate fromDayNumber(DayNumber number);
/// The UTC business day an instant falls on.
[[nodiscard]] QDate dayOf(Instant instant);
/// "2026-10-14T09:30:00.000Z".
[[nodiscard]] QString toIso(Instant instant);
/// Reads an ISO 8601 instant, or a day (midnight UTC); an instant without offset is UTC.
[[nodiscard]] std::optional<Instant> instantFromIso(const QString &text);

} // namespace waitline
