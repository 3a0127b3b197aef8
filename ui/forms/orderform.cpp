#include "ui/forms/orderform.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/orderlinesform.h"
#include "ui/forms/ordertermsform.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/sidescroll.h"
#include "ui/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace waitline {

namespace {
constexpr int termsWidth = 264;
constexpr int narrow = 720; ///< below this width the terms stand under the lines
constexpr int restMs = 80; ///< typing rests so long before it is foreseen what comes of it
} // namespace

OrderForm::OrderForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_customer(customerPicker(session, tr("Customer")))
    , m_customerField(new FormField(QStringLiteral("customer"), tr("Customer"), m_customer))
    , m_customerNote(mutedLabel({}))
    , m_lines(new OrderLinesForm(session))
    , m_unwaitedNote(mutedLabel({}))
    , m_terms(new OrderTermsForm(session, OrderTermsForm::Part::Terms))
    , m_money(new OrderTermsForm(session, OrderTermsForm::Part::Deposit))
    , m_sum(label({}))
    , m_due(mutedLabel({}))
{
    m_unwaitedNote->setObjectName(QStringLiteral("unwaited"));
    m_unwaitedNote->setWordWrap(true);
    m_unwaitedNote->hide();
    auto *left = new QWidget;
    auto *lines = new QVBoxLayout(left);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(12);
    lines->addWidget(m_lines);
    lines->addWidget(m_unwaitedNote);
    lines->addStretch();
    auto *content = new QWidget;
    m_middle = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_middle->setContentsMargins(0, 0, 12, 0);
    m_middle->setSpacing(24);
    m_middle->addWidget(left, 1);
    m_middle->addWidget(m_terms, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeCustomer());
    column->addWidget(sideScroll(content, tr("Lines of the order")), 1);
    column->addWidget(makeFoot());
    m_foresee.setSingleShot(true);
    m_foresee.setInterval(restMs);
    connectParts();
    updateSum();
}

void OrderForm::connectParts()
{
    connect(m_customer, &SuggestionEdit::entered, m_lines, &OrderLinesForm::begin);
    connect(m_customer, &SuggestionEdit::newAsked, this, &OrderForm::newCustomerAsked);
    connect(m_customer, &SuggestionEdit::chosenChanged, this, &OrderForm::updateCustomerNote);
    connect(m_customer, &QLineEdit::editingFinished, this, &OrderForm::updateCustomerNote);
    connect(m_customer, &QLineEdit::textChanged, this, &OrderForm::fieldChanged);
    connect(m_customer, &SuggestionEdit::chosenChanged, this, &OrderForm::fieldChanged);
    connect(m_lines, &OrderLinesForm::leaveAsked, this, [this](bool forward) {
        if (!forward)
            m_customer->setFocus(Qt::BacktabFocusReason);
        else if (isEditing())
            Q_EMIT finished();
        else
            m_money->begin();
    });
    connect(m_lines, &OrderLinesForm::passed, m_terms, &OrderTermsForm::begin);
    connect(m_lines, &OrderLinesForm::changed, this, &OrderForm::fieldChanged);
    connect(m_lines, &OrderLinesForm::unwaitedAsked, this, &OrderForm::customerWouldNotWait);
    connect(m_lines, &OrderLinesForm::newProductAsked, this, &OrderForm::newProductAsked);
    connect(m_lines, &OrderLinesForm::pasted, this, [this](int rows, int wrong) {
        const QString many = rows == 1 ? tr("1 line is pasted") : tr("%1 lines are pasted").arg(rows);
        Q_EMIT said(wrong == 0 ? tr("%1; Ctrl+Z takes them back.").arg(many)
                               : tr("%1, %2 of them marked as not right yet; Ctrl+Z takes them back.").arg(many).arg(wrong));
    });
    for (OrderTermsForm *part : {m_terms, m_money})
        connect(part, &OrderTermsForm::changed, this, &OrderForm::fieldChanged);
    connect(m_terms, &OrderTermsForm::finished, this, [this] {
        if (isEditing())
            Q_EMIT finished();
        else
            m_money->begin();
    });
    connect(m_money, &OrderTermsForm::finished, this, &OrderForm::finished);
    connect(&m_foresee, &QTimer::timeout, this, &OrderForm::foresee);
    connect(&m_session, &Session::changed, &m_foresee, qOverload<>(&QTimer::start)); // others may have been quicker
    qApp->installEventFilter(this);
}

