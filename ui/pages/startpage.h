#pragma once

#include <QFuture>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace waitline {

class MessageBar;

/// What the window shows while no database is open: New, Open, and a sample business to try.
class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    /// Why a database could not be opened, in one sentence.
    void sayProblem(const QString &sentence);
    /// While something is being opened or made; `share` of 1000, or -1 where nobody knows how far it is.
    void setBusy(const QString &sentence, int share = -1);
    /// What it is busy with can be cancelled, until it is idle again.
    void offerCancel(const QFuture<void> &job);
    void setIdle();

Q_SIGNALS:
    void newAsked();
    void openAsked();
    void serverAsked();
    void sampleAsked();

private:
    QPushButton *makeChoice(const QString &name, const QString &iconName, const QString &explanation);

    MessageBar *m_message;
    QWidget *m_choices;
    QPushButton *m_sample;
    QWidget *m_busy;
    QLabel *m_busySentence;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QFuture<void> m_job;
};

} // namespace waitline
