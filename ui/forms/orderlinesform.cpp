#include "ui/forms/orderlinesform.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace waitline {

namespace {
constexpr int cellsOfARow = 3;
}

OrderLinesForm::OrderLinesForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_column(new QVBoxLayout(this))
    , m_heads(makeHeads())
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_heads->setParent(this);
    m_column->addSpacing(m_heads->sizeHint().height()); // under the heads
    addRow();
    m_column->addStretch();
}

QWidget *OrderLinesForm::makeHeads()
{
    auto *heads = new QWidget;
    heads->setObjectName(QStringLiteral("lineHeads"));
    heads->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QLabel *units = mutedLabel(tr("Units"));
    QLabel *price = mutedLabel(tr("Price"));
    for (QLabel *number : {units, price})
        number->setAlignment(Qt::AlignRight);
    units->setFixedWidth(OrderLineRow::unitsWidth);
    price->setFixedWidth(OrderLineRow::priceWidth);
    row->addSpacing(OrderLineRow::numberWidth + 8);
    row->addWidget(mutedLabel(tr("Product")), 1);
    row->addWidget(units);
    row->addWidget(price);
    row->addSpacing(OrderLineRow::removeWidth + 8);
    return heads;
}

OrderLineRow *OrderLinesForm::addRow() { return insertRow(m_rows.size()); }

OrderLineRow *OrderLinesForm::insertRow(qsizetype index)
{
    auto *row = new OrderLineRow(m_session);
    m_rows.insert(index, row);
    renumber();
    m_column->insertWidget(int(index) + 1, row); // below the heads and the rows before it
    row->show(); // at once, so that it can take the keyboard
    m_heads->raise();
    connect(row, &OrderLineRow::nextAsked, this, [this, row] { next(row); });
    connect(row, &OrderLineRow::removeAsked, this, [this, row] { remove(row); });
    connect(row, &OrderLineRow::leaveAsked, this, &OrderLinesForm::leaveAsked);
    connect(row, &OrderLineRow::stepAsked, this, [this, row](int cells) { step(row, cells); });
    connect(row, &OrderLineRow::rowAsked, this, [this, row](int rows) { goToRow(row, rows); });
    connect(row, &OrderLineRow::copyAboveAsked, this, [this, row] { copyAbove(row); });
    connect(row, &OrderLineRow::pasteAsked, this, [this, row](const QString &text) { paste(row, text); });
    connect(row, &OrderLineRow::unwaitedAsked, this, [this, row] { Q_EMIT unwaitedAsked(row); });
    connect(row, &OrderLineRow::newProductAsked, this, [this, row](const QString &text) { Q_EMIT newProductAsked(row, text); });
    connect(row, &OrderLineRow::changed, this, &OrderLinesForm::changed);
    connect(row, &OrderLineRow::entered, this, [this, row] { showWhole(row); });
    if (m_tabAfter)
        tabAfter(m_tabAfter);
    return row;
}

void OrderLinesForm::begin()
{
    // Where the next line is to be typed.
    const auto blank = std::find_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->isBlank(); });
    (blank == m_rows.end() ? addRow() : *blank)->focusCell(OrderLineRow::Cell::Product);
}

void OrderLinesForm::next(OrderLineRow *after)
{
    if (!after->checked())
        return;
    const qsizetype index = m_rows.indexOf(after) + 1;
    OrderLineRow *row = index < m_rows.size() ? m_rows[index] : addRow();
    row->focusCell(OrderLineRow::Cell::Product);
    Q_EMIT changed();
}

/// From cell to cell over all rows. Past the last cell a new row is made, unless the last one is empty still: then, and
/// before the first cell, the keyboard leaves.
void OrderLinesForm::step(OrderLineRow *row, int cells)
{
    const auto from = row->focusedCell();
    if (!from)
        return;
    const qsizetype to = m_rows.indexOf(row) * cellsOfARow + int(*from) + cells;
    if (to < 0)
        return Q_EMIT leaveAsked(false);
    if (to >= m_rows.size() * cellsOfARow) {
        if (row->isBlank())
            return Q_EMIT passed();
        addRow();
    }
    m_rows[to / cellsOfARow]->focusCell(OrderLineRow::Cell(to % cellsOfARow));
}

