#include "ui/widgets/linesgrid.h"

#include "ui/delegates/linedelegate.h"
#include "ui/style/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace waitline {

LinesGrid::LinesGrid(const QStringList &columns, const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableWidget(1, int(columns.size()), parent)
    , m_typed(int(columns.size()))
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setHorizontalHeaderLabels(columns);
    setItemDelegate(new LineDelegate(this));
    setShowGrid(false);
    setEditTriggers(AnyKeyPressed | EditKeyPressed | SelectedClicked | DoubleClicked);
    setSelectionMode(SingleSelection);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(32);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    setCurrentCell(0, 0);
    connect(this, &QTableWidget::itemChanged, this, [this] { keepOneRowReady(); });
}

void LinesGrid::setNumbers(const QList<int> &columns)
{
    for (int column : columns)
        horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

bool LinesGrid::isEmptyRow(int row) const
{
    for (int column = 0; column < m_typed; ++column) {
        if (const QTableWidgetItem *cell = item(row, column); cell && !cell->text().trimmed().isEmpty())
            return false;
    }
    return true;
}

void LinesGrid::keepOneRowReady()
{
    if (!isEmptyRow(rowCount() - 1))
        setRowCount(rowCount() + 1);
}

std::vector<std::pair<int, QStringList>> LinesGrid::lines() const
{
    std::vector<std::pair<int, QStringList>> result;
    for (int row = 0; row < rowCount(); ++row) {
        if (isEmptyRow(row))
            continue;
        QStringList cells;
        for (int column = 0; column < m_typed; ++column)
            cells += item(row, column) ? item(row, column)->text().trimmed() : QString();
        result.emplace_back(row, cells);
    }
    return result;
}

void LinesGrid::setLine(int row, const QStringList &cells)
{
    if (row >= rowCount())
        setRowCount(row + 1);
    for (int column = 0; column < std::min(m_typed, int(cells.size())); ++column)
        setItem(row, column, new QTableWidgetItem(cells[column].trimmed()));
}

QTableWidgetItem &LinesGrid::cellAt(int row, int column)
{
    if (!item(row, column))
        setItem(row, column, new QTableWidgetItem);
    return *item(row, column);
}

// None of these is a change of what was typed, and nobody is told that something changed.

void LinesGrid::tell(int row, int column, const QString &text)
{
    const QSignalBlocker quiet(this);
    QTableWidgetItem &told = cellAt(row, column);
    told.setFlags(Qt::ItemIsEnabled);
    told.setText(text);
}

void LinesGrid::clearTold()
{
    const QSignalBlocker quiet(this);
    for (int number = 0; number < rowCount() * columnCount(); ++number) {
        QTableWidgetItem *known = item(number / columnCount(), number % columnCount());
        if (!known)
            continue;
        known->setData(LineDelegate::ProposalRole, {});
        if (known->column() >= m_typed)
            known->setText({});
    }
}

void LinesGrid::propose(int row, int column, const QString &text)
{
    const QSignalBlocker quiet(this);
    cellAt(row, column).setData(LineDelegate::ProposalRole, text);
}

void LinesGrid::mark(int row, int column, const QString &sentence)
{
    const QSignalBlocker quiet(this);
    cellAt(row, column).setIcon(icon(QStringLiteral("warning"), &Theme::danger));
    cellAt(row, column).setToolTip(sentence);
}

void LinesGrid::clearMarks()
{
    const QSignalBlocker quiet(this);
    for (int number = 0; number < rowCount() * m_typed; ++number) {
        if (QTableWidgetItem *marked = item(number / m_typed, number % m_typed)) {
            marked->setIcon({});
            marked->setToolTip({});
        }
    }
}

void LinesGrid::paste(const QString &text)
{
    int row = std::max(0, currentRow());
    for (const QString &line : QString(text).remove(u'\r').split(u'\n')) {
        if (!line.trimmed().isEmpty())
            setLine(row++, line.split(u'\t'));
    }
    setCurrentCell(std::min(row, rowCount() - 1), 0);
}

bool LinesGrid::go(int by)
{
    const int next = currentRow() * m_typed + std::min(currentColumn(), m_typed - 1) + by;
    if (next < 0 || next >= rowCount() * m_typed)
        return false;
    setCurrentCell(next / m_typed, next % m_typed);
    return true;
}

void LinesGrid::removeCurrentLine()
{
    const int row = currentRow();
    if (row < 0)
        return;
    removeRow(row);
    if (rowCount() == 0)
        setRowCount(1);
    keepOneRowReady();
    setCurrentCell(std::min(row, rowCount() - 1), 0);
}

void LinesGrid::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Paste))
        paste(QApplication::clipboard()->text());
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::ControlModifier)
        removeCurrentLine();
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && currentItem())
        currentItem()->setText({});
    else if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::ControlModifier)
        QWidget::focusNextPrevChild(true);
    else if (event->key() == Qt::Key_Backtab && event->modifiers() & Qt::ControlModifier)
        QWidget::focusNextPrevChild(false);
    else if (enter && event->modifiers() == Qt::NoModifier && isEmptyRow(currentRow()))
        Q_EMIT finished();
    else if (enter && event->modifiers() == Qt::NoModifier)
        go(1);
    else
        QTableWidget::keyPressEvent(event);
}

/// Tab goes cell to cell, and out of the grid from an empty row and from the first cell.
bool LinesGrid::focusNextPrevChild(bool next)
{
    if (next && isEmptyRow(currentRow()))
        return QTableWidget::focusNextPrevChild(true);
    return go(next ? 1 : -1) || QTableWidget::focusNextPrevChild(next);
}

void LinesGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableWidget::closeEditor(editor, QAbstractItemDelegate::NoHint);
    // Enter in a cell goes on like Tab.
    if (hint == QAbstractItemDelegate::SubmitModelCache || hint == QAbstractItemDelegate::EditNextItem)
        go(1);
    else if (hint == QAbstractItemDelegate::EditPreviousItem)
        go(-1);
    Q_EMIT editingEnded();
}

} // namespace waitline