QWidget *OrderForm::makeCustomer()
{
    m_customer->setPlaceholderText(tr("Type a part of the name"));
    m_customerNote->setObjectName(QStringLiteral("customerNote"));
    m_customerNote->hide();
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_customerField);
    column->addWidget(m_customerNote);
    return part;
}

QWidget *OrderForm::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    auto *sums = new QVBoxLayout;
    sums->setSpacing(2);
    m_sum->setObjectName(QStringLiteral("orderSum"));
    m_due->setObjectName(QStringLiteral("orderDue"));
    setTextSize(m_sum, TextSize::Body, true);
    sums->addStretch();
    sums->addWidget(m_sum);
    sums->addWidget(m_due);
    row->addLayout(sums, 1);
    row->addWidget(m_money, 1);
    return foot;
}

void OrderForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < narrow;
    m_middle->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_middle->parentWidget()->updateGeometry(); // which the direction does not tell: it is as high as it was otherwise
    m_terms->setFixedWidth(isNarrow ? QWIDGETSIZE_MAX : termsWidth);
    if (isNarrow)
        m_terms->setMinimumWidth(0);
}

void OrderForm::begin()
{
    m_order = {};
    m_before.reset();
    m_paid = 0;
    show({});
    m_begun = entry();
    m_history.begin(m_begun);
    m_customer->setFocus();
}

void OrderForm::beginEdit(const OrderView &order)
{
    OrderEntry entry;
    entry.order = order.order.id;
    entry.before = sheetOf(order);
    m_paid = order.order.held();
    for (const OrderLineView &view : order.lines) {
        const StoredOrderLine &line = view.line;
        entry.lines.push_back({line.id, line.product, line.sku, {}, {}});
    }
    entry = withSheet(entry, *entry.before, m_session.currency());
    show(entry);
    m_begun = this->entry();
    m_history.begin(m_begun);
    m_lines->begin();
}

void OrderForm::resume(const OrderEntry &entry)
{
    show(entry);
    m_begun = {}; // whatever it says was typed
    m_history.begin(this->entry());
    if (entry.customerName.trimmed().isEmpty())
        m_customer->setFocus();
    else
        m_lines->begin();
}

void OrderForm::show(const OrderEntry &entry)
{
    m_isShowing = true;
    m_order = entry.order;
    m_before = entry.before;
    m_unwaited = entry.unwaited;
    if (entry.customer.isValid()) {
        m_customer->setChosen({entry.customer.value, entry.customerName, {}, {}});
    } else {
        m_customer->clearChosen();
        m_customer->setText(entry.customerName);
        m_customer->setKept(entry.isNameKept);
    }
    m_terms->setEditing(isEditing());
    m_money->setEditing(isEditing());
    m_lines->setEntries(entry.lines);
    m_terms->setEntry(entry);
    m_money->setEntry(entry);
    updateUnwaited();
    updateCustomerNote();
    m_isShowing = false;
    updateSum();
    m_foresee.start();
}

OrderEntry OrderForm::entry() const
{
    OrderEntry entry;
    entry.order = m_order;
    entry.before = m_before;
    entry.unwaited = m_unwaited;
    entry.customerName = m_customer->text();
    entry.isNameKept = m_customer->isKept();
    if (m_customer->chosen())
        entry.customer = {m_customer->chosen()->id};
    entry.lines = m_lines->entries();
    m_terms->addTo(entry);
    m_money->addTo(entry);
    return entry;
}

bool OrderForm::isDirty() const
{
    OrderEntry now = entry();
    now.isNameKept = m_begun.isNameKept;
    return now != m_begun;
}

