#pragma once

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace waitline {

/// Where a window says what happened: over the free part of its top bar, so that the page below stays where it is, under the
/// pointer too. It ends where `last`, the button that is needed all the time, begins; what stands before it is covered only
/// where there is no room beside. More than the bar is high hangs over the page.
class MessageLayer final : public QWidget {
    Q_OBJECT

public:
    MessageLayer(QWidget *topBar, const QList<QWidget *> &first, QWidget *last, QWidget *parent);
    /// From the top down; they show and hide themselves.
    void add(const QList<QWidget *> &bars);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_topBar;
    QList<QWidget *> m_first;
    QWidget *m_last;
    QVBoxLayout *m_column;
};

} // namespace waitline
