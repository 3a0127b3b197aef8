#pragma once

#include <QPainter>

namespace waitline {

/// How high words are in the report's font, broken into lines of that width.
[[nodiscard]] double wrappedHeight(QPainter &painter, const QString &words, double width, double points);
/// Words on as many lines as they need, in a smaller font where they have no room: nobody can hover over paper. Cut only where
/// they are too long for the least font.
void drawWrapped(QPainter &painter, const QRectF &area, Qt::Alignment alignment, const QString &words, double points, bool strong = false);

} // namespace waitline
