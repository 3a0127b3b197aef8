#include "ui/widgets/postedbar.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QPainter>
#include <QShortcut>

namespace waitline {

PostedBar::PostedBar(QWidget *parent)
    : QFrame(parent)
    , m_sentence(label({}))
    , m_missing(label({}))
    , m_covered(
          add(QStringLiteral("ordersCovered"), tr("Orders covered  F6"), QStringLiteral("ship"), Qt::Key_F6, &PostedBar::coveredAsked))
    , m_pick(add(QStringLiteral("pickCovered"), tr("Pick list  Ctrl+P"), QStringLiteral("file"), {}, &PostedBar::pickListAsked))
    , m_rest(
          add(QStringLiteral("restNotComing"), tr("Rest is not coming…  F12"), QStringLiteral("minus"), Qt::Key_F12, &PostedBar::restAsked))
{
    m_sentence->setObjectName(QStringLiteral("postedSentence"));
    m_missing->setObjectName(QStringLiteral("missing"));
    for (QLabel *text : {m_sentence, m_missing})
        text->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_sentence);
    words->addWidget(m_missing);
    auto *buttons = new FlowLayout;
    for (QPushButton *button : {m_covered, m_pick, m_rest})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    column->addLayout(words);
    column->addLayout(buttons);
    hide();
}

QPushButton *PostedBar::add(const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &key,
                            void (PostedBar::*asked)())
{
    QPushButton *button = pushButton(text, iconName);
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, asked);
    if (!key.isEmpty()) // hidden with its button
        connect(new QShortcut(key, button), &QShortcut::activated, this, asked);
    return button;
}

void PostedBar::open(const QString &sentence, bool hasOrders, const QString &missing)
{
    m_sentence->setText(sentence);
    m_missing->setText(missing);
    m_missing->setVisible(!missing.isEmpty());
    m_rest->setVisible(!missing.isEmpty());
    m_covered->setVisible(hasOrders);
    m_pick->setVisible(hasOrders);
    show();
    scrollToAll(this);
}

void PostedBar::close()
{
    m_sentence->clear();
    hide();
}

void PostedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().soft(Theme::current().positive));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace waitline
