#include "ui/forms/orderlinerow.h"

#include "models/services/productjobs.h"
#include "models/tables/productmodel.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/orderwords.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace waitline {

namespace {
constexpr int besideNumber = 8;
}

OrderLineRow::OrderLineRow(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_number(mutedLabel({}, TextSize::Caption))
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
    m_remove->setAccessibleName(tr("Remove the line"));
    m_remove->setToolTip(tr("Remove the line (Ctrl+Del)"));
    m_remove->setFocusPolicy(Qt::ClickFocus); // Tab goes from cell to cell
    m_note->setObjectName(QStringLiteral("lineNote"));
    m_note->setWordWrap(true);
    m_note->hide();
    for (QLabel *under : {m_note, m_problem})
        under->setContentsMargins(numberWidth + besideNumber, 0, 0, 0);
    setNumber(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeCells());
    column->addWidget(m_note);
    column->addWidget(m_problem);
    for (QLineEdit *each : {static_cast<QLineEdit *>(m_product), m_units, m_price}) {
        each->installEventFilter(this);
        connect(each, &QLineEdit::textChanged, this, [this] {
            setProblem({});
            if (!m_isSetting)
                Q_EMIT changed();
        });
    }
    connect(m_product, &SuggestionEdit::entered, this, &OrderLineRow::productEntered);
    connect(m_product, &SuggestionEdit::enteredEmpty, this, [this] { Q_EMIT leaveAsked(true); });
    connect(m_product, &SuggestionEdit::newAsked, this, &OrderLineRow::newProductAsked);
    connect(m_product, &SuggestionEdit::chosenChanged, this, &OrderLineRow::readProduct);
    connect(m_product, &SuggestionEdit::failed, this, [this](const Error &error) { setProblem(error.message); });
    for (QLineEdit *number : {m_units, m_price})
        connect(number, &QLineEdit::editingFinished, this, &OrderLineRow::cellLeft);
    connect(m_units, &QLineEdit::returnPressed, this, &OrderLineRow::nextAsked);
    connect(m_price, &QLineEdit::returnPressed, this, &OrderLineRow::nextAsked);
    connect(m_remove, &QPushButton::clicked, this, &OrderLineRow::removeAsked);
}

QWidget *OrderLineRow::makeCells()
{
    auto *cells = new QWidget;
    auto *row = new QHBoxLayout(cells);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(besideNumber);
    m_number->setFixedWidth(numberWidth);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setObjectName(QStringLiteral("lineNumber"));
    m_units->setFixedWidth(unitsWidth);
    m_price->setFixedWidth(priceWidth);
    m_remove->setFixedWidth(removeWidth);
    m_units->setAlignment(Qt::AlignRight);
    m_price->setAlignment(Qt::AlignRight);
    row->addWidget(m_number);
    row->addWidget(m_product, 1);
    row->addWidget(m_units);
    row->addWidget(m_price);
    row->addWidget(m_remove);
    return cells;
}

void OrderLineRow::setNumber(qsizetype number)
{
    m_number->setText(QString::number(number));
    m_product->setAccessibleName(tr("Product of line %1").arg(number));
    m_units->setAccessibleName(tr("Units of line %1").arg(number));
    m_price->setAccessibleName(tr("Price of line %1").arg(number));
}

QLineEdit *OrderLineRow::cell(Cell which) const
{
    switch (which) {
    case Cell::Product: return m_product;
    case Cell::Quantity: return m_units;
    case Cell::Price: return m_price;
    }
    Q_UNREACHABLE();
}

void OrderLineRow::focusCell(Cell which) { cell(which)->setFocus(Qt::TabFocusReason); }

std::optional<OrderLineRow::Cell> OrderLineRow::focusedCell() const
{
    for (const Cell each : {Cell::Product, Cell::Quantity, Cell::Price}) {
        if (cell(each)->hasFocus())
            return each;
    }
    return std::nullopt;
}

bool OrderLineRow::isBlank() const { return entry().isBlank() && !m_line.isValid(); }

QString OrderLineRow::sku() const { return m_product->chosen() ? m_product->chosen()->text : m_product->text().trimmed(); }

