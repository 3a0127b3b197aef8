#include "ui/widgets/purchasechooser.h"

#include "models/domain/scantext.h"
#include "models/services/receivingjobs.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/fieldicons.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int filterMs = 120;
constexpr int touchRow = 48;
constexpr int filterWidth = 280;

} // namespace

PurchaseChooser::PurchaseChooser(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_model(new PurchaseModel(session, this))
    , m_filter(new QLineEdit)
    , m_table(new DataTable(QStringLiteral("openPurchases"), tr("Open purchases")))
    , m_counts(new QWidget)
    , m_countButtons(new QHBoxLayout(m_counts))
{
    layOut();
    makeTable();
    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(filterMs);
    connect(&m_filterSoon, &QTimer::timeout, this, &PurchaseChooser::filter);
    connect(m_filter, &QLineEdit::textChanged, this, [this] { m_filterSoon.start(); });
    connect(m_filter, &QLineEdit::returnPressed, this, &PurchaseChooser::enter);
    connect(m_model, &WindowedModel::failed, this, [this](const Error &error) { Q_EMIT problem(error.message); });
    connect(m_model, &WindowedModel::loaded, this, [this] {
        m_isLoaded = true;
        m_table->setLoading(false);
        sayWhyEmpty();
        if (std::exchange(m_takeWhenLoaded, false))
            chooseFirst();
        Q_EMIT loaded();
    });
}

void PurchaseChooser::layOut()
{
    QLabel *heading = label(tr("Which delivery has come?"), TextSize::Section);
    m_filter->setObjectName(QStringLiteral("purchaseFilter"));
    m_filter->setAccessibleName(tr("Filter purchases, or scan a purchase's number"));
    m_filter->setPlaceholderText(tr("Purchase number, supplier or reference – type or scan, then Enter"));
    addClearButton(*m_filter);
    m_filter->installEventFilter(this);
    QPushButton *blind = pushButton(tr("Without a purchase"), QStringLiteral("receive"));
    blind->setObjectName(QStringLiteral("blind"));
    QPushButton *fresh = pushButton(tr("New purchase…"), QStringLiteral("add"));
    fresh->setObjectName(QStringLiteral("newPurchase"));
    fresh->setToolTip(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N).toString(QKeySequence::NativeText));
    connect(blind, &QPushButton::clicked, this, &PurchaseChooser::blindAsked);
    QPushButton *labels = pushButton(tr("Labels…"), QStringLiteral("barcode"));
    labels->setObjectName(QStringLiteral("commandLabels"));
    labels->setToolTip(tr("Print the labels that stand for keys: DONE, UNDO and DAMAGED (Ctrl+P)"));
    QPushButton *receipts = pushButton(tr("Receipts…"), QStringLiteral("check"));
    receipts->setObjectName(QStringLiteral("receipts"));
    receipts->setToolTip(tr("What has been received: to look at, print or take back"));
    connect(receipts, &QPushButton::clicked, this, &PurchaseChooser::receiptsAsked);
    connect(fresh, &QPushButton::clicked, this, &PurchaseChooser::newAsked);
    connect(labels, &QPushButton::clicked, this, &PurchaseChooser::labelsAsked);
    m_countButtons->setContentsMargins(0, 0, 0, 0);
    m_countButtons->setSpacing(8);
    m_counts->hide();
    auto *row = new FlowLayout;
    m_filter->setMinimumWidth(filterWidth);
    row->addWidget(m_filter);
    row->addWidget(blind);
    row->addWidget(fresh);
    row->addWidget(receipts);
    row->addWidget(labels);
    body()->setSpacing(12);
    body()->addWidget(heading);
    body()->addLayout(row);
    body()->addWidget(m_counts);
    body()->addWidget(m_table, 1);
}

void PurchaseChooser::makeTable()
{
    m_table->setModel(m_model);
    m_table->setLoading(true);
    m_table->verticalHeader()->setDefaultSectionSize(touchRow);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(
        PurchaseModel::Late,
        new BadgeDelegate(
            [](const QModelIndex &cell) {
                const qint64 days = cell.data(NumberRole).toLongLong();
                return BadgeLook{QStringLiteral("clock"), &Theme::warning, days == 1 ? tr("1 day late") : tr("%1 days late").arg(days)};
            },
            m_table));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PurchaseModel::Expected, Qt::AscendingOrder);
    m_table->restoreColumns({8, 20, 14, 11, 5, 7, 15}, PurchaseModel::Supplier);
    // One click is enough: gloves do not double-click.
    connect(m_table, &QAbstractItemView::clicked, this, &PurchaseChooser::choose);
    connect(m_table, &DataTable::opened, this, &PurchaseChooser::choose);
}

