#include "ui/widgets/countpanel.h"

#include "models/services/session.h"
#include "models/tables/celltext.h"
#include "ui/delegates/badgedelegate.h"
#include "ui/delegates/twolinedelegate.h"
#include "ui/delegates/unitsdelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/countlooks.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scanfield.h"
#include "ui/widgets/sidescroll.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/unknowncodes.h"
#include "ui/words.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

namespace waitline {

namespace {

constexpr int touchRow = 48;

} // namespace

CountPanel::CountPanel(Session &session, QWidget *parent)
    : Card(parent)
    , m_session(session)
    , m_lines(new ReceiptLinesModel(this))
    , m_field(new ScanField(QStringLiteral("scan"), tr("Scan or type a SKU or barcode"), tr("Scan or type SKU or barcode")))
    , m_counter(new Counter)
    , m_times(label({}, TextSize::Section))
    , m_unknown(new UnknownCodes(session))
    , m_table(new DataTable(QStringLiteral("receiptLines"), tr("Counted lines")))
    , m_buttons(new QWidget)
    , m_completeLine(makeButton(QStringLiteral("completeLine"), tr("Line complete  F8"), QStringLiteral("check")))
    , m_completeAll(makeButton(QStringLiteral("completeAll"), tr("All complete  F9"), QStringLiteral("check")))
    , m_takeBack(makeButton(QStringLiteral("takeBack"), tr("Take back  Ctrl+Z"), QStringLiteral("undo")))
    , m_damaged(makeButton(QStringLiteral("damaged"), tr("Next is damaged  F7"), QStringLiteral("warning")))
    , m_sound(makeButton(QStringLiteral("sound"), {}, QStringLiteral("sound")))
{
    layOut();
    makeTable();
    makeKeys();
    connectUnknown();
    connect(m_field, &ScanField::entered, this, &CountPanel::enter);
    connect(m_field, &ScanField::takeBackAsked, this, &CountPanel::takeBack);
    connect(m_field, &ScanField::leaveAsked, this, [this] {
        if (m_nextTimes == 1 && !m_damaged->isChecked())
            return Q_EMIT leaveAsked();
        setTimes(1);
        m_damaged->setChecked(false);
    });
    connect(m_lines, &ReceiptLinesModel::correctionAsked, this,
            [this](ProductId product, std::optional<Units> accepted, std::optional<Units> damaged) {
                await(jobs::correctCount(m_session, m_count, product, accepted, damaged));
            });
    connect(m_sound, &QPushButton::toggled, this, [this](bool on) { m_sounds.setOn(on); });
}

QPushButton *CountPanel::makeButton(const QString &objectName, const QString &text, const QString &iconName)
{
    QPushButton *button = pushButton(text, iconName);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus); // a touch leaves the keyboard where the scanner writes
    return button;
}

void CountPanel::layOut()
{
    m_field->setMinimumWidth(160);
    m_times->setObjectName(QStringLiteral("times"));
    m_times->hide();
    m_damaged->setCheckable(true);
    m_damaged->setToolTip(tr("The next scan is rejected: it does not come into stock"));
    m_sound->setCheckable(true);
    m_sound->setChecked(m_sounds.isOn());
    m_sound->setAccessibleName(tr("Sounds"));
    m_sound->setToolTip(tr("A sound for each thing a scan can come to"));
    auto *entry = new QHBoxLayout;
    entry->setSpacing(12);
    entry->addWidget(m_times);
    entry->addWidget(m_field, 1);
    auto *buttons = new FlowLayout(m_buttons);
    for (QPushButton *button : {m_completeLine, m_completeAll, m_sound, m_takeBack, m_damaged})
        buttons->addWidget(button);
    body()->setSpacing(12);
    body()->addLayout(entry);
    body()->addWidget(m_counter);
    body()->addWidget(m_table, 1);
    body()->addWidget(m_unknown);
    body()->addWidget(m_buttons);
    setTabOrder(m_field, m_table);
    m_table->viewport()->installEventFilter(this);
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
    m_table->setItemDelegateForColumn(ReceiptLinesModel::Sku, new TwoLineDelegate(ReceiptLinesModel::Name, m_table));
    m_table->setGivingWay({ReceiptLinesModel::Name, ReceiptLinesModel::Damaged});
    m_table->restoreColumns({8, 24, 4, 4, 4, 8}, ReceiptLinesModel::Sku, DataTable::Arrows::No);
    setEditable(true);
}

void CountPanel::makeKeys()
{
    const auto key = [this](const QKeySequence &keys, const std::function<void()> &done) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, done);
        m_keys += shortcut;
    };
    key(Qt::Key_F7, [this] { m_damaged->toggle(); });
    key(Qt::Key_F8, [this] { completeLine(); });
    key(Qt::Key_F9, [this] { completeAll(); });
    key(QKeySequence::Undo, [this] { takeBack(); });
    connect(m_completeLine, &QPushButton::clicked, this, &CountPanel::completeLine);
    connect(m_completeAll, &QPushButton::clicked, this, &CountPanel::completeAll);
    connect(m_takeBack, &QPushButton::clicked, this, &CountPanel::takeBack);
}

