#pragma once

#include "tests/ui/support/bench.h"

#include <QPushButton>
#include <QScopeGuard>
#include <QThread>

#include <atomic>

namespace waitline::test {

/// Keeps what reports read waiting, until it is let go.
class HeldReports final {
public:
    explicit HeldReports(Session &session)
        : m_before(session.report([isHeld = m_isHeld](Connection &) {
            while (*isHeld)
                QThread::msleep(5);
            return Result<Done>(Done{});
        }))
    {}
    ~HeldReports() { letGo(); }
    Q_DISABLE_COPY_MOVE(HeldReports)

    void letGo() { *m_isHeld = false; }

private:
    std::shared_ptr<std::atomic_bool> m_isHeld = std::make_shared<std::atomic_bool>(true);
    QFuture<Result<Done>> m_before;
};

/// The button of the job bar that cancels a job of this name; null while there is none.
[[nodiscard]] inline QPushButton *cancelButton(Bench &bench, const QString &job)
{
    for (QPushButton *button : bench.window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->accessibleName() == QStringLiteral("Cancel: ") + job)
            return button;
    }
    return nullptr;
}

} // namespace waitline::test
