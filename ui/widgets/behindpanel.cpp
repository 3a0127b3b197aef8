#include "ui/widgets/behindpanel.h"

#include "models/charts/behindsheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int customerColumn = 3;

} // namespace

BehindPanel::BehindPanel(QWidget *parent)
    : Card(parent)
    , m_model(new ChartTable(this))
    , m_table(new DataTable(QStringLiteral("ordersBehind"), tr("Orders behind the figure")))
    , m_title(label({}, TextSize::Section))
    , m_sum(mutedLabel({}))
    , m_waiting(pushButton(tr("Show in waiting orders"), QStringLiteral("waiting")))
{
    QPushButton *back = pushButton(tr("Back to the chart"), QStringLiteral("undo"));
    back->setObjectName(QStringLiteral("behindBack"));
    back->setToolTip(tr("Esc or Backspace"));
    m_waiting->setObjectName(QStringLiteral("behindWaiting"));
    m_title->setObjectName(QStringLiteral("behindTitle"));
    m_title->setWordWrap(true);
    m_sum->setObjectName(QStringLiteral("behindSum"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(back);
    buttons->addStretch();
    buttons->addWidget(m_waiting);
    body()->setSpacing(8);
    body()->addLayout(buttons);
    body()->addWidget(m_title);
    body()->addWidget(m_sum);
    body()->addWidget(m_table, 1);
    m_model->setSheet(behindSheet({}));
    m_table->setModel(m_model);
    m_table->setEmptyState(tr("No order of this database stands behind this figure: it is sales from before, or nothing."));
    m_table->restoreColumns({8, 12, 12, 20, 7, 10}, customerColumn);
    setFocusProxy(m_table);
    connect(back, &QPushButton::clicked, this, &BehindPanel::backAsked);
    connect(m_waiting, &QPushButton::clicked, this, [this] { Q_EMIT waitingAsked(m_orders.question); });
    connect(m_table, &DataTable::opened, this, [this](const QModelIndex &index) {
        const BehindRow &row = m_orders.rows[size_t(index.row())];
        const std::vector<ProductId> &products = m_orders.question.scope.products;
        if (row.order.isValid())
            Q_EMIT orderOpened(row.order.value);
        else if (!products.empty())
            Q_EMIT productOpened(products.front().value, row.sku);
    });
}

void BehindPanel::setOrders(const OrdersBehind &orders)
{
    m_orders = orders;
    const ChartSheet sheet = behindSheet(orders);
    m_title->setText(sheet.title);
    m_sum->setText(sheet.filter);
    m_model->setSheet(sheet);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (column != customerColumn) // numbers and days are not cut: the customers give them room
            m_table->widenToText(column);
    }
    m_waiting->setVisible(orders.question.lines == BehindQuestion::Lines::Waiting);
    if (!orders.rows.empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
}

void BehindPanel::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Back ||
                        (event->key() == Qt::Key_Left && event->modifiers() == Qt::AltModifier);
    if (isBack)
        Q_EMIT backAsked();
    else
        Card::keyPressEvent(event);
}

} // namespace waitline
