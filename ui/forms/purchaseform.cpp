#include "ui/forms/purchaseform.h"

#include "models/services/productjobs.h"
#include "models/tables/celltext.h"
#include "ui/delegates/productpickdelegate.h"
#include "ui/forms/formfield.h"
#include "ui/forms/pickers.h"
#include "ui/forms/typed.h"
#include "ui/widgets/dayfield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linesgrid.h"
#include "ui/words.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>

#include <algorithm>

namespace waitline {

namespace {
enum Column { Sku, Units_, Cost, Name, Pack, Minimum, Total }; // typed up to the cost
const QString lineField = QStringLiteral("line");
} // namespace

PurchaseForm::PurchaseForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_supplier(supplierPicker(session, tr("Supplier")))
    , m_expected(new DayField(session.today()))
    , m_reference(new QLineEdit)
    , m_supplierNote(mutedLabel({}))
    , m_lines(new LinesGrid({tr("Product"), tr("Units"), tr("Cost each, %1").arg(session.currency().code), tr("Name"), tr("Pack"),
                             tr("At least"), tr("Total, %1").arg(session.currency().code)},
                            QStringLiteral("purchaseLines"), tr("Lines of the purchase")))
    , m_problem(problemLabel())
    , m_sum(label({}))
{
    m_lines->setItemDelegateForColumn(Sku, new ProductPickDelegate(session, tr("Product"), this));
    m_lines->setTold(Name);
    m_lines->setNumbers({Units_, Cost, Pack, Minimum, Total});
    for (const auto &[column, width] : {std::pair(Sku, 150), std::pair(Units_, 80), std::pair(Pack, 70), std::pair(Minimum, 80),
                                        std::pair(Cost, 140), std::pair(Total, 120)})
        m_lines->setColumnWidth(column, width);
    QHeaderView *header = m_lines->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(Name, QHeaderView::Stretch);
    header->moveSection(Name, Units_); // beside the SKU
    header->moveSection(header->visualIndex(Cost), Minimum);
    m_problem->setObjectName(QStringLiteral("lineProblem"));
    m_sum->setObjectName(QStringLiteral("purchaseSum"));
    m_sum->setAlignment(Qt::AlignRight);
    setTextSize(m_sum, TextSize::Body, true);
    QLabel *hint = mutedLabel(tr("Type a SKU, barcode or name; Enter goes on. Ctrl+V pastes rows “SKU, units, cost” of a spreadsheet, "
                                 "Ctrl+Del takes a line out. Where no cost is typed, the product's own is taken."));
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(m_lines, 1);
    column->addWidget(m_problem);
    column->addWidget(hint);
    column->addWidget(m_sum);
    connect(m_supplier, &SuggestionEdit::entered, m_expected, [this] { m_expected->setFocus(Qt::TabFocusReason); });
    connect(m_supplier, &SuggestionEdit::newAsked, this, [this] {
        m_supplier->setKept(true); // the name alone makes a supplier
        updateSupplierNote();
        m_expected->setFocus(Qt::TabFocusReason);
    });
    connect(m_supplier, &SuggestionEdit::chosenChanged, this, &PurchaseForm::updateSupplierNote);
    writeOutDays(m_expected, m_session.today());
    connect(m_expected, &QLineEdit::returnPressed, m_reference, [this] { m_reference->setFocus(Qt::TabFocusReason); });
    connect(m_reference, &QLineEdit::returnPressed, m_lines, [this] { m_lines->setFocus(); });
    connect(m_lines, &LinesGrid::finished, this, &PurchaseForm::finished);
    connect(m_lines, &QTableWidget::itemChanged, this, &PurchaseForm::takeEdit);
    connect(m_lines, &LinesGrid::editingEnded, this, &PurchaseForm::updateLines);
    connect(m_lines->model(), &QAbstractItemModel::rowsRemoved, this, &PurchaseForm::takeEdit);
    updateLines();
    m_before = snapshot();
}

QWidget *PurchaseForm::makeHead()
{
    m_supplier->setPlaceholderText(tr("Type a part of the name"));
    m_expected->setPlaceholderText(tr("A day, or +14, w2"));
    m_supplierNote->setObjectName(QStringLiteral("supplierNote"));
    m_supplierNote->hide();
    auto *head = new QWidget;
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(2);
    const auto add = [&](const QString &key, const QString &text, QLineEdit *editor, int column, int stretch) {
        auto *field = new FormField(key, text, editor);
        m_fields += field;
        grid->addWidget(field, 0, column, Qt::AlignTop);
        grid->setColumnStretch(column, stretch);
    };
    add(QStringLiteral("supplier"), tr("Supplier"), m_supplier, 0, 2);
    add(QStringLiteral("expected"), tr("Expected on"), m_expected, 1, 1);
    add(QStringLiteral("reference"), tr("The supplier's number"), m_reference, 2, 1);
    grid->addWidget(m_supplierNote, 1, 0, 1, 3);
    return head;
}

void PurchaseForm::begin() { m_supplier->setFocus(Qt::TabFocusReason); }

void PurchaseForm::fill(const QString &supplier, QDate expected, const QString &reference)
{
    m_supplier->setText(supplier);
    m_expected->setText(dayText(expected));
    m_reference->setText(reference);
}

void PurchaseForm::addLine(int row, const QString &sku, Units units, std::optional<Money> cost)
{
    m_lines->setLine(row, {sku, numberText(units), cost ? moneyToType(*cost, m_session.currency()) : QString()});
}

void PurchaseForm::setPurchase(const StoredPurchase &purchase)
{
    fill(purchase.supplier, purchase.expected, purchase.reference);
    int row = 0;
    for (const StoredPurchaseLine &line : purchase.lines) {
        if (line.onOrder() > 0)
            addLine(row++, line.sku, line.ordered, line.unitCost);
    }
    m_before = snapshot();
}

void PurchaseForm::setKept(const StoredPurchaseDraft &draft)
{
    fill(draft.supplier, draft.expected.value_or(QDate()), draft.reference);
    int row = 0;
    for (const StoredPurchaseDraft::Line &line : draft.lines)
        addLine(row++, line.sku, line.units, line.unitCost);
    m_before = snapshot();
}

QStringList PurchaseForm::snapshot() const
{
    QStringList values{m_supplier->text().trimmed(), m_expected->text().trimmed(), m_reference->text().trimmed()};
    for (const auto &[row, cells] : m_lines->lines())
        values += cells;
    return values;
}

bool PurchaseForm::isDirty() const { return snapshot() != m_before; }

void PurchaseForm::updateSupplierNote()
{
    const bool isNew = m_supplier->isKept() && !m_supplier->chosen();
    const QString name = m_supplier->text().trimmed();
    m_supplierNote->setText(isNew ? tr("“%1” is a new supplier and is added with the purchase.").arg(name) : QString());
    m_supplierNote->setVisible(isNew);
}

const ProductTerms *PurchaseForm::termsOf(const QString &sku)
{
    if (sku.isEmpty())
        return nullptr;
    if (const auto known = m_products.constFind(sku); known != m_products.constEnd())
        return known->terms ? &*known->terms : nullptr;
    m_products.insert(sku, {});
    whenDone(jobs::showProduct(m_session, sku), this, [this, sku](const Result<StoredProduct> &product) {
        m_products[sku] = {true, product ? std::optional(product->terms) : std::nullopt};
        if (!m_lines->isEditing()) // else as soon as the cell is left
            updateLines();
    });
    return nullptr;
}

Money PurchaseForm::tellLine(int row, const QStringList &cells, QString &problem)
{
    const ProductTerms *terms = termsOf(cells[Sku]);
    const bool isUnknown = !terms && m_products.value(cells[Sku]).isThere;
    m_lines->tell(row, Name, terms ? terms->name : isUnknown ? tr("no product has this SKU") : QString());
    m_lines->tell(row, Pack, terms ? numberText(terms->pack) : QString());
    m_lines->tell(row, Minimum, terms && terms->minimumOrder > 0 ? numberText(terms->minimumOrder) : QString());
    m_lines->propose(row, Cost, terms ? moneyText(terms->cost, m_session.currency()) : QString());
    const auto units = typedUnits(cells[Units_], lineField);
    const bool isAmount = units && *units > 0 && *units <= mostUnitsOfALine;
    if (const auto breaks = terms && isAmount ? packProblem(*terms, *units) : std::nullopt) {
        m_lines->mark(row, Units_, *breaks);
        problem = problem.isEmpty() ? *breaks : problem;
    }
    std::optional<Money> cost = terms ? std::optional(terms->cost) : std::nullopt;
    if (!cells[Cost].isEmpty()) {
        const auto typed = typedMoney(cells[Cost], m_session.currency(), lineField);
        cost = typed ? std::optional(*typed) : std::nullopt;
    }
    const Money value = isAmount && cost ? *units * *cost : 0;
    m_lines->tell(row, Total, isAmount && cost ? moneyText(value, m_session.currency()) : QString());
    return value;
}

void PurchaseForm::takeEdit()
{
    m_refusal.reset();
    updateLines();
}

/// What breaks the packs or the smallest purchase is said at once, and what would fit.
void PurchaseForm::updateLines()
{
    m_lines->clearMarks();
    m_lines->clearTold();
    const auto lines = m_lines->lines();
    Units sum = 0;
    Money total = 0;
    QString problem;
    for (const auto &[row, cells] : lines) {
        total += tellLine(row, cells, problem);
        const auto units = typedUnits(cells[Units_], lineField);
        sum += units && *units > 0 && *units <= mostUnitsOfALine ? *units : 0;
    }
    if (m_refusal)
        m_lines->mark(m_refusal->row, m_refusal->column, m_refusal->sentence);
    sayProblem(m_problem, m_refusal ? m_refusal->sentence : problem);
    m_sum->setText(
        tr("%1 · %2 · %3")
            .arg(countText(std::ssize(lines), tr("1 line"), tr("%1 lines")), unitsText(sum), moneyWithCode(total, m_session.currency())));
}

Result<PurchaseDraft> PurchaseForm::draft()
{
    const auto kept = unfinished();
    if (!kept)
        return kept.error();
    const auto wrong = [this](const QString &field, const QString &sentence) {
        const Error error = invalid(field, sentence);
        showError(error);
        return error;
    };
    if (kept->supplier.isEmpty())
        return wrong(QStringLiteral("supplier"), tr("The purchase has no supplier: type a part of the name and press Enter."));
    if (!kept->expected)
        return wrong(QStringLiteral("expected"), tr("The purchase has no expected day: enter one, such as +14 for in two weeks."));
    if (kept->lines.empty())
        return wrong(lineField, tr("The purchase has no line: enter at least one product."));
    PurchaseDraft draft{kept->supplier, {}, *kept->expected, kept->reference, true};
    for (const StoredPurchaseDraft::Line &line : kept->lines)
        draft.lines.push_back({line.sku, line.units, line.unitCost});
    return draft;
}

void PurchaseForm::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_lines->mark(refusal.row, refusal.column, refusal.sentence);
    m_lines->setCurrentCell(refusal.row, refusal.column);
    sayProblem(m_problem, refusal.sentence);
    m_lines->setFocus();
}

