#pragma once

#include "models/domain/result.h"

#include <QAbstractItemModel>

class QIODevice;

namespace waitline {

/// A table as it stands, heads first. For tables that hold all their rows: a WindowedModel does not.

/// CSV as RFC 4180 has it, UTF-8; numbers in the C locale, days as ISO 8601, money as a plain decimal. Text that a
/// spreadsheet would run as a formula gets an apostrophe before it.
[[nodiscard]] Result<Done> toCsv(const QAbstractItemModel &table, QIODevice &device);
/// The cells as they are shown, for the clipboard: tabs between them.
[[nodiscard]] QString toTabbedText(const QAbstractItemModel &table);

} // namespace waitline
