#include "ui/widgets/shipmentsview.h"

#include "models/tables/readymodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filteredit.h"
#include "ui/widgets/flowlayout.h"

#include <QVBoxLayout>

namespace waitline {

namespace {
constexpr int leastFilter = 240;
} // namespace

ShipmentsView::ShipmentsView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_model(new ShipmentModel(session, this))
    , m_text(new FilterEdit(tr("Filter the shipments"), tr("Number, customer, tracking…  Ctrl+F")))
    , m_table(new DataTable(QStringLiteral("shipmentsTable"), tr("Shipments")))
    , m_void(pushButton(tr("Void…"), QStringLiteral("undo")))
    , m_return(pushButton(tr("Return…"), QStringLiteral("receive")))
    , m_parcel(pushButton(tr("Tracking…"), QStringLiteral("truck")))
    , m_print(pushButton(tr("Packing slips…"), QStringLiteral("file")))
{
    auto *card = new Card;
    card->body()->setContentsMargins(1, 1, 1, 1);
    makeTable();
    card->body()->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeFilter());
    column->addWidget(card, 1);
    // From the list to what is done with its rows: the list is not the page's end.
    QWidget *before = m_text;
    for (QWidget *next : std::initializer_list<QWidget *>{m_table, m_void, m_return, m_parcel, m_print}) {
        setTabOrder(before, next);
        before = next;
    }
    updateButtons();
}

QWidget *ShipmentsView::makeFilter()
{
    m_text->setObjectName(QStringLiteral("shipmentFilter"));
    m_text->setMinimumWidth(leastFilter);
    m_void->setObjectName(QStringLiteral("voidShipment"));
    m_void->setToolTip(tr("Take it back on the day it left (Del)"));
    m_return->setObjectName(QStringLiteral("returnShipment"));
    m_return->setToolTip(tr("The customer sends something of it back"));
    m_parcel->setObjectName(QStringLiteral("parcels"));
    m_parcel->setToolTip(tr("Say or correct how the selected shipments travel, one after the other (F2)"));
    m_print->setObjectName(QStringLiteral("printSlips"));
    m_print->setToolTip(tr("For the selected shipments (Ctrl+P)"));
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->addWidget(m_text);
    row->addWidget(m_void);
    row->addWidget(m_return);
    row->addWidget(m_parcel);
    row->addWidget(m_print);
    connect(m_text, &FilterEdit::filterChanged, m_model, &ShipmentModel::setFilter);
    connect(m_text, &FilterEdit::downPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_void, &QPushButton::clicked, this, [this] { Q_EMIT voidAsked(chosen().front()); });
    connect(m_return, &QPushButton::clicked, this, [this] { Q_EMIT returnAsked(chosen().front()); });
    connect(m_parcel, &QPushButton::clicked, this, &ShipmentsView::parcelsAsked);
    connect(m_print, &QPushButton::clicked, this, &ShipmentsView::printAsked);
    for (const auto &[key, button] : {std::pair(Qt::Key_Delete, m_void), std::pair(Qt::Key_F2, m_parcel)}) {
        auto *pressing = new QAction(this);
        pressing->setShortcut(key);
        pressing->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(pressing);
        connect(pressing, &QAction::triggered, button, &QPushButton::click);
    }
    return bar;
}

void ShipmentsView::makeTable()
{
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(
        ShipmentModel::State,
        new BadgeDelegate([](const QModelIndex &cell) { return standingOrVoid(cell, QStringLiteral("truck")); }, this));
    m_table->setGivingWay(
        {ShipmentModel::Carrier, ShipmentModel::Units_, ShipmentModel::Tracking, ShipmentModel::Shipped, ShipmentModel::State});
    m_table->restoreColumns({6, 16, 6, 16, 4, 10, 18, 13}, ShipmentModel::Customer, DataTable::Arrows::No);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ShipmentsView::updateButtons);
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &row) {
        if (const QVariant order = row.data(OrderIdRole); order.isValid())
            Q_EMIT orderAsked({order.toLongLong()});
    });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, [this] {
        if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
            m_table->selectRow(0);
        sayWhyEmpty();
        updateButtons();
        Q_EMIT loaded();
    });
}

void ShipmentsView::sayWhyEmpty()
{
    if (m_model->filter().isEmpty())
        m_table->setEmptyState(tr("Nothing has shipped yet. Shipments stand here as soon as orders leave."));
    else
        m_table->setEmptyState(tr("No shipment is meant by this filter."), tr("Show all shipments"), [this] {
            m_text->setFilter({});
            m_table->setFocus();
        });
}

std::vector<ShipmentId> ShipmentsView::chosen() const
{
    std::vector<ShipmentId> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        if (const QVariant id = index.data(IdRole); id.isValid())
            ids.push_back({id.toLongLong()});
    }
    return ids;
}

void ShipmentsView::updateButtons()
{
    const size_t count = chosen().size();
    m_void->setEnabled(count == 1);
    m_return->setEnabled(count == 1);
    m_parcel->setEnabled(count > 0);
    m_print->setEnabled(count > 0);
}

void ShipmentsView::setLive(bool live)
{
    m_model->setLive(live);
    if (live)
        m_table->setFocus();
}

void ShipmentsView::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace waitline
