#pragma once

#include "models/domain/result.h"

#include <QRectF>

class QPainter;

namespace waitline {

/// Draws `text` as Code 128 into `area`, with a quiet zone at both sides. An error says which text no code can hold.
[[nodiscard]] Result<Done> drawCode128(QPainter &painter, const QRectF &area, const QString &text);

} // namespace waitline
