#include "ui/widgets/countpanel.h"

#include "models/services/searchjobs.h"
#include "models/services/session.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/unitsdelegate.h"
#include "ui/style/waitlinestyle.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scanfield.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace waitline {

namespace {

constexpr int touchRow = 48;

Counter::Outcome outcomeOf(ReceiptLineStatus status)
{
    switch (status) {
    case ReceiptLineStatus::Missing:
    case ReceiptLineStatus::Partial: return Counter::Outcome::Counted;
    case ReceiptLineStatus::Complete: return Counter::Outcome::Complete;
    case ReceiptLineStatus::OverReceived: return Counter::Outcome::TooMany;
    case ReceiptLineStatus::NotOnPurchase: return Counter::Outcome::NotOnPurchase;
    }
    Q_UNREACHABLE();
}

BadgeLook progressLook(const QModelIndex &cell)
{
    switch (ReceiptLineStatus(cell.data(StatusRole).toInt())) {
    case ReceiptLineStatus::Missing: return {QStringLiteral("clock"), &Theme::muted};
    case ReceiptLineStatus::Partial: return {QStringLiteral("receive"), &Theme::accent};
    case ReceiptLineStatus::Complete: return {QStringLiteral("check"), &Theme::positive};
    case ReceiptLineStatus::OverReceived: return {QStringLiteral("warning"), &Theme::warning};
    case ReceiptLineStatus::NotOnPurchase: return {QStringLiteral("info"), &Theme::warning, CountPanel::tr("Not ordered")};
    }
    Q_UNREACHABLE();
}

/// Without a purchase nothing was announced, and there is nothing to warn of.
BadgeLook blindLook(const QModelIndex &cell)
{
    return {QStringLiteral("check"), &Theme::positive, CountPanel::tr("%1 counted").arg(cell.data().toString())};
}

} // namespace

CountPanel::CountPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_lines(new ReceiptLinesModel(this))
    , m_field(new ScanField)
    , m_counter(new Counter)
    , m_times(label({}, TextSize::Section))
    , m_unknown(label({}))
    , m_table(new DataTable(QStringLiteral("receiptLines"), tr("Counted lines")))
    , m_completeLine(pushButton(tr("Line complete  F8"), QStringLiteral("check")))
    , m_completeAll(pushButton(tr("All complete  F9"), QStringLiteral("check")))
    , m_takeBack(pushButton(tr("Take back  Ctrl+Z"), QStringLiteral("undo")))
{
    layOut();
    makeTable();
    makeKeys();
    connect(m_field, &ScanField::entered, this, &CountPanel::enter);
    connect(m_field, &ScanField::takeBackAsked, this, &CountPanel::takeBack);
    connect(m_field, &ScanField::leaveAsked, this, [this] {
        if (m_nextTimes == 1)
            return Q_EMIT leaveAsked();
        m_nextTimes = 1;
        m_times->hide();
    });
    connect(m_lines, &ReceiptLinesModel::countChanged, this, &CountPanel::countChanged);
}

void CountPanel::layOut()
{
    m_field->setObjectName(QStringLiteral("scan"));
    m_field->setAccessibleName(tr("Scan or type a SKU or barcode"));
    m_field->setPlaceholderText(tr("Scan or type SKU or barcode"));
    m_field->setToolTip(tr("Enter counts one. 12* before a code counts twelve."));
    m_field->setMinimumWidth(220);
    m_times->setObjectName(QStringLiteral("times"));
    m_times->hide();
    m_unknown->setObjectName(QStringLiteral("unknownCodes"));
    m_unknown->setWordWrap(true);
    m_unknown->hide();
    m_completeLine->setObjectName(QStringLiteral("completeLine"));
    m_completeAll->setObjectName(QStringLiteral("completeAll"));
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    auto *entry = new QHBoxLayout;
    entry->setSpacing(12);
    entry->addWidget(m_times);
    entry->addWidget(m_field, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_completeLine, m_completeAll, m_takeBack}) {
        button->setProperty(touchProperty, true);
        button->setFocusPolicy(Qt::TabFocus); // a touch leaves the keyboard where the scanner writes
        buttons->addWidget(button);
    }
    buttons->addStretch();
    m_field->setProperty(touchProperty, true);
    body()->setSpacing(12);
    body()->addLayout(entry);
    body()->addWidget(m_counter);
    body()->addWidget(m_unknown);
    body()->addWidget(m_table, 1);
    body()->addLayout(buttons);
    setTabOrder(m_field, m_table);
}

void CountPanel::makeTable()
{
    m_table->setModel(m_lines);
    m_table->verticalHeader()->setDefaultSectionSize(touchRow);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEmptyState(tr("Scan the first product, or type its SKU and press Enter."));
    for (int column : {int(ReceiptLinesModel::Counted), int(ReceiptLinesModel::Damaged)})
        m_table->setItemDelegateForColumn(column, new UnitsDelegate(m_table));
    m_table->setItemDelegateForColumn(
        ReceiptLinesModel::Progress,
        new BadgeDelegate([this](const QModelIndex &cell) { return m_isBlind ? blindLook(cell) : progressLook(cell); }, m_table));
    m_table->setInitiallyHidden({ReceiptLinesModel::Expected});
    m_table->restoreColumns({10, 8, 6, 6, 6, 10}, ReceiptLinesModel::Name);
    setEditable(true);
}

