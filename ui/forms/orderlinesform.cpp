#include "ui/forms/orderlinesform.h"

#include "ui/forms/orderlinerow.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace waitline {

OrderLinesForm::OrderLinesForm(Session &session, QWidget *parent) : QWidget(parent), m_session(session), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(makeHeads());
    addRow();
    m_column->addStretch();
}

QWidget *OrderLinesForm::makeHeads()
{
    auto *heads = new QWidget;
    auto *row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    QLabel *units = mutedLabel(tr("Units"));
    QLabel *price = mutedLabel(tr("Price"));
    for (QLabel *number : {units, price})
        number->setAlignment(Qt::AlignRight);
    units->setFixedWidth(OrderLineRow::unitsWidth);
    price->setFixedWidth(OrderLineRow::priceWidth);
    row->addWidget(mutedLabel(tr("Product")), 1);
    row->addWidget(units);
    row->addWidget(price);
    row->addSpacing(OrderLineRow::removeWidth + 8);
    return heads;
}

OrderLineRow *OrderLinesForm::addRow()
{
    auto *row = new OrderLineRow(m_session);
    m_rows += row;
    m_column->insertWidget(int(m_rows.size()), row); // below the heads and the rows before it
    connect(row, &OrderLineRow::nextAsked, this, [this, row] { next(row); });
    connect(row, &OrderLineRow::removeAsked, this, [this, row] { remove(row); });
    connect(row, &OrderLineRow::leaveAsked, this, &OrderLinesForm::leaveAsked);
    connect(row, &OrderLineRow::changed, this, &OrderLinesForm::changed);
    return row;
}

void OrderLinesForm::begin() { m_rows.front()->focusProduct(); }

void OrderLinesForm::next(OrderLineRow *after)
{
    if (!after->draft()) // it says under the line what is wrong
        return;
    const qsizetype index = m_rows.indexOf(after) + 1;
    OrderLineRow *row = index < m_rows.size() ? m_rows[index] : addRow();
    row->focusProduct();
    Q_EMIT changed();
}

void OrderLinesForm::remove(OrderLineRow *row)
{
    const qsizetype index = m_rows.indexOf(row);
    if (m_rows.size() == 1)
        addRow();
    m_rows.removeAt(index);
    row->hide();
    row->deleteLater();
    m_rows[qMin(index, m_rows.size() - 1)]->focusProduct();
    Q_EMIT changed();
}

bool OrderLinesForm::isBlank() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return row->isBlank(); });
}

Result<std::vector<OrderLineDraft>> OrderLinesForm::drafts()
{
    std::vector<OrderLineDraft> drafts;
    for (OrderLineRow *row : std::as_const(m_rows)) {
        if (row->isBlank())
            continue;
        const auto line = row->draft();
        if (!line)
            return line.error();
        drafts.push_back(*line);
    }
    return drafts;
}

void OrderLinesForm::showError(const Error &error)
{
    // The sentence names the product; of two alike the longer SKU is meant.
    OrderLineRow *meant = m_rows.front();
    for (OrderLineRow *row : std::as_const(m_rows)) {
        const bool isNamed = !row->sku().isEmpty() && error.message.contains(row->sku());
        if (isNamed && (!error.message.contains(meant->sku()) || meant->sku().isEmpty() || row->sku().size() > meant->sku().size()))
            meant = row;
    }
    meant->setProblem(error.message);
    meant->focusProduct();
}

qsizetype OrderLinesForm::lines() const
{
    return std::count_if(m_rows.begin(), m_rows.end(), [](const OrderLineRow *row) { return !row->isBlank(); });
}

Units OrderLinesForm::units() const
{
    Units units = 0;
    for (const OrderLineRow *row : m_rows)
        units += row->units();
    return units;
}

Money OrderLinesForm::value() const
{
    Money value = 0;
    for (const OrderLineRow *row : m_rows)
        value += row->value();
    return value;
}

void OrderLinesForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Insert)
        addRow()->focusProduct();
    else
        QWidget::keyPressEvent(event);
}

} // namespace waitline
