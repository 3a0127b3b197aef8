#include "ui/widgets/bookingalerts.h"

#include "models/services/planservice.h"
#include "models/tables/celltext.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/linkrow.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace waitline {

BookingAlerts::BookingAlerts(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout), m_more(quietButton({}, {}))
{
    setObjectName(QStringLiteral("bookingAlerts"));
    m_more->setObjectName(QStringLiteral("moreAlerts"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(m_rows, 1);
    row->addWidget(m_more, 0, Qt::AlignTop);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        showRows();
    });
    hide();
}

void BookingAlerts::setAlerts(const std::vector<BookingAlert> &alerts)
{
    m_alerts = alerts;
    showRows();
}

void BookingAlerts::showRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const size_t shown = m_showsAll ? m_alerts.size() : std::min<size_t>(1, m_alerts.size());
    for (size_t at = 0; at < shown; ++at) {
        auto *row = new LinkRow(QStringLiteral("warning"), alertText(m_alerts[at]), {}, {});
        m_rows->addWidget(row);
        connect(row, &LinkRow::clicked, this, [this, product = m_alerts[at].product] { Q_EMIT productAsked(product); });
    }
    const QString rest = tr("%1 more").arg(numberText(qint64(m_alerts.size() - shown)));
    m_more->setText(m_showsAll ? tr("Fewer") : rest);
    m_more->setAccessibleName(m_showsAll ? tr("Fewer alerts") : tr("%1 alerts").arg(rest));
    m_more->setVisible(m_alerts.size() > 1);
    setVisible(!m_alerts.empty());
}

} // namespace waitline
