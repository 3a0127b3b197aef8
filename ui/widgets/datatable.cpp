#include "ui/widgets/datatable.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/columnwidths.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {
constexpr int heightOfRows = 32;
constexpr int flashMs = 700;
constexpr int roomForArrow = 20; // beside the title of the sorted column

QString widthIsSetKey(const QString &table) { return QStringLiteral("tables/%1-wide").arg(table); }
} // namespace

DataTable::DataTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_empty(new QWidget(viewport()))
    , m_emptySentence(mutedLabel({}))
    , m_emptyButton(pushButton({}))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setAlternatingRowColors(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightOfRows);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &DataTable::showColumnMenu);
    // Every way a section changes is kept, not only dragging.
    connect(header, &QHeaderView::sectionResized, this, &DataTable::onSectionResized);
    connect(header, &QHeaderView::sectionMoved, this, &DataTable::saveColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &DataTable::saveColumns);
    connect(this, &QTableView::doubleClicked, this, &DataTable::opened);

    m_flashEnd.setSingleShot(true);
    m_flashEnd.setInterval(flashMs);
    connect(&m_flashEnd, &QTimer::timeout, this, [this] {
        m_flashedRow = -1;
        viewport()->update();
    });

    auto *column = new QVBoxLayout(m_empty);
    column->addStretch();
    column->setContentsMargins(48, 0, 48, 0);
    column->addWidget(m_emptySentence); // as wide as there is room: a wrapped sentence keeps all its lines
    column->addSpacing(8);
    column->addWidget(m_emptyButton, 0, Qt::AlignCenter);
    column->addStretch();
    m_emptySentence->setAlignment(Qt::AlignCenter);
    m_emptySentence->setWordWrap(true);
    connect(m_emptyButton, &QPushButton::clicked, this, [this] {
        if (m_emptyAction)
            m_emptyAction();
    });
    m_empty->hide();
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &DataTable::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DataTable::updateEmptyState);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &DataTable::updateEmptyState);
    updateEmptyState();
}

void DataTable::setEmptyState(const QString &sentence, const QString &buttonText, std::function<void()> action)
{
    m_emptySentence->setText(sentence);
    m_emptyButton->setText(buttonText);
    m_emptyButton->setAccessibleName(buttonText);
    m_emptyButton->setVisible(!buttonText.isEmpty());
    m_emptyAction = std::move(action);
    updateEmptyState();
}

void DataTable::updateEmptyState()
{
    const bool empty = model() && model()->rowCount() == 0 && !m_isLoading && !m_emptySentence->text().isEmpty();
    m_empty->setVisible(empty);
    m_empty->setGeometry(viewport()->rect());
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    giveRoom();
}

void DataTable::restoreColumns(const QList<int> &digits, int wide, Arrows arrows)
{
    QHeaderView *header = horizontalHeader();
    m_arrows = arrows;
    const int digit = fontMetrics().horizontalAdvance(u'0');
    for (int column = 0; column < digits.size(); ++column) {
        const int width = leastWidth(column, digits[column] * digit);
        setColumnWidth(column, width); // of a hidden one, for when it is shown
        if (column == wide)
            m_leastWidth = width;
    }
    const QSettings settings;
    const QByteArray state = settings.value(QStringLiteral("tables/%1").arg(objectName())).toByteArray();
    if (!state.isEmpty())
        header->restoreState(state);
    header->setStretchLastSection(false);
    if (!settings.value(widthIsSetKey(objectName())).toBool())
        m_wide = wide;
    m_isRestored = true;
    giveRoom();
}

int DataTable::leastWidth(int column, int textWidth) const
{
    const bool isSorted = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() == column;
    const bool hasArrow = m_arrows == Arrows::Yes || (m_arrows == Arrows::OfSorted && isSorted);
    const int title = fontMetrics().horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
    return 2 * RowDelegate::padding + qMax(textWidth, title + (hasArrow ? roomForArrow : 0));
}

void DataTable::widen(const QList<int> &widths)
{
    const QScopedValueRollback giving(m_isGivingRoom, true);
    for (int column = 0; column < widths.size(); ++column) {
        const int least = widths[column] < 0 ? 0 : leastWidth(column, widths[column]);
        if (column == m_wide && least > 0)
            m_leastWidth = least;
        if (columnWidth(column) < least)
            setColumnWidth(column, least);
    }
    m_isGivingRoom = false;
    giveRoom();
}

void DataTable::widenToText(int column)
{
    const int least = widestText(*this, column) + 2 * RowDelegate::padding;
    if (column == m_wide)
        m_leastWidth = qMax(m_leastWidth, least);
    else if (columnWidth(column) < least)
        setColumnWidth(column, least);
    giveRoom();
}

/// The user's own width of the wide column is kept from then on.
void DataTable::onSectionResized(int column)
{
    if (!m_isRestored || m_isGivingRoom)
        return;
    if (column == m_wide && !isColumnHidden(column) && QApplication::mouseButtons() != Qt::NoButton) {
        m_wide = -1;
        QSettings().setValue(widthIsSetKey(objectName()), true);
    }
    giveRoom();
    saveColumns();
}

void DataTable::giveRoom()
{
    if (!m_isRestored || m_isGivingRoom)
        return;
    const QScopedValueRollback giving(m_isGivingRoom, true);
    giveWay();
    if (m_wide < 0 || isColumnHidden(m_wide))
        return;
    int taken = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        taken += column == m_wide ? 0 : columnWidth(column);
    setColumnWidth(m_wide, qMax(m_leastWidth, viewport()->width() - taken));
}

