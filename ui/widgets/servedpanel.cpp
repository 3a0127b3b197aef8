#include "ui/widgets/servedpanel.h"

#include "models/services/receivingjobs.h"
#include "models/tables/celltext.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/twolinedelegate.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QVBoxLayout>

#include <set>

namespace waitline {

namespace {

BadgeLook remainingLook(const QModelIndex &cell)
{
    if (ServedStatus(cell.data(StatusRole).toInt()) == ServedStatus::Completed)
        return {QStringLiteral("check"), &Theme::positive, ServedPanel::tr("Complete")};
    const bool isNothing = ServedStatus(cell.data(StatusRole).toInt()) == ServedStatus::GetsNothing;
    const QString rest =
        cell.data(NumberRole).toLongLong() == 1 ? ServedPanel::tr("1 waits on") : ServedPanel::tr("%1 wait on").arg(cell.data().toString());
    return {QStringLiteral("clock"), isNothing ? &Theme::muted : &Theme::warning, rest};
}

QString whyPassed(AllocationPolicy policy)
{
    switch (policy) {
    case AllocationPolicy::PaidFirst: return ServedPanel::tr("its deposit is not paid");
    case AllocationPolicy::FairShare: return ServedPanel::tr("its share is less than a unit");
    case AllocationPolicy::WholeLines:
    case AllocationPolicy::FirstCome:
    case AllocationPolicy::OneEach: break;
    }
    return ServedPanel::tr("not enough was left for all of it");
}

/// Who is passed over, the first of them by name; the table names all, and those behind.
QString passedSentence(const jobs::NamedOutcome &outcome)
{
    constexpr qint64 mostNamed = 3;
    QStringList lines;
    qint64 passedOver = 0;
    for (const ReceiptOutcome::Unserved &line : outcome.outcome.unserved) {
        if (line.why == ReceiptOutcome::Unserved::Why::NothingLeft || ++passedOver > mostNamed)
            continue;
        const auto customer = outcome.customers.find(line.units.order);
        lines += ServedPanel::tr("%1 waits for %2 %3, %4")
                     .arg(customer == outcome.customers.end() ? QString() : customer->second, numberText(line.units.remaining), line.sku,
                          whyPassed(line.policy));
    }
    if (passedOver > mostNamed)
        lines += ServedPanel::tr("%1 more, in the list above").arg(numberText(passedOver - mostNamed));
    QStringList sentences;
    if (!lines.isEmpty())
        sentences += ServedPanel::tr("Passed over: %1.").arg(lines.join(QStringLiteral("; ")));
    if (const qint64 more = outcome.outcome.moreUnserved; more > 0)
        sentences += more == 1 ? ServedPanel::tr("1 more line behind these gets nothing.")
                               : ServedPanel::tr("%1 more lines behind these get nothing.").arg(numberText(more));
    return sentences.join(u' ');
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
    , m_why(label({}))
    , m_free(mutedLabel({}))
    , m_passed(mutedLabel({}))
    , m_difference(label({}))
{
    m_title->setObjectName(QStringLiteral("servedTitle"));
    m_summary->setObjectName(QStringLiteral("servedSummary"));
    m_summary->setWordWrap(true);
    m_why->setObjectName(QStringLiteral("servedWhy"));
    m_why->setWordWrap(true);
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
    m_table->setItemDelegateForColumn(ServedModel::Customer, new TwoLineDelegate(ServedModel::OrderAndPlace, m_table));
    m_table->setGivingWay({ServedModel::Why});
    m_table->restoreColumns({7, 3, 8, 4, 4, 8, 6, 30, 12}, ServedModel::Customer, DataTable::Arrows::No);
    m_table->setColumnHidden(ServedModel::Usual, true); // until another policy is chosen
    for (int column : {ServedModel::Place, ServedModel::Order, ServedModel::OrderAndPlace})
        m_table->setColumnHidden(column, true); // they stand under the customer
    setFocusProxy(m_table);
    body()->addWidget(m_title);
    body()->addWidget(m_summary);
    body()->addWidget(m_difference);
    body()->addSpacing(4);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_why);
    body()->addWidget(m_passed);
    body()->addWidget(m_free);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ServedPanel::showWhy);
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
    const qint64 served = std::ssize(orders);
    const QString whom = served == 1 ? tr("1 waiting order") : tr("%1 waiting orders").arg(numberText(served));
    const bool hasOld = given > come;
    const QString text = hasOld
                             ? tr("%1 came: with what was free, %2 go to %3.").arg(unitsText(come), numberText(given), whom)
                             : tr("%1: %2 go to %3, %4 stay free.").arg(unitsText(come), numberText(given), whom, numberText(come - given));
    if (damaged == 0)
        return text;
    return text + u' ' +
           (damaged == 1 ? tr("1 damaged unit does not come into stock.")
                         : tr("%1 damaged units do not come into stock.").arg(numberText(damaged)));
}

void ServedPanel::setOutcome(const QString &title, const jobs::NamedOutcome &outcome, const std::optional<jobs::NamedOutcome> &asUsual,
                             const QString &difference)
{
    m_title->setText(title);
    OrderCustomers customers = outcome.customers;
    if (asUsual)
        customers.insert(asUsual->customers.begin(), asUsual->customers.end());
    m_served->setOutcome(outcome.outcome, std::move(customers), asUsual ? &asUsual->outcome : nullptr);
    m_table->setColumnHidden(ServedModel::Usual, !asUsual);
    fitColumns();
    m_summary->setText(summary(outcome.outcome));
    m_summary->setVisible(!outcome.outcome.receipt.isValid()); // once it is posted, the page says it
    m_free->setText(freeSentence(outcome.outcome));
    m_free->setVisible(!m_free->text().isEmpty());
    m_passed->setText(passedSentence(outcome));
    m_passed->setVisible(!m_passed->text().isEmpty());
    m_difference->setText(difference);
    m_difference->setVisible(!difference.isEmpty());
    m_table->setEmptyState(tr("Nobody waits for these products: all units stay free."));
    showWhy();
}

/// Orders and places stand whole under their customers where there is room, and what is left to wait for in its badge.
void ServedPanel::fitColumns()
{
    constexpr int leastForCustomers = 64;
    QStringList badges;
    for (int row = 0; row < m_served->rowCount(); ++row)
        badges += remainingLook(m_served->index(row, ServedModel::Remaining)).word;
    QList<int> widths(ServedModel::columns, -1);
    widths[ServedModel::Product] = widestText(*m_table, ServedModel::Product);
    widths[ServedModel::Remaining] = widestBadge(m_table->fontMetrics(), badges);
    m_table->widen(widths);
    int taken = 2 * RowDelegate::padding;
    for (int column = 0; column < ServedModel::columns; ++column)
        taken += column == ServedModel::Customer || column == ServedModel::Why || m_table->isColumnHidden(column)
                     ? 0
                     : m_table->columnWidth(column);
    QFont small = m_table->font();
    small.setPixelSize(int(TextSize::Caption));
    const QFontMetrics metrics(small);
    int places = 0;
    for (int row = 0; row < m_served->rowCount(); ++row)
        places = qMax(places, metrics.horizontalAdvance(m_served->index(row, ServedModel::OrderAndPlace).data().toString()) + 1);
    widths.fill(-1);
    widths[ServedModel::Customer] = qMax(leastForCustomers, qMin(places, m_table->viewport()->width() - taken));
    m_table->widen(widths);
}

/// Of the line the keyboard is on, at first of the first one that goes without, unless those passed over are named.
void ServedPanel::showWhy()
{
    const auto textOf = [this](int row, int column) { return m_served->index(row, column).data().toString(); };
    int row = m_table->currentIndex().row();
    for (int other = 0; row < 0 && m_passed->text().isEmpty() && other < m_served->rowCount(); ++other)
        row = textOf(other, ServedModel::Why).isEmpty() ? -1 : other;
    const QString why = row < 0 ? QString() : textOf(row, ServedModel::Why);
    m_why->setText(tr("%1, order %2: %3.").arg(textOf(row, ServedModel::Customer), textOf(row, ServedModel::Order), why));
    m_why->setVisible(!why.isEmpty() && m_table->isColumnHidden(ServedModel::Why));
}

void ServedPanel::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    fitColumns();
    showWhy();
}

void ServedPanel::clear(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_served->setOutcome({}, {});
    m_summary->hide();
    m_free->hide();
    m_passed->hide();
    m_difference->hide();
    m_why->hide();
    m_table->setEmptyState(sentence);
}

} // namespace waitline
