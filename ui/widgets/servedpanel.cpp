#include "ui/widgets/servedpanel.h"

#include "models/services/receivingjobs.h"
#include "models/tables/celltext.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"

#include <QVBoxLayout>

#include <set>

namespace waitline {

namespace {

BadgeLook remainingLook(const QModelIndex &cell)
{
    if (ServedStatus(cell.data(StatusRole).toInt()) == ServedStatus::Completed)
        return {QStringLiteral("check"), &Theme::positive, ServedPanel::tr("Complete")};
    return {QStringLiteral("clock"), &Theme::warning, ServedPanel::tr("%1 wait on").arg(cell.data().toString())};
}

QString freeSentence(const ReceiptOutcome &outcome)
{
    QStringList products;
    for (const ReceiptOutcome::Free &free : outcome.leftFree)
        products += ServedPanel::tr("%1: %2").arg(free.sku, numberText(free.units));
    return products.isEmpty() ? QString() : ServedPanel::tr("Free to sell afterwards: %1").arg(products.join(QStringLiteral(", ")));
}

} // namespace

ServedPanel::ServedPanel(QWidget *parent)
    : Card(parent)
    , m_served(new ServedModel(this))
    , m_title(label({}, TextSize::Section))
    , m_summary(label({}))
    , m_table(new DataTable(QStringLiteral("served"), tr("Who gets what")))
    , m_free(mutedLabel({}))
{
    m_title->setObjectName(QStringLiteral("servedTitle"));
    m_summary->setObjectName(QStringLiteral("servedSummary"));
    m_summary->setWordWrap(true);
    m_free->setObjectName(QStringLiteral("leftFree"));
    m_free->setWordWrap(true);
    m_table->setModel(m_served);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ServedModel::Remaining, new BadgeDelegate(&remainingLook, m_table));
    m_table->restoreColumns({10, 4, 10, 6, 5, 13}, ServedModel::Customer);
    body()->addWidget(m_title);
    body()->addWidget(m_summary);
    body()->addSpacing(4);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_free);
    connect(m_table, &DataTable::opened, this,
            [this](const QModelIndex &row) { Q_EMIT orderOpened(OrderId{row.data(OrderIdRole).toLongLong()}); });
}

QString ServedPanel::summary(const ReceiptOutcome &outcome)
{
    Units come = 0;
    Units damaged = 0;
    for (const ReceiptOutcome::Line &line : outcome.lines) {
        come += line.accepted;
        damaged += line.damaged;
    }
    Units given = 0;
    std::set<OrderId> orders;
    for (const ReceiptOutcome::Served &served : outcome.served) {
        given += served.units.units;
        orders.insert(served.units.order);
    }
    QString text = given > come ? tr("%1 units come: with what was free, %2 go to %3 waiting orders.")
                                : tr("%1 units: %2 go to %3 waiting orders, %4 stay free.");
    text = text.arg(numberText(come), numberText(given), numberText(qint64(orders.size())));
    if (given <= come)
        text = text.arg(numberText(come - given));
    return damaged > 0 ? text + u' ' + tr("%1 damaged units do not come into stock.").arg(numberText(damaged)) : text;
}

void ServedPanel::setOutcome(const QString &title, const jobs::NamedOutcome &outcome)
{
    m_title->setText(title);
    m_served->setOutcome(outcome.outcome, outcome.customers);
    m_summary->setText(summary(outcome.outcome));
    m_summary->show();
    m_free->setText(freeSentence(outcome.outcome));
    m_free->setVisible(!m_free->text().isEmpty());
    m_table->setEmptyState(tr("Nobody waits for these products: all units stay free."));
}

void ServedPanel::clear(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_served->setOutcome({}, {});
    m_summary->hide();
    m_free->hide();
    m_table->setEmptyState(sentence);
}

} // namespace waitline
