#include "ui/widgets/badge.h"

#include <QPainter>

namespace waitline {

namespace {
constexpr int heightOfBadges = 24;
constexpr int leastWidth = 64;
} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void Badge::setState(const BadgeLook &look, const QString &word)
{
    m_look = look;
    m_word = word;
    setAccessibleName(word);
    setToolTip(word);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const { return {badgeWidth(fontMetrics(), m_look, m_word), heightOfBadges}; }

QSize Badge::minimumSizeHint() const { return {qMin(leastWidth, sizeHint().width()), heightOfBadges}; }

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBadge(painter, rect(), m_look, fittingWord(fontMetrics(), m_look, m_word, width()));
}

} // namespace waitline
