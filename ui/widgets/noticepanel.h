#pragma once

#include "models/services/noticeservice.h"
#include "models/services/session.h"
#include "ui/widgets/card.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace waitline {

class MessageBar;

/// One notice at the side of the list, in the words its customer reads, and what can be done with it.
class NoticePanel final : public Card {
    Q_OBJECT

public:
    explicit NoticePanel(Session &session, QWidget *parent = nullptr);

    void open(NoticeId notice);
    /// Whether the notice asked for is shown.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] NoticeId notice() const { return m_notice; }
    /// Whether the customer who is shown is still to answer.
    [[nodiscard]] bool isAnswerAwaited() const { return m_written.notice.kind == NoticeKind::DelayConsent && !m_written.notice.accepted; }
    [[nodiscard]] OrderId order() const { return m_written.notice.order; }
    /// The order's or the words' changes.
    void read();
    /// The message in the user's mail program, for one to look at and to send.
    void openMail();
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void loaded();
    void closed();
    void said(const QString &sentence);
    void toldAsked(waitline::NoticeId notice);
    void withdrawAsked(waitline::NoticeId notice);
    void answered(waitline::NoticeId notice, bool isAccepted);
    void orderAsked(waitline::OrderId order);

private:
    QWidget *makeHead();
    QWidget *makeActions();
    QWidget *makeAnswers();
    void show(const WrittenNotice &written);
    using Card::show;

    Session &m_session;
    NoticeId m_notice;
    WrittenNotice m_written;
    bool m_isLoaded = false;
    QLabel *m_title;
    MessageBar *m_message;
    QPushButton *m_order;
    QLabel *m_facts;
    QLabel *m_subject;
    QPlainTextEdit *m_body;
    QWidget *m_actions;
    QPushButton *m_mail = nullptr;
    QWidget *m_answers;
};

} // namespace waitline
