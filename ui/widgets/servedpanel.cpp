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

QString whyPassed(const ReceiptOutcome::PassedOver &passed)
{
    switch (passed.policy) {
    case AllocationPolicy::WholeLines: return ServedPanel::tr("not enough was left for all of it");
    case AllocationPolicy::PaidFirst: return ServedPanel::tr("its deposit is not paid");
    case AllocationPolicy::FairShare: return ServedPanel::tr("its share is less than a unit");
    case AllocationPolicy::FirstCome:
    case AllocationPolicy::OneEach: break; // nobody ahead goes without
    }
    Q_UNREACHABLE();
}

QString passedSentence(const jobs::NamedOutcome &outcome)
{
    constexpr size_t mostNamed = 3;
    QStringList lines;
    const auto &passed = outcome.outcome.passedOver;
    for (size_t i = 0; i < std::min(passed.size(), mostNamed); ++i) {
        const auto customer = outcome.customers.find(passed[i].units.order);
        lines += ServedPanel::tr("%1 waits for %2 %3, %4")
                     .arg(customer == outcome.customers.end() ? QString() : customer->second, numberText(passed[i].units.units),
                          passed[i].sku, whyPassed(passed[i]));
    }
    if (passed.size() > mostNamed)
        lines += ServedPanel::tr("%1 more").arg(numberText(qint64(passed.size() - mostNamed)));
    return lines.isEmpty() ? QString() : ServedPanel::tr("Passed over: %1.").arg(lines.join(QStringLiteral("; ")));
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
    , m_passed(mutedLabel({}))
    , m_difference(label({}))
{
    m_title->setObjectName(QStringLiteral("servedTitle"));
    m_summary->setObjectName(QStringLiteral("servedSummary"));
    m_summary->setWordWrap(true);
    m_free->setObjectName(QStringLiteral("leftFree"));
    m_free->setWordWrap(true);
    m_passed->setObjectName(QStringLiteral("passedOver"));
    m_passed->setWordWrap(true);
    m_passed->hide();
    m_difference->setObjectName(QStringLiteral("policyDifference"));
    m_difference->setWordWrap(true);
    m_difference->hide();
    m_table->setModel(m_served);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(ServedModel::Remaining, new BadgeDelegate(&remainingLook, m_table));
    m_table->restoreColumns({7, 3, 6, 4, 4, 11}, ServedModel::Customer, DataTable::Arrows::No);
    setFocusProxy(m_table);
    body()->addWidget(m_title);
    body()->addWidget(m_summary);
    body()->addWidget(m_difference);
    body()->addSpacing(4);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_passed);
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
    m_passed->setText(passedSentence(outcome));
    m_passed->setVisible(!m_passed->text().isEmpty());
    m_table->setEmptyState(tr("Nobody waits for these products: all units stay free."));
}

void ServedPanel::clear(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_served->setOutcome({}, {});
    m_summary->hide();
    m_free->hide();
    m_passed->hide();
    m_difference->hide();
    m_table->setEmptyState(sentence);
}

void ServedPanel::setDifference(const QString &sentence)
{
    m_difference->setText(sentence);
    m_difference->setVisible(!sentence.isEmpty());
}

} // namespace waitline
