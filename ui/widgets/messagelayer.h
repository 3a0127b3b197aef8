#pragma once

#include <QList>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace waitline {

/// Where a window says what happened: over the free part of its top bar, so that the page below stays where it is, under the
/// pointer too. It ends where `last`, the button that is needed all the time, begins; what stands before it is covered only
/// where there is no room beside. What is higher than the bar's room moves the page down meanwhile, so that it covers nothing
/// there. An Esc that nothing else has taken closes it.
class MessageLayer final : public QWidget {
    Q_OBJECT

public:
    MessageLayer(QWidget *topBar, const QList<QWidget *> &first, QWidget *last, QWidget *parent);
    /// From the top down; they show and hide themselves, and have a `clear()`.
    template <typename Bar>
    void add(Bar *bar)
    {
        addBar(bar);
        m_clear.push_back([bar] { bar->clear(); });
    }

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addBar(QWidget *bar);
    void place();
    void clear();
    [[nodiscard]] int heightFor(int width) const;

    QWidget *m_topBar;
    QList<QWidget *> m_first;
    QWidget *m_last;
    QVBoxLayout *m_column;
    std::vector<std::function<void()>> m_clear;
    bool m_isOverAll = false; ///< and stays so until nothing is said any more
};

} // namespace waitline
