#include "ui/pages/startpage.h"

#include "ui/style/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sidescroll.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace waitline {

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_message(new MessageBar)
    , m_choices(new QWidget)
    , m_busy(new QWidget)
    , m_busySentence(label({}))
    , m_progress(new QProgressBar)
    , m_cancel(pushButton(tr("Cancel"), QStringLiteral("close")))
{
    setObjectName(QStringLiteral("start"));
    setAccessibleName(tr("Start"));
    auto *middle = new QWidget;
    middle->setMaximumWidth(640);
    auto *column = new QVBoxLayout(middle);
    column->setSpacing(8);
    column->addWidget(label(QStringLiteral("Waitline"), TextSize::Count));
    column->addWidget(mutedLabel(tr("Pre-orders and backorders in one fair, visible line."), TextSize::Section));
    column->addSpacing(16);
    column->addWidget(m_message);

    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(12);
    m_sample = makeChoice(tr("Try with a sample business"), QStringLiteral("sample"),
                          tr("A small shop with products, waiting customers and open purchases, in a file of its own."));
    QPushButton *fresh =
        makeChoice(tr("New business…"), QStringLiteral("add"), tr("Begin with an empty database: one file, here on this computer."));
    QPushButton *open = makeChoice(tr("Open…"), QStringLiteral("folder"), tr("A Waitline file you have already."));
    QPushButton *server =
        makeChoice(tr("Database server…"), QStringLiteral("server"), tr("A PostgreSQL database that several desks share."));
    connect(server, &QPushButton::clicked, this, &StartPage::serverAsked);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleAsked);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newAsked);
    connect(open, &QPushButton::clicked, this, &StartPage::openAsked);
    column->addWidget(m_choices);

    auto *busy = new QVBoxLayout(m_busy);
    busy->setContentsMargins(0, 0, 0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    busy->addWidget(m_busySentence);
    busy->addWidget(m_progress);
    busy->addWidget(m_cancel, 0, Qt::AlignLeft);
    m_cancel->setObjectName(QStringLiteral("cancelOpening"));
    m_cancel->hide();
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_job.cancel(); });
    m_busy->hide();
    column->addWidget(m_busy);

    auto *content = new QWidget;
    auto *inner = new QGridLayout(content);
    inner->addWidget(middle, 1, 1);
    inner->setColumnStretch(0, 1);
    inner->setColumnStretch(1, 1000); // as wide as it may be
    inner->setColumnStretch(2, 1);
    inner->setRowStretch(0, 2);
    inner->setRowStretch(2, 3);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(pageScroll(content, accessibleName()));
}

QPushButton *StartPage::makeChoice(const QString &name, const QString &iconName, const QString &explanation)
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    QPushButton *button = pushButton(name, iconName);
    button->setAccessibleName(name);
    button->setAccessibleDescription(explanation);
    button->setMinimumWidth(230);
    button->setAutoDefault(true);
    auto *words = mutedLabel(explanation);
    words->setWordWrap(true);
    row->addWidget(button);
    row->addWidget(words, 1);
    card->body()->addLayout(row);
    m_choices->layout()->addWidget(card);
    return button;
}

void StartPage::sayProblem(const QString &sentence)
{
    setIdle();
    m_message->say(MessageBar::Kind::Problem, sentence);
}

void StartPage::setBusy(const QString &sentence, int share)
{
    m_message->clear();
    m_busySentence->setText(sentence);
    m_progress->setAccessibleName(sentence);
    m_progress->setRange(0, share < 0 ? 0 : 1000);
    m_progress->setValue(qMax(0, share));
    m_busy->show();
    m_choices->setEnabled(false);
}

void StartPage::offerCancel(const QFuture<void> &job)
{
    m_job = job;
    m_cancel->show();
    m_cancel->setFocus();
}

void StartPage::setIdle()
{
    m_busy->hide();
    m_cancel->hide();
    m_choices->setEnabled(true);
    m_sample->setFocus();
}

} // namespace waitline
