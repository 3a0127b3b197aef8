#include "ui/widgets/parcelbar.h"

#include "ui/style/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace waitline {

ParcelBar::ParcelBar(QWidget *parent) : QFrame(parent), m_which(label({}))
{
    setObjectName(QStringLiteral("parcelBar"));
    m_which->setObjectName(QStringLiteral("parcelOf"));
    m_which->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_which);
    auto *row = new FlowLayout;
    column->addLayout(row);
    m_carrier = addField(row, tr("Carrier"), QStringLiteral("parcelCarrier"));
    m_tracking = addField(row, tr("Tracking"), QStringLiteral("parcelTracking"));
    QPushButton *keeping = pushButton(tr("Keep it"), QStringLiteral("check"));
    keeping->setObjectName(QStringLiteral("keepParcel"));
    QPushButton *later = quietButton(tr("Later"), {});
    for (QPushButton *button : {keeping, later}) {
        row->addWidget(button);
        row->setAlignment(button, Qt::AlignBottom);
    }
    connect(m_carrier, &QLineEdit::returnPressed, m_tracking, [this] { m_tracking->setFocus(); });
    connect(m_tracking, &QLineEdit::returnPressed, this, &ParcelBar::keep);
    connect(keeping, &QPushButton::clicked, this, &ParcelBar::keep);
    connect(later, &QPushButton::clicked, this, &ParcelBar::leave);
    hide();
}

QLineEdit *ParcelBar::addField(QLayout *row, const QString &name, const QString &objectName)
{
    constexpr int width = 170;
    auto *field = new QLineEdit;
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setMinimumWidth(width);
    auto *whole = new QWidget;
    captioned(whole, name, field)->addWidget(field);
    row->addWidget(whole);
    return field;
}

void ParcelBar::ask(const std::vector<StoredShipment> &shipments)
{
    m_shipments = shipments;
    m_current = 0;
    show();
}

void ParcelBar::show()
{
    if (m_current >= m_shipments.size())
        return leave();
    const StoredShipment &shipment = m_shipments[m_current];
    const QString which = tr("Shipment %1, order %2 for %3").arg(shipment.id.value).arg(shipment.order.value).arg(shipment.customer);
    m_which->setText(m_shipments.size() == 1 ? which : tr("%1 (%2 of %3)").arg(which).arg(m_current + 1).arg(m_shipments.size()));
    m_carrier->setText(shipment.parcel.carrier);
    m_tracking->setText(shipment.parcel.tracking);
    QFrame::show();
    m_tracking->setFocus();
    m_tracking->selectAll();
}

void ParcelBar::keep()
{
    const StoredShipment before = m_shipments[m_current];
    const Parcel parcel{m_carrier->text().trimmed(), m_tracking->text().trimmed()};
    ++m_current;
    if (parcel != before.parcel)
        Q_EMIT given(before, parcel);
    show();
}

void ParcelBar::leave()
{
    m_shipments.clear();
    hide();
    Q_EMIT finished();
}

void ParcelBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    QFrame::keyPressEvent(event);
}

void ParcelBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().soft(Theme::current().accent));
    painter.drawRoundedRect(rect(), 6, 6);
}

} // namespace waitline