void CountPanel::connectUnknown()
{
    connect(m_unknown, &UnknownCodes::closed, this, &CountPanel::focusField);
    connect(m_unknown, &UnknownCodes::newProductAsked, this, &CountPanel::newProductAsked);
    connect(m_unknown, &UnknownCodes::bindAsked, this, [this](const QString &code, const QString &sku, Units units) {
        whenDone(jobs::bindCode(m_session, m_count, code, sku, units), this, [this](const Result<ScanOutcome> &outcome) {
            if (!outcome)
                return m_unknown->sayProblem(outcome.error().message);
            tell(*outcome, {});
            Q_EMIT countChanged();
        });
    });
    connect(m_unknown, &UnknownCodes::forgetAsked, this, [this](const QString &code) {
        whenDone(jobs::forgetCode(m_session, m_count, code), this, [this](const Result<Done> &done) {
            if (!done)
                Q_EMIT problem(done.error().message);
            Q_EMIT countChanged();
        });
    });
}

void CountPanel::begin(const ReceivingCountView &count)
{
    m_count = count.count.id;
    m_pending = 0;
    m_isBlind = count.isBlind();
    setTimes(1);
    m_damaged->setChecked(false);
    m_field->clear();
    sync(count);
    m_table->setCurrentIndex({});
    m_table->scrollToTop();
    m_counter->say(m_lines->counted() > 0 ? Counter::Outcome::GoesOn : Counter::Outcome::Nothing,
                   m_isBlind ? QString() : tr("%1 of %2").arg(numberText(m_lines->counted()), numberText(m_lines->expected())), {});
    m_completeLine->setVisible(!m_isBlind);
    m_completeAll->setVisible(!m_isBlind);
    setEditable(true);
    Q_EMIT countChanged();
}

void CountPanel::sync(const ReceivingCountView &count)
{
    m_lines->setCount(count);
    fitColumns();
    m_unknown->setCodes(count.unknown);
    tabThrough(tabThrough(m_table, m_unknown), m_buttons);
}

/// The numbers and badges stand whole, and names as far as two lines and a part of the width hold them.
void CountPanel::fitColumns()
{
    constexpr int mostForNames = 120;
    const QFontMetrics metrics = m_table->fontMetrics();
    QStringList words;
    int names = 0;
    for (int row = 0; row < m_lines->rowCount(); ++row) {
        const QModelIndex cell = m_lines->index(row, ReceiptLinesModel::Progress);
        const BadgeLook look = m_isBlind ? blindLook(cell) : progressLook(cell);
        words += look.word.isEmpty() ? cell.data().toString() : look.word;
        names = qMax(names, metrics.horizontalAdvance(m_lines->line(row).name) / 2);
    }
    QList<int> widths(ReceiptLinesModel::columns, -1);
    widths[ReceiptLinesModel::Sku] = qMax(widestText(*m_table, ReceiptLinesModel::Sku), qMin(names, mostForNames));
    widths[ReceiptLinesModel::Counted] = widestText(*m_table, ReceiptLinesModel::Counted);
    widths[ReceiptLinesModel::Progress] = widestBadge(metrics, words);
    m_table->widen(widths);
}

void CountPanel::setEditable(bool editable)
{
    m_field->setEnabled(editable);
    m_unknown->setEditable(editable);
    m_buttons->setVisible(editable);
    for (QPushButton *button : {m_completeLine, m_completeAll, m_takeBack, m_damaged})
        button->setEnabled(editable);
    for (QShortcut *key : m_keys)
        key->setEnabled(editable);
    m_table->setEditTriggers(editable
                                 ? QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked
                                 : QAbstractItemView::NoEditTriggers);
}

void CountPanel::setRoom(int height, int above)
{
    constexpr int rowsSeen = 3;
    const int header = m_table->horizontalHeader()->sizeHint().height() + 2;
    const int counter = m_counter->minimumHeight() + body()->spacing() + 16;
    const int others = layout()->totalMinimumHeightForWidth(width()) - m_table->minimumHeight();
    const int rows = qBound(touchRow, height - header - qMax(counter, above + others), rowsSeen * touchRow);
    m_table->setMinimumHeight(header + rows);
    // Where the window is low it is no higher, so that the counter and any of its lines stand in view together.
    m_table->setMaximumHeight(rows < rowsSeen * touchRow ? header + rows : QWIDGETSIZE_MAX);
}

void CountPanel::focusField() { m_field->setFocus(); }

void CountPanel::setTimes(Units times)
{
    m_nextTimes = times;
    m_times->setText(tr("%1 ×").arg(numberText(times)));
    m_times->setVisible(times > 1);
}

