#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace waitline {

/// Says what became of the last scan so that it can be read from a step away: icon, words, and the line's count large.
class Counter final : public QWidget {
    Q_OBJECT

public:
    enum class Outcome { Nothing, GoesOn, Counted, Complete, TooMany, NotOnPurchase, Unknown, Damaged, TakenBack, Refused };

    explicit Counter(QWidget *parent = nullptr);
    /// `count` is such as "7 of 12"; `what` names the product or the code.
    void say(Outcome outcome, const QString &count, const QString &what);
    [[nodiscard]] Outcome outcome() const { return m_outcome; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void colour();
    void placeCount();

    Outcome m_outcome = Outcome::Nothing;
    QLabel *m_icon;
    QLabel *m_count;
    QLabel *m_words;
    QLabel *m_what;
    QBoxLayout *m_both; ///< the words, and the count beside or below them
};

} // namespace waitline
