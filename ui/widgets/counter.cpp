#include "ui/widgets/counter.h"

#include "ui/style/icons.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace waitline {

namespace {

struct Look {
    QString iconName;
    QColor Theme::*colour;
    QString words;
};

Look lookOf(Counter::Outcome outcome)
{
    switch (outcome) {
    case Counter::Outcome::Nothing: return {QStringLiteral("barcode"), &Theme::muted, Counter::tr("Nothing counted yet")};
    case Counter::Outcome::GoesOn: return {QStringLiteral("barcode"), &Theme::accent, Counter::tr("Counted so far")};
    case Counter::Outcome::Counted: return {QStringLiteral("add"), &Theme::accent, Counter::tr("Expected")};
    case Counter::Outcome::Complete: return {QStringLiteral("check"), &Theme::positive, Counter::tr("Complete")};
    case Counter::Outcome::TooMany: return {QStringLiteral("warning"), &Theme::warning, Counter::tr("More than ordered")};
    case Counter::Outcome::NotOnPurchase: return {QStringLiteral("info"), &Theme::warning, Counter::tr("Not on this purchase")};
    case Counter::Outcome::Unknown: return {QStringLiteral("error"), &Theme::danger, Counter::tr("Unknown, not counted")};
    case Counter::Outcome::Damaged: return {QStringLiteral("warning"), &Theme::warning, Counter::tr("Damaged, not into stock")};
    case Counter::Outcome::Refused: return {QStringLiteral("error"), &Theme::danger, Counter::tr("Not counted")};
    case Counter::Outcome::TakenBack: return {QStringLiteral("undo"), &Theme::accent, Counter::tr("Taken back")};
    }
    Q_UNREACHABLE();
}

constexpr int iconSize = 32;

} // namespace

Counter::Counter(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_count(label({}, TextSize::Count))
    , m_words(label({}, TextSize::Section))
    , m_what(mutedLabel({}))
    , m_both(new QHBoxLayout)
{
    setObjectName(QStringLiteral("counter"));
    m_count->setObjectName(QStringLiteral("count"));
    m_words->setObjectName(QStringLiteral("scanOutcome"));
    m_what->setObjectName(QStringLiteral("scanned"));
    m_words->setWordWrap(true);
    m_what->setWordWrap(true);
    m_count->setMinimumWidth(1); // where the words have no room beside it, it stands below them
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_words);
    words->addWidget(m_what);
    words->addStretch();
    row->addWidget(m_icon);
    row->addLayout(m_both, 1);
    m_both->addLayout(words, 1);
    m_both->addWidget(m_count);
    setMinimumHeight(72);
    colour();
}

void Counter::say(Outcome outcome, const QString &count, const QString &what)
{
    m_outcome = outcome;
    m_count->setText(count);
    m_what->setText(what);
    placeCount();
    colour();
    setAccessibleName(tr("%1: %2 %3").arg(m_words->text(), what, count));
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

/// Words that are broken letter by letter beside a large number cannot be read.
void Counter::placeCount()
{
    constexpr int leastForWords = 150;
    constexpr int others = 2 * 16 + iconSize + 2 * 16; // margins, icon and spaces
    const bool isBelow = m_count->fontMetrics().horizontalAdvance(m_count->text()) + leastForWords + others > width();
    m_both->setDirection(isBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_both->setSpacing(isBelow ? 2 : 16);
    m_count->setWordWrap(isBelow);
}

void Counter::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeCount();
}

void Counter::colour()
{
    const Look look = lookOf(m_outcome);
    m_icon->setPixmap(icon(look.iconName, look.colour).pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_words->setText(look.words);
    for (QLabel *coloured : {m_words, m_count}) {
        QPalette palette = coloured->palette();
        palette.setColor(QPalette::WindowText,
                         coloured == m_count && m_outcome != Outcome::Unknown ? Theme::current().text : Theme::current().*look.colour);
        coloured->setPalette(palette);
    }
    m_what->setVisible(!m_what->text().isEmpty());
    update();
}

void Counter::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(theme.*lookOf(m_outcome).colour));
    painter.drawRoundedRect(rect(), 8, 8);
}

void Counter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace waitline
