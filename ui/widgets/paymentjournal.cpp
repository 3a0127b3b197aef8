#include "ui/widgets/paymentjournal.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "models/tables/paymentmodel.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reasonbar.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QShortcut>

namespace waitline {

namespace {

BadgeLook lookOfEntry(const QModelIndex &cell)
{
    switch (PaymentLook(cell.data(StatusRole).toInt())) {
    case PaymentLook::In: return {QStringLiteral("money"), &Theme::positive};
    case PaymentLook::Out: return {QStringLiteral("undo"), &Theme::warning};
    case PaymentLook::CounterEntry:
    case PaymentLook::TakenBack: return {QStringLiteral("close"), &Theme::muted};
    }
    Q_UNREACHABLE();
}

} // namespace

PaymentJournal::PaymentJournal(Session &session, Scope scope, const QString &tableName, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new PaymentModel(session, this))
    , m_table(new DataTable(tableName, tr("Payment journal")))
    , m_reason(new ReasonBar)
    , m_sum(mutedLabel({}))
    , m_takeBack(quietButton(tr("Take the entry back…"), QStringLiteral("undo")))
{
    makeTable(scope);
    m_sum->setObjectName(tableName + QStringLiteral("Sum"));
    m_takeBack->setObjectName(QStringLiteral("reverseEntry"));
    m_takeBack->setToolTip(tr("By a counter-entry (Del)"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 0, 0, 0);
    foot->addWidget(m_sum);
    foot->addStretch();
    foot->addWidget(m_takeBack);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_reason);
    column->addWidget(m_table, 1);
    column->addLayout(foot);
    setFocusProxy(m_table);
    connect(m_takeBack, &QPushButton::clicked, this, &PaymentJournal::askReason);
    connect(new QShortcut(QKeySequence(Qt::Key_Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
            &PaymentJournal::askReason);
    connect(m_reason, &ReasonBar::given, this, &PaymentJournal::takeBack);
    connect(m_table, &DataTable::opened, this,
            [this](const QModelIndex &row) { Q_EMIT orderAsked(OrderId{row.data(OrderIdRole).toLongLong()}); });
    connect(m_model, &WindowedModel::loadingChanged, m_table, &DataTable::setLoading);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT complained(error.message); });
    connect(m_model, &WindowedModel::loaded, this, &PaymentJournal::showSum);
}

void PaymentJournal::makeTable(Scope scope)
{
    using Column = PaymentModel::Column;
    m_table->setModel(m_model);
    m_table->setLoading(true); // until it is known, it does not say that there is nothing
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(Column::Kind, new BadgeDelegate(&lookOfEntry, this));
    m_table->setInitiallyHidden({Column::Number, Column::Actor, Column::Reason});
    const bool isOfOne = scope == Scope::OneOrder;
    if (isOfOne)
        m_table->setInitiallyHidden({Column::Order, Column::Customer});
    m_table->setGivingWay({Column::Actor, Column::Method, isOfOne ? Column::Kind : Column::Reference});
    m_table->restoreColumns({6, 20, 7, 14, 17, 10, 8, 10, 10, 14}, isOfOne ? Column::Reference : Column::Customer);
    QList<int> widths(m_model->columnCount(), -1);
    widths[Column::Kind] = widestBadge(fontMetrics(), paymentKindTexts());
    m_table->widen(widths);
    m_table->setEmptyState(tr("No money has moved here. Payments and refunds stand here, the latest first."));
}

void PaymentJournal::showSum()
{
    const PaymentSum sum = m_model->sum();
    const Currency &currency = m_session.currency();
    m_sum->setText(tr("%1 · received %2 · given back %3")
                       .arg(countText(sum.entries, tr("1 entry"), tr("%1 entries")), moneyWithCode(sum.in, currency),
                            moneyWithCode(sum.refunded, currency)));
}

void PaymentJournal::askReason()
{
    const QModelIndex row = m_table->currentIndex();
    const QModelIndex cell = row.siblingAtColumn(PaymentModel::Amount);
    m_asked = PaymentId{row.data(IdRole).toLongLong()};
    if (!m_asked.isValid())
        return Q_EMIT complained(tr("No entry is chosen to be taken back: choose one in the journal."));
    m_reason->ask(tr("Take entry %1 of %2 back?").arg(QString::number(m_asked.value), cell.data().toString()), tr("Take back"));
}

void PaymentJournal::takeBack(const QString &reason)
{
    whenDone(jobs::reversePayment(m_session, m_asked, reason), this, [this, entry = m_asked](const Result<OrderView> &order) {
        m_reason->hide();
        m_table->setFocus();
        if (!order)
            return Q_EMIT complained(order.error().message);
        Q_EMIT reversed(*order);
        Q_EMIT said(tr("Entry %1 is taken back by a counter-entry.").arg(entry.value));
    });
}

} // namespace waitline
