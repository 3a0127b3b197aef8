#include "ui/widgets/jobbar.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QProgressBar>

namespace waitline {

JobBar::JobBar(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(16);
}

void JobBar::watch(const QString &name, const QFuture<void> &job)
{
    auto *one = new QWidget;
    auto *row = new QHBoxLayout(one);
    row->setContentsMargins(0, 0, 0, 0);
    auto *bar = new QProgressBar;
    bar->setAccessibleName(name);
    bar->setFixedSize(140, 8);
    bar->setTextVisible(false);
    bar->setRange(0, job.progressMaximum() > 0 ? 1000 : 0); // busy where it tells no progress
    QPushButton *cancel = quietButton({}, QStringLiteral("close"));
    cancel->setAccessibleName(tr("Cancel: %1").arg(name));
    cancel->setToolTip(tr("Cancel"));
    cancel->setFixedSize(28, 24);
    row->addWidget(mutedLabel(name));
    row->addWidget(bar);
    row->addWidget(cancel);
    m_row->addWidget(one);

    auto *watcher = new QFutureWatcher<void>(one);
    connect(watcher, &QFutureWatcher<void>::progressValueChanged, bar, &QProgressBar::setValue);
    connect(cancel, &QPushButton::clicked, watcher, &QFutureWatcher<void>::cancel);
    connect(watcher, &QFutureWatcher<void>::finished, this, [this, one] {
        one->deleteLater();
        Q_EMIT runningChanged(--m_running);
    });
    Q_EMIT runningChanged(++m_running);
    watcher->setFuture(job);
}

} // namespace waitline