/// Leaves out the columns with nothing in them, and as many of those that give way as it takes.
void DataTable::giveWay()
{
    const QHeaderView *header = horizontalHeader();
    for (int column : std::as_const(m_gaveWay))
        setColumnHidden(column, false);
    m_gaveWay.clear();
    const auto leaveOut = [this](int column) {
        if (isColumnHidden(column))
            return;
        setColumnHidden(column, true);
        m_gaveWay += column;
    };
    for (int column : std::as_const(m_blankColumns))
        leaveOut(column);
    int needed = 0;
    for (int column = 0; column < model()->columnCount(); ++column)
        needed += column == m_wide && !isColumnHidden(column) ? m_leastWidth : header->sectionSize(column);
    for (int column : std::as_const(m_givingWay)) {
        if (needed <= viewport()->width())
            return;
        needed -= columnWidth(column);
        leaveOut(column);
    }
}

void DataTable::setChosen(int column, bool chosen)
{
    m_gaveWay.removeAll(column);
    setColumnHidden(column, !chosen);
    giveRoom();
    saveColumns();
}

void DataTable::saveColumns()
{
    if (!m_isRestored || m_isGivingRoom)
        return;
    const QScopedValueRollback giving(m_isGivingRoom, true);
    for (int column : std::as_const(m_gaveWay))
        setColumnHidden(column, false);
    QSettings().setValue(QStringLiteral("tables/%1").arg(objectName()), horizontalHeader()->saveState());
    for (int column : std::as_const(m_gaveWay))
        setColumnHidden(column, true);
}

void DataTable::addColumnChoices(QMenu *menu)
{
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction *action = menu->addAction(asItIs(model()->headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(isChosen(column));
        connect(action, &QAction::toggled, this, [this, column](bool chosen) { setChosen(column, chosen); });
    }
}

void DataTable::addSortChoices(QMenu *menu)
{
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < model()->columnCount(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        const bool isSorted = header->sortIndicatorSection() == column;
        QAction *action = menu->addAction(asItIs(model()->headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(isSorted);
        // Once more: the other way round, as a click on the header does.
        const bool ascending = isSorted && header->sortIndicatorOrder() == Qt::AscendingOrder;
        connect(action, &QAction::triggered, this,
                [this, column, ascending] { sortByColumn(column, ascending ? Qt::DescendingOrder : Qt::AscendingOrder); });
    }
}

void DataTable::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnChoices(menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

void DataTable::showRowMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (currentIndex().isValid()) {
        connect(menu->addAction(tr("&Open")), &QAction::triggered, this, [this] { Q_EMIT opened(currentIndex()); });
        connect(menu->addAction(tr("&Copy rows")), &QAction::triggered, this, &DataTable::copySelected);
        menu->addActions(actions()); // what a page does with its rows
        menu->addSeparator();
    }
    if (isSortingEnabled())
        addSortChoices(menu->addMenu(tr("&Sort by")));
    addColumnChoices(menu->addMenu(tr("Co&lumns")));
    menu->popup(globalPosition);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    showRowMenu(byKey ? viewport()->mapToGlobal(current.isValid() ? current.bottomLeft() : QPoint()) : event->globalPos());
}

void DataTable::copySelected()
{
    if (selectionModel() && selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

QList<int> DataTable::chosenRows() const
{
    QList<int> rows;
    for (const QModelIndex &row : selectionModel()->selectedRows())
        rows += row.row();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty() && currentIndex().isValid())
        rows += currentIndex().row();
    return rows;
}

QString DataTable::selectedText() const
{
    QStringList lines;
    const auto rowText = [this](const std::function<QString(int)> &cell) {
        QStringList cells;
        for (int visual = 0; visual < model()->columnCount(); ++visual) {
            const int column = horizontalHeader()->logicalIndex(visual);
            if (isChosen(column))
                cells += cell(column);
        }
        return cells.join(u'\t');
    };
    lines += rowText([this](int column) { return model()->headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex &row : selectionModel()->selectedRows())
        lines += rowText([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    return lines.join(u'\n');
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && state() != EditingState && currentIndex().isValid() &&
        event->modifiers() == Qt::NoModifier && editTriggers() == NoEditTriggers) {
        Q_EMIT opened(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return copySelected();
    // With Ctrl the view would move the current row and leave the mark where it is.
    if (event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) &&
        model()->rowCount() > 0)
        return markRow(event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1);
    if (event->key() == Qt::Key_Menu || (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)) {
        const QRect current = visualRect(currentIndex());
        return showRowMenu(viewport()->mapToGlobal(current.isValid() ? current.bottomLeft() : QPoint()));
    }
    QTableView::keyPressEvent(event);
}

void DataTable::markRow(int row)
{
    if (row < 0)
        return selectionModel()->clear();
    if (currentIndex().row() == row && selectionModel()->isRowSelected(row))
        return;
    const QModelIndex cell = model()->index(row, qMax(0, horizontalHeader()->logicalIndexAt(0)));
    selectionModel()->setCurrentIndex(cell, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(cell);
}

void DataTable::flash(int row)
{
    m_flashedRow = row;
    scrollTo(model()->index(row, 0));
    viewport()->update();
    m_flashEnd.start();
}

void DataTable::setHoveredRow(int row)
{
    if (std::exchange(m_hoveredRow, row) != row)
        viewport()->update();
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void DataTable::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

} // namespace waitline
