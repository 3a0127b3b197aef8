#include "ui/widgets/noticepanel.h"

#include "models/exchange/mailmessage.h"
#include "models/services/noticejobs.h"
#include "models/tables/celltext.h"
#include "models/tables/noticemodel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace waitline {

namespace {

QString factsOf(const StoredNotice &notice)
{
    QStringList facts{notice.email.isEmpty() ? NoticePanel::tr("No e-mail address: call") : notice.email,
                      NoticePanel::tr("prepared %1").arg(instantText(notice.preparedAt))};
    if (notice.merged > 1)
        facts += NoticePanel::tr("%1 events are told together").arg(numberText(notice.merged));
    if (notice.before && notice.after)
        facts += NoticePanel::tr("%1 instead of %2").arg(dayText(*notice.after), dayText(*notice.before));
    if (notice.deadline)
        facts += NoticePanel::tr("to be answered by %1").arg(dayText(*notice.deadline));
    if (notice.accepted)
        facts += *notice.accepted ? NoticePanel::tr("the customer agrees to wait") : NoticePanel::tr("the customer does not wait");
    return facts.join(QStringLiteral(" · "));
}

} // namespace

NoticePanel::NoticePanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_title(label({}, TextSize::Section))
    , m_message(new MessageBar)
    , m_order(quietButton({}, QStringLiteral("order")))
    , m_facts(mutedLabel({}))
    , m_subject(label({}))
    , m_body(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("noticePanel"));
    setAccessibleName(tr("Notice"));
    m_order->setObjectName(QStringLiteral("noticeOrder"));
    m_facts->setObjectName(QStringLiteral("noticeFacts"));
    m_facts->setWordWrap(true);
    m_subject->setObjectName(QStringLiteral("noticeSubject"));
    m_subject->setWordWrap(true);
    setTextSize(m_subject, TextSize::Body, true);
    m_body->setObjectName(QStringLiteral("noticeBody"));
    m_body->setAccessibleName(tr("What the customer reads"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it scrolls by itself, and the page need not
    m_actions = makeActions();
    m_answers = makeAnswers();
    body()->setSpacing(12);
    body()->addWidget(makeHead());
    body()->addWidget(m_message);
    body()->addWidget(m_order, 0, Qt::AlignLeft);
    body()->addWidget(m_facts);
    body()->addWidget(m_subject);
    body()->addWidget(m_body, 1);
    body()->addWidget(m_answers);
    body()->addWidget(m_actions);
    connect(m_order, &QPushButton::clicked, this, [this] { Q_EMIT orderAsked(order()); });
    connect(&session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (!isHidden() && (changes.everything || changes.touches(order()) || !changes.products.empty()))
            read();
    });
}

QWidget *NoticePanel::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_title->setObjectName(QStringLiteral("noticeTitle"));
    QPushButton *leave = closeButton(tr("Close the notice"));
    connect(leave, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    row->addWidget(m_title, 1);
    row->addWidget(leave);
    return head;
}

QWidget *NoticePanel::makeActions()
{
    auto *actions = new QWidget;
    auto *grid = new QGridLayout(actions);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    m_mail = pushButton(tr("Open in mail program"), QStringLiteral("notices"));
    m_mail->setObjectName(QStringLiteral("openMail"));
    m_mail->setToolTip(tr("F7: as a draft, which you send"));
    QPushButton *told = pushButton(tr("Mark as told"), QStringLiteral("check"));
    told->setObjectName(QStringLiteral("markTold"));
    told->setToolTip(tr("F9"));
    QPushButton *withdraw = pushButton(tr("Withdraw"), QStringLiteral("close"));
    withdraw->setObjectName(QStringLiteral("withdrawNotice"));
    withdraw->setToolTip(tr("Not to be told (Ctrl+Del)"));
    grid->addWidget(m_mail, 0, 0, 1, 2);
    grid->addWidget(told, 1, 0);
    grid->addWidget(withdraw, 1, 1);
    connect(m_mail, &QPushButton::clicked, this, &NoticePanel::openMail);
    connect(told, &QPushButton::clicked, this, [this] { Q_EMIT toldAsked(m_notice); });
    connect(withdraw, &QPushButton::clicked, this, [this] { Q_EMIT withdrawAsked(m_notice); });
    return actions;
}

QWidget *NoticePanel::makeAnswers()
{
    auto *answers = new QWidget;
    auto *row = new QHBoxLayout(answers);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QPushButton *agrees = pushButton(tr("Agrees to wait"), QStringLiteral("check"));
    agrees->setObjectName(QStringLiteral("acceptDelay"));
    QPushButton *refuses = pushButton(tr("Does not wait"), QStringLiteral("close"));
    refuses->setObjectName(QStringLiteral("refuseDelay"));
    row->addWidget(agrees);
    row->addWidget(refuses);
    connect(agrees, &QPushButton::clicked, this, [this] { Q_EMIT answered(m_notice, true); });
    connect(refuses, &QPushButton::clicked, this, [this] { Q_EMIT answered(m_notice, false); });
    return answers;
}

/// Labels that wrap ask for the height they would need at their least width; what the panel needs is less.
QSize NoticePanel::minimumSizeHint() const
{
    const QSize least = Card::minimumSizeHint();
    return {least.width(), layout()->totalMinimumHeightForWidth(std::max(least.width(), minimumWidth()))};
}

void NoticePanel::open(NoticeId notice)
{
    if (notice != std::exchange(m_notice, notice)) {
        m_isLoaded = false;
        m_message->clear();
    }
    Card::show();
    read();
}

void NoticePanel::read()
{
    if (!m_notice.isValid())
        return;
    whenDone(jobs::writeNotice(m_session, m_notice), this, [this, notice = m_notice](const Result<WrittenNotice> &written) {
        if (notice != m_notice)
            return;
        if (written)
            show(*written);
        else
            m_message->say(MessageBar::Kind::Problem, written.error().message);
        m_isLoaded = true;
        Q_EMIT loaded();
    });
}

void NoticePanel::show(const WrittenNotice &written)
{
    m_written = written;
    const StoredNotice &notice = written.notice;
    m_title->setText(noticeKindText(notice.kind));
    showName(m_order, tr("Order %1 of %2").arg(QString::number(notice.order.value), notice.customerName));
    m_facts->setText(factsOf(notice));
    m_subject->setText(written.words.subject);
    m_subject->setVisible(!written.words.subject.isEmpty());
    if (m_body->toPlainText() != written.words.body)
        m_body->setPlainText(written.words.body);
    m_actions->setVisible(notice.state == NoticeState::Open);
    m_answers->setVisible(notice.kind == NoticeKind::DelayConsent && !notice.accepted && notice.state != NoticeState::Withdrawn);
}

void NoticePanel::openMail()
{
    if (isHidden() || !m_isLoaded || m_actions->isHidden())
        return;
    const StoredNotice &notice = m_written.notice;
    if (notice.email.isEmpty())
        return m_message->say(MessageBar::Kind::Problem,
                              tr("%1 has no e-mail address: enter it with the customer, or call.").arg(notice.customerName));
    const MailMessage message{{}, {}, notice.customerName, notice.email, m_written.words.subject, m_written.words.body};
    if (!QDesktopServices::openUrl(toMailto(message)))
        return m_message->say(MessageBar::Kind::Problem, tr("No mail program could be opened: save the notice as an e-mail file instead."));
    m_message->clear();
    Q_EMIT said(tr("The notice is open in your mail program. Mark it as told when you have sent it (F9)."));
}

} // namespace waitline