void OrderLinesForm::goToRow(OrderLineRow *row, int rows)
{
    const qsizetype to = std::clamp<qsizetype>(m_rows.indexOf(row) + rows, 0, m_rows.size() - 1);
    m_rows[to]->focusCell(row->focusedCell().value_or(OrderLineRow::Cell::Product));
}

void OrderLinesForm::remove(OrderLineRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    if (m_rows.size() == 1)
        addRow();
    m_rows.removeAt(index);
    renumber();
    if (index == m_rows.size() && !m_rows.last()->isBlank())
        addRow(); // what is typed next is a line of its own, and does not replace the one before
    m_rows[qMin(index, m_rows.size() - 1)]->focusCell(OrderLineRow::Cell::Product);
    letGo(row);
    Q_EMIT changed();
}

void OrderLinesForm::focusNew(const QString &sku)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const OrderLineRow *row) { return row->sku() == sku && !row->entry().line.isValid(); });
    if (found != m_rows.end())
        (*found)->focusCell(OrderLineRow::Cell::Quantity);
}

void OrderLinesForm::renumber()
{
    for (qsizetype index = 0; index < m_rows.size(); ++index)
        m_rows[index]->setNumber(index + 1);
}

/// A row's own signal may have asked for it: it goes when that is done.
void OrderLinesForm::letGo(OrderLineRow *row)
{
    m_column->removeWidget(row);
    row->hide();
    row->deleteLater();
}

void OrderLinesForm::copyAbove(OrderLineRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    const auto focused = row->focusedCell();
    if (index == 0 || !focused)
        return;
    const LineEntry above = m_rows[index - 1]->entry();
    LineEntry copied = row->entry();
    if (copied.line.isValid() && *focused != OrderLineRow::Cell::Quantity)
        return;
    switch (*focused) {
    case OrderLineRow::Cell::Product:
        copied.product = above.product;
        copied.sku = above.sku;
        break;
    case OrderLineRow::Cell::Quantity: copied.units = above.units; break;
    case OrderLineRow::Cell::Price: copied.price = above.price; break;
    }
    row->setEntry(copied);
    row->focusCell(*focused);
    Q_EMIT changed();
}

/// Rows of a spreadsheet: SKU, units and, where there is one, a price. They begin in this row and go before those that
/// follow; each stands as it came, right or wrong.
void OrderLinesForm::paste(OrderLineRow *row, const QString &text)
{
    qsizetype index = m_rows.indexOf(row);
    int rows = 0;
    for (const QString &line : QString(text).remove(u'\r').split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const QStringList cells = line.split(u'\t');
        const bool isFree = index < m_rows.size() && m_rows[index]->isBlank();
        OrderLineRow *into = rows == 0 && isFree ? m_rows[index] : insertRow(rows == 0 ? ++index : index);
        into->setEntry({{}, {}, cells[0].trimmed(), cells.value(1).trimmed(), cells.value(2).trimmed()});
        into->mark();
        ++rows;
        ++index;
    }
    OrderLineRow *last = index < m_rows.size() ? m_rows[index] : addRow();
    last->focusCell(OrderLineRow::Cell::Product);
    Q_EMIT changed();
    Q_EMIT pasted(rows);
}

bool OrderLinesForm::isBlank() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->isBlank(); });
}

std::vector<LineEntry> OrderLinesForm::entries() const
{
    std::vector<LineEntry> entries;
    for (const OrderLineRow *row : m_rows) {
        if (!row->isBlank())
            entries.push_back(row->entry());
    }
    return entries;
}

void OrderLinesForm::setEntries(const std::vector<LineEntry> &entries)
{
    const auto focused = std::find_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->focusedCell().has_value(); });
    const qsizetype at = focused == m_rows.end() ? -1 : focused - m_rows.begin();
    const auto cell = at < 0 ? std::nullopt : m_rows[at]->focusedCell();
    while (m_rows.size() <= qsizetype(entries.size())) // one more than entries, for the next line
        addRow();
    for (size_t index = 0; index < entries.size(); ++index)
        m_rows[qsizetype(index)]->setEntry(entries[index]);
    const qsizetype last = qsizetype(entries.size());
    m_rows[last]->setEntry({});
    if (at >= 0)
        m_rows[qMin(at, last)]->focusCell(*cell);
    while (m_rows.size() > last + 1)
        letGo(m_rows.takeLast());
    for (size_t index = 0; index < entries.size(); ++index) {
        if (!entries[index].units.isEmpty()) // else it is being typed still
            m_rows[qsizetype(index)]->mark();
    }
}

