#pragma once

#include <QFuture>
#include <QWidget>

class QHBoxLayout;

namespace waitline {

/// The long jobs that run, each with its name, progress and a button that cancels it. Empty, it takes no room.
class JobBar final : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(QWidget *parent = nullptr);
    void watch(const QString &name, const QFuture<void> &job);
    [[nodiscard]] int running() const { return m_running; }

Q_SIGNALS:
    void runningChanged(int running);

private:
    QHBoxLayout *m_row;
    int m_running = 0;
};

} // namespace waitline