LineEntry OrderLineRow::entry() const
{
    return {m_line, m_product->chosen() ? ProductId{m_product->chosen()->id} : ProductId{}, m_product->text(), m_units->text(),
            m_price->text()};
}

void OrderLineRow::setEntry(const LineEntry &entry)
{
    if (entry == this->entry())
        return;
    m_isSetting = true;
    m_line = entry.line;
    m_preview.reset();
    m_stock.clear();
    sayNote({});
    if (entry.product.isValid()) {
        m_product->setChosen({entry.product.value, entry.sku, {}, {}});
    } else {
        m_product->clearChosen();
        m_product->setText(entry.sku);
        m_product->setKept(true); // what stands there is meant: no search is asked for it
    }
    m_units->setText(entry.units);
    m_price->setText(entry.price);
    m_product->setReadOnly(m_line.isValid()); // another product is another line
    m_isSetting = false;
}

void OrderLineRow::setChosen(const StoredProduct &product)
{
    m_product->setChosen({product.id.value, product.terms.sku, {}, {}});
    focusCell(Cell::Quantity);
}

Result<OrderLineDraft> OrderLineRow::draft() const
{
    OrderLineDraft line;
    line.sku = sku();
    if (line.sku.isEmpty())
        return invalid(QStringLiteral("product"), tr("This line has no product: enter one, or remove the line with Ctrl+Del."));
    const auto quantity = typedQuantity();
    if (!quantity)
        return quantity.error();
    line.units = *quantity;
    const auto price = typedPrice();
    if (!price)
        return price.error();
    line.unitPrice = *price;
    return line;
}

Result<Units> OrderLineRow::typedQuantity() const
{
    const auto typed = typedUnits(m_units->text(), QStringLiteral("units"));
    if (!typed)
        return typed.error();
    const QString what = sku().isEmpty() ? tr("The units of this line") : tr("The units of %1").arg(sku());
    if (auto valid = validateUnits(*typed, QStringLiteral("units"), what); !valid)
        return valid.error();
    return *typed;
}

Result<std::optional<Money>> OrderLineRow::typedPrice() const
{
    if (m_price->text().trimmed().isEmpty())
        return std::optional<Money>();
    const auto price = typedMoney(m_price->text(), m_session.currency(), QStringLiteral("price"));
    if (!price)
        return price.error();
    return std::optional(*price);
}

QWidget *OrderLineRow::tabAfter(QWidget *before)
{
    for (QLineEdit *each : {static_cast<QLineEdit *>(m_product), m_units, m_price}) {
        setTabOrder(before, each);
        before = each;
    }
    return before;
}

void OrderLineRow::sayNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    m_units->setAccessibleDescription(sentence);
}

void OrderLineRow::setPreview(const std::optional<LinePreview> &preview, const std::optional<QDate> &promise)
{
    m_preview = preview;
    if (!preview)
        return sayNote(m_stock);
    if (preview->refusal) {
        // What was read when the product was chosen may be sold by now, and lines above count.
        const bool isOfPreorder = preview->preorder && preview->release;
        sayNote(isOfPreorder ? tr("%1 · %2").arg(preview->name, preorderText(*preview)) : m_stock);
        if (!isOfPreorder)
            readStock();
        return markAs(*preview->refusal);
    }
    setProblem({});
    m_listPrice = preview->unitPrice;
    if (!m_line.isValid() && m_price->text().isEmpty())
        m_price->setPlaceholderText(moneyToType(preview->unitPrice, m_session.currency()));
    const QString late = laterThanPromised(preview->coverage, preview->waiting, promise);
    sayNote(tr("%1 · %2").arg(preview->name, whatWillHappen(*preview)) + (late.isEmpty() ? QString() : QStringLiteral(". ") + late));
}