void CountPanel::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, void (CountPanel::*done)()) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, done);
    };
    key(Qt::Key_F8, &CountPanel::completeLine);
    key(Qt::Key_F9, &CountPanel::completeAll);
    key(QKeySequence::Undo, &CountPanel::takeBack);
    connect(m_completeLine, &QPushButton::clicked, this, &CountPanel::completeLine);
    connect(m_completeAll, &QPushButton::clicked, this, &CountPanel::completeAll);
    connect(m_takeBack, &QPushButton::clicked, this, &CountPanel::takeBack);
}

void CountPanel::begin(const std::optional<StoredPurchase> &purchase)
{
    ++m_delivery;
    m_isBlind = !purchase;
    if (purchase)
        m_lines->setPurchase(*purchase);
    else
        m_lines->setBlind();
    m_nextTimes = 1;
    m_times->hide();
    m_unknownCodes.clear();
    m_unknown->hide();
    m_field->clear();
    m_counter->say(Counter::Outcome::Nothing, purchase ? tr("0 of %1").arg(QLocale().toString(m_lines->expected())) : QString(), {});
    m_completeLine->setVisible(purchase.has_value());
    m_completeAll->setVisible(purchase.has_value());
    setEditable(true);
    Q_EMIT countChanged();
}

void CountPanel::setEditable(bool editable)
{
    m_field->setEnabled(editable);
    for (QPushButton *button : {m_completeLine, m_completeAll, m_takeBack})
        button->setEnabled(editable);
    m_table->setEditTriggers(editable
                                 ? QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked
                                 : QAbstractItemView::NoEditTriggers);
}

void CountPanel::focusField() { m_field->setFocus(); }

void CountPanel::enter(const QString &typed)
{
    ScanText scan = readScan(typed);
    if (scan.code.isEmpty()) {
        m_nextTimes = scan.times;
        m_times->setText(tr("%1 ×").arg(QLocale().toString(scan.times)));
        return m_times->show();
    }
    if (!scan.hasTimes)
        scan.times = m_nextTimes;
    m_nextTimes = 1;
    m_times->hide();
    ++m_lookups;
    whenDone(jobs::resolveScan(m_session, scan.code), this, [this, scan, delivery = m_delivery](const Result<ScannedProduct> &scanned) {
        --m_lookups;
        if (delivery != m_delivery)
            return;
        if (scanned)
            count(*scanned, scan.times);
        else
            noteUnknown(scan.code, scanned.error());
    });
}

void CountPanel::count(const ScannedProduct &scanned, Units times) { show(m_lines->add(scanned, times)); }

void CountPanel::noteUnknown(const QString &code, const Error &error)
{
    if (error.kind != Error::Kind::NotFound)
        Q_EMIT problem(error.message);
    m_unknownCodes += code;
    m_unknown->setText(tr("Not counted: %1").arg(m_unknownCodes.join(QStringLiteral(", "))));
    m_unknown->show();
    m_counter->say(Counter::Outcome::Unknown, {}, error.message);
    Q_EMIT countChanged();
}

void CountPanel::show(int row, std::optional<Counter::Outcome> outcome)
{
    const QModelIndex line = m_lines->index(row, 0);
    const auto cell = [&](int column) { return line.siblingAtColumn(column).data().toString(); };
    m_table->setCurrentIndex(line.siblingAtColumn(ReceiptLinesModel::Counted));
    m_table->scrollTo(m_table->currentIndex());
    auto said = outcome.value_or(outcomeOf(ReceiptLineStatus(line.data(StatusRole).toInt())));
    if (m_isBlind && said == Counter::Outcome::NotOnPurchase)
        said = Counter::Outcome::Counted;
    m_counter->say(said, cell(ReceiptLinesModel::Progress), tr("%1 · %2").arg(cell(ReceiptLinesModel::Sku), cell(ReceiptLinesModel::Name)));
}

void CountPanel::takeBack()
{
    if (!m_field->isEnabled())
        return;
    if (const auto row = m_lines->takeBackLast())
        show(*row, Counter::Outcome::TakenBack);
}

void CountPanel::completeLine()
{
    const QModelIndex line = m_table->currentIndex();
    if (!m_field->isEnabled() || !line.isValid())
        return;
    m_lines->completeLine(line.row());
    show(line.row());
}

void CountPanel::completeAll()
{
    if (!m_field->isEnabled())
        return;
    for (int row = 0; row < m_lines->rowCount(); ++row)
        m_lines->completeLine(row);
    m_counter->say(Counter::Outcome::Complete,
                   tr("%1 of %2").arg(QLocale().toString(m_lines->counted()), QLocale().toString(m_lines->expected())),
                   tr("All of the purchase"));
}

void CountPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return focusField(); // out of the table first
    Card::keyPressEvent(event);
}

} // namespace waitline
