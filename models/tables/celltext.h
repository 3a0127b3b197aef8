#pragma once

#include "models/domain/clock.h"
#include "models/domain/daytext.h"
#include "models/domain/moneytext.h"

#include <QDate>
#include <QString>
#include <QVariant>

namespace waitline {

/// Values as people read them, by the default QLocale.

[[nodiscard]] QString numberText(qint64 number); ///< grouped: "12,500"
/// `one` for 1, else `many` with the number in it: "1 line", "12 lines".
[[nodiscard]] QString countText(qint64 number, const QString &one, const QString &many);
[[nodiscard]] QString instantText(Instant instant); ///< day and minute in local time, short format

/// A cell as a file has it: what it says for files, else its raw value as a plain number or an ISO 8601 day, else its text.
[[nodiscard]] QString fileText(const QVariant &forFiles, const QVariant &raw, const QVariant &shown);

} // namespace waitline