Result<std::vector<OrderLineDraft>> OrderLinesForm::drafts()
{
    std::vector<OrderLineDraft> drafts;
    std::optional<Error> first;
    for (OrderLineRow *row : std::as_const(m_rows)) {
        if (row->isBlank())
            continue;
        const auto line = row->draft();
        if (line) {
            drafts.push_back(*line);
            continue;
        }
        row->mark();
        first = first.value_or(line.error());
    }
    if (!first)
        return drafts;
    goToFirstProblem();
    return *first;
}

/// Whatever is wrong is put right from the top down.
void OrderLinesForm::goToFirstProblem()
{
    const auto wrong = std::find_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->hasProblem(); });
    if (wrong != m_rows.end())
        (*wrong)->focusProblem();
}

QList<OrderLineRow *> OrderLinesForm::complete() const
{
    QList<OrderLineRow *> complete;
    for (OrderLineRow *row : m_rows) {
        // What is being typed into a product cell is not a SKU yet.
        const bool isTyped = !row->entry().product.isValid() && row->focusedCell() == OrderLineRow::Cell::Product;
        if (!row->isBlank() && !isTyped && row->draft())
            complete += row;
    }
    return complete;
}

OrderLineRow *OrderLinesForm::rowOf(const Error &error) const
{
    // The sentence names the product; of two alike the longer SKU is meant.
    OrderLineRow *meant = m_rows.front();
    for (OrderLineRow *row : m_rows) {
        const bool isNamed = !row->sku().isEmpty() && error.message.contains(row->sku());
        if (isNamed && (!error.message.contains(meant->sku()) || meant->sku().isEmpty() || row->sku().size() > meant->sku().size()))
            meant = row;
    }
    return meant;
}

void OrderLinesForm::markRefused(const Error &error) { rowOf(error)->refuse(error); }

void OrderLinesForm::showError(const Error &error)
{
    markRefused(error);
    goToFirstProblem();
}

qsizetype OrderLinesForm::refused() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->isRefused() && !row->isUnreadable(); });
}

qsizetype OrderLinesForm::lines() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return !row->isBlank(); });
}

Units OrderLinesForm::units() const
{
    Units units = 0;
    for (const OrderLineRow *row : m_rows)
        units += row->isRefused() || row->isUnreadable() ? 0 : row->units();
    return units;
}

Units OrderLinesForm::unitsOf(const QString &sku) const
{
    Units units = 0;
    for (const OrderLineRow *row : m_rows)
        units += row->sku() == sku ? row->units() : 0;
    return units;
}

Money OrderLinesForm::value() const
{
    Money value = 0;
    for (const OrderLineRow *row : m_rows)
        value += row->isRefused() || row->isUnreadable() ? 0 : row->value();
    return value;
}

qsizetype OrderLinesForm::unreadable() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) {
        return row->isUnreadable() || (row->hasProblem() && !row->isRefused()); // one without units is marked too
    });
}

QList<qsizetype> OrderLinesForm::problems() const
{
    QList<qsizetype> numbers;
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        if (m_rows[index]->hasProblem())
            numbers += index + 1;
    }
    return numbers;
}

void OrderLinesForm::placeHeads()
{
    const int height = m_heads->sizeHint().height();
    const int top = qMin(scrolledAway(this), qMax(0, this->height() - height));
    m_heads->setGeometry(0, top, width(), height);
    m_heads->raise();
}

void OrderLinesForm::showWhole(OrderLineRow *row) { scrollToAll(row, m_heads->height()); }

void OrderLinesForm::tabAfter(QWidget *before)
{
    m_tabAfter = before;
    for (OrderLineRow *row : std::as_const(m_rows))
        before = row->tabAfter(before);
}

void OrderLinesForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHeads();
}

void OrderLinesForm::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    placeHeads();
}

void OrderLinesForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Insert)
        return QWidget::keyPressEvent(event);
    // Before the line where the keyboard is.
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->focusedCell().has_value(); });
    insertRow(at == m_rows.end() ? m_rows.size() : at - m_rows.begin())->focusCell(OrderLineRow::Cell::Product);
}

} // namespace waitline