void PurchaseChooser::sayWhyEmpty()
{
    if (m_model->filter().isEmpty())
        m_table->setEmptyState(tr("No purchase is open here. Purchases that are still to come stand in this list."), tr("New purchase…"),
                               [this] { Q_EMIT newAsked(); });
    else
        m_table->setEmptyState(tr("No open purchase is meant by this filter."), tr("Show all purchases"), [this] {
            m_filter->clear();
            filter();
            focusFilter();
        });
}

void PurchaseChooser::setActive(bool active)
{
    m_model->setLive(active);
    if (active)
        readCounts();
}

void PurchaseChooser::readCounts()
{
    whenDone(jobs::openCounts(m_session), this, [this](const Result<std::vector<ReceivingCountView>> &counts) {
        if (counts)
            showCounts(*counts);
        else
            Q_EMIT problem(counts.error().message);
    });
}

void PurchaseChooser::showCounts(const std::vector<ReceivingCountView> &counts)
{
    constexpr size_t mostButtons = 4;
    while (QLayoutItem *item = m_countButtons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_countButtons->addWidget(label(tr("Counted, not posted:")));
    for (size_t i = 0; i < std::min(counts.size(), mostButtons); ++i) {
        const ReceivingCountView &count = counts[i];
        const QString what = count.purchase ? purchaseName(count.purchase->id) : tr("Without a purchase, %1").arg(count.count.actor);
        QPushButton *button = pushButton(tr("%1 · %2").arg(what, unitsText(count.counted())));
        button->setObjectName(QStringLiteral("goOnCounting"));
        connect(
            button, &QPushButton::clicked, this, [this, id = count.count.id] { Q_EMIT goOnAsked(id); }, Qt::QueuedConnection);
        m_countButtons->addWidget(button);
    }
    m_countButtons->addStretch();
    m_counts->setVisible(!counts.empty());
}

void PurchaseChooser::take(const QString &code)
{
    m_filter->setText(code);
    filter();
    takeFirst();
}

/// Enter: a purchase's own number leads there at once.
void PurchaseChooser::enter()
{
    if (const ScanText typed = readScan(m_filter->text()); typed.kind == ScanText::Kind::Purchase)
        return Q_EMIT chosen(typed.purchase);
    filter();
    takeFirst();
}

void PurchaseChooser::begin()
{
    m_filter->clear();
    filter();
    readCounts();
    focusFilter();
}

void PurchaseChooser::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

void PurchaseChooser::filter()
{
    m_filterSoon.stop();
    m_model->setFilter(m_filter->text().trimmed());
}

/// Enter may come before the list has followed the text, as a scanner is faster than the list.
void PurchaseChooser::takeFirst()
{
    if (m_isLoaded && !m_model->isLoading())
        chooseFirst();
    else
        m_takeWhenLoaded = true;
}

void PurchaseChooser::chooseFirst()
{
    if (m_model->rowCount() > 0)
        return choose(m_model->index(0, 0));
    Q_EMIT problem(tr("No open purchase has “%1” in its number, reference or supplier: check it, or receive without a purchase.")
                       .arg(m_filter->text()));
    focusFilter();
}

void PurchaseChooser::choose(const QModelIndex &row)
{
    if (const PurchaseId purchase{row.data(IdRole).toLongLong()}; purchase.isValid())
        Q_EMIT chosen(purchase);
}

bool PurchaseChooser::eventFilter(QObject *watched, QEvent *event)
{
    // Without text there is nothing to undo here: the key is meant for what was done last.
    if (watched == m_filter && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) &&
        m_filter->text().isEmpty()) {
        QCoreApplication::sendEvent(this, event);
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down &&
        m_model->rowCount() > 0) {
        m_table->setFocus();
        m_table->setCurrentIndex(m_model->index(0, PurchaseModel::Supplier));
        return true;
    }
    return Card::eventFilter(watched, event);
}

} // namespace waitline
