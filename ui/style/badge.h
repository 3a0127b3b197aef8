#pragma once

#include "ui/style/theme.h"

#include <QString>

class QPainter;
class QFontMetrics;
class QRect;

namespace waitline {

/// How a state looks: icon, colour and word. Never colour alone.
struct BadgeLook {
    QString iconName;
    QColor Theme::*colour = &Theme::muted;
    QString word = {}; ///< empty: the cell's own
};

/// The width a badge with this word wants.
[[nodiscard]] int badgeWidth(const QFontMetrics &metrics, const BadgeLook &look, const QString &word);
/// The word without its last parts, which " · " divides, as far as the width takes it: what is told is told in full.
[[nodiscard]] QString fittingWord(const QFontMetrics &metrics, const BadgeLook &look, QString word, int width);
/// Draws the badge at the left of `area`, in its middle; a word too long for it is cut with dots.
void drawBadge(QPainter &painter, const QRect &area, const BadgeLook &look, const QString &word);

} // namespace waitline
