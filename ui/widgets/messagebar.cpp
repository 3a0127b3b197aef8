#include "ui/widgets/messagebar.h"

#include "ui/style/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace waitline {

namespace {

constexpr int toldForMs = 10'000; // as long as an undo is offered
constexpr int leastBeside = 320; // with less room beside its button, a sentence stands above it

struct Look {
    QString iconName;
    QColor Theme::*colour;
};

Look lookOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Done: return {QStringLiteral("check"), &Theme::positive};
    case MessageBar::Kind::Notice: return {QStringLiteral("info"), &Theme::accent};
    case MessageBar::Kind::Problem: return {QStringLiteral("warning"), &Theme::danger};
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(label({}))
    , m_button(pushButton({}))
    , m_words(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_close(quietButton({}, QStringLiteral("close")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(10);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1); // a long name in it widens nothing
    m_text->setObjectName(QStringLiteral("message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    m_close->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_icon);
    m_words->setSpacing(10);
    m_words->addWidget(m_text, 1);
    m_words->addWidget(m_button, 0, Qt::AlignLeft);
    row->addLayout(m_words, 1);
    row->addWidget(m_close);
    connect(m_button, &QPushButton::clicked, this, &MessageBar::buttonPressed);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::clear);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::closed);
    m_away.setSingleShot(true);
    m_away.setInterval(toldForMs);
    connect(&m_away, &QTimer::timeout, this, &MessageBar::clear);
    hide();
}

void MessageBar::say(Kind kind, const QString &sentence, const QString &buttonText)
{
    m_kind = kind;
    m_away.stop();
    if (kind == Kind::Done && buttonText.isEmpty())
        m_away.start();
    showIcon();
    m_text->setText(sentence);
    m_button->setText(buttonText);
    m_button->setAccessibleName(buttonText);
    m_button->setVisible(!buttonText.isEmpty());
    placeButton();
    show();
    update();
    scrollToAll(this);
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::showIcon()
{
    m_icon->setPixmap(icon(lookOf(m_kind).iconName, lookOf(m_kind).colour).pixmap(QSize(18, 18), devicePixelRatioF()));
}

/// The picture has the colour of the theme it was made in.
void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isHidden())
        showIcon();
}

void MessageBar::placeButton()
{
    const int beside = width() - m_icon->sizeHint().width() - m_button->sizeHint().width() - m_close->sizeHint().width();
    m_words->setDirection(beside < leastBeside && !m_button->text().isEmpty() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeButton();
}

void MessageBar::clear()
{
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const QColor colour = theme.*lookOf(m_kind).colour;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.soft(colour));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace waitline
