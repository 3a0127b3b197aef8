#pragma once

#include <QFrame>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace waitline {

/// One sentence above the content of a page or form: what happened or what is wrong, with at most one button.
/// Hidden while it has nothing to say; never takes the focus. What was done goes away after ten seconds; what is wrong, and
/// what has a button, stays.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    enum class Kind { Done, Notice, Problem };

    explicit MessageBar(QWidget *parent = nullptr);
    void say(Kind kind, const QString &sentence, const QString &buttonText = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void buttonPressed();
    /// Somebody has read it and closed it.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showIcon();
    void placeButton();

    Kind m_kind = Kind::Notice;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QBoxLayout *m_words; ///< the sentence and its button, below it where there is no room beside
    QPushButton *m_close;
    QTimer m_away; ///< of what is only told
};

} // namespace waitline