void OrderForm::fieldChanged()
{
    if (m_isShowing)
        return;
    const QWidget *field = QApplication::focusWidget();
    m_history.note(entry(), field && isAncestorOf(field) ? field : nullptr);
    updateSum();
    m_foresee.start();
    Q_EMIT changed();
}

void OrderForm::setCustomer(CustomerId id, const QString &name)
{
    m_customer->setChosen({id.value, name, {}, {}});
    m_lines->begin();
}

QString OrderForm::customerName() const { return m_customer->text().trimmed(); }

void OrderForm::updateCustomerNote()
{
    const bool isNew = !isEditing() && !customerName().isEmpty() && !m_customer->chosen() && m_customer->isKept();
    m_customerNote->setText(isNew ? tr("“%1” is a new customer and is added with the order.").arg(customerName()) : QString());
    m_customerNote->setVisible(isNew);
}

void OrderForm::updateSum()
{
    const Currency &currency = m_session.currency();
    const qsizetype lines = m_lines->lines();
    m_sum->setText(tr("%1 · %2 · %3")
                       .arg(lines == 1 ? tr("1 line") : tr("%1 lines").arg(lines), unitsText(m_lines->units()),
                            moneyWithCode(m_lines->value(), currency)));
    const Money paid = isEditing() ? m_paid : m_money->taken();
    m_due->setText(tr("Deposit asked %1 · balance %2")
                       .arg(moneyText(m_depositRequired, currency), moneyText(std::max<Money>(m_lines->value() - paid, 0), currency)));
}

void OrderForm::updateUnwaited()
{
    QStringList each;
    for (const UnwaitedUnits &unwaited : m_unwaited)
        each += tr("%1 of %2").arg(unitsText(unwaited.units), unwaited.sku);
    m_unwaitedNote->setText(tr("Would not wait, kept as refused demand: %1.").arg(each.join(QStringLiteral(", "))));
    m_unwaitedNote->setVisible(!m_unwaited.empty());
}

/// Only what goes now stays on the line; the rest is demand that was refused.
void OrderForm::customerWouldNotWait(OrderLineRow *row)
{
    const auto preview = row->preview();
    const LineEntry line = row->entry();
    if (!preview)
        return;
    const Units now = preview->refusal ? 0 : preview->allocated;
    const Units unwaited = row->units() - now;
    if (unwaited <= 0)
        return Q_EMIT said(tr("All of this line goes now: nobody has to wait for it."));
    const auto known =
        std::find_if(m_unwaited.begin(), m_unwaited.end(), [&](const UnwaitedUnits &each) { return each.sku == preview->sku; });
    if (known == m_unwaited.end())
        m_unwaited.push_back({preview->sku, unwaited});
    else
        known->units += unwaited;
    m_isShowing = true; // one step for Ctrl+Z
    LineEntry left = line;
    left.units = QString::number(now);
    if (now > 0)
        row->setEntry(left);
    else
        m_lines->remove(row);
    m_isShowing = false;
    updateUnwaited();
    m_history.note(entry(), nullptr);
    fieldChanged();
    Q_EMIT said(tr("%1 of %2 would not be waited for; Ctrl+Z takes it back.").arg(unitsText(unwaited), preview->sku));
}

bool OrderForm::showError(const Error &error)
{
    if (error.field == u"line") {
        m_lines->showError(error);
        return true;
    }
    if (error.field == u"customer") {
        m_customerField->setProblem(error.message);
        m_customer->setFocus();
        return true;
    }
    return m_terms->showError(error) || m_money->showError(error);
}

/// Ctrl+Z and Ctrl+Shift+Z of the whole form, before a single field takes them for its own text.
bool OrderForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !widget || !isAncestorOf(widget))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Z || !(key->modifiers() & Qt::ControlModifier))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const bool again = key->modifiers() & Qt::ShiftModifier;
        if (again ? m_history.canRedo() : m_history.canUndo()) {
            show(again ? m_history.redo() : m_history.undo());
            Q_EMIT changed();
        }
    }
    event->accept();
    return true;
}

} // namespace waitline
