#include "ui/forms/orderlinerow.h"

#include "models/services/productjobs.h"
#include "models/tables/productmodel.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/style/waitlinestyle.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace waitline {

OrderLineRow::OrderLineRow(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_product(productPicker(session, tr("Product")))
    , m_units(new QLineEdit)
    , m_price(new QLineEdit)
    , m_remove(quietButton({}, QStringLiteral("close")))
    , m_note(mutedLabel({}))
    , m_problem(problemLabel())
{
    m_product->setObjectName(QStringLiteral("product"));
    m_product->setPlaceholderText(tr("SKU, barcode or name"));
    m_units->setObjectName(QStringLiteral("units"));
    m_price->setObjectName(QStringLiteral("price"));
    m_units->setAccessibleName(tr("Units"));
    m_price->setAccessibleName(tr("Price"));
    m_remove->setAccessibleName(tr("Remove the line"));
    m_remove->setToolTip(tr("Remove the line (Ctrl+Del)"));
    m_remove->setFocusPolicy(Qt::ClickFocus); // Tab goes from cell to cell
    m_note->setWordWrap(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeCells());
    column->addWidget(m_note);
    column->addWidget(m_problem);
    for (QLineEdit *cell : {static_cast<QLineEdit *>(m_product), m_units, m_price}) {
        cell->installEventFilter(this);
        connect(cell, &QLineEdit::textChanged, this, [this] {
            setProblem({});
            Q_EMIT changed();
        });
    }
    connect(m_product, &SuggestionEdit::entered, this, &OrderLineRow::productEntered);
    connect(m_product, &SuggestionEdit::enteredEmpty, this, &OrderLineRow::leaveAsked);
    connect(m_product, &SuggestionEdit::chosenChanged, this, &OrderLineRow::productChosen);
    connect(m_product, &SuggestionEdit::failed, this, [this](const Error &error) { setProblem(error.message); });
    connect(m_units, &QLineEdit::returnPressed, this, &OrderLineRow::nextAsked);
    connect(m_price, &QLineEdit::returnPressed, this, &OrderLineRow::nextAsked);
    connect(m_remove, &QPushButton::clicked, this, &OrderLineRow::removeAsked);
}

QWidget *OrderLineRow::makeCells()
{
    auto *cells = new QWidget;
    auto *row = new QHBoxLayout(cells);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_units->setFixedWidth(unitsWidth);
    m_price->setFixedWidth(priceWidth);
    m_remove->setFixedWidth(removeWidth);
    m_units->setAlignment(Qt::AlignRight);
    m_price->setAlignment(Qt::AlignRight);
    row->addWidget(m_product, 1);
    row->addWidget(m_units);
    row->addWidget(m_price);
    row->addWidget(m_remove);
    return cells;
}

void OrderLineRow::focusProduct() { m_product->setFocus(Qt::TabFocusReason); }

bool OrderLineRow::isBlank() const { return m_product->text().trimmed().isEmpty() && m_units->text().trimmed().isEmpty(); }

QString OrderLineRow::sku() const { return m_product->chosen() ? m_product->chosen()->text : m_product->text().trimmed(); }

Result<OrderLineDraft> OrderLineRow::draft()
{
    const auto wrong = [this](QLineEdit *cell, const Error &error) {
        setProblem(error.message);
        cell->setProperty(problemProperty, true);
        cell->update();
        cell->setFocus(Qt::TabFocusReason);
        return error;
    };
    OrderLineDraft line;
    line.sku = sku();
    if (line.sku.isEmpty())
        return wrong(m_product,
                     invalid(QStringLiteral("line"), tr("This line has no product: enter one, or remove the line with Ctrl+Del.")));
    const auto typed = typedUnits(m_units->text(), QStringLiteral("line"));
    if (!typed)
        return wrong(m_units, typed.error());
    if (auto valid = validateUnits(*typed, QStringLiteral("line"), tr("The units of %1").arg(line.sku)); !valid)
        return wrong(m_units, valid.error());
    line.units = *typed;
    if (!m_price->text().trimmed().isEmpty()) {
        const auto price = typedMoney(m_price->text(), m_session.currency(), QStringLiteral("line"));
        if (!price)
            return wrong(m_price, price.error());
        line.unitPrice = *price;
    }
    return line;
}

void OrderLineRow::setProblem(const QString &sentence)
{
    sayProblem(m_problem, sentence);
    for (QLineEdit *cell : {static_cast<QLineEdit *>(m_product), m_units, m_price}) {
        if (cell->property(problemProperty).toBool()) {
            cell->setProperty(problemProperty, false);
            cell->update();
        }
    }
}

Units OrderLineRow::units() const
{
    const auto typed = typedUnits(m_units->text(), {});
    return typed && *typed > 0 && *typed <= mostUnitsOfALine ? *typed : 0;
}

Money OrderLineRow::value() const
{
    const auto typed = typedMoney(m_price->text(), m_session.currency(), {});
    return units() * (typed ? *typed : m_listPrice);
}

void OrderLineRow::productEntered()
{
    if (m_product->chosen())
        return m_units->setFocus(Qt::TabFocusReason);
    setProblem(tr("There is no product “%1”: correct it, or add the product on the Products page.").arg(m_product->text().trimmed()));
}

void OrderLineRow::productChosen()
{
    m_note->hide();
    m_price->setPlaceholderText({});
    m_listPrice = 0;
    if (!m_product->chosen())
        return;
    const ProductId product{m_product->chosen()->id};
    jobs::viewProduct(m_session, product).then(this, [this, product](const Result<ProductView> &view) {
        if (!m_product->chosen() || m_product->chosen()->id != product.value)
            return;
        if (!view)
            return setProblem(view.error().message);
        m_listPrice = view->product.terms.price;
        m_price->setPlaceholderText(moneyToType(m_listPrice, m_session.currency()));
        m_note->setText(tr("%1 · %2").arg(view->product.terms.name, availabilityText(view->product, view->state)));
        m_note->show();
        Q_EMIT changed();
    });
}

bool OrderLineRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Tab && key->modifiers() & Qt::ControlModifier) {
        Q_EMIT leaveAsked();
        return true;
    }
    if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && watched == m_price && !isBlank()) {
        Q_EMIT nextAsked();
        return true;
    }
    if (key->key() == Qt::Key_Delete && key->modifiers() & Qt::ControlModifier) {
        Q_EMIT removeAsked();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waitline
