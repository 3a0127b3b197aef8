// What is wrong with a line of an order that is being entered, and how it is marked.
#include "ui/forms/orderlinerow.h"
#include "ui/style/waitlinestyle.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/suggestionedit.h"

#include <QLabel>

namespace waitline {

bool OrderLineRow::isUnreadable() const
{
    const bool isUnknown = m_preview && m_preview->refusal && m_preview->refusal->kind == Error::Kind::NotFound;
    return isUnknown || (!m_units->text().trimmed().isEmpty() && !typedQuantity()) || !typedPrice();
}

bool OrderLineRow::isRefused() const { return m_preview && m_preview->refusal; }

bool OrderLineRow::hasProblem() const { return !m_problem->text().isEmpty(); }

void OrderLineRow::focusProblem()
{
    QLineEdit *marked = m_units;
    for (QLineEdit *each : {static_cast<QLineEdit *>(m_product), m_price}) {
        if (each->property(problemProperty).toBool())
            marked = each;
    }
    marked->setFocus(Qt::TabFocusReason);
}

/// What cannot be read is marked when its cell is left; one that is empty is to be filled still.
void OrderLineRow::cellLeft()
{
    if (const auto quantity = typedQuantity(); !quantity && !m_units->text().trimmed().isEmpty())
        markAs(quantity.error());
    else if (const auto price = typedPrice(); !price)
        markAs(price.error());
}

void OrderLineRow::mark()
{
    if (const auto line = draft(); !line)
        markAs(line.error());
}

void OrderLineRow::markAs(const Error &error)
{
    setProblem(error.message);
    const bool isOfProduct = error.field == u"product" || error.kind == Error::Kind::NotFound;
    QLineEdit *wrong = isOfProduct ? m_product : error.field == u"price" ? m_price : m_units;
    wrong->setProperty(problemProperty, true);
    wrong->update();
}

Result<OrderLineDraft> OrderLineRow::checked()
{
    const auto line = draft();
    if (!line) {
        mark();
        focusCell(line.error().field == u"product" ? Cell::Product : line.error().field == u"price" ? Cell::Price : Cell::Quantity);
    }
    return line;
}

void OrderLineRow::setProblem(const QString &sentence)
{
    sayProblem(m_problem, sentence);
    for (QLineEdit *each : {static_cast<QLineEdit *>(m_product), m_units, m_price}) {
        if (each->property(problemProperty).toBool()) {
            each->setProperty(problemProperty, false);
            each->update();
        }
    }
}

void OrderLineRow::refuse(const Error &error)
{
    LinePreview refused;
    refused.refusal = error;
    setPreview(refused);
}

} // namespace waitline
