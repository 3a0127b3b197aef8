#pragma once

#include <QFrame>

class QKeySequence;
class QLabel;
class QPushButton;

namespace waitline {

/// What is done with goods that have come in, each by one key: ship the orders they cover, print what to pick, say that the
/// rest is not coming. Hidden until a receipt is posted.
class PostedBar final : public QFrame {
    Q_OBJECT

public:
    explicit PostedBar(QWidget *parent = nullptr);

    /// `missing`: a sentence on what has not come; empty where all has.
    void open(const QString &sentence, bool hasOrders, const QString &missing);
    void close();

Q_SIGNALS:
    void coveredAsked();
    void pickListAsked();
    void restAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPushButton *add(const QString &objectName, const QString &text, const QString &iconName, const QKeySequence &key,
                     void (PostedBar::*asked)());

    QLabel *m_sentence;
    QLabel *m_missing;
    QPushButton *m_covered;
    QPushButton *m_pick;
    QPushButton *m_rest;
};

} // namespace waitline
