#include "ui/pages/latepart.h"

#include "models/services/noticejobs.h"
#include "models/tables/celltext.h"
#include "models/tables/waitingmodel.h"
#include "ui/dialogs/promisedialog.h"
#include "ui/pages/listexport.h"
#include "ui/pages/orderparts.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/orderpanel.h"
#include "ui/widgets/waitingfilterbar.h"

#include <QHeaderView>
#include <QLabel>

namespace waitline {

namespace {

WaitingFilter lateOnes()
{
    WaitingFilter filter;
    filter.lateOnly = true;
    return filter;
}

} // namespace

LatePart::LatePart(Session &session, Prompts &prompts)
    : ListPage(session, prompts, {QStringLiteral("late"), tr("Late promises"), QStringLiteral("calendar"), QStringLiteral("lateTable")})
    , m_model(new WaitingModel(session, this))
    , m_filter(new WaitingFilterBar(session))
    , m_order(new OrderPanel(session))
{
    makeTable();
    assemble(m_model, m_filter, m_order);
    connect(m_filter, &WaitingFilterBar::changed, this, [this] {
        m_model->setFilter(m_filter->filter());
        updateEmptyState();
    });
    connect(m_filter, &WaitingFilterBar::downPressed, this, &LatePart::toTable);
    connect(m_model, &WaitingModel::totalsChanged, this, &LatePart::updateTotals);
    m_filter->setFilter(lateOnes());
    exportByKey(this, prompts, tr("late lines"), [this] { return table(); });
    connect(m_order, &OrderPanel::closed, this, [this] { focusList(); });
    relay(m_order, this);
}

void LatePart::makeTable()
{
    using Column = WaitingModel::Column;
    table()->setModel(m_model);
    showWaitingBadges(table());
    table()->setInitiallyHidden({Column::Name, Column::Place, Column::UnitsAhead, Column::Placed, Column::Value, Column::Odds});
    table()->horizontalHeader()->setSortIndicator(Column::Promise, Qt::AscendingOrder);
    table()->setGivingWay({Column::CoveredBy, Column::Kind, Column::Slip, Column::Waiting, Column::Promise, Column::Order});
    table()->restoreColumns({5, 10, 20, 12, 6, 13, 6, 6, 19, 9, 11, 5, 20, 10, 26}, Column::Customer);
    QList<int> widths(m_model->columnCount(), -1);
    widths[Column::Slip] = table()->fontMetrics().horizontalAdvance(QStringLiteral("+9,999")); // days of many years
    table()->widen(widths);
    readOddsWhileShown(table(), m_model);
    table()->setSortingEnabled(true);
}

OrderId LatePart::shownOrder() const { return m_order->isHidden() ? OrderId{} : m_order->order(); }

void LatePart::focusFilter()
{
    showList();
    m_filter->focusText();
}

bool LatePart::isPanelLoaded() const { return m_order->isLoaded(); }

void LatePart::openRow(const QModelIndex &row)
{
    const OrderId order{row.data(OrderIdRole).toLongLong()};
    if (!order.isValid()) // still being fetched
        return;
    showPanel();
    m_order->open(order, m_model->lineAt(row.row()));
}

void LatePart::updateEmptyState()
{
    if (m_filter->filter() == lateOnes())
        table()->setEmptyState(tr("Nobody is promised too early. Lines stand here when they are expected later than promised."),
                               tr("Show all that waits"), [this] { m_filter->setFilter({}); });
    else
        table()->setEmptyState(tr("No waiting line is meant by this filter."), tr("Show the late ones"),
                               [this] { m_filter->setFilter(lateOnes()); });
}

void LatePart::updateTotals() { totals()->setText(waitingTotals(*m_model)); }

void LatePart::movePromises()
{
    std::vector<OrderLineId> lines;
    for (int row : table()->chosenRows()) {
        const OrderLineId line = m_model->lineAt(row);
        if (!line.isValid())
            return Q_EMIT complained(tr("Some of the chosen lines are still being read: press F6 again."));
        lines.push_back(line);
    }
    if (lines.empty())
        return Q_EMIT complained(tr("No line is chosen whose promise could be moved: choose one or more in the list."));
    QStringList whose;
    for (int row : table()->chosenRows())
        whose += whosePromise(row);
    auto *dialog = new PromiseDialog(session(), prompts(), std::move(lines), whose, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { focusList(); });
    connect(dialog, &PromiseDialog::moved, this, &LatePart::tellMoved);
    dialog->open();
}

/// "Order 12 of Acme: 5 of LAMP, promised 14 Oct, expected 20 Oct".
QString LatePart::whosePromise(int row) const
{
    const auto cell = [this, row](int column) { return m_model->index(row, column).data().toString(); };
    QStringList parts{tr("Order %1 of %2: %3 of %4 %5")
                          .arg(cell(WaitingModel::Order), cell(WaitingModel::Customer), cell(WaitingModel::Waiting),
                               cell(WaitingModel::Product), cell(WaitingModel::Name))};
    if (const QString promise = cell(WaitingModel::Promise); !promise.isEmpty())
        parts += tr("promised %1").arg(promise);
    if (const QString eta = cell(WaitingModel::Eta); !eta.isEmpty())
        parts += tr("expected: %1").arg(eta);
    return parts.join(QStringLiteral(", "));
}

void LatePart::tellMoved(const PromiseOutcome &outcome)
{
    Q_EMIT noticesPrepared();
    QStringList sentences{outcome.moved.size() == 1 ? tr("1 promise is moved.") : tr("%1 promises are moved.").arg(outcome.moved.size())};
    if (!outcome.uncovered.empty())
        sentences += countText(qint64(outcome.uncovered.size()), tr("1 stays: no supply covers it, so it has no ETA."),
                               tr("%1 stay: no supply covers them, so they have no ETA."));
    if (outcome.unchanged > 0)
        sentences += tr("%1 had that day already.").arg(outcome.unchanged);
    if (outcome.notices > 0)
        sentences += countText(outcome.notices, tr("1 notice is prepared."), tr("%1 notices are prepared, one for each order."));
    Q_EMIT done(sentences.join(u' '),
                inverseBy([this, operation = outcome.operation] { return jobs::takeBackPromises(session(), operation); },
                          tr("The promises are again what they were; their notices are withdrawn.")));
}

} // namespace waitline