void OrderLineRow::setOutcome(const OrderLineView &line)
{
    setProblem({});
    m_preview.emplace();
    m_preview->sku = line.line.sku;
    m_preview->allocated = line.line.allocated + line.line.shipped;
    m_preview->waiting = line.line.waiting;
    m_listPrice = line.line.unitPrice;
    const QString late = laterThanPromised(line.coverage, line.line.waiting, line.line.promise);
    sayNote(tr("%1 · %2").arg(line.line.productName, whatBecame(line)) + (late.isEmpty() ? QString() : QStringLiteral(". ") + late));
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
    if (m_product->chosen() || m_product->isKept() || m_line.isValid())
        return focusCell(Cell::Quantity); // a kept text is an exact SKU or barcode, or is marked as none
    markAs(notFound("product",
                    tr("There is no product “%1”: correct it, or press F4 and choose to make it.").arg(m_product->text().trimmed())));
}

/// What is there of the product, and its price, while no units are typed yet.
void OrderLineRow::readProduct()
{
    m_stock.clear();
    m_preview.reset();
    sayNote({});
    m_price->setPlaceholderText({});
    m_listPrice = 0;
    readStock();
}

void OrderLineRow::readStock()
{
    if (!m_product->chosen())
        return;
    const ProductId product{m_product->chosen()->id};
    whenDone(jobs::viewProduct(m_session, product), this, [this, product](const Result<ProductView> &view) {
        if (!m_product->chosen() || m_product->chosen()->id != product.value)
            return;
        if (!view)
            return setProblem(view.error().message);
        m_stock = tr("%1 · %2").arg(view->product.terms.name, availabilityText(view->product, view->state));
        if (!m_line.isValid())
            m_price->setPlaceholderText(moneyToType(view->product.terms.price, m_session.currency()));
        if (isRefused()) { // which is foreseen already
            if (!m_preview->preorder)
                sayNote(m_stock);
            return;
        }
        if (!m_preview && m_note->text().isEmpty()) {
            m_listPrice = view->product.terms.price;
            sayNote(m_stock);
        }
        Q_EMIT changed();
    });
}

bool OrderLineRow::pasted()
{
    const QString text = QApplication::clipboard()->text();
    if (!text.contains(u'\t') && !text.trimmed().contains(u'\n'))
        return false; // into the cell, as text
    Q_EMIT pasteAsked(text);
    return true;
}

/// The keys of a grid; true where the cell itself is not to see them.
bool OrderLineRow::keyPressed(QKeyEvent *event)
{
    const bool isCtrl = event->modifiers() & Qt::ControlModifier;
    QLineEdit *focused = cell(focusedCell().value_or(Cell::Product));
    switch (event->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        const bool forward = event->key() == Qt::Key_Tab && !(event->modifiers() & Qt::ShiftModifier);
        m_product->takeTop();
        if (isCtrl)
            Q_EMIT leaveAsked(forward);
        else
            Q_EMIT stepAsked(forward ? 1 : -1);
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (m_product->isListOpen() || event->modifiers() & Qt::AltModifier)
            return false;
        Q_EMIT rowAsked(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_F2:
        focused->deselect();
        focused->end(false);
        return true;
    case Qt::Key_F8: Q_EMIT unwaitedAsked(); return true;
    case Qt::Key_Delete:
        if (isCtrl)
            Q_EMIT removeAsked();
        return isCtrl;
    case Qt::Key_D:
        if (isCtrl)
            Q_EMIT copyAboveAsked();
        return isCtrl;
    default: return event->matches(QKeySequence::Paste) && pasted();
    }
}

void OrderLineRow::moveEvent(QMoveEvent *event)
{
    QWidget::moveEvent(event);
    if (focusedCell())
        Q_EMIT entered();
}

void OrderLineRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (focusedCell())
        Q_EMIT entered();
}

bool OrderLineRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && keyPressed(static_cast<QKeyEvent *>(event)))
        return true;
    // A click into a number selects it, so that typing replaces it; a click in the one that has the keyboard places the
    // cursor.
    auto *number = watched == m_units ? m_units : watched == m_price ? m_price : nullptr;
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    if (number && event->type() == QEvent::FocusIn)
        m_isClickedInto = static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason;
    if (number && event->type() == QEvent::MouseButtonRelease && std::exchange(m_isClickedInto, false) && !number->hasSelectedText())
        QMetaObject::invokeMethod(number, &QLineEdit::selectAll, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

} // namespace waitline
