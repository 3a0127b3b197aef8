#include "ui/forms/orderform.h"

#include "models/services/orderjobs.h"
#include "models/tables/celltext.h"
#include "ui/forms/formfield.h"
#include "ui/forms/orderlinesform.h"
#include "ui/forms/ordertermsform.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/widgets/labels.h"
#include "ui/words.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cstdlib>

namespace waitline {

namespace {
constexpr int restMs = 80; ///< typing rests so long before it is foreseen what comes of it
}

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
    layOut();
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
    connect(m_lines, &OrderLinesForm::pasted, this, [this](int rows) {
        m_pasted = rows;
        sayPasted();
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

void OrderForm::sayPasted()
{
    constexpr qsizetype mostNamed = 8;
    const QString many = m_pasted == 1 ? tr("1 line is pasted") : tr("%1 lines are pasted").arg(m_pasted);
    const QList<qsizetype> wrong = m_lines->problems();
    if (wrong.isEmpty())
        return tell(tr("%1; Ctrl+Z takes them back.").arg(many));
    QStringList numbers;
    for (qsizetype number : wrong.mid(0, mostNamed))
        numbers += QString::number(number);
    if (wrong.size() > mostNamed)
        numbers += tr("and %1 more").arg(wrong.size() - mostNamed);
    const QString where = (wrong.size() == 1 ? tr("line %1") : tr("lines %1")).arg(numbers.join(QStringLiteral(", ")));
    tell(tr("%1, %2 of them marked as not right yet (%3); Ctrl+Z takes them back.").arg(many, QString::number(wrong.size()), where));
}

/// Something that holds until more is typed, or it is taken back.
void OrderForm::tell(const QString &sentence)
{
    m_isTold = !sentence.isEmpty();
    Q_EMIT said(sentence);
}

void OrderForm::begin()
{
    m_order = {};
    m_before.reset();
    m_kept.clear();
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
    for (const UnwaitedUnits &each : m_unwaited)
        m_kept.try_emplace(each.sku, m_lines->unitsOf(each.sku));
    updateUnwaited();
    updateCustomerNote();
    m_isShowing = false;
    updateSum();
    m_isOutdated = false;
    ++m_foreseen; // what was asked about another order, or the same as it was, is not wanted any more
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
    updateUnwaited();
    m_foresee.start();
    if (m_isTold && m_pasted == 0)
        tell({});
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
    const QString many = lines == 1 ? tr("1 line") : tr("%1 lines").arg(lines);
    QStringList sum{many, unitsText(m_lines->units()), moneyWithCode(m_lines->value(), currency)};
    if (const qsizetype wrong = m_lines->unreadable(); wrong > 0)
        sum += wrong == 1 ? tr("1 line is not right yet and not counted") : tr("%1 lines are not right yet and not counted").arg(wrong);
    if (const qsizetype refused = m_lines->refused(); refused > 0)
        sum +=
            refused == 1 ? tr("1 line cannot be sold and is not counted") : tr("%1 lines cannot be sold and are not counted").arg(refused);
    m_sum->setText(sum.join(QStringLiteral(" · ")));
    const Money balance = m_lines->value() - (isEditing() ? m_paid : m_money->taken());
    const QString due = balance >= 0  ? tr("Deposit asked %1 · balance %2")
                        : isEditing() ? tr("Deposit asked %1 · refund due %2")
                                      : tr("Deposit asked %1 · %2 more than is due");
    m_due->setText(due.arg(moneyText(m_depositRequired, currency), moneyText(std::abs(balance), currency)));
}

/// What is refused demand: units taken into the order since are not.
std::vector<UnwaitedUnits> OrderForm::unwaited() const
{
    std::vector<UnwaitedUnits> left;
    for (const UnwaitedUnits &each : m_unwaited) {
        const auto kept = m_kept.find(each.sku);
        const Units sold = kept == m_kept.end() ? 0 : std::max<Units>(0, m_lines->unitsOf(each.sku) - kept->second);
        if (each.units > sold)
            left.push_back({each.sku, each.units - sold});
    }
    return left;
}

void OrderForm::updateUnwaited()
{
    QStringList each;
    for (const UnwaitedUnits &unwaited : unwaited())
        each += tr("%1 of %2").arg(unitsText(unwaited.units), unwaited.sku);
    m_unwaitedNote->setText(tr("Would not wait, kept as refused demand: %1.").arg(each.join(QStringLiteral(", "))));
    m_unwaitedNote->setVisible(!each.isEmpty());
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
    if (now == 0)
        m_lines->begin(); // what is typed next is a line of its own
    m_isShowing = false;
    m_kept[preview->sku] = m_lines->unitsOf(preview->sku);
    updateUnwaited();
    m_history.note(entry(), nullptr);
    fieldChanged();
    tell(tr("%1 of %2 would not be waited for; Ctrl+Z takes it back.").arg(unitsText(unwaited), preview->sku));
}

bool OrderForm::showError(const Error &error)
{
    if (error.field == u"line") {
        m_lines->showError(error);
        sayWrong();
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
            m_pasted = 0;
            tell({});
            Q_EMIT changed();
        } else if (!again) {
            Q_EMIT undoAsked();
        }
    }
    event->accept();
    return true;
}

} // namespace waitline