void CountPanel::enter(const QString &typed)
{
    if (const QString standing = m_field->takeTimes(); !standing.isEmpty()) {
        const ScanText before = readScan(standing);
        if (before.kind != ScanText::Kind::Times)
            return refuse(standing);
        setTimes(before.times);
    }
    const ScanText scan = readScan(typed);
    switch (scan.kind) {
    case ScanText::Kind::Times: return setTimes(scan.times);
    case ScanText::Kind::NoTimes: return refuse(scan.code);
    case ScanText::Kind::Done: return Q_EMIT doneAsked();
    case ScanText::Kind::Undo: return takeBack();
    case ScanText::Kind::Damaged: return m_damaged->setChecked(true);
    case ScanText::Kind::Purchase: return Q_EMIT purchaseAsked(scan.purchase, scan.code);
    case ScanText::Kind::Product: return count(scan);
    }
}

void CountPanel::refuse(const QString &times)
{
    m_sounds.play(ScanVerdict::Unknown);
    m_counter->say(Counter::Outcome::Refused, {}, noTimesText(times));
    if (m_field->text().isEmpty())
        m_field->setText(times);
    m_refused = m_field->text();
    scrollToAll(m_counter);
    m_field->selectAll();
}

void CountPanel::count(const ScanText &scan)
{
    ScanText counted = scan;
    if (!scan.hasTimes)
        counted.times = m_nextTimes;
    const bool isDamaged = m_damaged->isChecked();
    setTimes(1);
    m_damaged->setChecked(false);
    await(jobs::scan(m_session, m_count, counted, isDamaged), isDamaged ? std::optional(Counter::Outcome::Damaged) : std::nullopt);
}

void CountPanel::await(const QFuture<Result<ScanOutcome>> &job, std::optional<Counter::Outcome> said)
{
    ++m_pending;
    whenDone(job, this, [this, said, count = m_count](const Result<ScanOutcome> &outcome) {
        if (count != m_count)
            return;
        --m_pending;
        if (outcome) {
            tell(*outcome, said);
        } else {
            m_sounds.play(ScanVerdict::Unknown);
            m_counter->say(Counter::Outcome::Refused, {}, outcome.error().message);
        }
        Q_EMIT countChanged();
    });
}

void CountPanel::tell(const ScanOutcome &outcome, std::optional<Counter::Outcome> said)
{
    const bool isScan = !said || said == Counter::Outcome::Damaged;
    if (isScan)
        m_sounds.play(outcome.verdict);
    if (!outcome.line.product.isValid()) {
        m_counter->say(isScan ? Counter::Outcome::Unknown : *said, {}, tr("No product has the SKU or barcode “%1”.").arg(outcome.code));
        return scrollToAll(m_counter);
    }
    const int row = m_lines->setLine(outcome.line);
    // A cell that is being edited stays open: what is typed in it is not a count yet.
    if (!m_table->isEditing())
        m_table->selectionModel()->setCurrentIndex(m_lines->index(row, ReceiptLinesModel::Counted),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (isScan && !m_refused.isEmpty() && m_field->text() == m_refused)
        m_field->clear();
    m_refused.clear();
    sayCounter(outcome.line, said.value_or(outcomeOf(outcome.line, m_isBlind)));
    showLine(row);
}

/// The line lights up, and stands in view with the count that is read from a step away.
void CountPanel::showLine(int row)
{
    m_table->flash(row);
    scrollToPart(this, [this, row = QPersistentModelIndex(m_lines->index(row, 0))] {
        const QRect line = m_table->visualRect(row);
        return m_counter->geometry() | QRect(m_table->viewport()->mapTo(this, line.topLeft()), line.size());
    });
}

void CountPanel::sayCounter(const CountLine &line, Counter::Outcome outcome)
{
    const QString counted = numberText(line.units.arrived());
    m_counter->say(outcome, line.units.isOnPurchase ? tr("%1 of %2").arg(counted, numberText(line.units.expected)) : counted,
                   line.units.damaged > 0 ? tr("%1 · %2 · %3 of them damaged").arg(line.sku, line.name, numberText(line.units.damaged))
                                          : tr("%1 · %2").arg(line.sku, line.name));
}

void CountPanel::takeBack()
{
    if (m_newer && m_newer())
        return;
    if (m_field->isEnabled())
        await(jobs::takeBackScan(m_session, m_count), Counter::Outcome::TakenBack);
}

void CountPanel::completeLine()
{
    const QModelIndex line = m_table->currentIndex();
    if (m_field->isEnabled() && line.isValid())
        await(jobs::completeCount(m_session, m_count, m_lines->line(line.row()).product));
}

void CountPanel::completeAll()
{
    if (m_field->isEnabled())
        await(jobs::completeCount(m_session, m_count, std::nullopt));
}

void CountPanel::bindTo(const QString &sku) { m_unknown->bindTo(sku); }

/// What wraps needs more height the narrower this is, which a splitter does not ask about.
bool CountPanel::event(QEvent *event)
{
    const bool isDone = Card::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
    return isDone;
}

/// The line that was counted last stays in view when the table becomes lower.
bool CountPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
    return Card::eventFilter(watched, event);
}

void CountPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return focusField(); // out of the table first
    Card::keyPressEvent(event);
}

} // namespace waitline