Result<StoredPurchaseDraft::Line> PurchaseForm::lineOf(int row, const QStringList &cells)
{
    const auto wrong = [&](int column, const QString &sentence) {
        refuse({row, column, sentence});
        return invalid(lineField, sentence);
    };
    StoredPurchaseDraft::Line line{cells[Sku], 0, {}};
    if (line.sku.isEmpty())
        return wrong(Sku, tr("Line %1 has no product: enter one or take the line out with Ctrl+Del.").arg(row + 1));
    const auto units = typedUnits(cells[Units_], lineField);
    if (!units)
        return wrong(Units_, tr("The units of line %1 are not a number: enter how many are bought.").arg(row + 1));
    line.units = *units;
    if (cells[Cost].isEmpty())
        return line;
    const auto cost = typedMoney(cells[Cost], m_session.currency(), lineField);
    if (!cost)
        return wrong(Cost, tr("The cost of line %1 cannot be read: %2").arg(row + 1).arg(cost.error().message));
    line.unitCost = *cost;
    return line;
}

Result<StoredPurchaseDraft> PurchaseForm::unfinished()
{
    clearProblems(m_fields);
    m_lines->clearMarks();
    m_refusal.reset();
    sayProblem(m_problem, {});
    StoredPurchaseDraft kept;
    kept.supplier = m_supplier->text().trimmed();
    kept.reference = m_reference->text().trimmed();
    const auto expected = typedDay(m_expected->text(), m_session.today(), QStringLiteral("expected"));
    if (!expected) {
        showError(expected.error());
        return expected.error();
    }
    kept.expected = *expected;
    for (const auto &[row, cells] : m_lines->lines()) {
        const auto line = lineOf(row, cells);
        if (!line)
            return line.error();
        kept.lines.push_back(*line);
    }
    return kept;
}

int PurchaseForm::rowMeant(const Error &error) const
{
    int meant = m_lines->currentRow();
    qsizetype longest = 0; // "BOLT-10" names no "BOLT"
    for (const auto &[row, cells] : m_lines->lines()) {
        if (cells[Sku].size() > longest && error.message.contains(cells[Sku])) {
            longest = cells[Sku].size();
            meant = row;
        }
    }
    return meant;
}

bool PurchaseForm::showError(const Error &error)
{
    if (error.field == lineField) {
        refuse({rowMeant(error), error.message.contains(QStringLiteral("SKU")) ? Sku : Units_, error.message});
        return true;
    }
    return showProblem(m_fields, error, Qt::TabFocusReason);
}

} // namespace waitline
