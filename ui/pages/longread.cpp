#include "ui/pages/longread.h"

#include "ui/pages/page.h"

namespace waitline {

LongRead::LongRead(Page *page, const QString &name)
{
    constexpr int momentMs = 500;
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMs);
    QObject::connect(&m_moment, &QTimer::timeout, page, [this, page, name] {
        if (!m_job.isFinished())
            Q_EMIT page->jobStarted(name, m_job);
    });
}

void LongRead::follow(const QFuture<void> &job)
{
    m_job = job;
    m_moment.start();
}

} // namespace waitline
